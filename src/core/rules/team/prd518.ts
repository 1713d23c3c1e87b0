import { normalizeHandle, sameHandle } from "../../config/people.ts";
import { insertionAfter } from "../../document/insertion.ts";
import { cycleOf } from "../../facts/cycle.ts";
import { standingAgreements } from "../../facts/split.ts";
import { isOver } from "../../team/cycle-sides.ts";
import { lineEnding } from "../../text/lines.ts";
import { itemEdit } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import type { Said } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd518: Rule = {
  code: "PRD518",
  name: "nothing-given-up",
  severity: "information",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: {
    pass: "local",
    *run({ document, today }) {
      const cycle = cycleOf(document);
      const last = cycle?.agreements.at(-1);
      if (cycle === undefined || last === undefined || isOver(cycle, today)) return;
      if (cycle.gaveUp.some(({ what }) => what !== "")) return;
      const { start, end } = last;
      yield {
        start,
        end,
        message: "Nobody has written down what they gave up. What did each of you not get?",
      };
    },
  },
  fixes: (_, { document }) => {
    const cycle = cycleOf(document);
    const last = cycle?.agreements.at(-1);
    if (cycle === undefined || last === undefined) return [];
    const agreed = standingAgreements(cycle).flatMap(({ who }) =>
      who === undefined ? [] : [normalizeHandle(who)],
    );
    const people = agreed.filter(
      (one, index) => agreed.findIndex((other) => sameHandle(one, other)) === index,
    );
    const [one = "@who", ...others] = people.slice(0, 2);
    const empty = cycle.gaveUp[0];
    const title = "Write down what each of you did not get";
    const filled = ["saved filters, until Q4", "the queue rewrite"];
    if (empty !== undefined) {
      // A line that names somebody and says nothing is filled in.
      const said: Said = [
        document.text.slice(empty.start, empty.end).replace(/[\s:：]+$/, ""),
        ": ",
        place("what"),
      ];
      return [{ title, kind: "guided", preferred: true, edits: [editOf(empty, said)], filled }];
    }
    const at = insertionAfter(document.text, last.start, last.end);
    const between = `${lineEnding(document.text)}${at.indent}${at.bullet} `;
    const item: Said = [one, ...others].flatMap((who, index) => [
      index === 0 ? "" : between,
      `**Gave up** ${who}: `,
      place("what, and until when"),
      ".",
    ]);
    return [{ title, kind: "guided", preferred: true, edits: [itemEdit(document.text, at, item)], filled }];
  },
};

export const docs: RuleDocs = {
  summary: "Nobody has written down what they gave up.",
  rationale: `Planning a cycle is an uncomfortable conversation when it is a real one: both sides leave it with something that they did not
get. If nobody can say what that was, it was not talked about, and comes back as a surprise in the middle of the cycle.

A line each is enough, with a name and, if there is one, the day when it comes up again.`,
  examples: [
    {
      title: "A split that cost nobody anything",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
- **Gave up** @mara: the queue rewrite; F2 of PRD-042 lives with the old one.
`,
    },
  ],
};
