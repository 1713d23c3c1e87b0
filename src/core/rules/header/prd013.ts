import type { PrdDocument } from "../../document/model.ts";
import type { Finding } from "../../problem.ts";
import { lineIndex } from "../../text/lines.ts";
import { oneLine } from "../../words/sentence.ts";
import { shorten } from "../../words/shorten.ts";
import { headerPlace } from "../../writing/header-edits.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";
import { likelyRequirements } from "./likely-requirements.ts";

export const prd013: Rule = {
  code: "PRD013",
  name: "no-requirement",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "product",
  check: { pass: "local", run },
};

/** Longest heading that the message quotes, in UTF-16 units. */
export const MOST_QUOTED = 60;

/** What the editor needs to know to offer the heading as an alias. */
export interface NoRequirementData {
  /** The heading under which they may be, as it is written. */
  readonly heading: string;
}

function run({ document }: RuleContext): Finding[] {
  if (document.requirements.length > 0 || !hasBody(document)) return [];
  const { start, end } = document.title ?? headerPlace(document);
  const likely = likelyRequirements(document);
  if (likely === undefined) {
    const message =
      "Nothing here looks like a requirement yet. What will be the first heading or list item under `## Requirements`?";
    return [{ start, end, message }];
  }
  const { heading, name } = likely.section;
  const line = lineIndex(document.text).positionAt(heading.start).line + 1;
  const quoted = shorten(oneLine(heading.text), MOST_QUOTED);
  if (name === "Requirements") {
    const message = `Nothing here looks like a requirement. Could each one under "${quoted}" (line ${line}) begin with an id, like \`**R1** …\`?`;
    return [{ start, end, message }];
  }
  const message = `Nothing here looks like a requirement. Is it under "${quoted}" (line ${line})?`;
  const data: NoRequirementData = { heading: oneLine(heading.text) };
  return [{ start, end, message, data }];
}

/** Something is written below the header and the headings. */
function hasBody({ pieces }: PrdDocument): boolean {
  return pieces.some(({ piece }) => piece.blocks.some(({ type }) => type !== "heading"));
}

export const docs: RuleDocs = {
  summary: `Nothing here looks like a requirement. Is it under "Core features" (line 40)?`,
  rationale: `A document in which no requirement is recognised has nothing to ask about, and "no problems" would be the answer to a
question that nobody put. So this says what was not seen, and where it may be.

Requirements stand under \`## Requirements\` or a heading that means the same, one heading, list item or row each. A team that calls
that section something else says so once, in \`seamwork.yaml\`: \`sections: { aliases: { Requirements: ["Core features"] } }\`. \`seamwork
outline\` shows what is recognised in a file, line by line.`,
  examples: [
    {
      title: "A page that tells why, and not yet what",
      bad: `## Why

Analysts close their books on calendar months, and support sends them rows by hand 40 times a month.
`,
      good: `## Why

Analysts close their books on calendar months, and support sends them rows by hand 40 times a month.

## Requirements

### R1 · Filter by date range

An analyst can pick a first and a last day.
`,
    },
  ],
};
