import { Doc, encodeStateAsUpdate } from "yjs";
import { enter, LATER_SYNC_MS, docOf } from "./arrive.ts";
import type { AskPerson } from "./ask-person.ts";
import { bind } from "./binding/bind.ts";
import type { Binding } from "./binding/binding.ts";
import { MINE } from "./binding/undo.ts";
import type { BufferSelection, EditorPort, Unsubscribe } from "./editor-port.ts";
import { createCopyWriter } from "./copy-writer.ts";
import type { CopyWriter } from "./copy-writer.ts";
import type { Invitation } from "./link.ts";
import type { CopyFile, LocalCopy } from "./local-copy.ts";
import type { Participant, SharedSelection } from "./session/presence.ts";
import { ServerError, serverApi } from "./session/server-api.ts";
import type { ServerApi } from "./session/server-api.ts";
import { startSession } from "./session/session.ts";
import type { Session } from "./session/session.ts";
import type { LiveStatus } from "./session/status.ts";
import { claimsOf } from "./session/token.ts";
import type { Claims } from "./session/token.ts";
import { settle } from "./settle.ts";
import { applyText } from "./text/edits.ts";
import { sharedText } from "./text/line-ends.ts";
import { placed } from "./text/selections.ts";
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
   * @param editor is disposed of with it
   * @returns undefined when the person, being asked, chose nothing: the buffer is as it was
   */
  attach(editor: EditorPort, person: AskPerson): Promise<Attached | undefined>;
  /** The editor is gone; the session goes on. */
  detach(): void;
  /** Replaces the shared text by minimal edits, as one's own change: restoring is an edit like any other. */
  replaceText(text: string): void;
  /** Tells the others where one's carets are, as `Presence` does; undefined while the PRD is hidden. */
  publish(selections: readonly BufferSelection[] | undefined, byKey?: boolean): void;
  /** Writes the local copy, now. */
  writeCopy(): Promise<void>;
  dispose(): Promise<void>;
}

/** An editor's buffer while it and the shared text are one. */
export interface Attached {
  readonly binding: Binding;
  /** Where somebody's selection is in the buffer. */
  toBuffer(selection: SharedSelection): BufferSelection;
}

export interface OpenOptions {
  /** Its room is one room, not a pattern. */
  readonly invitation: Invitation;
  readonly transport: Transport;
  readonly copyFile: CopyFile;
  /** The text, with LF, with which the room begins if there is none yet. */
  readonly seed?: string;
  readonly log: (event: string, detail: Readonly<Record<string, string | number | boolean>>) => void;
  readonly random: () => number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** How long a first join waits for the server's text, in milliseconds. */
const FIRST_SYNC_MS = 20_000;

/**
 * Opens a shared PRD. The first time the server must be there; after that it also works without.
 *
 * @throws ServerError with one sentence for the person
 */
export async function openLivePrd(options: OpenOptions): Promise<LivePrd> {
  const { invitation, copyFile, transport } = options;
  const me = claimsOf(invitation.token);
  if (me === undefined)
    throw new ServerError("refused", "This invitation is incomplete. Whoever sent it can make a new one.");
  const api = serverApi(invitation.server, invitation.room, invitation.token, transport);
  const kept = await copyFile.load();
  const known = kept && (await docOf(kept, api, invitation.token));
  // Of a room that was begun anew nothing that was kept is true, and the person is asked as on a first time.
  const before = known && kept;
  const doc = known ?? new Doc();
  if (before === undefined) await enter(api, invitation.token, options.seed);
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
        : `${new URL(invitation.server).host} answers, but did not send the PRD. Try again.`,
    );
  }
  return new OpenPrd(options, me, api, session, before);
}

class OpenPrd implements LivePrd {
  readonly invitation: Invitation;
  readonly me: Claims;
  readonly api: ServerApi;
  readonly #session: Session;
  readonly #copy: CopyWriter;
  readonly #isKnown: boolean;
  readonly #log: OpenOptions["log"];
  readonly #listeners = new Set<() => void>();
  readonly #watched: readonly Unsubscribe[];
  #attached: (Attached & { readonly stop: () => void }) | undefined;

