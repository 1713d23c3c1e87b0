import * as Y from "yjs";
import type { BufferSelection } from "../editor-port.ts";
import type { Edit } from "../text/edits.ts";
import { shifted } from "../text/edits.ts";
import { textOf } from "./replicas.ts";

/** What the person did in the buffer: the replica of the editor has it already. */
export const TYPED = Symbol("typed");
/** What is done for the person in the network's document, each time a step of its own; the replica has yet to get it. */
export const MINE = Symbol("mine");
/** Steps that can be undone. What falls off the end stays in the document; only the way back is forgotten. */
const MOST_STEPS = 1000;

/** Selections as relative positions. */
type Carets = readonly { readonly anchor: Y.RelativePosition; readonly head: Y.RelativePosition }[];

export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /**
   * Forwards what was typed, as a part of the running step or as a new one.
   *
   * @param edits as they were, of the replica's text before
   * @param selections before the edits, in offsets of that text; derived from the edits where they do not fit them
   * @param write applies the edits to the replica and returns the update
   */
  typed(edits: readonly Edit[], selections: readonly BufferSelection[], write: () => Uint8Array): void;
  /** Tells that remote edits moved the text of the replica. */
  moved(edits: readonly Edit[]): void;
  /** What is typed next is a step of its own; to be told before the replica's text moves in other ways. */
  endStep(): void;
  /** @returns where the carets were before the step; undefined when there was none */
  undo(): Carets | undefined;
  redo(): Carets | undefined;
  dispose(): void;
}

/**
 * Undo of one person: steps end like VS Code's own, where words begin and where the caret goes elsewhere.
 *
 * @param replica the editor's replica, which changes over time
 */
export function undoOf(network: Y.Doc, replica: () => Y.Doc): Undo {
  const mine = new Y.UndoManager(textOf(network), {
    captureTimeout: Infinity,
    trackedOrigins: new Set([TYPED, MINE]),
  });
  let last: Stroke | undefined;

  /** The running step is over: only now it is needed where it left the carets. */
  function endStep(): void {
    const after = last?.ends.map((end) => ({ anchor: end, head: end }));
    last = undefined;
    if (after !== undefined) mine.undoStack.at(-1)?.meta.set("after", carets(replica(), after));
    mine.stopCapturing();
  }

  const beforeTransaction = ({ origin }: Y.Transaction): void => {
    if (origin === MINE) endStep();
  };
  network.on("beforeTransaction", beforeTransaction);

  function pop(from: "undo" | "redo"): Carets | undefined {
    endStep();
    const popped = mine[from]();
    if (popped === null) return undefined;
    // The step that leads back remembers what this one did.
    const back = (from === "undo" ? mine.redoStack : mine.undoStack).at(-1);
    for (const [key, value] of popped.meta) back?.meta.set(key, value);
    return (popped.meta.get(from === "undo" ? "before" : "after") ?? []) as Carets;
  }

  return {
    get canUndo() {
      return mine.canUndo();
    },
    get canRedo() {
      return mine.canRedo();
    },
    typed(edits, selections, write) {
      const stroke = strokeOf(edits);
      const goesOn = continues(last, stroke);
      if (!goesOn) endStep();
      const before = goesOn ? undefined : carets(replica(), fitting(selections, edits));
      Y.applyUpdate(network, write(), TYPED);
      last = stroke;
      if (before !== undefined) mine.undoStack.at(-1)?.meta.set("before", before);
      if (mine.undoStack.length > MOST_STEPS) mine.undoStack.shift();
    },
    moved(edits) {
      if (last !== undefined) last = { ...last, ends: last.ends.map((end) => shifted(end, edits)) };
    },
    endStep,
    undo: () => pop("undo"),
    redo: () => pop("redo"),
    dispose() {
      network.off("beforeTransaction", beforeTransaction);
      mine.destroy();
    },
  };
}

/**
 * @param doc the network's: only there it is known what undo brought back as what
 * @returns offsets in its text; those that mean nothing any more are left out
 */
export function selectionsIn(doc: Y.Doc, carets: Carets): BufferSelection[] {
  return carets.flatMap(({ anchor, head }) => {
    const from = Y.createAbsolutePositionFromRelativePosition(anchor, doc);
    const to = Y.createAbsolutePositionFromRelativePosition(head, doc);
    return from === null || to === null ? [] : [{ anchor: from.index, head: to.index }];
  });
}

function carets(doc: Y.Doc, selections: readonly BufferSelection[]): Carets {
  // Bound to what is on the left: it was there before the step and is there after its undo.
  const place = (offset: number): Y.RelativePosition =>
    Y.createRelativePositionFromTypeIndex(textOf(doc), offset, -1);
  return selections.map(({ anchor, head }) => ({ anchor: place(anchor), head: place(head) }));
}

/** An editor may tell its selections late or early; only those that the edits replaced were the ones before. */
function fitting(selections: readonly BufferSelection[], edits: readonly Edit[]): readonly BufferSelection[] {
  const fits = edits.every(({ offset, length }) =>
    selections.some(
      ({ anchor, head }) => Math.min(anchor, head) >= offset && Math.max(anchor, head) <= offset + length,
    ),
  );
  if (fits && selections.length === edits.length) return selections;
  return edits.map(({ offset, length }) => ({ anchor: offset + length, head: offset + length }));
}

function ends(edits: readonly Edit[]): BufferSelection[] {
  let moved = 0;
  return edits.map(({ offset, length, text }) => {
    const end = offset + moved + text.length;
    moved += text.length - length;
    return { anchor: end, head: end };
  });
}

interface Stroke {
  readonly kind: "space" | "text" | "delete" | "other";
  /** What each of its edits replaced, in offsets of the text before. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  /** Where the next one must be to continue this: a place for each edit, in the text after. */
  readonly ends: readonly number[];
}

/** What one change of the buffer is, as seen by somebody who presses keys. */
function strokeOf(edits: readonly Edit[]): Stroke {
  const kinds = new Set(edits.map(kindOf));
  return {
    kind: kinds.size === 1 ? ([...kinds][0] ?? "other") : "other",
    places: edits.map(({ offset, length }) => ({ start: offset, end: offset + length })),
    ends: ends(edits).map(({ head }) => head),
  };
}

function kindOf({ length, text }: Edit): Stroke["kind"] {
  if (text === "") return "delete";
  // One sign at a time is typing; a line end, a word from a completion or from the clipboard stands for itself.
  if (length > 0 || text === "\n" || text.length > String.fromCodePoint(text.codePointAt(0) ?? 0).length)
    return "other";
  return text === " " || text === "\t" ? "space" : "text";
}

/** A word with the space before it is a step; so is a run of deletions in one direction or the other. */
function continues(last: Stroke | undefined, { kind, places }: Stroke): boolean {
  if (last === undefined || kind === "other" || places.length !== last.ends.length) return false;
  if (!places.every(({ start, end }, i) => start === last.ends[i] || end === last.ends[i])) return false;
  return kind === last.kind || (last.kind === "space" && kind === "text");
}
