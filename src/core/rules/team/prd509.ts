import { disagreementState } from "../../document/state.ts";
import { headerKind } from "../../document/header.ts";
import { isMovedTo } from "../../document/status.ts";
import { overdue } from "../../team/tiers.ts";
import { count } from "../../words/count.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd509: Rule = {
  code: "PRD509",
  name: "disagreement-sits",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  on: ["prd", "cycle"],
  check: {
    pass: "local",
    *run({ document, config, today, status }) {
      const agreed = status === "agreed" && headerKind(document.header) === "prd";
      const blocks = agreed && !isMovedTo("agreed", document);
      const said = blocks ? ", and this PRD says that it is agreed" : "";
      for (const [index, disagreement] of document.disagreements.entries()) {
        const found = overdue(disagreementState(disagreement), config, today);
        const { start, end } = disagreement.idRange;
        if (found === undefined) {
          const { state, tier } = disagreementState(disagreement);
          if (state === "settled") continue;
          const owner = tier > 1 ? "managers" : "both";
          const message = `${disagreement.id} is open at tier ${tier}${said}. What would settle it?`;
          yield { start, end, message, data: index, owner, ...(blocks ? { blocks } : { early: true }) };
          continue;
        }
        const sat = `${disagreement.id} has sat at tier ${found.tier} for ${count(found.days, "day")}${said}`;
        const ask =
          found.tier === 1
            ? "Resolve it, or raise it to your managers?"
            : "Resolve it, or raise it to tier 3?";
        const owner = found.tier === 1 ? "both" : "managers";
        yield { start, end, message: `${sat}. ${ask}`, data: index, owner, ...(blocks && { blocks }) };
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "D1 has sat at tier 1 for 9 days.",
  rationale: `A disagreement that sits is answered all the same, in code or in a promise, and each side learns of it late. It either
ends where it is, or goes to the people who can end it.

Resolve it with the words that settled it ("Resolved 2026-08-01: …"), or raise it. \`escalation\` in \`seamwork.yaml\` says how long
it may sit, in calendar days: 7 at tier 1 and 14 at tier 2, unless the team says otherwise.

A PRD with an open disagreement is not agreed: where it says \`agreed\`, this is an error, unless a \`Moved to agreed\` in Review says why it can wait.`,
  examples: [
    {
      title: "Nine days between the two",
      bad: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-23: queue or refuse past 90 days
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-26: a mail at the end, or none?
`,
      good: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-23: queue or refuse past 90 days. Resolved 2026-08-01: queue, with a mail at the end.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-26: a mail at the end, or none?
`,
      status: "in-review",
    },
    {
      title: "With the managers, whose days count from when it came to them",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-10: two teams need the same data engineer in August.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-01: who answers tickets? Raised to tier 2, @omar and @ines, 2026-07-20.
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-10: two teams need the same data engineer in August. Raised to tier 3, @tom, 2026-08-01.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-01: who answers tickets? Raised to tier 2, @omar and @ines, 2026-07-20.
`,
    },
    {
      title: "A team that gives its pairs three days, and says who manages whom",
      bad: `## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-28: queue or refuse past 90 days?
`,
      good: `## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-28: queue or refuse past 90 days? Raised to tier 2, @omar and @ines, 2026-08-01.
`,
      config: `version: 1
people:
  "@lena": { name: Lena, role: pm, manager: "@omar" }
  "@mara": { name: Mara, role: eng, manager: "@ines" }
  "@omar": { name: Omar, role: manager }
  "@ines": { name: Ines, role: manager }
escalation: { tier1: 3 }
`,
      status: "in-review",
    },
    {
      title: "Agreed, and not of one mind",
      bad: `## Disagreements

- **D1** tier 3, @lena and @mara, 2026-07-31: queue or refuse past 90 days?
`,
      good: `## Disagreements

- **D1** tier 3, @lena and @mara, 2026-07-31: queue or refuse past 90 days? Resolved 2026-08-01: queue, with a mail at the end.
`,
      status: "agreed",
    },
  ],
};
