import type {
  BufferChange,
  BufferEdit,
  BufferSelection,
  EditorPort,
} from "../../../../src/collab/editor-port.ts";
import { edited, minimalEdits } from "../../../../src/collab/text/edits.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";

/**
 * A VS Code as the binding meets it: the window where keys are pressed and the extension host that hears of it later.
 * An edit of the extension travels to the window and is refused there when somebody was faster; the answer comes back
 * behind the events. The window normalises line ends, makes edits smaller, and has an undo of its own over everything.
 */
export interface FakeWindow {
  /** What the extension host sees. */
  readonly port: EditorPort;
  /** What the person sees. */
  readonly text: string;
  readonly disk: string;
  readonly dirty: boolean;
  carets: number[];
  /** How often the extension has moved the carets. */
  readonly jumps: number;
  /** While an event is being told: whose change it is. */
  readonly telling: Teller | undefined;
  /** Edits of the extension that were tried and refused. */
  readonly tried: number;
  readonly refused: number;
  /** A change by the person, in offsets of `text`. */
  change(edits: readonly BufferEdit[]): void;
  save(): void;
  /** Edit ▸ Undo and Edit ▸ Redo. */
  menu(which: "undo" | "redo"): void;
  /** The file is another one now; a clean buffer follows it. */
  checkout(text: string): void;
  revert(): void;
  /** Runs in the extension host, behind all events up to now. */
  command(run: () => void): void;
}

export type Teller = "person" | "extension" | "disk" | "undo" | "redo";

export interface WindowOptions {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly text: string;
  readonly eol: "\n" | "\r\n";
  /** The longest delay between window and extension host, in milliseconds. */
  readonly delay: number;
  /** The share of edits that the window refuses for no reason that the extension could know. */
  readonly moody: number;
}

interface StackElement {
  readonly before: string;
  after: string;
}

