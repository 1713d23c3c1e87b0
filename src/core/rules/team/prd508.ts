import type { Config } from "../../config/config.ts";
import type { Disagreement } from "../../document/model.ts";
import type { Fix, FixEdit } from "../../problem.ts";
import { highestStart, nextPeople, shortcutOf } from "../../team/tiers.ts";
import type { Shortcut, Tier } from "../../team/tiers.ts";
import type { Range } from "../../text/range.ts";
import { listed } from "../../words/listed.ts";
import { editOf } from "../../writing/said.ts";
import type { Said } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import { raisedSaid } from "../../writing/team/raise.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd508: Rule = {
  code: "PRD508",
  name: "skipped-tier",
  severity: "error",
  seam: "narrative",
  owner: "both",
  on: ["prd", "cycle"],
  check: {
    pass: "local",
    *run({ document, config }) {
      for (const [index, disagreement] of document.disagreements.entries()) {
        const found = shortcutOf(disagreement, highestStart(document, disagreement.between, config));
        if (found === undefined) continue;
        const { start, end } = found.kind === "unsigned" ? found.range : found.by.range;
        yield { start, end, message: messageOf(disagreement.id, found), data: index };
      }
    },
  },
  fixes: ({ data }, { document, config, today }) => {
    const disagreement = typeof data === "number" ? document.disagreements[data] : undefined;
    if (disagreement === undefined) return [];
    const highest = highestStart(document, disagreement.between, config);
    const found = shortcutOf(disagreement, highest);
    switch (found?.kind) {
      case "skipped":
        return found.by.answer === undefined
          ? began(disagreement, found.reached, highest, config, today)
          : jumped(document.text, disagreement, found, config, today);
      case "no such tier": {
        const { range, answer } = found.by;
        const edit = tierEdit(document.text, range, found.meant);
        const act = answer === undefined ? `Begin ${disagreement.id} at` : `Raise ${disagreement.id} to`;
        return [{ title: `${act} tier ${found.meant}`, kind: "guided", edits: [edit], preferred: true }];
      }
      case "unsigned": {
        const { who, filled } = takenBy(disagreement, config, today);
        const said = raisedSaid(found.next, who, [place(today)]);
        const behind = document.text[found.range.end] === "." ? said.slice(0, -1) : said;
        return [
          {
            title: `Say who has ${disagreement.id} now, and since when`,
            kind: "guided",
            edits: [editOf(found.range, behind)],
            preferred: true,
            filled: [...filled, "2026-07-30"],
          },
        ];
      }
      default:
        return [];
    }
  },
};

function messageOf(id: string, found: Shortcut): string {
  switch (found.kind) {
    case "skipped":
      return found.missing === 1
        ? `${id} began at tier ${found.reached} with no tier 1. When did the two of them talk, and who took it on from there?`
        : `${id} reached tier ${found.reached} with no tier ${found.missing}. Who talked about it there, and when?`;
    case "no such tier":
      return `${id} ${found.by.answer === undefined ? "began at" : "was raised to"} tier ${found.tier}, and there are three: the pair, their managers, strategic. Which one is it?`;
    case "unsigned":
      return `${id} says "Raised to tier ${found.tier}" without people and day, so nobody has it. Who took it on, and when?`;
  }
}

/**
 * The people of the next tier, and what an example fills in where the team data names none.
 *
 * @param before offset in front of which an answer counts
 */
function takenBy(
  disagreement: Disagreement,
  config: Config,
  today: string,
  before?: number,
): { readonly who: Said; readonly filled: readonly string[] } {
  const found = nextPeople(disagreement, config, today, before);
  return found.length === 0
    ? { who: [place("@who")], filled: ["@omar and @ines"] }
    : { who: [listed(found)], filled: [] };
}

/** Puts the raising that is missing before the one that jumped. */
function jumped(
  text: string,
  disagreement: Disagreement,
  { missing, by }: Extract<Shortcut, { kind: "skipped" }>,
  config: Config,
  today: string,
): Fix[] {
  const { who, filled } = takenBy(disagreement, config, today, by.range.start);
  const at = { start: by.range.start, end: by.range.start };
  const day = place(by.answer?.date ?? today);
  return [
    {
      title: `Write down the talk at tier ${missing}`,
      kind: "guided",
      edits: [editOf(at, [...raisedSaid(missing, who, [day]), " "])],
      preferred: true,
      filled: [...filled, "2026-07-24"],
    },
    {
      title: `Take ${disagreement.id} back to tier ${missing}`,
      kind: "guided",
      edits: [tierEdit(text, by.range, missing)],
    },
  ];
}

