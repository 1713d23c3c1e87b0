import type { PrdDocument } from "../../document/model.ts";
import type { Retro } from "../../facts/model.ts";
import type { Finding } from "../../problem.ts";
import { retroState } from "../../team/retros.ts";
import { daysBetween } from "../../text/days.ts";
import type { Range } from "../../text/range.ts";
import { ago } from "../../words/days.ts";
import type { WorkspaceIndex } from "../../workspace/workspace-index.ts";
import { headerPlace } from "../../writing/header-edits.ts";
import type { Rule, RuleDocs, WorkspaceContext } from "../rule.ts";

export const prd510: Rule = {
  code: "PRD510",
  name: "no-joint-retro",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  on: ["prd", "retro"],
  check: { pass: "workspace", concerns, run },
};

function concerns(path: string, index: WorkspaceIndex): boolean {
  const summary = index.get(path);
  if (summary?.kind !== "prd" && summary?.kind !== "retro") return false;
  const { team } = summary;
  return team === undefined || team.launch !== undefined || team.retro !== undefined;
}

/** A PRD in these has not been built, whatever its header says of a launch. */
const before: ReadonlySet<string | undefined> = new Set(["draft", "in-review", "parked"]);

function run({ document, config, today, path, index }: WorkspaceContext): Finding[] {
  const summary = index.get(path);
  if (summary === undefined) return [];
  const { launch } = summary.team ?? {};
  if (summary.kind === "prd" && before.has(summary.status)) return [];
  const found = retroState(path, index, config.cadence.retro.after, today);
  const { start, end } = placeIn(document, summary.team?.retro);
  switch (found.state) {
    case "overdue": {
      const message = `The retro was due on ${found.on} and has not been held. When do both sides look back?`;
      return [{ start, end, message }];
    }
    case "too early": {
      const message = `The retro was on ${found.on}, before the launch on ${launch ?? found.on}. Which of the two days is right?`;
      return [{ start, end, message, data: "early" }];
    }
    case "unplanned": {
      if (launch === undefined || found.on >= today) return [];
      const days = daysBetween(launch, today) ?? 0;
      const when = ago(days);
      const isOver = summary.kind === "retro" || summary.status === "launched" || summary.status === "closed";
      const since = isOver
        ? summary.kind === "retro"
          ? `This was ${when}`
          : `Launched ${when}`
        : `The launch day was ${when}`;
      const message = `${since}, and there is no joint retro yet. When do both sides look back?`;
      return [{ start, end, message }];
    }
    default:
      return [];
  }
}

/** The retro, where there is one; else the launch. By the index, since of a closed document only the header is there. */
function placeIn(document: PrdDocument, retro: Retro | undefined): Range {
  return retro?.heldRange ?? retro ?? document.header.field("launch") ?? headerPlace(document);
}

/** A PRD that was launched on this day, up to the text below its title. */
const launchedOn = (day: string): string => `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: launched
pm: "@lena"
eng: "@mara"
launch: ${day}
---

# Filter exports by date

## Requirements

- **R1** The export holds only rows of the range.
`;

export const docs: RuleDocs = {
  summary: "Launched 21 days ago, and there is no joint retro yet.",
  rationale: `Product looks back on the market, engineering on the machine, and what went wrong between the two is in neither. A joint
retro asks a third question: did we build it well together?

Give it a day ("**Due:** 2026-09-29" under \`## Retro\`), hold it, and write down who was there. An incident, or a launch that had
no PRD, has a retro document of its own; one that names the PRD in its title or introduction is the retro of that PRD. \`cadence.retro.after\` in
\`seamwork.yaml\` says how many days after the launch it may be.`,
  examples: [
    {
      title: "Launched three weeks ago",
      bad: launchedOn("2026-07-11"),
      good: `${launchedOn("2026-07-11")}
## Retro

- **Due:** 2026-08-08
`,
    },
    {
      title: "The retro had a day, which has passed",
      bad: `${launchedOn("2026-07-11")}
## Retro

- **Due:** 2026-07-25
- **Held:**
`,
      good: `${launchedOn("2026-07-11")}
## Retro

- **Due:** 2026-07-25
- **Held:** 2026-07-24 @lena, @mara
- **Built it well together?** R4 came after sign-off.
`,
    },
    {
      title: "A retro before the launch",
      bad: `${launchedOn("2026-07-25")}
## Retro

- **Held:** 2026-07-20 @lena, @mara
- **Built it well together?** R4 came after sign-off.
`,
      good: `${launchedOn("2026-07-25")}
## Retro

- **Held:** 2026-07-30 @lena, @mara
- **Built it well together?** R4 came after sign-off.
`,
    },
    {
      title: "The retro of an outage, which has a document of its own",
      bad: `---
retro: RETRO-7
schema: retro/1
name: The June outage
launch: 2026-06-12
---

# The June outage

## Retro

- **Due:**
`,
      good: `---
retro: RETRO-7
schema: retro/1
name: The June outage
launch: 2026-06-12
---

# The June outage

## Retro

- **Due:** 2026-08-08
`,
    },
    {
      title: "A retro document about another PRD",
      bad: launchedOn("2026-07-11"),
      good: `---
prd: PRD-031
schema: prd/1
name: Export by mail
status: launched
pm: "@lena"
eng: "@mara"
launch: 2026-07-11
---

# Export by mail
`,
      others: {
        "retros/RETRO-7.md": `---
retro: RETRO-7
schema: retro/1
name: Exports by mail
---

# Exports by mail

What we learned from the launch of PRD-031.

## Retro

- **Held:** 2026-07-24 @lena, @mara
- **Right thing?** 312 mails a day, and the filter of PRD-042 helps.
- **Built it well together?** Yes: nobody waited for an answer for more than a day.
`,
      },
    },
  ],
};
