import type { Constraint } from "../../document/model.ts";
import { seldom } from "../../document/seldom.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";

/** What a number looks like, by the kinds that need one. No digit in it: it is nobody's number yet. */
export const asked: ReadonlyMap<string, string> = new Map([
  ["perf", "how fast, in ms or s"],
  ["scale", "how many"],
  ["cost", "how much, for what"],
  ["time", "how long, or by when"],
]);

export const prd109: Rule = {
  code: "PRD109",
  name: "constraint-without-number",
  severity: "warning",
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run({ document }) {
      const group = { ...requirementsOf(document), of: document.constraints.length };
      for (const [index, constraint] of seldom(document.constraints, needsNumber)) {
        const { id, topic = "", head, idRange } = constraint;
        const { start, end } = head?.words[0]?.range ?? idRange;
        yield {
          start,
          end,
          message: `${id} (${topic}) has no number. How much, how many, or how long?`,
          data: index,
          member: { id, group },
        };
      }
    },
  },
  together: {
    say: ({ count, of, list }) =>
      `${count} of ${of} constraints need a number and have none (${list}). How much, how many, or how long?`,
  },
};

const numberWord =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|half|twice|double|zero|once|dozens?)\b/i;

function needsNumber({ topic, body }: Constraint): boolean {
  return topic !== undefined && asked.has(topic) && body !== "" && !hasNumber(body);
}

/** A digit that belongs to no id, or a number in words. */
function hasNumber(body: string): boolean {
  return /\d/.test(body.replace(/\b[A-Z]{1,5}-?\d+(?:\.\d+)*\b/g, "")) || numberWord.test(body);
}

export const docs: RuleDocs = {
  summary: "C3 (perf) has no number.",
  rationale: `"Large exports are slow" is a worry; "past 90 days an export takes four minutes" is a limit. Only with a number can
product decide whether to live with it, and only with a number can anybody test it.

A rough number with its source is better than none: "about 2 s, measured on staging". The rule looks at the kinds \`perf\`,
\`scale\`, \`cost\` and \`time\`.`,
  examples: [
    {
      title: "A limit of speed",
      bad: `### R1 · Filter by date range

- **Constraints:**
  - **C1** (perf, @mara, 2026-07-30): large exports are slow, see R1.
`,
      good: `### R1 · Filter by date range

- **Constraints:**
  - **C1** (perf, @mara, 2026-07-30): an export of more than 90 days takes four minutes.
`,
    },
    {
      title: "Scale, cost and time, in a list item",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (scale, @mara, 2026-07-30): not for our largest customers.
    - **C2** (cost, @mara, 2026-07-30): storing exports is expensive
    - **C3** (time, @mara, 2026-07-30): the new table has to be there first. Countered @lena 2026-07-31: by when?
    - **C4** (security, @mara, 2026-07-30): links must expire.
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (scale, @mara, 2026-07-30): up to two million rows.
    - **C2** (cost, @mara, 2026-07-30): storing an export costs 0.02 euro a month
    - **C3** (time, @mara, 2026-07-30): the new table has to be there first, on 2026-08-20.
    - **C4** (security, @mara, 2026-07-30): links must expire.
`,
      count: 3,
    },
  ],
};
