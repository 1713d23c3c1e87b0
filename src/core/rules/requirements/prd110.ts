import { asRead } from "../../document/moved.ts";
import { seldom } from "../../document/seldom.ts";
import { constraintState, mayWait } from "../../document/state.ts";
import { isMovedTo } from "../../document/status.ts";
import { daysBetween } from "../../text/days.ts";
import { count } from "../../words/count.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd110: Rule = {
  code: "PRD110",
  name: "constraint-waits",
  severity: "warning",
  seam: "handoff",
  owner: "product",
  check: {
    pass: "local",
    *run({ document, config, today, status }) {
      const blocks = status === "agreed" && !isMovedTo("agreed", document);
      for (const [index, constraint] of seldom(document.constraints, mayWait)) {
        const { state, since, countered } = constraintState(constraint, document);
        if (state === "settled" || state === "disputed") continue;
        // A limit that nobody has put their name to is nobody's turn yet; PRD108 asks who saw it.
        const by = asRead(constraint).head?.who[0];
        if (since === undefined && by === undefined) continue;
        const days = since === undefined ? undefined : daysBetween(since, today);
        const early = days === undefined || days < config.waiting.constraint;
        const { start, end } = constraint.idRange;
        const from = by === undefined ? constraint.id : `${constraint.id} from ${by}`;
        const waits = early ? "waits" : `has waited ${count(days, "day")}`;
        const stops = countered && blocks;
        const place = { start, end, data: index, ...(stops ? { blocks } : early && { early }) };
        yield state === "waits for product"
          ? {
              ...place,
              message: `${from} ${countered ? "was countered and " : ""}${waits} for product${agreed(stops)}. Accept it, counter it, or open a disagreement?`,
            }
          : {
              ...place,
              message: `${from} was countered and ${waits} for engineering${agreed(stops)}. Accept, answer, or open a disagreement?`,
              owner: "engineering",
            };
      }
    },
  },
};

function agreed(stops: boolean): string {
  return stops ? ", and this PRD says that it is agreed" : "";
}

export const docs: RuleDocs = {
  summary: "C1 from @mara has waited 5 days for product.",
  rationale: `An engineer who says what limits a requirement has asked a question. Left alone, it is answered by what gets built,
and the next limit is kept to oneself.

Accept it, counter it with a question or a proposal, or open a disagreement if the two of you will not settle it in writing.
After a counter it is engineering's turn, and what is countered is not agreed: in a PRD that says \`agreed\` it is an error, unless a \`Moved to agreed\` in Review says why it can wait. \`waiting.constraint\` in \`seamwork.yaml\` says how long an
answer may take, in calendar days.`,
  examples: [
    {
      title: "Waiting for product",
      bad: `### R1 · Filter by date range

- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms up to 90 days; past that the job is queued.
`,
      good: `### R1 · Filter by date range

- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms up to 90 days; past that the job is queued. Accepted @lena 2026-07-24.
`,
      status: "in-review",
    },
    {
      title: "Countered, so engineering is due; and one that a disagreement has taken over",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (data, @mara, 2026-07-20): rows from before 2024 have no date. Countered @lena 2026-07-24: can we leave them out
    - **C2** (cost, @mara, 2026-07-20): storing an export costs 0.02 euro a month. See D1.

## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-22: keep exports for a month or a day?
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (data, @mara, 2026-07-20): rows from before 2024 have no date. Countered @lena 2026-07-24: can we leave them out? Accepted @mara 2026-07-27.
    - **C2** (cost, @mara, 2026-07-20): storing an export costs 0.02 euro a month. See D1.

## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-22: keep exports for a month or a day?
`,
      status: "in-review",
    },
    {
      title: "A team that answers within two days",
      bad: `- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-30): p95 under 300 ms up to 90 days.
    - **C2** (perf, @mara, 2026-07-31): 2 s up to a year.
`,
      good: `- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-31): p95 under 300 ms up to 90 days.
    - **C2** (perf, @mara, 2026-07-31): 2 s up to a year.
`,
      config: `version: 1
waiting: { constraint: 2 }
`,
      status: "in-review",
    },
  ],
};
