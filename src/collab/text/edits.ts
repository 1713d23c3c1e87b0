import { diffArrays } from "diff";
import type * as Y from "yjs";
import { linesOf, words } from "./tokens.ts";

/** A replacement; offset and length in UTF-16 units of the text before. Edits of one list are ascending and apart. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** The text after the edits. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.offset) + edit.text;
    at = edit.offset + edit.length;
  }
  return result + text.slice(at);
}

/**
 * Where an offset of the text before is after the edits. Text inserted at the offset goes before it; an offset in a
 * replaced range goes to the replacement's end.
 */
export function shifted(offset: number, edits: readonly Edit[]): number {
  let moved = 0;
  for (const edit of edits) {
    if (edit.offset > offset) break;
    const inside = Math.min(edit.length, offset - edit.offset);
    moved += edit.text.length - inside;
  }
  return offset + moved;
}

/** Edits of the text after, whose `shifted` is the way back; their `text` has the right length only. */
export function backwards(edits: readonly Edit[]): Edit[] {
  let moved = 0;
  return edits.map(({ offset, length, text }) => {
    const back = { offset: offset + moved, length: text.length, text: " ".repeat(length) };
    moved += text.length - length;
    return back;
  });
}

/** How many edits a comparison looks for before it compares something coarser: its cost grows with the square. */
const MOST_EDITS = 1000;
/** How many words a comparison takes at once. */
const MOST_WORDS = 40_000;

/**
 * The smallest edits that a word-wise comparison finds; line-wise where the texts are too different for that, and in the
 * worst case one edit between their common beginning and end. Surrogate pairs stay whole.
 *
 * Method: Myers, "An O(ND) Difference Algorithm" (1986), as implemented by jsdiff.
 */
export function minimalEdits(before: string, after: string): Edit[] {
  const whole = between(0, before, after);
  if (whole === undefined) return [];
  const removed = before.slice(whole.offset, whole.offset + whole.length);
  if (removed === "" || whole.text === "") return [whole];
  const pieces = compared(removed, whole.text, words) ?? compared(removed, whole.text, linesOf);
  return pieces?.map((edit) => ({ ...edit, offset: edit.offset + whole.offset })) ?? [whole];
}

/**
 * What is left of a replacement without what stays the same in it: nothing, one edit, or several where lines were
 * replaced by others.
 *
 * @param offset of the replaced text
 */
export function narrowed(offset: number, removed: string, inserted: string): Edit[] {
  if (removed.includes("\n") && inserted.includes("\n"))
    return minimalEdits(removed, inserted).map((edit) => ({ ...edit, offset: edit.offset + offset }));
  const edit = between(offset, removed, inserted);
  return edit === undefined ? [] : [edit];
}

/**
 * Makes a shared text equal to another, touching only what differs, so that what others type meanwhile stays where it is.
 *
 * @param text must have LF only
 * @param origin of the transaction
 */
export function applyText(shared: Y.Text, text: string, origin: unknown): void {
  applyEdits(shared, minimalEdits(shared.toJSON(), text), origin);
}

/** Applies ascending edits to a shared text in one transaction. */
export function applyEdits(shared: Y.Text, edits: readonly Edit[], origin: unknown): void {
  if (edits.length === 0) return;
  shared.doc?.transact(() => {
    for (const { offset, length, text } of [...edits].reverse()) {
      if (length > 0) shared.delete(offset, length);
      if (text !== "") shared.insert(offset, text);
    }
  }, origin);
}

function compared(before: string, after: string, split: (text: string) => string[]): Edit[] | undefined {
  const a = split(before);
  const b = split(after);
  if (a.length + b.length > MOST_WORDS) return undefined;
  const changes = diffArrays(a, b, { maxEditLength: MOST_EDITS });
  if (changes === undefined) return undefined;
  const edits: Edit[] = [];
  let offset = 0;
  let removed = "";
  let inserted = "";
  const close = (): void => {
    const edit = between(offset, removed, inserted);
    if (edit !== undefined) edits.push(edit);
    offset += removed.length;
    removed = inserted = "";
  };
  for (const change of changes) {
    const text = change.value.join("");
    if (change.removed) removed += text;
    else if (change.added) inserted += text;
    else {
      close();
      offset += text.length;
    }
  }
  close();
  return edits;
}

/** The one edit between the common beginning and the common end of two texts. */
function between(offset: number, before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < most - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return {
    offset: offset + start,
    length: before.length - start - end,
    text: after.slice(start, after.length - end),
  };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