export function createWindow({ clock, chance, text, eol, delay, moody }: WindowOptions): FakeWindow {
  let buffer = normal(text);
  let disk = buffer;
  let version = 1;
  let carets = [0];
  const undoStack: StackElement[] = [];
  let redoStack: StackElement[] = [];
  let stop = true;
  let telling: Teller | undefined;
  let jumps = 0;
  let tried = 0;
  let refused = 0;
  const toHost = channel();
  const toWindow = channel();

  let hostText = buffer;
  let hostVersion = version;
  let hostCarets: readonly BufferSelection[] = [];
  const onChange = new Set<(change: BufferChange) => void>();
  const onSave = new Set<() => void>();

  function normal(value: string): string {
    return value.replace(/\r\n?|\n/g, eol);
  }

  function normalised(edits: readonly BufferEdit[]): BufferEdit[] {
    return edits.map((edit) => ({ ...edit, text: normal(edit.text) }));
  }

  /** What is sent arrives in its order, each after a delay of its own. */
  function channel(): (run: () => void) => void {
    let last = 0;
    return (run) => {
      last = Math.max(last, clock.now + chance.number(delay));
      clock.after(last - clock.now, run);
    };
  }

  function put(edits: readonly BufferEdit[], by: Teller): void {
    const sorted = [...edits].sort((a, b) => a.offset - b.offset);
    const seen = { carets: carets.map((caret) => ({ anchor: caret, head: caret })) };
    const keep = chance.is(0.5);
    carets = carets.map((caret) => moved(caret, sorted, keep));
    buffer = edited(buffer, sorted);
    version++;
    const now = version;
    toHost(() => {
      hostText = edited(hostText, sorted);
      hostVersion = now;
      hostCarets = seen.carets;
      // VS Code tells the last edit first.
      const change = {
        edits: [...sorted].reverse(),
        fromDisk: by === "disk",
        ...((by === "undo" || by === "redo") && { reason: by }),
      };
      telling = by;
      for (const listener of [...onChange]) listener(change);
      telling = undefined;
    });
  }

  function remember(before: string): void {
    redoStack = [];
    const last = undoStack.at(-1);
    if (!stop && last !== undefined) last.after = buffer;
    else undoStack.push({ before, after: buffer });
    if (undoStack.length > 200) undoStack.shift();
    stop = false;
  }

  /** As VS Code does: an edit loses what stays the same, and many may come back as one. */
  function minimised(edits: readonly BufferEdit[]): BufferEdit[] {
    const after = edited(buffer, edits);
    if (chance.is(0.2)) return [region(buffer, after)];
    if (chance.is(0.2)) return minimalEdits(buffer, after);
    return edits.map(({ offset, length, text }) => {
      const smaller = region(buffer.slice(offset, offset + length), text);
      return { ...smaller, offset: smaller.offset + offset };
    });
  }

  function fromDisk(next: string): void {
    const before = buffer;
    disk = next;
    if (before === next) return;
    const all = { offset: 0, length: before.length, text: next };
    put([chance.is(0.5) ? region(before, next) : all], "disk");
    stop = true;
    remember(before);
  }

  const port: EditorPort = {
    get text() {
      return hostText;
    },
    get version() {
      return hostVersion;
    },
    get selections() {
      return hostCarets;
    },
    apply: (edits, seen) =>
      new Promise((resolve) => {
        toWindow(() => {
          tried++;
          const done = seen === version && !chance.is(moody);
          if (done) {
            const before = buffer;
            put(minimised(normalised(edits)), "extension");
            remember(before);
          } else refused++;
          toHost(() => resolve(done));
        });
      }),
    select(selections) {
      toWindow(() => {
        jumps++;
        carets = selections.map(({ head }) => Math.min(head, buffer.length));
      });
    },
    onChange(listener) {
      onChange.add(listener);
      return { dispose: () => void onChange.delete(listener) };
    },
    onSave(listener) {
      onSave.add(listener);
      return { dispose: () => void onSave.delete(listener) };
    },
    dispose() {},
  };

  return {
    port,
    get text() {
      return buffer;
    },
    get disk() {
      return disk;
    },
    get dirty() {
      return buffer !== disk;
    },
    get carets() {
      return carets;
    },
    set carets(next) {
      carets = next;
    },
    get telling() {
      return telling;
    },
    get jumps() {
      return jumps;
    },
    get tried() {
      return tried;
    },
    get refused() {
      return refused;
    },
    change(edits) {
      const before = buffer;
      stop ||= edits.some(({ text }) => /\s/.test(text));
      put(normalised(edits), "person");
      remember(before);
    },
    save() {
      disk = buffer;
      stop = true;
      toHost(() => {
        for (const listener of [...onSave]) listener();
      });
    },
    menu(which) {
      const [from, to] = which === "undo" ? [undoStack, redoStack] : [redoStack, undoStack];
      const element = from.pop();
      if (element === undefined) return;
      to.push(element);
      stop = true;
      const next = which === "undo" ? element.before : element.after;
      if (next !== buffer) put([region(buffer, next)], which);
    },
    checkout(next) {
      if (buffer === disk) fromDisk(normal(next));
      else disk = normal(next);
    },
    revert() {
      fromDisk(disk);
    },
    command: (run) => toHost(run),
  };
}

/** The one replacement between two texts; does not care for surrogate pairs, as VS Code may not. */
function region(before: string, after: string): BufferEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  // Positions are lines and columns there: between the two units of a line end there is none.
  if (cutsLineEnd(before, start) || cutsLineEnd(after, start)) start--;
  if (cutsLineEnd(before, before.length - end) || cutsLineEnd(after, after.length - end)) end--;
  return { offset: start, length: before.length - start - end, text: after.slice(start, after.length - end) };
}

function cutsLineEnd(text: string, at: number): boolean {
  return text[at - 1] === "\r" && text[at] === "\n";
}

function moved(caret: number, edits: readonly BufferEdit[], keep: boolean): number {
  let result = caret;
  for (const { offset, length, text } of edits) {
    if (offset > caret || (offset === caret && length === 0 && keep)) break;
    result += text.length - Math.min(length, caret - offset);
  }
  return result;
}

/** An offset that cuts neither a line end nor a surrogate pair: no caret is ever there. */
export function caretAt(text: string, at: number): number {
  const cuts = /[\uDC00-\uDFFF]/.test(text.charAt(at)) || (text[at] === "\n" && text[at - 1] === "\r");
  return cuts ? at - 1 : at;
}
