import type { Suppression } from "../../document/model.ts";
import type { Finding, Fix } from "../../problem.ts";
import { addDays, isDay } from "../../text/days.ts";
import { lineEndAt, lineStartAt } from "../../text/lines.ts";
import type { Range } from "../../text/range.ts";
import { place, snippet } from "../../writing/snippet.ts";
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
  fixes,
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

function fixes({ start, end }: Finding, { document, today }: RuleContext): Fix[] {
  const { text } = document;
  const suppression = document.suppressions.find((one) => one.start === start && one.end === end);
  if (suppression === undefined) return [];
  const { code, reason, covers } = suppression;
  const remove: Fix = {
    title: "Remove this suppression",
    kind: "guided",
    edits: [{ ...lineOf(text, { start, end }), newText: "" }],
  };
  if (covers === undefined || code === "PRD011") return [remove];
  const rule = code ?? place("PRD403");
  const why = reason ?? place("why");
  const newText = snippet`<!-- prd-ignore ${rule} until ${place(addDays(today, 30))}: ${why} -->`;
  const filled = [...(code === undefined ? ["PRD403"] : []), "2026-12-01", "wording of the contract"];
  const title = reason === undefined || code === undefined ? "Fill in what is missing" : "Give it a new date";
  return [
    { title, kind: "guided", preferred: true, edits: [{ start, end, newText, snippet: true }], filled },
    remove,
  ];
}

/** The whole line with its end, and a blank one behind it, where nothing else stands on it. */
function lineOf(text: string, { start, end }: Range): Range {
  const from = lineStartAt(text, start);
  const to = lineEndAt(text, end);
  if (text.slice(from, start).trim() !== "" || text.slice(end, to).trim() !== "") return { start, end };
  const next = behindLine(text, to);
  const blankBefore = from === 0 || text.slice(lineStartAt(text, from - 1), from).trim() === "";
  const blankBehind = text.slice(next, lineEndAt(text, next)).trim() === "";
  return { start: from, end: blankBefore && blankBehind ? behindLine(text, lineEndAt(text, next)) : next };
}

function behindLine(text: string, lineEnd: number): number {
  return Math.min(text.length, lineEnd + (text.startsWith("\r\n", lineEnd) ? 2 : 1));
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
