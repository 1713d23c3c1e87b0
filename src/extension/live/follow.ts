import {
  commands,
  Disposable,
  EventEmitter,
  Range,
  Selection,
  StatusBarAlignment,
  TextEditorRevealType,
  TextEditorSelectionChangeKind,
  window,
} from "vscode";
import type { Event, StatusBarItem, TextEditor, TextEditorSelectionChangeEvent, Uri } from "vscode";
import { atMostEvery } from "./at-most-every.ts";
import type { LiveDocument, LivePrds } from "./live-prds.ts";
import { doing, peopleIn } from "./people.ts";
import type { PersonHere } from "./people.ts";
import { bufferOf } from "./where.ts";

/** Somebody in a shared PRD of this window. */
export interface Somebody {
  readonly uri: Uri;
  readonly handle: string;
}

/** Going where others are: once, or until one does something oneself. */
export interface Follow extends Disposable {
  readonly whom: Somebody | undefined;
  readonly onDidChange: Event<void>;
  /** Puts one's own cursor where the person's is. */
  goTo(whom: Somebody): Promise<void>;
  /** Scrolls along with the person until one types, clicks, presses Escape or they are gone. */
  follow(whom: Somebody): Promise<void>;
  stop(): void;
}

/** The shortest time between two scrolls, in milliseconds. */
const PACE_MS = 100;

export function createFollow(prds: LivePrds): Follow {
  const changed = new EventEmitter<void>();
  const item = window.createStatusBarItem("seamwork.following", StatusBarAlignment.Left, 88);
  item.name = "Seamwork: following";
  item.command = "seamwork.live.unfollow";
  let whom: Somebody | undefined;
  let at: string | undefined;

  const set = (next: Somebody | undefined): void => {
    whom = next;
    at = undefined;
    void commands.executeCommand("setContext", "seamwork.live.following", whom !== undefined);
    if (whom === undefined) item.hide();
    changed.fire();
  };
  const stop = (): void => {
    if (whom !== undefined) set(undefined);
  };
  const leftAlone = (words: string): void => {
    stop();
    window.setStatusBarMessage(words, 5_000);
  };

  const scroll = atMostEvery(PACE_MS, () => {
    if (whom === undefined) return;
    const found = find(prds, whom);
    if (found === undefined) {
      leftAlone("They left, so you are not following anyone now.");
      return;
    }
    const { document, person } = found;
    const editor = editorOf(document.uri);
    if (editor === undefined) return stop();
    showFollowed(item, person);
    const range = rangeOf(document, person, editor);
    if (range === undefined) return;
    const place = `${range.start.line}:${range.start.character}`;
    if (place === at) return;
    at = place;
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  });

  const parts = Disposable.from(
    changed,
    item,
    scroll,
    prds.onDidChange(scroll),
    window.onDidChangeVisibleTextEditors(scroll),
    window.onDidChangeTextEditorSelection((event) => {
      if (isByHand(event) && whom?.uri.toString() === event.textEditor.document.uri.toString()) stop();
    }),
  );

  return {
    get whom() {
      return whom;
    },
    onDidChange: changed.event,
    async goTo(target) {
      const found = find(prds, target);
      if (found === undefined) return;
      stop();
      await show(found.document, found.person);
    },
    async follow(target) {
      const found = find(prds, target);
      if (found === undefined) return;
      await window.showTextDocument(found.document.uri);
      set(target);
      scroll();
    },
    stop,
    dispose() {
      stop();
      parts.dispose();
    },
  };
}

function isByHand({ kind }: TextEditorSelectionChangeEvent): boolean {
  return kind === TextEditorSelectionChangeKind.Keyboard || kind === TextEditorSelectionChangeKind.Mouse;
}

/** Says in the status bar whom one follows. */
function showFollowed(item: StatusBarItem, person: PersonHere): void {
  const what = doing(person, Date.now());
  item.text = `$(eye) Following ${person.name}${what === "in another file" ? `, who is ${what}` : ""}`;
  item.tooltip = `Your editor follows ${person.name} until you type, click or press Escape. Click here to stop.`;
  item.accessibilityInformation = {
    label: `Following ${person.name}. Press Escape in the editor, or this button, to stop.`,
    role: "button",
  };
  item.show();
}

/** Shows a document where somebody's caret is, and puts one's own there. */
async function show(document: LiveDocument, person: PersonHere): Promise<void> {
  const editor = await window.showTextDocument(document.uri);
  const range = rangeOf(document, person, editor);
  if (range === undefined) {
    window.setStatusBarMessage(nowhere(person), 5_000);
    return;
  }
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

function nowhere({ name }: PersonHere): string {
  return `${name} has this PRD open, but is in another file right now.`;
}

function find(
  prds: LivePrds,
  { uri, handle }: Somebody,
): { document: LiveDocument; person: PersonHere } | undefined {
  const document = prds.of(uri);
  const person =
    document && peopleIn(document.live).find((one) => one.handle === handle && one.windows.length > 0);
  return document && person && { document, person };
}

function editorOf(uri: Uri): TextEditor | undefined {
  const key = uri.toString();
  const shows = (one: TextEditor | undefined): boolean => one?.document.uri.toString() === key;
  return shows(window.activeTextEditor) ? window.activeTextEditor : window.visibleTextEditors.find(shows);
}

/** Where the person's caret is: in the window in which they did something last. */
function rangeOf(
  { live }: LiveDocument,
  { windows }: PersonHere,
  { document }: TextEditor,
): Range | undefined {
  const [selection] = windows.find(({ selections }) => selections.length > 0)?.selections ?? [];
  const toBuffer = bufferOf(live);
  if (selection === undefined || toBuffer === undefined) return undefined;
  const place = document.positionAt(toBuffer(selection).head);
  return new Range(place, place);
}
