import type { Config } from "../../config/config.ts";
import { normalizeHandle } from "../../config/people.ts";
import type { Disagreement } from "../../document/model.ts";
import { disagreementState } from "../../document/state.ts";
import type { FixEdit } from "../../problem.ts";
import { nextPeople } from "../../team/tiers.ts";
import { answerEdit } from "../insert.ts";
import type { Said } from "../said.ts";
import { place } from "../snippet.ts";
import { listed } from "../../words/listed.ts";

/**
 * Takes an open disagreement one tier up. There is no way to two at once.
 *
 * @param who those who have it from now on, handles; the managers of those who had it are `nextPeople`
 * @param today `YYYY-MM-DD`
 * @returns undefined at tier 3, for one that is settled, and where nobody is named
 */
export function raiseEdit(
  disagreement: Disagreement,
  who: readonly string[],
  today: string,
): FixEdit | undefined {
  const next = nextTier(disagreement);
  if (next === undefined || who.length === 0) return undefined;
  return answerEdit(disagreement, raisedSaid(next, [listed(who.map(normalizeHandle))], [today]));
}

/** The tier that an open disagreement may go to. */
export function nextTier(disagreement: Disagreement): 2 | 3 | undefined {
  const { state, tier } = disagreementState(disagreement);
  if (state !== "open") return undefined;
  return tier === 1 ? 2 : tier === 2 ? 3 : undefined;
}

/** `Raised to tier 2, @omar and @ines, 2026-08-05.` */
export function raisedSaid(tier: number, who: Said, day: Said): Said {
  return [`Raised to tier ${tier}, `, ...who, ", ", ...day, "."];
}

/** The people who take a disagreement on, or a place for their handles where the team data does not name them. */
export function nextPeopleSaid(disagreement: Disagreement, config: Config, today: string): Said {
  const found = nextPeople(disagreement, config, today);
  return found.length === 0 ? [place("@who")] : [listed(found)];
}
