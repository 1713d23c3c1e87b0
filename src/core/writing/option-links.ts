import { nextId } from "../recognise/ids.ts";
import type { PrdDocument } from "../document/model.ts";
import type { Fix, FixEdit } from "../problem.ts";
import type { Range } from "../text/range.ts";
import { newOption } from "./new-option.ts";

/** More options than this are found faster by typing. */
const MOST_LINKS = 3;

/** Fixes for a phrase that stands for an option with a time and a trade-off: name one that is there, or add it. */
export function optionFixes({ end }: Range, document: PrdDocument): Fix[] {
  const { optionTables } = document;
  const ids = optionTables.flatMap(({ options }) => options.flatMap(({ id }) => id ?? []));
  const links = ids.slice(0, MOST_LINKS).map((id): Fix => ({
    title: `Say that this is about ${id}`,
    kind: "guided",
    edits: [linkAt(end, id)],
  }));
  const id = nextId(
    "F",
    document.definitions.map((one) => one.id),
  );
  const option = newOption(id, document);
  const add: Fix = {
    title: `Add it as option ${id}, with its time and trade-off`,
    kind: "guided",
    edits: [linkAt(end, id), option.edit],
    preferred: links.length === 0,
    filled: option.filled,
  };
  return [...links.map((link, index) => (index === 0 ? { ...link, preferred: true } : link)), add];
}

/** Names what a phrase is about, right behind it. */
export function linkAt(offset: number, id: string): FixEdit {
  return { start: offset, end: offset, newText: ` (see ${id})` };
}
