import { highestStart, shortcutOf } from "../../team/tiers.ts";
import type { Shortcut } from "../../team/tiers.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd508: Rule = {
  code: "PRD508",
  name: "skipped-tier",
  severity: "error",
  seam: "narrative",
  owner: "both",
  on: ["prd", "cycle"],
  check: {
    pass: "local",
    *run({ document, config }) {
      for (const [index, disagreement] of document.disagreements.entries()) {
        const found = shortcutOf(disagreement, highestStart(document, disagreement.between, config));
        if (found === undefined) continue;
        const { start, end } = found.kind === "unsigned" ? found.range : found.by.range;
        yield { start, end, message: messageOf(disagreement.id, found), data: index };
      }
    },
  },
};

function messageOf(id: string, found: Shortcut): string {
  switch (found.kind) {
    case "skipped":
      return found.missing === 1
        ? `${id} began at tier ${found.reached} with no tier 1. When did the two of them talk, and who took it on from there?`
        : `${id} reached tier ${found.reached} with no tier ${found.missing}. Who talked about it there, and when?`;
    case "no such tier":
      return `${id} ${found.by.answer === undefined ? "began at" : "was raised to"} tier ${found.tier}, and there are three: the pair, their managers, strategic. Which one is it?`;
    case "unsigned":
      return `${id} says "Raised to tier ${found.tier}" without people and day, so nobody has it. Who took it on, and when?`;
  }
}

export const docs: RuleDocs = {
  summary: "D2 reached tier 3 with no tier 2.",
  rationale: `Most disagreements between product and engineering are two people who know different things, and end when they talk.
A question that goes straight to the top trains both sides to wait for it, and reaches somebody who knows less than either.

So each tier comes first: the pair, then their managers, then whoever decides on direction. A disagreement between managers
begins at tier 2, because they are that tier; so do most in a cycle. One between the two of a PRD begins at tier 1. Write down the
talk that took place ("Raised to tier 2, @omar and @ines, 2026-07-24."), or take the question back to the tier that it jumped.`,
  examples: [
    {
      title: "From the pair straight to the top",
      bad: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: may an export take ten minutes? Resolved 2026-07-22: yes, with a mail at the end.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-21: do we keep exports for a year? Raised to tier 3, @tom, 2026-07-30.
`,
      good: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: may an export take ten minutes? Resolved 2026-07-22: yes, with a mail at the end.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-21: do we keep exports for a year? Raised to tier 2, @omar and @ines, 2026-07-24. Raised to tier 3, @tom, 2026-07-30.
`,
    },
    {
      title: "Between the two of the PRD, and the first talk is missing",
      bad: `## Disagreements

- **D1** tier 2 (trade-off), @lena and @mara, 2026-07-20: queue or refuse past 90 days? Resolved 2026-07-28: queue.
- **D2** tier 2 (trade-off), @omar and @ines, 2026-07-20: one data engineer for two teams
`,
      good: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: queue or refuse past 90 days? Raised to tier 2, @omar and @ines, 2026-07-24. Resolved 2026-07-28: queue.
- **D2** tier 2 (trade-off), @omar and @ines, 2026-07-20: one data engineer for two teams
`,
    },
    {
      title: "A cycle, in which managers begin at their own tier",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-30: two teams need the same data engineer in August.
- **D2** tier 3 (strategic), @omar and @ines, 2026-07-28: do we still sell to banks?
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-30: two teams need the same data engineer in August.
- **D2** tier 2 (strategic), @omar and @ines, 2026-07-28: do we still sell to banks? Raised to tier 3, @tom, 2026-07-30.
`,
    },
    {
      title: "Raised, but nobody knows to whom; and a tier that does not exist",
      bad: `## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-28: queue or refuse past 90 days? Raised to tier 2.
- **D2** tier 4, @lena and @mara, 2026-07-28: do we want exports at all?
`,
      good: `## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-28: queue or refuse past 90 days? Raised to tier 2, @omar and @ines, 2026-08-01.
- **D2** tier 1, @lena and @mara, 2026-07-28: do we want exports at all?
`,
      count: 2,
    },
  ],
};
