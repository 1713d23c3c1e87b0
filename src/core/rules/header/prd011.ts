import { ruleCodes } from "../../config/names.ts";
import type { Suppression } from "../../document/model.ts";
import type { Finding } from "../../problem.ts";
import { isDay } from "../../text/days.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd011: Rule = {
  code: "PRD011",
  name: "suppression",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "local", run },
};

function run({ document, today }: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const suppression of document.suppressions) {
    const message = problemWith(suppression, today);
    if (message !== undefined) findings.push({ start: suppression.start, end: suppression.end, message });
  }
  return findings;
}

function problemWith({ code, until, reason, covers }: Suppression, today: string): string | undefined {
  const missing = [
    ...(code === undefined ? ["rule"] : []),
    ...(until === undefined ? ["date"] : []),
    ...(reason === undefined ? ["reason"] : []),
  ];
  if (missing.length > 0) {
    const what = missing.map((one) => `no ${one}`).join(" and ");
    const how = "`<!-- prd-ignore PRD403 until 2026-12-01: why -->`";
    return `This suppression has ${what}, so it silences nothing. Write it as ${how}, with a day as year-month-day.`;
  }
  if (code !== undefined && !ruleCodes.includes(code))
    return `There is no rule ${code}, so this silences nothing. Which one is meant?`;
  if (until !== undefined && !isDay(until)) {
    return `There is no ${until} in the calendar. Until which day should ${code} stay silent here?`;
  }
  if (until !== undefined && until < today) {
    return `This suppression expired on ${until}. Does ${code} still not apply for a while, or can this line go?`;
  }
  if (code === "PRD011") return "Suppressions cannot be silenced by another one. Remove it?";
  return covers === undefined
    ? "Nothing follows this suppression, so it silences nothing. Remove it?"
    : undefined;
}

export const docs: RuleDocs = {
  summary: "This suppression has no reason (or no date), or has expired. Should the rule stay silent here?",
  rationale: `Sometimes a rule is wrong about a line, and \`<!-- prd-ignore PRD403 until 2026-12-01: legal wording -->\`
in front of it says so. The reason tells the next reader that it was a decision, and the date makes sure that somebody
looks at it again: silence for ever is how a question gets lost.

A suppression that lacks its rule, its reason or its date, or whose date has passed, silences nothing.`,
  examples: [
    {
      title: "No reason and no date",
      bad: `<!-- prd-ignore PRD403 -->

Exports must be fast.
`,
      good: `<!-- prd-ignore PRD403 until 2026-12-01: wording of the contract -->

Exports must be fast.
`,
      mayFollow: ["PRD403"],
    },
    {
      title: "A rule that there is not",
      bad: `<!-- prd-ignore PRD999 until 2026-12-01: wording of the contract -->

Exports take less than 300 ms.
`,
      good: `Exports take less than 300 ms.
`,
    },
    {
      title: "The day has come",
      bad: `<!-- prd-ignore PRD403 until 2026-07-01: the figure comes with the pilot -->

Exports take less than 300 ms.
`,
      good: `Exports take less than 300 ms.
`,
    },
    {
      title: "A day that does not exist",
      bad: `<!-- prd-ignore PRD403 until next week: the figure comes with the pilot -->

Exports take less than 300 ms.
`,
      good: `<!-- prd-ignore PRD403 until 2026-08-08: the figure comes with the pilot -->

Exports take less than 300 ms.
`,
    },
  ],
};
