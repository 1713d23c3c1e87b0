import { parseDocument } from "../../document/document.ts";
import { idKey } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { idsIn } from "../../facts/cycle.ts";
import type { Finding } from "../../problem.ts";
import { changesSince } from "../../review/since.ts";
import { cycleNamed } from "../../team/cycles.ts";
import type { WorkspaceIndex } from "../../workspace/workspace-index.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd506: Rule = {
  code: "PRD506",
  name: "changed-while-building",
  severity: "warning",
  seam: "prioritisation",
  owner: "both",
  check: {
    pass: "workspace",
    compares: true,
    concerns: (path, index) => /^(?:building|launched|closed)$/.test(index.get(path)?.status ?? ""),
    run,
  },
};

function* run({ document, config, previous, index }: WorkspaceContext): Generator<Finding> {
  if (previous === undefined || previous.text === document.text) return;
  const was = parseDocument(previous.text, config);
  const recorded = recordsOf(document, was, index);
  for (const { what, id, afterBuildingBegan, start, end } of changesSince(was, document, config)) {
    if (!afterBuildingBegan || id === undefined || recorded(id)) continue;
    const how = what === "added" ? "was added" : what === "removed" ? "was removed" : "changed";
    const message = `${id} ${how} after building began, and no renegotiation or disagreement records it. What was learned, and what gives way?`;
    yield { start, end, message, data: id };
  }
}

/** Tells whether somebody wrote down that a requirement changed, here, in its cycle or in any disagreement of the team. */
function recordsOf(document: PrdDocument, was: PrdDocument, index: WorkspaceIndex): (id: string) => boolean {
  const value = (key: "prd" | "cycle"): string | undefined => document.header.field(key)?.values[0]?.text;
  const prd = value("prd");
  const own = new Set([...was.requirements, ...document.requirements].map(({ id }) => idKey(id)));
  const here = document.disagreements.map(({ passage }) => idsIn(passage.text));
  const elsewhere: (readonly string[])[] = [];
  for (const { id, team } of index.all()) {
    if (id === prd) continue;
    for (const { text } of team?.disagreements ?? []) elsewhere.push(idsIn(text));
  }
  for (const { ids } of cycleNamed(index, value("cycle"))?.cycle.renegotiations ?? []) elsewhere.push(ids);
  const naming = elsewhere.filter((ids) => prd !== undefined && ids.includes(prd));
  return (id) => {
    const key = idKey(id);
    // "PRD-042" alone speaks for all of it, "PRD-042 R2" for R2.
    const speaksFor = (ids: readonly string[]): boolean =>
      ids.some((one) => idKey(one) === key) ||
      (prd !== undefined && ids.includes(prd) && !ids.some((one) => own.has(idKey(one))));
    return here.some(speaksFor) || naming.some(speaksFor);
  };
}

const before = `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: building
pm: "@lena"
eng: "@mara"
cycle: 2026-Q3
---

# Filter exports by date

## Requirements

- **R1** The export must hold only rows of the range.
`;

const cycle = `---
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
`;

export const docs: RuleDocs = {
  summary: "R2 changed after building began, and no renegotiation or disagreement records it.",
  rationale: `What changes while it is being built costs time that was promised to something else. That can be right, but it is a decision of
both sides, and it should be found where the time was promised: in a renegotiation of the cycle, or in a disagreement.

The rule compares with an earlier state of the PRD that was being built already, where one is known (\`seamwork check --since\`, or git in
the editor). A disagreement or a renegotiation that names the requirement with the PRD, or the PRD alone, records the change.`,
  examples: [
    {
      title: "The range became a range with times, in the third week",
      previous: before,
      bad: before.replace("rows of the range.", "rows of the range, to the minute."),
      good: `${before.replace("rows of the range.", "rows of the range, to the minute.")}
## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-30: R1 needs times of day, which costs a week of the queue. Resolved 2026-07-31: the queue waits.
`,
      others: { "cycles/2026-Q3.md": cycle },
      mayFollow: ["PRD509"],
    },
    {
      title: "The cycle knows of one change and not of the other",
      previous: before,
      bad: `${before.replace("rows of the range.", "rows of the range, to the minute.")}- **R2** The page must show the time zone.\n`,
      good: before.replace("rows of the range.", "rows of the range, to the minute."),
      others: {
        "cycles/2026-Q3.md": `${cycle}
## Renegotiations

- **N1** @lena and @mara, 2026-07-30: product 60 to 65, ops 15 to 10. Because PRD-042 R1 needs times of day.
`,
      },
      mayFollow: ["PRD509"],
    },
  ],
};
