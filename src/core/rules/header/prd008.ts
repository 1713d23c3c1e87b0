import { headerKind } from "../../document/header.ts";
import { idKey } from "../../recognise/ids.ts";
import type { Mention, PrdDocument } from "../../document/model.ts";
import type { Finding } from "../../problem.ts";
import { danglingIn } from "./dangling.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd008: Rule = {
  code: "PRD008",
  name: "dangling-id",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "local", run },
};

/** What the editor needs to know to remember that it is no id. */
export interface DanglingData {
  readonly id: string;
}

function run({ document, config }: RuleContext): Finding[] {
  const ignored = new Set(config.ids.ignore.map(idKey));
  return danglingIn(document, ownMentions(document))
    .filter(({ id }) => !ignored.has(idKey(id)))
    .map(({ id, start, end }) => {
      const message = `${id} is mentioned and never defined. Is another one meant, or is it still to be written?`;
      const data: DanglingData = { id };
      return { start, end, message, data };
    });
}

/** A cycle or a retro speaks of many documents: what it says of another one's ids is no mention of its own. */
function ownMentions({ header, text, mentions }: PrdDocument): readonly Mention[] {
  return headerKind(header) === "prd" ? mentions : mentions.filter((one) => !isElsewhere(text, one));
}

const documentId = String.raw`\[?(?:[A-Z][A-Z0-9]*-\d+|\d{4}-[A-Z0-9]{1,3})\b`;
const more = String.raw`(?:\s*(?:,|and|or|[-–—])\s*[A-Z]{1,5}-?\d[\d.]*)*`;
/** `D3 of PRD-042`, `D1 and D3 of PRD-042`. */
const ofAnother = new RegExp(String.raw`^${more}\s+(?:of|in|from)\s+${documentId}`);
/** `PRD-042 D3`, `PRD-042's D1 and D3`. */
const behindAnother = new RegExp(
  String.raw`${documentId}\]?(?:\([^()\s]*\))?(?:['’]s)?\s+(?:[A-Z]{1,5}-?\d[\d.]*(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[-–—]\s*))*$`,
);

function isElsewhere(text: string, { id, start, end }: Mention): boolean {
  return (
    /^[A-Z][A-Z0-9]*-\d+$/.test(id) ||
    ofAnother.test(text.slice(end, end + 200)) ||
    behindAnother.test(text.slice(Math.max(0, start - 200), start))
  );
}

export const docs: RuleDocs = {
  summary: "C9 is mentioned and never defined. Is another one meant, or is it still to be written?",
  rationale: `"Queue past 90 days, as C9 says" is a promise that the reader can look C9 up. When a requirement or a constraint
is dropped or renumbered, the places that mention it still send people there, and they guess.

Asked about is an id behind the word "see", one in a list with ids that exist ("R1, R2 and R9"), and one that goes on where
three or more with its letters end. Ids in code, in links and in square brackets belong to other tools; an id that a heading, an
item, a row or a bold paragraph begins with is found by whoever looks for it. What only looks like an id is named in
\`seamwork.yaml\`: \`ids: { ignore: [A4] }\`.`,
  examples: [
    {
      title: "A constraint that was renumbered",
      bad: `- **R1** Exports can be filtered by date.
  - **Why:** finance closes on calendar months.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.
  - **Accept:**
    - [ ] 91 days are queued within 300 ms, see C2.
`,
      good: `- **R1** Exports can be filtered by date.
  - **Why:** finance closes on calendar months.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.
  - **Accept:**
    - [ ] 91 days are queued within 300 ms, see C1.
`,
      mayFollow: ["PRD110"],
    },
    {
      title: "A question that nobody wrote down",
      bad: `## Why

Analysts need calendar months; for other time zones see Q1.
`,
      good: `## Why

Analysts need calendar months; for other time zones see Q1.

## Questions

- **Q1** (@lena, by 2026-09-01): Whose time zone counts?
`,
    },
    {
      title: "A requirement that was split off and lost",
      bad: `### R1 · Filter by date range

Long ranges are what R4 is for.

### R2 · Name the export

### R3 · Share the export
`,
      good: `### R1 · Filter by date range

Long ranges are what R4 is for.

### R2 · Name the export

### R3 · Share the export

### R4 · Queue long exports
`,
      mayFollow: ["PRD101", "PRD103", "PRD105", "PRD107"],
    },
  ],
};
