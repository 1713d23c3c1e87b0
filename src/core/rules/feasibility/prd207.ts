import { onlyChosen, optionName } from "../../document/options.ts";
import { effortIn } from "../../text/effort.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd207: Rule = {
  code: "PRD207",
  name: "effort-differs",
  severity: "warning",
  seam: "prioritisation",
  owner: "both",
  check: {
    pass: "local",
    *run({ document }) {
      const header = document.header.field("effort")?.values[0];
      const planned = header === undefined ? undefined : daysIn(header.text);
      const chosen = planned === undefined ? undefined : onlyChosen(document.optionTables);
      const time = chosen?.option.time;
      const needed = time === undefined ? undefined : daysIn(time.text);
      if (
        header === undefined ||
        planned === undefined ||
        chosen === undefined ||
        time === undefined ||
        needed === undefined
      )
        return;
      if (planned.least <= needed.most && needed.least <= planned.most) return;
      const name = optionName(chosen.option, chosen.index);
      const message = `${name} says ${time.text.trim()}, the header says ${header.text}. Which of the two is right?`;
      yield { start: time.start, end: time.end, message };
    },
  },
};

/** Least and most working days: a month has twenty or twenty-three. */
const workdays = { d: [1, 1], w: [5, 5], m: [20, 23] } as const;

/** Working days of `3w`, `2–3 weeks` or `1m`; undefined for what is no duration. */
function daysIn(text: string): { least: number; most: number } | undefined {
  const found = effortIn(text);
  if (found === undefined) return undefined;
  const [least, most] = workdays[found.unit];
  return { least: found.first * least, most: found.last * most };
}

export const docs: RuleDocs = {
  summary: "F2 says 3w, the header says 1w.",
  rationale: `The header's effort is what planning counts; the option's time is what engineering believes. When they differ, the
cycle is planned on a number that the people who build it have given up.

Use one of the two in both places. A week has 5 days and a month 20 to 23.`,
  examples: [
    {
      title: "An old estimate in the header",
      bad: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
effort: 1w
---

# Filter exports by date

## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
effort: 3w
---

# Filter exports by date

## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
    },
    {
      title: "Other units and a range",
      bad: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
effort: "25d"
---

# Filter exports by date

## Options

| Option   | Effort      | Trade-off             | Chosen |
| -------- | ----------- | --------------------- | ------ |
| No range | 1w          | no range over 90 days |        |
| A queue  | 2 – 3 weeks | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
effort: "12d"
---

# Filter exports by date

## Options

| Option   | Effort      | Trade-off             | Chosen |
| -------- | ----------- | --------------------- | ------ |
| No range | 1w          | no range over 90 days |        |
| A queue  | 2 – 3 weeks | queue past 90 days    | yes    |

- **In the room:** @lena, @mara, 2026-07-22
`,
      mayFollow: ["PRD003"],
    },
  ],
};
