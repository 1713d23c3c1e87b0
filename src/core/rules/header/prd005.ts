import { templatePlaceholders } from "../../create/template.ts";
import { readingsOf } from "../../document/mentions.ts";
import type { PrdDocument } from "../../document/model.ts";
import { passageOf, rangeIn } from "../../document/passage.ts";
import type { Inline } from "../../markdown/inline.ts";
import type { Piece } from "../../markdown/piece.ts";
import type { Finding, Fix } from "../../problem.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd005: Rule = {
  code: "PRD005",
  name: "template-text",
  severity: "warning",
  seam: "handoff",
  owner: "product",
  summary: `"Why" still holds the template's text. What should stand there?`,
  check: { pass: "local", run },
  fixes,
};

/** Where a template's sentence stands in an inline's text. */
interface Found {
  readonly inline: Inline;
  readonly from: number;
  readonly to: number;
}

const found = new WeakMap<Piece, readonly Found[]>();

function run({ document }: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const placed of document.pieces) {
    for (const { inline, from, to } of foundIn(placed.piece)) {
      const range = rangeIn(passageOf(inline, placed), from, to);
      const message = `"${sectionAt(range.start, document)}" still holds the template's text. What should stand there?`;
      findings.push({ ...range, message });
    }
  }
  return findings;
}

function foundIn(piece: Piece): readonly Found[] {
  let all = found.get(piece);
  if (all === undefined) {
    all = readingsOf(piece).flatMap(({ inline, role }) => (role === "quote" ? [] : placeholdersIn(inline)));
    found.set(piece, all);
  }
  return all;
}

function placeholdersIn(inline: Inline): Found[] {
  const all: Found[] = [];
  for (const sentence of templatePlaceholders) {
    const from = inline.text.indexOf(sentence);
    if (from >= 0) all.push({ inline, from, to: from + sentence.length });
  }
  return all;
}

function sectionAt(offset: number, { sections, title }: PrdDocument): string {
  const section = sections.findLast(({ start }) => start <= offset);
  return section?.within ?? section?.heading.text ?? title?.text ?? "This document";
}

function fixes({ start, end }: Finding): Fix[] {
  const filled = ["export tickets fall from 517 to under 350 a quarter by 2026-Q4"];
  return [
    {
      title: "Select the template's text",
      kind: "guided",
      preferred: true,
      edits: [],
      select: { start, end },
      filled,
    },
  ];
}

export const docs: RuleDocs = {
  rationale: `A new PRD begins with questions where the answers go. One that was never answered looks like content from
afar: the section is there, nothing seems to be missing, and the reader finds out at the worst time.

Write over the question, or delete the line where this PRD has no answer to it.`,
  examples: [
    {
      title: "A new PRD, half filled in",
      bad: `## Why

- **Problem:** 41% of export tickets ask for "only last month" (212 of 517, Q2).
- **Success:** Which number moves, from what to what, by when?
`,
      good: `## Why

- **Problem:** 41% of export tickets ask for "only last month" (212 of 517, Q2).
- **Success:** export tickets fall from 517 to under 350 a quarter by 2026-Q4.
`,
    },
  ],
};
