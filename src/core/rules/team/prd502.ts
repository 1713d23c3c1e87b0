import { nearest } from "../../config/nearest.ts";
import { normalizeHandle, personByHandle } from "../../config/people.ts";
import type { PairRole } from "../../config/people.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Agreement, Cycle, Split } from "../../facts/model.ts";
import {
  carriedOver,
  renegotiatedSplit,
  sameSplit,
  splitText,
  standingAgreements,
} from "../../facts/split.ts";
import type { Finding } from "../../problem.ts";
import { isOver, sideOf, sides } from "../../team/cycle-sides.ts";
import { addDays } from "../../text/days.ts";
import type { Range } from "../../text/range.ts";
import { askedToAgree } from "../../writing/team/agreement-question.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd502: Rule = {
  code: "PRD502",
  name: "split-not-agreed",
  severity: "warning",
  seam: "prioritisation",
  owner: "both",
  on: ["cycle"],
  check: { pass: "local", run },
};

/** What the fixes need: who could say it, or which word was meant. */
export type Data =
  | { readonly side: PairRole }
  | { readonly who: string }
  | { readonly stranger: string; readonly meant: string | undefined };

function* run(context: RuleContext): Generator<Finding> {
  const cycle = cycleOf(context.document);
  const split = cycle?.split;
  if (cycle === undefined || split === undefined || isOver(cycle, context.today)) return;
  yield* strangers(cycle, context);
  const last = new Map(cycle.agreements.map((one) => [normalizeHandle(one.who ?? "").toLowerCase(), one]));
  for (const line of last.values()) {
    const { who } = line;
    if (who === undefined || line.split !== undefined) continue;
    const message = `This line does not say to which split ${who} agreed. Is it \`${splitText(split)}\`?`;
    yield { ...firstLine(context.document.text, line), message, data: { who } satisfies Data };
  }
  // Where the agreements differ, the header is what they are to be about.
  const target = renegotiatedSplit(cycle) ?? split;
  const standing = standingAgreements(cycle);
  const carried = carriedOver(cycle.renegotiations);
  const agreeing = standing.filter((one) => sameSplit(carried(one.split).now, target));
  const others = standing.filter((one) => !agreeing.includes(one));
  const missing = missingSides(agreeing, cycle, context);
  yield* sideFindings(missing, cycle, target, others, context);
  if (missing.length > 0) return;
  for (const { who, split: other, start, end } of others) {
    if (who === undefined) continue;
    const message = `${who} agreed to \`${splitText(other)}\`, and the others to \`${splitText(target)}\`. Does that hold for ${who} too?`;
    yield { ...firstLine(context.document.text, { start, end }), message, data: { who } satisfies Data };
  }
}

/** Somebody without a known side may speak for either, where the team has no file that says who is who. */
function missingSides(agreeing: readonly Agreement[], cycle: Cycle, { config }: RuleContext): PairRole[] {
  const people = agreeing.flatMap(({ who }) => who ?? []);
  const known = new Set(people.map((who) => sideOf(who, cycle, config)));
  const unknown =
    config.people.size > 0 ? 0 : people.filter((who) => sideOf(who, cycle, config) === undefined).length;
  return sides
    .map(({ role }) => role)
    .filter((role) => !known.has(role))
    .slice(unknown);
}

function* sideFindings(
  missing: readonly PairRole[],
  cycle: Cycle,
  target: Split,
  others: readonly (Agreement & { readonly split: Split })[],
  { document, config, today }: RuleContext,
): Generator<Finding> {
  const { from, agreements } = cycle;
  const isEarly = from !== undefined && from > addDays(today, config.cadence.planning.before);
  if (agreements.length === 0 && isEarly) return;
  const asked = askedToAgree(document).filter(({ head }) => head?.date === undefined || head.date >= today);
  for (const side of missing) {
    const isAsked = asked.some(
      (one) => one.head?.who.some((who) => sideOf(who, cycle, config) === side) === true,
    );
    if (isAsked) continue;
    const [name, other] = side === "pm" ? ["product", "engineering"] : ["engineering", "product"];
    const code = `\`${splitText(target)}\``;
    const dissent = others.find(({ who }) => who !== undefined && sideOf(who, cycle, config) === side);
    const message =
      dissent?.who !== undefined
        ? `Only ${other} has agreed this split; ${dissent.who} agreed to \`${splitText(dissent.split)}\`. Which one is it?`
        : missing.length === 2
          ? `Nobody from ${name} has agreed this split yet. Do they agree to ${code}?`
          : `Only ${other} has agreed this split. Does ${name} agree to ${code}?`;
    const place = dissent ?? (missing.length === 2 ? undefined : agreements.at(-1));
    const range = place === undefined ? cycle.splitRange : firstLine(document.text, place);
    const owner = side === "pm" ? "product" : "engineering";
    yield { start: range.start, end: range.end, message, owner, data: { side } satisfies Data };
  }
}

function* strangers({ agreements }: Cycle, { document, config }: RuleContext): Generator<Finding> {
  if (config.people.size === 0) return;
  for (const { who, start } of agreements) {
    if (who === undefined || personByHandle(config, who) !== undefined) continue;
    const at = Math.max(start, document.text.indexOf(who, start));
    const known = [...config.people.values()].map(({ handle }) => handle);
    const meant = nearest(normalizeHandle(who), known);
    const ask = meant === undefined ? "Who is it?" : `Did you mean ${meant}?`;
    const message = `${who} agreed to this split, and \`seamwork.yaml\` does not know them. ${ask}`;
    yield { start: at, end: at + who.length, message, data: { stranger: who, meant } satisfies Data };
  }
}

function firstLine(text: string, { start, end }: Range): Range {
  const length = /^[^\r\n]*/.exec(text.slice(start, end))?.[0].trimEnd().length ?? 0;
  return { start, end: start + length };
}

const team = `people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
`;

/** A cycle with this split, up to the lines of its Agreement. */
const agreementOf = (product: number, health: number): string => `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: ${product}
health: ${health}
ops: 15
---

# 2026-Q3

## Agreement

`;

export const docs: RuleDocs = {
  summary: "Only product has agreed this split. Does engineering agree to it?",
  rationale: `A split that one side wrote is a wish. Product and engineering agree it before the cycle starts, each in a line of their own that
says which split it was; then neither can say later that it was another one.

Who speaks for which side is in \`seamwork.yaml\` (\`role: pm\`, \`role: eng\`), else in the cycle's Pairs. Until planning is due
(\`cadence.planning\`), a split that nobody has agreed yet is not asked about, and neither is one while a question to the other side is open.`,
  examples: [
    {
      title: "Engineering has not answered",
      bad: `${agreementOf(60, 25)}- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      good: `${agreementOf(60, 25)}- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      config: team,
    },
    {
      title: "Each agreed to a split of their own",
      bad: `${agreementOf(60, 25)}- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-29 \`p50 h35 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      good: `${agreementOf(50, 35)}- **Agreed** @lena, 2026-06-30 \`p50 h35 o15\`
- **Agreed** @mara, 2026-06-29 \`p50 h35 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      config: team,
    },
    {
      title: "Somebody whom the team's file does not know, and a line without a split",
      bad: `${agreementOf(60, 25)}- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @lenna, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @tom, 2026-06-28
- **Gave up** @lena: saved filters, until Q4.
`,
      good: `${agreementOf(60, 25)}- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @tom, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
`,
      config: `${team}  "@tom": { name: Tom Birk, role: eng }\n`,
      count: 2,
    },
  ],
};
