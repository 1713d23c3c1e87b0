import type { PrdDocument } from "../../document/model.ts";
import { sectionNames } from "../../format/section-names.ts";
import { fold } from "../../recognise/fold.ts";
import { withoutNumber } from "../../recognise/names.ts";
import type { SectionName } from "../../format/section-names.ts";
import type { Finding } from "../../problem.ts";
import { knownSections } from "../../writing/section-edits.ts";
import type { KnownSection } from "../../writing/section-edits.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd006: Rule = {
  code: "PRD006",
  name: "section-order",
  severity: "information",
  seam: "handoff",
  owner: "both",
  check: { pass: "local", run },
};

/** Sections that the order speaks of; Constraints and Acceptance stand where they are needed. */
const ranks: ReadonlyMap<SectionName, number> = new Map(
  sectionNames
    .filter((name) => name !== "Constraints" && name !== "Acceptance")
    .map((name, rank) => [name, rank]),
);

interface Misplaced {
  readonly section: KnownSection;
  /** Further headings mean the same section. */
  readonly inParts: boolean;
  /** The section that it usually follows; undefined when it usually comes first. */
  readonly follows: KnownSection | undefined;
  /** The section that it usually comes before. */
  readonly precedes: KnownSection | undefined;
}

function run({ document }: RuleContext): Finding[] {
  return misplaced(document).map((found) => {
    const { section, follows, precedes } = found;
    const place =
      follows === undefined
        ? `usually comes before "${titleOf(precedes)}"`
        : `usually follows "${titleOf(follows)}"`;
    const { start, end } = section.heading;
    const message = `"${titleOf(section)}" ${place}. Would it read better there?`;
    return { start, end, message, data: { movable: canMove(document, found) } };
  });
}

export function titleOf(section: KnownSection | undefined): string {
  return section === undefined ? "" : withoutNumber(section.heading.text).replace(/\s+/g, " ");
}

/**
 * The fewest sections whose move puts all in order: those outside of the longest run that is in order already. Of
 * several headings for one section, the first one tells where it stands. Deeper headings belong to what they stand in,
 * and numbers in headings say that the order is meant.
 */
export function misplaced(document: PrdDocument): Misplaced[] {
  const ranked = knownSections(document).filter(({ name }) => ranks.has(name));
  const depth = Math.min(...ranked.map((section) => section.depth));
  const known = ranked.filter((section) => section.depth === depth);
  const first: KnownSection[] = [];
  for (const section of known) if (!first.some(({ name }) => name === section.name)) first.push(section);
  if (!followsOurs(first)) return [];
  const kept = longestInOrder(first);
  if (kept.length === first.length) return [];
  return first
    .filter((section) => !kept.includes(section) && !isNumbered(section))
    .map((section) => {
      const precedes = kept.find((other) => rankOf(other) > rankOf(section));
      const before = kept.findLast((other) => rankOf(other) < rankOf(section));
      // A section in several parts is followed behind the last part that stands before what comes next.
      const follows =
        before === undefined
          ? undefined
          : known.findLast(
              ({ name, start }) => name === before.name && start < (precedes?.start ?? Infinity),
            );
      const inParts = known.some((other) => other.name === section.name && other !== section);
      return { section, inParts, follows, precedes };
    });
}

/**
 * A document in which most sections are called otherwise than here follows the order of its own style. Every style has
 * requirements, so these say nothing.
 */
function followsOurs(sections: readonly KnownSection[]): boolean {
  const telling = sections.filter(({ name }) => name !== "Requirements");
  return telling.some(isOurs) && telling.filter(isOurs).length * 2 >= telling.length;
}

function isOurs({ name, heading }: KnownSection): boolean {
  return fold(withoutNumber(heading.text)) === fold(name);
}

function isNumbered({ heading }: KnownSection): boolean {
  return withoutNumber(heading.text) !== heading.text.trim();
}

function rankOf({ name }: KnownSection): number {
  return ranks.get(name) ?? 0;
}

/** Of several longest ones, the one that keeps the earliest sections. */
function longestInOrder(sections: readonly KnownSection[]): KnownSection[] {
  const best: KnownSection[][] = [];
  for (const [index, section] of sections.entries()) {
    let longest: KnownSection[] = [];
    for (const before of best.slice(0, index)) {
      const last = before.at(-1);
      if (last !== undefined && rankOf(last) < rankOf(section) && before.length > longest.length)
        longest = before;
    }
    best.push([...longest, section]);
  }
  return best.reduce((a, b) => (b.length > a.length ? b : a), []);
}

/**
 * A section can be moved by itself where its new neighbour is its sibling: elsewhere the headings behind it would
 * change their parents. One that has several parts would leave the others behind. Code or HTML at the end of the text
 * may be open and swallow what follows.
 */
function canMove(document: PrdDocument, { section, inParts, follows, precedes }: Misplaced): boolean {
  if (inParts) return false;
  const neighbour = follows ?? precedes;
  if (neighbour === undefined || neighbour.parent !== section.parent) return false;
  const last = document.pieces.at(-1)?.piece;
  const lastBlock = last?.blocks.at(-1)?.type;
  const touchesEnd = section.end === document.text.length || follows?.end === document.text.length;
  return !touchesEnd || !(last?.tooDeep === true || lastBlock === "code" || lastBlock === "html");
}

export const docs: RuleDocs = {
  summary: '"Review" usually follows "Disagreements". Move it?',
  rationale: `Sections may stand in any order, so this is only a hint. In the usual one (Why, Requirements, Assumptions,
Feasibility, Questions, Disagreements, Review, Retro) whoever reads from the top knows the reason before the request,
and whoever looks for what is still open finds it in the same place in every PRD. Other sections stay where you put them, and
so does everything in a document that calls most of them otherwise: it follows the order of another style.`,
  examples: [
    {
      title: "The review came first",
      bad: `## Why

41% of export tickets ask for "only last month".

## Review

None yet.

## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-22: queue or refuse past 90 days?
`,
      good: `## Why

41% of export tickets ask for "only last month".

## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-22: queue or refuse past 90 days?

## Review

None yet.
`,
    },
    {
      title: "The reason stands at the end",
      bad: `## Requirements

### R1 · Filter by date range

### R2 · Remember the range

## Assumptions

None, because nothing here is new.

## Problem Statement

### Who has it

Analysts.
`,
      good: `## Problem Statement

### Who has it

Analysts.

## Requirements

### R1 · Filter by date range

### R2 · Remember the range

## Assumptions

None, because nothing here is new.
`,
    },
  ],
};
