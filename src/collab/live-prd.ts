import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { bind } from "./binding/bind.ts";
import type { Binding, Revert, RevertChoice } from "./binding/binding.ts";
import type { BufferSelection, EditorPort, Unsubscribe } from "./editor-port.ts";
import type { Invitation } from "./link.ts";
import type { Memory, Remembered } from "./memory.ts";
import { MINE } from "./binding/undo.ts";
import { haveCommonHistory } from "./session/lineage.ts";
import type { Participant, SharedSelection } from "./session/presence.ts";
import { ServerError, serverApi } from "./session/server-api.ts";
import type { ServerApi } from "./session/server-api.ts";
import { startSession } from "./session/session.ts";
import type { LiveStatus } from "./session/status.ts";
import { claimsOf } from "./session/token.ts";
import type { Claims } from "./session/token.ts";
import { applyText } from "./text/edits.ts";
import { sharedText } from "./text/line-ends.ts";
import { threeWay } from "./text/merge.ts";
import { union } from "./text/union.ts";
import type { Transport } from "./transport.ts";

/** A PRD that is shared, on this computer: the session with its server, and the editor that shows it. */
export interface LivePrd {
  readonly invitation: Invitation;
  readonly me: Claims;
  readonly status: LiveStatus;
  /** The shared text, with LF. */
  readonly text: string;
  readonly participants: readonly Participant[];
  readonly api: ServerApi;
  /** Undefined while no editor shows the PRD. */
  readonly attached: Attached | undefined;
  /** Something of the above may be different now. */
  onDidChange(listener: () => void): Unsubscribe;
  /**
   * Makes an editor's buffer and the shared text one, first by merging what differs.
   *
   * @returns undefined when the person, being asked, chose nothing: the buffer is as it was
   */
  attach(editor: EditorPort, person: AskPerson): Promise<Attached | undefined>;
  /** The editor is gone; the session goes on. */
  detach(): void;
  /** Replaces the shared text by minimal edits, as one's own change: restoring is an edit like any other. */
  replaceText(text: string): void;
  /** Tells the others where one's carets are; undefined while the PRD is hidden. */
  publish(selections: readonly BufferSelection[] | undefined): void;
  /** Writes down what is kept, now. */
  remember(): Promise<void>;
  dispose(): Promise<void>;
}

/** An editor's buffer while it and the shared text are one. */
export interface Attached {
  readonly binding: Binding;
  /** Where somebody's selection is in the buffer. */
  toBuffer(selection: SharedSelection): BufferSelection;
}

/** What only the person can decide, and what they must hear. */
export interface AskPerson {
  /** The file and the shared text differ, and nothing tells which came first. Undefined: neither, leave it. */
  chooseText(mine: string, shared: string): Promise<"shared" | "mine" | "merged" | undefined>;
  /** The file changed on disk below a live session. */
  onRevert(revert: Revert): Promise<RevertChoice>;
  /** Some of the words of this text are not in the shared one any more: it is to be kept as a file. */
  keepBackup(text: string, whose: "mine" | "shared"): Promise<void>;
  /** The buffer and the shared text had come apart, and were merged. */
  onRepaired(): void;
}

