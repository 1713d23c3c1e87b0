import { idKey } from "../recognise/ids.ts";
import type { Requirement } from "./model.ts";
import { changed } from "./moved-requirement.ts";

/**
 * A table of requirements is often a summary of headings below it: a row and a heading (or item) with one id are one
 * requirement, unless their titles share no word; so are a row and a bold paragraph that only says that details follow.
 * The heading is kept, with what only the row says.
 */
export function mergeRows(requirements: readonly Requirement[]): Requirement[] {
  const others = new Map<string, Requirement>();
  for (const one of requirements)
    if (one.form !== "row") others.set(idKey(one.id), others.get(idKey(one.id)) ?? one);
  const rows = new Map<Requirement, Requirement[]>();
  for (const row of requirements) {
    const other = row.form === "row" ? others.get(idKey(row.id)) : undefined;
    if (other === undefined || !(shareWord(row, other) || isDetail(other))) continue;
    rows.set(other, [...(rows.get(other) ?? []), row]);
  }
  if (rows.size === 0) return [...requirements];
  const merged = new Set([...rows.values()].flat());
  return requirements
    .filter((one) => !merged.has(one))
    .map((one) => {
      const own = rows.get(one);
      if (own === undefined) return one;
      const facets = { ...one.facets };
      for (const row of own) {
        for (const facet of Object.values(row.facets)) {
          if (facets[facet.name]?.empty !== false) facets[facet.name] = facet;
        }
      }
      const also = own.map(({ start, end }) => ({ start, end }));
      const soThat = one.soThat ?? own.find((row) => row.soThat !== undefined)?.soThat;
      const spoken = [...one.spoken, ...own.flatMap((row) => row.spoken)];
      const { title, titleRange } = isDetail(one) ? (own[0] as Requirement) : one;
      return changed(one, { title, titleRange, facets, also, soThat, spoken });
    });
}

/** "**R1 – Details:**" below a table: the row says what it is. */
function isDetail(one: Requirement): boolean {
  return one.form === "paragraph" && wordsOf(one).size <= 1;
}

function shareWord(a: Requirement, b: Requirement): boolean {
  const words = wordsOf(a);
  return [...wordsOf(b)].some((word) => words.has(word));
}

/** Words that carry a meaning, without plural endings; a title's, and of a row without title all that it says. */
function wordsOf({ title }: Requirement): Set<string> {
  return new Set(
    (title.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
      .filter((word) => !stopWords.has(word))
      .map((word) => word.replace(/(?:es|s)$/, "")),
  );
}

const stopWords = new Set(
  "the and for with must should shall can will are not all any each that this from into".split(" "),
);
