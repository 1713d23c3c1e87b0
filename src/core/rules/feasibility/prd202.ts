import { idKey } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { assumptionState } from "../../document/state.ts";
import type { Range } from "../../text/range.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd202: Rule = {
  code: "PRD202",
  name: "broken-assumption-unanswered",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "both",
  check: {
    pass: "local",
    *run({ document }) {
      let answering: Set<string> | undefined;
      let named: Set<string> | undefined;
      for (const [index, assumption] of document.assumptions.entries()) {
        const { state, ids } = assumptionState(assumption);
        if (state !== "broke") continue;
        answering ??= answeringKeys(document);
        if (ids.some((id) => answering?.has(idKey(id)))) continue;
        named ??= namedKeys(document);
        if (named.has(idKey(assumption.id))) continue;
        const { start, end } = assumption.idRange;
        const message = `${assumption.id} broke, but no requirement or constraint answers it. What changes because of it?`;
        yield { start, end, message, data: index };
      }
    },
  },
};

/** Whatever is no assumption and no question can answer one: a limit, a requirement, another option, a disagreement. */
function answeringKeys({ definitions }: PrdDocument): Set<string> {
  const keys = new Set<string>();
  for (const { id, kind } of definitions)
    if (kind !== "assumption" && kind !== "question") keys.add(idKey(id));
  return keys;
}

/** Assumptions that a requirement or constraint names. */
function namedKeys({ mentions, requirements, constraints }: PrdDocument): Set<string> {
  const found = mentions.filter(({ target }) => target?.kind === "assumption").sort(byStart);
  const ranges: Range[] = found.length === 0 ? [] : [...requirements, ...constraints].sort(byStart);
  const keys = new Set<string>();
  let next = 0;
  let until = 0;
  for (const { id, start } of found) {
    for (let range = ranges[next]; range !== undefined && range.start <= start; range = ranges[++next]) {
      until = Math.max(until, range.end);
    }
    if (start < until) keys.add(idKey(id));
  }
  return keys;
}

function byStart(a: Range, b: Range): number {
  return a.start - b.start;
}

export const docs: RuleDocs = {
  summary: "A1 broke, but no requirement or constraint answers it.",
  rationale: `An assumption that broke changes something: a requirement, a limit, the option that was chosen. Where nothing refers
to it, the document still promises what the test has disproved.

Name what answers it ("broke, see C1"), or let the requirement or constraint name the assumption.`,
  examples: [
    {
      title: "Broken, and nothing follows",
      bad: `## Requirements

- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-30): past 90 days the job is queued.

## Assumptions

- **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: broke.
`,
      good: `## Requirements

- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-30): past 90 days the job is queued.

## Assumptions

- **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: broke, see C1.
`,
    },
    {
      title: "Refers to another assumption only; the requirement may name it instead",
      bad: `## Requirements

### R1 · Filter by date range

An analyst can pick a start and an end date of up to two years.

## Assumptions

- **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: broke, as A2 did
- **A2** Exports are opened on the day they are made. Tested @lena 2026-07-22: held.
`,
      good: `## Requirements

### R1 · Filter by date range

An analyst can pick a start and an end date; past two years (A1) the job is queued.

## Assumptions

- **A1** Nobody exports more than 2 years at once. Tested @mara 2026-07-21: broke, as A2 did
- **A2** Exports are opened on the day they are made. Tested @lena 2026-07-22: held.
`,
    },
  ],
};