export interface OpenOptions {
  /** Its room is one room, not a pattern. */
  readonly invitation: Invitation;
  readonly transport: Transport;
  readonly memory: Memory;
  /** The text, with LF, with which the room begins if there is none yet. */
  readonly seed?: string;
  readonly log: (event: string, detail: Readonly<Record<string, string | number | boolean>>) => void;
  readonly random: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** How long a first join waits for the server's text, and a later one before it goes on offline; milliseconds. */
export const FIRST_SYNC_MS = 20_000;
export const LATER_SYNC_MS = 4_000;

/** What was changed is written down after this time, in milliseconds; as long as somebody types, every so often. */
const REMEMBER_MS = 150;

/**
 * Opens a shared PRD. The first time the server must be there; after that it also works without.
 *
 * @throws ServerError with one sentence for the person
 */
export async function openLivePrd(options: OpenOptions): Promise<LivePrd> {
  const { invitation, memory, transport } = options;
  const me = claimsOf(invitation.token);
  if (me === undefined)
    throw new ServerError("refused", "This invitation is not whole. Whoever sent it can make a new one.");
  const api = serverApi(invitation.server, invitation.room, invitation.token, transport);
  const kept = await memory.load();
  const known = kept && (await rememberedDoc(kept, api, invitation.token));
  // Of a room that was begun anew nothing that was kept is true, and the person is asked as on a first time.
  const before = known && kept;
  const doc = known ?? new Doc();
  if (before === undefined) await enter(api, options);
  const session = startSession({
    ...options,
    server: invitation.server,
    room: invitation.room,
    invitation: invitation.token,
    right: me.right,
    api,
    doc,
  });
  if (before === undefined && !(await session.synced(FIRST_SYNC_MS))) {
    const { status } = session;
    session.dispose();
    throw new ServerError(
      "unreachable",
      status.kind === "ended"
        ? status.reason
        : `${new URL(invitation.server).host} answers, but the PRD did not come. Trying again may help.`,
    );
  }

  const text = session.text;
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of [...listeners]) listener();
  };
  let attached: (Attached & { readonly stop: () => void }) | undefined;
  let last = before?.last;
  let saved = before?.saved;

  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();
  const remember = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    // Without an editor ever attached there is no text of this computer that could be compared later.
    if (last === undefined) return writing;
    const kept: Remembered = {
      state: encodeStateAsUpdate(doc),
      last,
      saved: saved ?? last,
    };
    writing = writing
      .then(() => memory.save(kept))
      .catch((error: unknown) => options.log("not remembered", { error: String(error) }));
    return writing;
  };
  const rememberSoon = (): void => {
    timer ??= setTimeout(() => void remember(), REMEMBER_MS);
  };

  const observe = (): void => {
    rememberSoon();
    changed();
  };
  text.observe(observe);
  const watched = [session.onDidChange(changed), session.presence.onDidChange(changed)];

  /** @returns false when the person chose nothing */
  async function settle(editor: EditorPort, person: AskPerson): Promise<boolean> {
    if (before !== undefined) await session.synced(LATER_SYNC_MS);
    const mine = sharedText(editor.text);
    const shared = text.toJSON();
    if (mine === shared || mine === last || mine === saved) return true;
    if (last !== undefined) {
      const merged = threeWay(last, mine, shared);
      applyText(text, merged.text, MINE);
      if (merged.lost) await person.keepBackup(mine, "mine");
      return true;
    }
    const choice = await person.chooseText(mine, shared);
    // Both may have gone on while the person thought.
    const mineNow = sharedText(editor.text);
    const sharedNow = text.toJSON();
    if (choice === undefined) return false;
    if (choice === "shared") await person.keepBackup(mineNow, "mine");
    else if (choice === "merged") applyText(text, union(mineNow, sharedNow), MINE);
    else {
      await person.keepBackup(sharedNow, "shared");
      applyText(text, mineNow, MINE);
    }
    return true;
  }

  const live: LivePrd = {
    invitation,
    me,
    api,
    get status() {
      return session.status;
    },
    get text() {
      return text.toJSON();
    },
    get participants() {
      return session.presence.participants;
    },
    get attached() {
      return attached;
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    async attach(editor, person) {
      if (!(await settle(editor, person))) return undefined;
      live.detach();
      const binding = bind({
        network: doc,
        editor,
        right: me.right,
        log: ({ kind, ...detail }) => {
          // The normal case while two people type: many a second.
          if (kind !== "applied" && kind !== "refused") options.log(kind, detail);
        },
        onRevert: person.onRevert,
        onRepaired: ({ cause, mine, lost }) => {
          if (lost) void person.keepBackup(mine, "mine");
          if (cause === "invariant") person.onRepaired();
        },
      });
      last = sharedText(editor.text);
      saved ??= last;
      const parts = [
        editor.onChange(() => {
          last = sharedText(editor.text);
          rememberSoon();
        }),
        editor.onSave(() => {
          saved = sharedText(editor.text);
          rememberSoon();
        }),
        binding.onDidChange(changed),
      ];
      attached = {
        binding,
        toBuffer: ({ anchor, head }) => ({ anchor: binding.toBuffer(anchor), head: binding.toBuffer(head) }),
        stop() {
          for (const part of parts) part.dispose();
          binding.dispose();
        },
      };
      rememberSoon();
      changed();
      return attached;
    },
    detach() {
      if (attached === undefined) return;
      attached.stop();
      attached = undefined;
      // What the buffer held is in the shared text; the file has what was saved.
      last = saved ?? last;
      session.presence.publish(undefined);
      changed();
    },
    replaceText(next) {
      applyText(text, next, MINE);
    },
    publish(selections) {
      const at = attached;
      if (at === undefined) {
        // What only shows the PRD has its text as it is.
        session.presence.publish(me.right === "read" ? selections : undefined);
        return;
      }
      session.presence.publish(
        selections?.map(({ anchor, head }) => ({
          anchor: at.binding.toShared(anchor),
          head: at.binding.toShared(head),
        })),
      );
    },
    remember,
    async dispose() {
      live.detach();
      for (const one of watched) one.dispose();
      text.unobserve(observe);
      session.dispose();
      await remember();
      doc.destroy();
      listeners.clear();
    },
  };
  return live;
}

/** The document as it was remembered; undefined where the room was begun anew meanwhile. */
async function rememberedDoc(
  { state }: Remembered,
  api: ServerApi,
  invitation: string,
): Promise<Doc | undefined> {
  const doc = new Doc();
  applyUpdate(doc, state);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, LATER_SYNC_MS));
  // What is wrong with the server or the token, the session will say.
  const access = await Promise.race([api.access(invitation).catch(() => undefined), late]);
  return haveCommonHistory(doc, access?.vector) ? doc : undefined;
}

/** A first time: makes sure that the server is one of ours, and begins the room where this text is its first. */
async function enter(api: ServerApi, { invitation, seed }: OpenOptions): Promise<void> {
  await api.greet();
  const { vector } = await api.access(invitation.token);
  if (seed === undefined || vector !== undefined) return;
  try {
    await api.seed(seed);
  } catch (error) {
    // Somebody was first: theirs is the shared text, and what differs is asked about as on any joining.
    if (!(error instanceof ServerError && error.kind === "exists")) throw error;
  }
}
