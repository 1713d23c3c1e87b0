import { disagreementState } from "../../document/state.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd515: Rule = {
  code: "PRD515",
  name: "wrong-tier",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  on: ["prd", "cycle"],
  check: {
    pass: "local",
    *run({ document }) {
      for (const [index, disagreement] of document.disagreements.entries()) {
        const { state, tier } = disagreementState(disagreement);
        const { id, nature, idRange, tierRange } = disagreement;
        if (state === "settled") continue;
        const { start, end } = tierRange ?? idRange;
        if (nature === "strategic" && tier === 1) {
          const message = `${id} is strategic and sits at tier 1, where two people cannot settle it. Who takes it on?`;
          yield { start, end, message, data: index };
        } else if (nature === "missing context" && tier === 3) {
          const message = `${id} is a missing context and reached tier 3. Who can tell the two of them what they need to know?`;
          yield { start, end, message, data: index, owner: "managers" };
        }
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "A strategic question sits at tier 1, or a missing context reached tier 3.",
  rationale: `The kind of a disagreement says who can end it. A _missing context_ ends when one side hears what the other knows, so it
is a talk between two; at tier 3 it keeps the wrong people busy. A _strategic_ one is about where the product goes, and two people
cannot settle that between themselves, however long they try.

Raise the strategic one, give the missing context, or write down the kind that it has become.`,
  examples: [
    {
      title: "A strategic question that two people are left with",
      bad: `## Disagreements

- **D1** tier 1 (strategic), @lena and @mara, 2026-07-30: do we still sell to banks?
`,
      good: `## Disagreements

- **D1** tier 1 (strategic), @lena and @mara, 2026-07-30: do we still sell to banks? Raised to tier 2, @omar and @ines, 2026-08-01.
`,
    },
    {
      title: "A missing context at the top",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (missing context), @omar and @ines, 2026-07-20: why does legal need exports for ten years? Raised to tier 3, @tom, 2026-07-28.
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (missing context), @omar and @ines, 2026-07-20: why does legal need exports for ten years? Raised to tier 3, @tom, 2026-07-28. Resolved 2026-08-01: only invoices, by tax law.
`,
    },
  ],
};