  /** @param before the local copy that there was */
  constructor(
    { invitation, copyFile, log }: OpenOptions,
    me: Claims,
    api: ServerApi,
    session: Session,
    before: LocalCopy | undefined,
  ) {
    this.invitation = invitation;
    this.me = me;
    this.api = api;
    this.#session = session;
    this.#isKnown = before !== undefined;
    this.#log = log;
    this.#copy = createCopyWriter(
      copyFile,
      before,
      () => encodeStateAsUpdate(session.doc),
      (reason) => log("local copy not written", { reason }),
    );
    session.text.observe(this.#onText);
    this.#watched = [session.onDidChange(this.#changed), session.presence.onDidChange(this.#changed)];
  }

  readonly #changed = (): void => {
    for (const listener of [...this.#listeners]) listener();
  };

  readonly #onText = (): void => {
    this.#copy.soon();
    this.#changed();
  };

  get status(): LiveStatus {
    return this.#session.status;
  }

  get text(): string {
    return this.#session.text.toJSON();
  }

  get participants(): readonly Participant[] {
    return this.#session.presence.participants;
  }

  get attached(): Attached | undefined {
    return this.#attached;
  }

  onDidChange(listener: () => void): Unsubscribe {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  async attach(editor: EditorPort, person: AskPerson): Promise<Attached | undefined> {
    if (this.#isKnown) await this.#session.synced(LATER_SYNC_MS);
    if (!(await settle(editor, this.#session.text, this.#copy, person))) return undefined;
    this.detach();
    const binding = this.#bind(editor, person);
    const copy = this.#copy;
    copy.holds(sharedText(editor.text));
    const parts = [
      editor.onChange(() => copy.holds(sharedText(editor.text))),
      editor.onSave(() => copy.wrote(sharedText(editor.text))),
      binding.onDidChange(this.#changed),
    ];
    this.#attached = {
      binding,
      toBuffer: ({ anchor, head }) => ({ anchor: binding.toBuffer(anchor), head: binding.toBuffer(head) }),
      stop() {
        for (const part of parts) part.dispose();
        binding.dispose();
        editor.dispose();
      },
    };
    this.#changed();
    return this.#attached;
  }

  #bind(editor: EditorPort, person: AskPerson): Binding {
    return bind({
      network: this.#session.doc,
      editor,
      right: this.me.right,
      log: ({ kind, ...detail }) => {
        // The normal case while two people type: many a second.
        if (kind !== "applied" && kind !== "refused") this.#log(kind, detail);
      },
      onRevert: (revert) => person.onRevert(revert),
      onRepaired: ({ cause, mine, lost }) => {
        if (lost) void person.keepBackup(mine, "mine");
        if (cause === "invariant") person.onRepaired();
      },
    });
  }

  detach(): void {
    if (this.#attached === undefined) return;
    this.#attached.stop();
    this.#attached = undefined;
    this.#copy.closed();
    this.#session.presence.publish(undefined);
    this.#changed();
  }

  replaceText(text: string): void {
    applyText(this.#session.text, text, MINE);
  }

  publish(selections: readonly BufferSelection[] | undefined, byKey?: boolean): void {
    const { presence } = this.#session;
    const binding = this.#attached?.binding;
    // What only shows the PRD has its text as it is.
    if (binding === undefined) presence.publish(this.me.right === "read" ? selections : undefined);
    else presence.publish(selections && placed(selections, (offset) => binding.toShared(offset)), byKey);
  }

  writeCopy(): Promise<void> {
    return this.#copy.now();
  }

  async dispose(): Promise<void> {
    this.detach();
    for (const one of this.#watched) one.dispose();
    this.#session.text.unobserve(this.#onText);
    this.#session.dispose();
    await this.#copy.now();
    this.#session.doc.destroy();
    this.#listeners.clear();
  }
}
