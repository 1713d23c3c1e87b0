import { lateHeaderAt } from "../../document/header.ts";
import type { PrdDocument } from "../../document/model.ts";
import { isBinding } from "../../document/status.ts";
import type { Finding } from "../../problem.ts";
import { lineEndAt } from "../../text/lines.ts";
import type { Range } from "../../text/range.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd001: Rule = {
  code: "PRD001",
  name: "missing-header",
  severity: "error",
  seam: "handoff",
  owner: "both",
  always: true,
  check: { pass: "local", run },
};

function run(context: RuleContext): Finding[] {
  // Names below it say that people agreed: without its header nothing would see that they no longer do.
  const always = isBinding(context.document, context.previous?.text);
  return found(context).map((one) => (always ? { ...one, always } : one));
}

function found({ document }: RuleContext): Finding[] {
  const { header } = document;
  if (header.field("prd") !== undefined) return [];
  if (header.unclosed) {
    const message =
      "This header has no end, so it counts as text. Close it with a line of three dashes, `---`.";
    return [{ ...firstLine(document, 0), message }];
  }
  const error = header.errors[0];
  if (header.present && header.fields.length === 0 && error !== undefined) {
    return [{ start: error.start, end: error.end, message: error.message }];
  }
  if (header.present) {
    const message = "This header has no `prd`, so nobody can refer to this PRD. Adopt it to give it an id.";
    return [{ ...firstLine(document, 0), message }];
  }
  const { title, text } = document;
  const late = lateHeaderAt(text);
  if (late !== undefined) {
    const message = "A header must begin on the first line; could the empty lines above it go?";
    return [{ start: late, end: late + 3, message }];
  }
  const place = title ?? firstLine(document, Math.max(0, text.search(/\S/)));
  const message =
    "No PRD header, so nobody can see who is paired on this. Adopt it to add one; no word changes.";
  return [{ start: place.start, end: place.end, message }];
}

function firstLine({ text }: PrdDocument, start: number): Range {
  return { start, end: lineEndAt(text, start) };
}

export const docs: RuleDocs = {
  summary: "No PRD header, so nobody can see who is paired on this. Adopt it?",
  rationale: `A header at the top of the file says which PRD this is, how far along it is, and which product manager and which
engineer write it together. Without one the file is only a _candidate_: it lies where the team keeps its PRDs, and
nothing else is checked.

Adopting adds the header, and ids to bullets of Requirements and Assumptions that have none. No word of the text
changes, and who is paired stays for the two of you to say.`,
  examples: [
    {
      title: "A document from before the team used the format",
      bad: `# Filter exports by date

## Problem Statement

41% of export tickets ask for "only last month" (212 of 517, Q2).
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: draft
pm: "@lena"
eng: "@mara"
---

# Filter exports by date

## Problem Statement

41% of export tickets ask for "only last month" (212 of 517, Q2).
`,
      status: "draft",
      mayFollow: ["PRD002", "PRD013"],
    },
  ],
};
