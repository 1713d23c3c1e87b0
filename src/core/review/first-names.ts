import { sectionNames } from "../format/section-names.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import type { TableRow } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import { isSaid, leadOf } from "../recognise/lead.ts";

/*
 * The words and ids of first-version.ts. Nothing here changes any more.
 */

const sections: Readonly<Record<SectionName, string>> = {
  Why: "why,problem statement,problem,background,motivation,context",
  Requirements:
    "requirements,functional requirements,non-functional requirements,nonfunctional requirements,user stories",
  Constraints: "constraints,technical constraints",
  Acceptance: "acceptance criteria,acceptance,definition of done",
  Assumptions: "assumptions",
  Feasibility:
    "feasibility,technical feasibility,alternatives,alternatives considered,options,options considered",
  Questions: "questions,open questions",
  Disagreements: "disagreements,escalations",
  Review: "review,approvals,sign-off,signoff",
  Retro: "retro,retrospective",
};

/** @param added the team's further names */
export function sectionFinder(
  added: Readonly<Partial<Record<string, readonly string[]>>>,
): (heading: string) => SectionName | undefined {
  const names = new Map(
    sectionNames.flatMap((name) =>
      [...sections[name].split(","), ...(added[name] ?? []).map(fold)].map((alias) => [alias, name] as const),
    ),
  );
  return (heading) =>
    names.get(fold(heading.replace(/^\s*(?:\d+(?:\.\d+)*[.):]?|[IVX]+\.)\s+/, "").trim())) ??
    names.get(fold(heading));
}

function fold(heading: string): string {
  if (heading.length > 100) return heading;
  return heading
    .normalize("NFC")
    .replace(/[\s:：.]+$/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

const facets: Readonly<Record<string, FacetName>> = Object.fromEntries(
  Object.entries({
    why: "why,rationale,reason,motivation",
    edgeCases: "edge cases,edge case,corner cases",
    constraints: "constraints,constraint,technical constraints",
    accept:
      "accept,acceptance,acceptance criteria,acceptance criterion,acceptance test,acceptance tests,ac,done when,definition of done",
  }).flatMap(([name, aliases]) => aliases.split(",").map((alias) => [alias, name as FacetName])),
);

/** The facet that a bold lead, heading or column names. */
export function facetNamed(label: string): FacetName | undefined {
  const words = label
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s:：.–—-]+$/, "")
    .trim()
    .toLowerCase();
  return Object.hasOwn(facets, words) ? facets[words] : undefined;
}

const id = String.raw`[A-Z]{1,5}-?\d{1,9}(?:\.\d{1,9})*`;
const plainId = new RegExp(String.raw`^\s*(${id})(?=\s*(?:[:·|)]|[–—-]\s|\.\s|$)|[ \t]*\n)`);
const boldId = new RegExp(String.raw`^\s*(${id})(?![\w.-]*\w)`);
const rowId = new RegExp(String.raw`^\s*${id}(?![\p{L}\p{N}-])`, "u");

/** An id and the index behind it and what separates it. */
export interface Named {
  readonly id: string;
  readonly after: number;
}

/** The id that an item or paragraph begins with. */
export function itemId(inline: Inline): Named | undefined {
  return idWith(leadOf(inline).bold === undefined ? plainId : boldId, inline, 0);
}

/** The id that a heading or cell begins with, whatever follows it. */
export function headingId(inline: Inline): Named | undefined {
  return idWith(boldId, inline, /^\s*(?:\d+(?:\.\d+)*[.):]?\s+)?/.exec(inline.text)?.[0].length ?? 0);
}

function idWith(pattern: RegExp, inline: Inline, from: number): Named | undefined {
  const { text } = inline;
  const found = pattern.exec(text.slice(from));
  if (found?.[1] === undefined) return undefined;
  const end = from + found[0].length;
  if (!isSaid(inline, end - 1)) return undefined;
  return { id: found[1], after: end + (/^[\s:：·|)–—.-]*/.exec(text.slice(end))?.[0].length ?? 0) };
}

/** Whether a row of a table begins with an id. */
export function hasId({ cells }: TableRow): boolean {
  return rowId.test(cells[0]?.text ?? "");
}
