import { handlePattern } from "../document/answers.ts";
import type { Range } from "../text/range.ts";

/** The `@handle` around a place in the text. */
export function handleAt(text: string, offset: number): (Range & { text: string }) | undefined {
  const from = Math.max(0, offset - 80);
  const around = text.slice(from, offset + 80);
  for (const { 0: handle, index } of around.matchAll(new RegExp(handlePattern, "gu"))) {
    const start = from + index;
    if (start <= offset && offset <= start + handle.length)
      return { start, end: start + handle.length, text: handle };
  }
  return undefined;
}
