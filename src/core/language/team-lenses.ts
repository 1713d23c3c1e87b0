import { sameHandle } from "../config/people.ts";
import type { Config } from "../config/config.ts";
import { sideOf } from "../team/cycle-sides.ts";
import type { Disagreement } from "../document/model.ts";
import { disagreementState } from "../document/state.ts";
import { cycleOf } from "../facts/cycle.ts";
import { nextTier } from "../writing/team/raise.ts";
import { retroQuestions } from "../facts/model.ts";
import type { Cycle, Retro } from "../facts/model.ts";
import { plannedWork } from "../team/planned.ts";
import { retroOf } from "../facts/retro.ts";
import { carriedOn, sameSplit, standingAgreements } from "../facts/split.ts";
import { daysBetween } from "../text/days.ts";
import { ago, waited, weeksOf } from "../words/days.ts";
import type { Range } from "../text/range.ts";
import type { AskedForLenses, Lens, LensText } from "./lens.ts";
import { count } from "../words/count.ts";
import { tierWords } from "../words/standing.ts";

/** Above a cycle, a retro and each open disagreement, in whatever document: how it stands, and what can be done. */
export function teamLenses(asked: AskedForLenses): Lens[] {
  const { model, kind, today } = asked;
  const above = ({ start }: Range, lenses: readonly LensText[]): Lens[] =>
    lenses.map((lens) => ({ ...lens, at: start }));
  const cycle = cycleOf(model);
  const retro = retroOf(model);
  return [
    ...(cycle === undefined ? [] : above(cycle.idRange, cycleLenses(cycle, asked))),
    ...model.disagreements.flatMap((one) => above(one.idRange, disagreementLenses(one, today))),
    ...(retro !== undefined && (kind === "retro" || kind === "prd")
      ? above(retro, retroLenses(retro, today))
      : []),
  ];
}

function cycleLenses(cycle: Cycle, { config, me, place }: AskedForLenses): LensText[] {
  const goTo = (title: string, at: Range): LensText => ({
    title,
    command: "select",
    args: [{ start: at.start, end: at.end }],
  });
  const commands: LensText[] = [];
  const { capacity } = cycle;
  if (place !== undefined) {
    const { total, withoutEffort } = plannedWork(cycle, place.path, place.index);
    const there = capacity === undefined ? "" : ` of ${numberOf(capacity)}`;
    const unknown = withoutEffort.length === 0 ? "" : `, ${withoutEffort.length} with no effort given`;
    const weeks = capacity === undefined ? weeksOf(total) : `${numberOf(total)}${there} weeks`;
    commands.push({ title: `${weeks} planned${unknown}`, command: "showPlanned" });
  }
  const { split } = cycle;
  if (split === undefined) return commands;
  const agreed = standingAgreements(cycle).filter((one) =>
    sameSplit(carriedOn(one.split, cycle.renegotiations).now, split),
  );
  commands.push(goTo(agreedWords(agreed, cycle, config), agreed[0] ?? cycle.splitRange));
  const mine = me !== undefined && agreed.some(({ who }) => who !== undefined && sameHandle(who, me));
  if (!mine) commands.push({ title: "Agree to this split", command: "agree" });
  commands.push({ title: "Renegotiate", command: "renegotiate" });
  return commands;
}

/** `agreed by product only` */
function agreedWords(
  agreed: readonly { readonly who: string | undefined }[],
  cycle: Cycle,
  config: Config,
): string {
  const who = agreed.flatMap((one) => one.who ?? []);
  if (who.length === 0) return "not agreed yet";
  const sides = new Set(who.map((handle) => sideOf(handle, cycle, config)));
  const [product, engineering] = [sides.has("pm"), sides.has("eng")];
  if (product && engineering) return "agreed by both";
  if (product || engineering) return `agreed by ${product ? "product" : "engineering"} only`;
  return `agreed by ${who.join(" and ")}`;
}

/** Weeks to a tenth, without the word. */
function numberOf(days: number): string {
  return weeksOf(days).replace(/ .*/, "");
}

function disagreementLenses(disagreement: Disagreement, today: string): LensText[] {
  const { state, since, tier } = disagreementState(disagreement);
  const { start, end } = disagreement;
  const at = disagreement.idRange.start;
  const title =
    state === "settled" ? `resolved at tier ${tier}` : `${tierWords(tier)}${waitedSince(since, today)}`;
  const commands: LensText[] = [{ title, command: "select", args: [{ start, end }] }];
  if (state === "settled") return commands;
  const next = nextTier(disagreement);
  if (next !== undefined)
    commands.push({ title: `Raise to ${tierWords(next)}`, command: "raise", args: [at] });
  commands.push({ title: "Resolve", command: "resolve", args: [at] });
  return commands;
}

/** ` for 9 days`, ` since today` */
function waitedSince(since: string | undefined, today: string): string {
  const days = since === undefined ? undefined : daysBetween(since, today);
  return days === undefined || days < 0 ? "" : ` ${waited(days)}`;
}

function retroLenses(retro: Retro, today: string): LensText[] {
  const { held, due, actions, answers } = retro;
  const goTo = (title: string, at: Range): LensText => ({
    title,
    command: "select",
    args: [{ start: at.start, end: at.end }],
  });
  if (held === undefined) {
    const days = due === undefined ? undefined : daysBetween(due, today);
    const late = days !== undefined && days > 0 ? `, ${ago(days)}` : "";
    const title = due === undefined ? "not held yet" : `due ${due}${late}`;
    return [goTo(title, retro), { title: "Hold retro", command: "holdRetro" }];
  }
  const answered = retroQuestions.filter((question) => (answers[question]?.text ?? "") !== "").length;
  const commands = [goTo(`held ${held} · ${answered} of 3 questions answered`, retro)];
  const open = actions.filter(({ done }) => done === undefined);
  const [first] = open;
  if (first !== undefined) commands.push(goTo(`${count(open.length, "action")} open`, first.idRange));
  return commands;
}
