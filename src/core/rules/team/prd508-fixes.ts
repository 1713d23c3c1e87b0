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
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, config, today }) => {
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
};

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
