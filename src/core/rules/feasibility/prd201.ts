import { templatePlaceholders } from "../../create/template.ts";
import { assumptionState } from "../../document/state.ts";
import type { Status } from "../../format/status.ts";
import type { Rule, RuleDocs } from "../rule.ts";

/** What is about to happen, or has happened, on an untested assumption. A draft is still for guessing. */
const stage: Readonly<Partial<Record<Status, string>>> = {
  "in-review": "is untested and this is about to be agreed",
  agreed: "is untested and this is agreed",
  building: "is untested and this is being built",
  launched: "is untested and this has launched",
  closed: "was never tested",
  parked: "is untested",
};

export const prd201: Rule = {
  code: "PRD201",
  name: "untested-assumption",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  check: {
    pass: "local",
    *run({ document, status }) {
      const when = stage[status];
      for (const [index, assumption] of document.assumptions.entries()) {
        if (assumptionState(assumption).state !== "untested") continue;
        const { id, idRange } = assumption;
        const { start, end } = idRange;
        if (when !== undefined)
          yield { start, end, message: `${id} ${when}. Did it hold, and who has looked?`, data: index };
        // The template's question is asked about by itself until somebody has written there.
        else if (!templatePlaceholders.includes(assumption.body))
          yield {
            start,
            end,
            message: `${id} is untested. Who could look, and how?`,
            data: index,
            early: true,
          };
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "A2 is untested and this is about to be agreed.",
  rationale: `An assumption is a bet. Before a PRD is agreed, the pair can still test it for the price of a query or a call; after
that, the launch tests it.

Say who tested it, when, and whether it held. One that broke is good news at this point: name the constraint or requirement
that answers it. A draft may hold as many untested assumptions as it likes.`,
  examples: [
    {
      title: "A list of assumptions",
      bad: `## Constraints

- **C1** (perf, @mara, 2026-07-20): past 90 days the job is queued. Accepted @lena 2026-07-21.

## Assumptions

- **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: held.
- **A2** Exports are opened on the day they are made.
`,
      good: `## Constraints

- **C1** (perf, @mara, 2026-07-20): past 90 days the job is queued. Accepted @lena 2026-07-21.

## Assumptions

- **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: held.
- **A2** Exports are opened on the day they are made. Tested @lena 2026-07-22: broke, see C1.
`,
      status: "in-review",
    },
    {
      title: "A table of assumptions",
      bad: `## Requirements

### R1 · Filter by date range

## Assumptions

| ID | Assumption | Tested | Result |
| --- | --- | --- | --- |
| A1 | Nobody exports more than 2 years at once | 2026-07-21 | held |
| A2 | Exports are opened on the day they are made | | |
`,
      good: `## Requirements

### R1 · Filter by date range

## Assumptions

| ID | Assumption | Tested | Result |
| --- | --- | --- | --- |
| A1 | Nobody exports more than 2 years at once | 2026-07-21 | held |
| A2 | Exports are opened on the day they are made | 2026-07-22 | held |
`,
    },
    {
      title: "Being built on a guess",
      bad: `## Requirements

### R1 · Filter by date range

## Assumptions

1. **A1** Nobody exports more than 2 years at once
`,
      good: `## Requirements

### R1 · Filter by date range

## Assumptions

1. **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: held.
`,
      status: "building",
    },
  ],
};
