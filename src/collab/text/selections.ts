import type { BufferSelection } from "../editor-port.ts";

/** Selections, both ends of each where `place` puts them. */
export function placed(
  selections: readonly BufferSelection[],
  place: (offset: number) => number,
): BufferSelection[] {
  return selections.map(({ anchor, head }) => ({ anchor: place(anchor), head: place(head) }));
}
