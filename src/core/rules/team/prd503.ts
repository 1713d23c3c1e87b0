import { normalizeHandle } from "../../config/people.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Cycle } from "../../facts/model.ts";
import { changesText, splitText, standingAgreements, unaccounted } from "../../facts/split.ts";
import type { SplitChange } from "../../facts/split.ts";
import { place } from "../../writing/snippet.ts";
import { headerEdits, renegotiationEdit } from "../../writing/team/renegotiate.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd503: Rule = {
  code: "PRD503",
  name: "split-changed",
  severity: "error",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: {
    pass: "local",
    *run({ document }) {
      const cycle = cycleOf(document);
      const changes = cycle === undefined ? [] : unaccounted(cycle);
      if (cycle === undefined || changes.length === 0) return;
      const { start, end } = cycle.splitRange;
      const message = `The split is not the one that was agreed (${changesText(changes)}), and no renegotiation says why. Who agreed to that, and because of what?`;
      yield { start, end, message };
    },
  },
  fixes: (_, { document, today }) => {
    const cycle = cycleOf(document);
    const changes = cycle === undefined ? [] : unaccounted(cycle);
    if (cycle?.split === undefined || changes.length === 0) return [];
    const before = {
      ...cycle.split,
      ...Object.fromEntries(changes.map(({ bucket, from }) => [bucket, from])),
    };
    return [
      {
        title: `Write ${nextN(document)}: ${changesText(changes)}`,
        kind: "guided",
        preferred: true,
        edits: [draft(document, cycle, changes, today)],
        filled: ["@lena", "@mara", "the June outage needs two more weeks"],
      },
      {
        title: `Back to ${splitText(before)}, which was agreed`,
        kind: "guided",
        edits: headerEdits(
          document,
          changes.map(({ bucket, from, to }) => ({ bucket, from: to, to: from })),
        ),
      },
    ];
  },
};

function nextN({ definitions }: PrdDocument): string {
  return nextId(
    "N",
    definitions.map(({ id }) => id),
  );
}

/** Both who agreed before are likely to have decided this, and only they can say why. */
function draft(document: PrdDocument, cycle: Cycle, changes: readonly SplitChange[], today: string) {
  const agreed = standingAgreements(cycle).flatMap(({ who }) =>
    who === undefined ? [] : [normalizeHandle(who)],
  );
  const [one = "@who", other = "@who"] = agreed;
  const why = place("what was learned since");
  return renegotiationEdit(document, changes, [place(one), place(other)], today, [why, "."]);
}

export const docs: RuleDocs = {
  summary: "The split is not the one that was agreed, and no renegotiation says why.",
  rationale: `Neither side changes an agreed split alone. Each agreement says the split that it was given for, so a header that says another
one shows: somebody moved weeks from one side to the other, and the other side may learn of it when they are missing.

If both of you decided that, write who did, when and why; the fix has the numbers. If not, go back to what was agreed. Each renegotiation
says what it changed from, so they are followed in their order.`,
  examples: [
    {
      title: "Five per cent went from product to ops in August",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 55
health: 25
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 55
health: 25
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.

## Renegotiations

- **N1** @lena and @mara, 2026-08-01: product 60 to 55, ops 15 to 20. Because the June outage needs two more weeks.
`,
    },
    {
      title: "Another change after the one that was renegotiated",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 50
health: 30
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.

## Renegotiations

- **N1** @lena and @mara, 2026-07-10: product 60 to 55, ops 15 to 20. Because the June outage needs two more weeks.
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 50
health: 30
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.

## Renegotiations

- **N1** @lena and @mara, 2026-07-10: product 60 to 55, ops 15 to 20. Because the June outage needs two more weeks.
- **N2** @lena and @mara, 2026-08-01: product 55 to 50, health 25 to 30. Because the database has to move before October.
`,
    },
  ],
};
