/**
 * The shared text has LF only and no half surrogate pairs (which no encoding could carry); a buffer keeps what it has.
 * Everything between the two goes through the buffer's text as it was last known, never through guesses about its kind:
 * a CRLF file of one line has no line end to look at.
 */
import type { Edit } from "./edits.ts";
import { narrowed } from "./edits.ts";

/** The text as it is shared: each line end is `\n`, a lone half of a surrogate pair is U+FFFD. */
export function sharedText(buffer: string): string {
  const lf = buffer.includes("\r") ? buffer.replace(/\r\n?/g, "\n") : buffer;
  return lf.replace(/\p{Surrogate}/gu, "\uFFFD");
}

/**
 * @param buffer a buffer's text
 * @param offset into it; between `\r` and `\n` counts as before them
 * @returns the offset in `sharedText(buffer)`
 */
export function sharedOffset(buffer: string, offset: number): number {
  let fewer = 0;
  for (let at = buffer.indexOf("\r\n"); at >= 0 && at < offset; at = buffer.indexOf("\r\n", at + 2)) fewer++;
  return offset - fewer;
}

/**
 * @param buffer a buffer's text
 * @param offset into `sharedText(buffer)`
 * @returns the offset in the buffer
 */
export function bufferOffset(buffer: string, offset: number): number {
  let more = 0;
  for (let at = buffer.indexOf("\r\n"); at >= 0 && at - more < offset; at = buffer.indexOf("\r\n", at + 2))
    more++;
  return offset + more;
}

/**
 * What a change of a buffer means for the shared text.
 *
 * An edit is looked at together with its neighbours where these could be the other half of a `\r\n` or of a surrogate
 * pair, so that neither is ever cut.
 *
 * @param before the buffer before the change
 * @param edits of the change, in any order, in offsets of `before`
 * @param after the buffer after it
 * @returns ascending edits of `sharedText(before)`, as small as they can be
 */
export function sharedEdits(before: string, edits: readonly Edit[], after: string): Edit[] {
  const widened: { start: number; end: number; from: number; to: number }[] = [];
  let moved = 0;
  for (const { offset, length, text } of [...edits].sort((a, b) => a.offset - b.offset)) {
    const left = /[\r\uD800-\uDBFF]/.test(before.charAt(offset - 1)) ? 1 : 0;
    const right = /[\n\uDC00-\uDFFF]/.test(before.charAt(offset + length)) ? 1 : 0;
    const next = {
      start: offset - left,
      end: offset + length + right,
      from: offset + moved - left,
      to: offset + moved + text.length + right,
    };
    const last = widened.at(-1);
    if (last !== undefined && next.start < last.end) {
      last.end = Math.max(last.end, next.end);
      last.to = next.to;
    } else widened.push(next);
    moved += text.length - length;
  }
  return widened.flatMap(({ start, end, from, to }) =>
    narrowed(
      sharedOffset(before, start),
      sharedText(before.slice(start, end)),
      sharedText(after.slice(from, to)),
    ),
  );
}

/**
 * The other way: edits of the shared text as edits of the buffer.
 *
 * @param buffer the buffer's text
 * @param edits ascending, in offsets of `sharedText(buffer)`
 */
export function bufferEdits(buffer: string, edits: readonly Edit[]): Edit[] {
  if (!buffer.includes("\r\n")) return [...edits];
  return edits.map(({ offset, length, text }) => {
    const start = bufferOffset(buffer, offset);
    const end = bufferOffset(buffer, offset + length);
    return { offset: start, length: end - start, text: text.replaceAll("\n", "\r\n") };
  });
}
