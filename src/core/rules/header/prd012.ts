import {
  MAX_DEPTH,
  MAX_DOCUMENT_COST,
  MAX_INDENT,
  MAX_PIECE_COST,
  MAX_TEXT,
  parsingCost,
} from "../../markdown/limits.ts";
import type { Finding } from "../../problem.ts";
import { lineEndAt } from "../../text/lines.ts";
import type { Range } from "../../text/range.ts";
import { figure } from "../../words/count.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd012: Rule = {
  code: "PRD012",
  name: "too-deep",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "local", run },
};

function run({ document: { text, tooDeep } }: RuleContext): Finding[] {
  return tooDeep.map((stretch) => {
    // The first line is enough to find it; the whole of it may fill screens.
    const start =
      stretch.start + (/^[\s]{0,200}/.exec(text.slice(stretch.start, stretch.start + 200))?.[0].length ?? 0);
    const end = Math.min(lineEndAt(text, start), stretch.end, start + 200);
    return { start, end: Math.max(start, end), message: reason(text, stretch) };
  });
}

function reason(text: string, { start, end }: Range): string {
  if (end > MAX_TEXT) {
    return `Nothing from here on is checked: a document is read up to ${MAX_TEXT / 1024 / 1024} million characters. Could this be two documents?`;
  }
  const stretch = text.slice(start, end);
  const cost = parsingCost(stretch);
  // Where the measure of a whole document is full, all that follows is left out, with its headings.
  if (end === text.length && cost < Number.POSITIVE_INFINITY && /[\r\n]#{1,6}[ \t]/.test(stretch)) {
    return `Nothing from here on is checked: this document has more markup than about ${itemsIn(MAX_DOCUMENT_COST)} list items. Could this be two documents?`;
  }
  if (cost > MAX_PIECE_COST && cost < Number.POSITIVE_INFINITY) {
    return `This is too much to check in one piece: more than about ${itemsIn(MAX_PIECE_COST)} list items, or as much in long paragraphs and tables, without a heading. Could headings divide it?`;
  }
  return `This block is nested too deeply to check: lists and quotes nest up to ${MAX_DEPTH} deep on a line, and ${MAX_INDENT} columns far in. Could it be flatter?`;
}

/** How many list items with a few words and one bold one cost as much. */
function itemsIn(cost: number): string {
  return figure(Math.round(cost / 180 / 100) * 100);
}

export const docs: RuleDocs = {
  summary: "This block is nested or marked up too deeply to check. Lists and quotes nest up to 100 deep.",
  rationale: `Markdown can be written so that reading it takes minutes, for a program as for a person. Such a stretch is left
out, and this rule says so: nothing in it is checked, counted or found.

The limits are ${MAX_DEPTH} marks of lists and quotes on one line, ${MAX_INDENT} columns of indentation, and, between two
headings, about as much markup as ${itemsIn(MAX_PIECE_COST)} list items have. A heading in between, or a table moved to a file of its own, is enough.`,
  examples: [
    {
      title: "A mail thread, pasted with all its quotes",
      bad: `## Why

${"> ".repeat(MAX_DEPTH + 1)}Can we have only last month?
`,
      good: `## Why

> Can we have only last month?
`,
    },
  ],
};
