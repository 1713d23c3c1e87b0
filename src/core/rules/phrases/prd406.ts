import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

export const prd406: Rule = {
  code: "PRD406",
  name: "decision-without-author",
  severity: "information",
  seam: "narrative",
  owner: "both",
  on: everyKind,
  check: phraseCheck("PRD406", ({ quote }) => `"${quote}": by whom, and when?`),
};

export const docs: RuleDocs = {
  summary: `"It was decided": by whom, when?`,
  rationale: `A decision that nobody made cannot be asked about. When its reasons no longer hold, whoever wants to reopen it has nobody
to go to, and the other side learns that things happen to them.

Name who decided, or when: either is enough to find the rest.`,
  examples: [
    {
      title: "Nobody decided, on no day",
      bad: `## Why

It was decided to leave out saved filters. Archiving was descoped.
`,
      good: `## Why

It was decided by @lena and @mara to leave out saved filters. Archiving was descoped on 2026-07-20.
`,
      count: 2,
    },
    {
      title: "In a list item",
      bad: `- **FR-1:** The export holds only rows of the range.
  - **Why:** as previously agreed, finance comes first.
`,
      good: `- **FR-1:** The export holds only rows of the range.
  - **Why:** finance comes first, as @omar and @ines agreed on 2026-07-02.
`,
    },
  ],
};
