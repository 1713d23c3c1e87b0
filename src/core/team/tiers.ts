import type { Config } from "../config/config.ts";
import { personByHandle, sameHandle } from "../config/people.ts";
import type { Answer } from "../document/answers.ts";
import type { Disagreement, PrdDocument } from "../document/model.ts";
import { rangeIn } from "../document/passage.ts";
import { disagreementState } from "../document/state.ts";
import { daysBetween } from "../text/days.ts";
import type { Range } from "../text/range.ts";

/** 1 the pair, 2 their managers, 3 strategic. */
export const tiers = [1, 2, 3] as const;
export type Tier = (typeof tiers)[number];

export function tierOf(number: number | undefined): Tier | undefined {
  return tiers.find((tier) => tier === number);
}

/**
 * The highest tier at which a disagreement may begin. Two who have managers of their own talk first, so theirs begins at tier 1.
 * One between managers begins at tier 2: they are that tier, and in a cycle most are (`D1 tier 2`, @omar and @ines). At tier 3
 * none begins, because somebody below would have found it first.
 *
 * Who is no manager: the document's own pair, and where the team says who manages whom, everybody who manages nobody. About
 * people of whom nothing is known, the document is believed.
 */
export function highestStart(
  { header }: Pick<PrdDocument, "header">,
  between: readonly string[],
  config: Config,
): 1 | 2 {
  const pair = [...header.people("pm"), ...header.people("eng")];
  if (between.length === 0) return pair.length > 0 ? 1 : 2;
  return between.every((one) => mayManage(one, pair, config)) ? 2 : 1;
}

function mayManage(handle: string, pair: readonly string[], config: Config): boolean {
  const people = [...config.people.values()];
  if (
    people.some(({ manager }) => manager !== undefined && sameHandle(manager, handle)) ||
    personByHandle(config, handle)?.role === "manager"
  )
    return true;
  if (pair.some((one) => sameHandle(one, handle))) return false;
  return !(
    personByHandle(config, handle) !== undefined && people.some(({ manager }) => manager !== undefined)
  );
}

/** A way past a tier, or a tier that there is not. */
export type Shortcut =
  | { readonly kind: "skipped"; readonly reached: Tier; readonly missing: Tier; readonly by: Step }
  | { readonly kind: "no such tier"; readonly tier: number; readonly meant: Tier; readonly by: Step }
  | { readonly kind: "unsigned"; readonly tier: number; readonly next: Tier; readonly range: Range };

/** What brought a disagreement to a tier: its opening, or being raised. `range` is where the tier stands. */
export interface Step {
  readonly tier: number;
  readonly range: Range;
  /** Undefined for the opening. */
  readonly answer: Answer | undefined;
}

/**
 * The first shortcut of a disagreement; undefined where it went through each tier. Coming back down is none.
 *
 * @param start the tier up to which it may begin
 */
export function shortcutOf(disagreement: Disagreement, start: 1 | 2): Shortcut | undefined {
  const { answers, idRange, tierRange } = disagreement;
  const opening: Step = {
    tier: disagreement.tier ?? 1,
    range: tierRange ?? idRange,
    answer: undefined,
  };
  const raised = answers.flatMap((answer): Step[] =>
    answer.verb === "Raised" && answer.tier !== undefined
      ? [{ tier: answer.tier, range: answer, answer }]
      : [],
  );
  let highest = start === 2 ? 1 : 0;
  for (const by of [opening, ...raised]) {
    const reached = tierOf(by.tier);
    if (reached === undefined) {
      const meant = tierOf(Math.min(Math.max(by.tier, 1), highest + 1)) ?? 3;
      return { kind: "no such tier", tier: by.tier, meant, by };
    }
    if (reached > highest + 1) return { kind: "skipped", reached, missing: (reached - 1) as Tier, by };
    highest = Math.max(highest, reached);
  }
  return unsigned(disagreement);
}

const raisedWords =
  /(?:^|(?<=[.?!…:;)"”»]\s{1,9})|(?<=\n\s{0,9}))Raised\s+to\s+tier\s+(\d)(?:[\s,]*(?:and\s+)?@[\p{L}\p{N}_.-]*[\p{L}\p{N}_])*(?:[\s,]*\d{4}-\d{2}-\d{2})?/gu;

/** "Raised to tier 3" without people or day, which changes no tier: whoever reads it thinks that it did. */
function unsigned(disagreement: Disagreement): Shortcut | undefined {
  const { passage, answers } = disagreement;
  for (const match of passage.text.matchAll(raisedWords)) {
    const range = rangeIn(passage, match.index, match.index + match[0].length);
    if (answers.some(({ verb, start }) => verb === "Raised" && start === range.start)) continue;
    const { tier } = disagreementState(disagreement);
    return { kind: "unsigned", tier: Number(match[1]), next: tierOf(tier + 1) ?? 3, range };
  }
  return undefined;
}

/**
 * Who takes a disagreement on to the next tier: the managers of those who have it now, each once. Handles as `seamwork.yaml` has
 * them; empty where it names none who is still there.
 *
 * @param today somebody who left takes nothing on
 * @param before offset in front of which an answer counts; all of them when absent
 */
export function nextPeople(
  disagreement: Disagreement,
  config: Config,
  today: string,
  before = Number.POSITIVE_INFINITY,
): string[] {
  const last = disagreement.answers.findLast(({ verb, start }) => verb === "Raised" && start < before);
  const found: string[] = [];
  for (const handle of last?.who ?? disagreement.between) {
    const manager = personByHandle(config, handle)?.manager;
    const person = manager === undefined ? undefined : personByHandle(config, manager);
    if (person === undefined || (person.left !== undefined && person.left <= today)) continue;
    if (!found.includes(person.handle)) found.push(person.handle);
  }
  return found;
}

/** An open disagreement that has been at its tier for longer than the team allows. */
export interface Overdue {
  readonly tier: 1 | 2;
  /** Calendar days at this tier. */
  readonly days: number;
}

/** @returns undefined at tier 3, of which only the question itself decides, and where the document has no day */
export function overdue(
  {
    state,
    since,
    tier,
  }: { readonly state: string; readonly since: string | undefined; readonly tier: number },
  { escalation }: Pick<Config, "escalation">,
  today: string,
): Overdue | undefined {
  if (state !== "open" || since === undefined || (tier !== 1 && tier !== 2)) return undefined;
  const days = daysBetween(since, today);
  const most = tier === 1 ? escalation.tier1 : escalation.tier2;
  return days === undefined || days <= most ? undefined : { tier, days };
}
