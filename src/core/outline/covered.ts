import type { Range } from "../text/range.ts";

/** Tells whether an offset lies in one of the ranges, which may overlap. */
export function covered(ranges: readonly Range[]): (offset: number) => boolean {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return (offset) => {
    let low = 0;
    let high = joined.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joined[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset < (joined[low - 1]?.end ?? -1);
  };
}