/** Lets a disagreement begin where it may, and says that it was raised from there. */
function began(
  disagreement: Disagreement,
  reached: Tier,
  highest: 1 | 2,
  config: Config,
  today: string,
): Fix[] {
  const { id, tierRange, bodyRange, date, body } = disagreement;
  if (tierRange === undefined) return [];
  const begin = [`tier ${highest}`];
  const raised: Said[] = [];
  const filled: string[] = [];
  for (let tier = highest + 1; tier <= reached; tier++) {
    const first = tier === highest + 1;
    const known = first ? takenBy(disagreement, config, today) : { who: [place("@who")], filled: ["@tom"] };
    raised.push([" ", ...raisedSaid(tier, known.who, [place(date ?? today)])]);
    filled.push(...known.filled, first ? "2026-07-24" : "2026-07-30");
  }
  const { text } = disagreement.passage.placed.piece;
  const { start } = disagreement.passage.placed;
  const kept = text.slice(tierRange.end - start, bodyRange.end - start);
  const ended = /[.?!…:;)"”»]$/.test(body) ? "" : ".";
  const whole = { start: tierRange.start, end: bodyRange.end };
  return [
    {
      title: `Write down how ${id} came to tier ${reached}`,
      kind: "guided",
      edits: [editOf(whole, [...begin, kept, ended, ...raised.flat()])],
      preferred: true,
      filled,
    },
    {
      title: `Take ${id} back to tier ${highest}`,
      kind: "guided",
      edits: [editOf(tierRange, begin)],
    },
  ];
}

/** Another number behind the first "tier" of a stretch. */
function tierEdit(text: string, { start, end }: Range, tier: Tier): FixEdit {
  const found = /tier\s+\d/i.exec(text.slice(start, end));
  const at = start + (found === null ? 0 : found.index + found[0].length - 1);
  return { start: at, end: at + 1, newText: String(tier) };
}

export const docs: RuleDocs = {
  summary: "D2 reached tier 3 with no tier 2.",
  rationale: `Most disagreements between product and engineering are two people who know different things, and end when they talk.
A question that goes straight to the top trains both sides to wait for it, and reaches somebody who knows less than either.

So each tier comes first: the pair, then their managers, then whoever decides on direction. A disagreement between managers
begins at tier 2, because they are that tier; so do most in a cycle. One between the two of a PRD begins at tier 1. Write down the
talk that took place ("Raised to tier 2, @omar and @ines, 2026-07-24."), or take the question back to the tier that it jumped.`,
  examples: [
    {
      title: "From the pair straight to the top",
      bad: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: may an export take ten minutes? Resolved 2026-07-22: yes, with a mail at the end.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-21: do we keep exports for a year? Raised to tier 3, @tom, 2026-07-30.
`,
      good: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: may an export take ten minutes? Resolved 2026-07-22: yes, with a mail at the end.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-21: do we keep exports for a year? Raised to tier 2, @omar and @ines, 2026-07-24. Raised to tier 3, @tom, 2026-07-30.
`,
    },
    {
      title: "Between the two of the PRD, and the first talk is missing",
      bad: `## Disagreements

- **D1** tier 2 (trade-off), @lena and @mara, 2026-07-20: queue or refuse past 90 days? Resolved 2026-07-28: queue.
- **D2** tier 2 (trade-off), @omar and @ines, 2026-07-20: one data engineer for two teams
`,
      good: `## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: queue or refuse past 90 days? Raised to tier 2, @omar and @ines, 2026-07-24. Resolved 2026-07-28: queue.
- **D2** tier 2 (trade-off), @omar and @ines, 2026-07-20: one data engineer for two teams
`,
    },
    {
      title: "A cycle, in which managers begin at their own tier",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-30: two teams need the same data engineer in August.
- **D2** tier 3 (strategic), @omar and @ines, 2026-07-28: do we still sell to banks?
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
---

# 2026-Q3

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, 2026-07-30: two teams need the same data engineer in August.
- **D2** tier 2 (strategic), @omar and @ines, 2026-07-28: do we still sell to banks? Raised to tier 3, @tom, 2026-07-30.
`,
    },
    {
      title: "Raised, but nobody knows to whom; and a tier that does not exist",
      bad: `## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-28: queue or refuse past 90 days? Raised to tier 2.
- **D2** tier 4, @lena and @mara, 2026-07-28: do we want exports at all?
`,
      good: `## Disagreements

- **D1** tier 1, @lena and @mara, 2026-07-28: queue or refuse past 90 days? Raised to tier 2, @omar and @ines, 2026-08-01.
- **D2** tier 1, @lena and @mara, 2026-07-28: do we want exports at all?
`,
      count: 2,
    },
  ],
};
