import { promptsIn } from "../../create/prompts.ts";
import type { Prompt } from "../../create/prompts.ts";
import type { PrdDocument } from "../../document/model.ts";
import type { Finding } from "../../problem.ts";
import { count } from "../../words/count.ts";
import { listed } from "../../words/listed.ts";
import { headerPlace } from "../../writing/header-edits.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd005: Rule = {
  code: "PRD005",
  name: "template-text",
  severity: "warning",
  seam: "handoff",
  owner: "product",
  check: { pass: "local", run },
};

/** Of a draft, which is still being written, one question; from the review on one where each answer is missing. */
function run({ document, status }: RuleContext): Finding[] {
  const prompts = promptsIn(document);
  if (status === "draft") return prompts.length === 0 ? [] : [summary(prompts, document)];
  return prompts.map(({ start, end, engineering }): Finding => {
    const question = engineering ? "Which options does an engineer see?" : "What should stand there?";
    const message = `"${sectionAt(start, document)}" still holds the template's text. ${question}`;
    return engineering ? { start, end, message, owner: "engineering" } : { start, end, message };
  });
}

/** Stands at the header, so that nothing is underlined where nobody has written yet. */
function summary(prompts: readonly Prompt[], document: PrdDocument): Finding {
  const sections = [...new Set(prompts.map(({ start }) => sectionAt(start, document)))];
  const stand = `${count(prompts.length, "prompt")} of the template still ${prompts.length === 1 ? "stands" : "stand"}`;
  const message = `${stand} in ${listed(sections)}. What goes there?`;
  const owner = prompts.every(({ engineering }) => engineering) ? "engineering" : "product";
  return { ...headerPlace(document), message, owner, data: "draft" };
}

function sectionAt(offset: number, { sections, title }: PrdDocument): string {
  const section = sections.findLast(({ start }) => start <= offset);
  return section?.within ?? section?.heading.text ?? title?.text ?? "this document";
}

export const docs: RuleDocs = {
  summary: `"Why" still holds the template's text. What should stand there?`,
  rationale: `A new PRD begins with questions where the answers go. One that was never answered looks like content from
afar: the section is there, nothing seems to be missing, and the reader finds out at the worst time.

Write over the question, or delete the line where this PRD has no answer to it. A draft is still being written, so of
a draft it asks once; from the review on it asks at each of them.`,
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
    {
      title: "A draft in which two questions are left: one problem, at its header",
      status: "draft",
      bad: `## Why

- **Problem:** Who has it, how often, and how do you know?
- **Success:** Which number moves, from what to what, by when?
`,
      good: `## Why

- **Problem:** 41% of export tickets ask for "only last month" (212 of 517, Q2).
- **Success:** export tickets fall from 517 to under 350 a quarter by 2026-Q4.
`,
    },
  ],
};
