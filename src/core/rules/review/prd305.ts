import { parseHeader } from "../../document/header.ts";
import { statusIn } from "../../document/status.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd305: Rule = {
  code: "PRD305",
  name: "skipped-agreed",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  check: {
    pass: "local",
    *run({ document, previous }) {
      const value = document.header.field("status")?.values[0];
      const now = statusIn(document.header);
      if (previous === undefined || value === undefined || (now !== "building" && now !== "launched")) return;
      const before = statusIn(parseHeader(previous.text)) ?? "";
      if (!/^(?:draft|in-review)$/.test(before) || document.overrides.some(({ to }) => to === "agreed"))
        return;
      const { start, end, text } = value;
      const message = `The status went from \`${before}\` to \`${text}\` and skipped \`agreed\`. Do both of you stand by it, or should it go back?`;
      yield { start, end, message, data: before };
    },
  },
};

export const docs: RuleDocs = {
  summary: "The status skipped `agreed`.",
  rationale: `\`agreed\` is where both sides say that they stand by the text. A PRD that goes from review to building has been started by one of them.

Agree first, or say in Review why it could not wait: "Moved to agreed @lena 2026-07-30: …". Seamwork asks only where it knows the text before:
in \`seamwork check --since REVISION\`.`,
  examples: [
    {
      title: "From review to building",
      status: "building",
      previous: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: in-review
pm: "@lena"
eng: "@mara"
---

# Filter exports by date
`,
      bad: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: building
pm: "@lena"
eng: "@mara"
---

# Filter exports by date
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: building
pm: "@lena"
eng: "@mara"
---

# Filter exports by date

## Review

- **Moved to agreed** @lena 2026-07-30: the season begins on Monday, and R3 is asked for in parallel.
`,
      mayFollow: ["PRD003"],
    },
  ],
};
