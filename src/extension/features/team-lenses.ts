import { CodeLens, Range } from "vscode";
import type { Command, Uri } from "vscode";
import { sameHandle } from "../../core/config/people.ts";
import type { Config } from "../../core/config/config.ts";
import { sideOf } from "../../core/team/cycle-sides.ts";
import type { Disagreement } from "../../core/document/model.ts";
import { disagreementState } from "../../core/document/state.ts";
import { cycleOf } from "../../core/facts/cycle.ts";
import { nextTier } from "../../core/writing/team/raise.ts";
import { retroQuestions } from "../../core/facts/model.ts";
import type { Cycle, Retro } from "../../core/facts/model.ts";
import { plannedWork } from "../../core/team/planned.ts";
import { retroOf } from "../../core/facts/retro.ts";
import { carriedOn, sameSplit, standingAgreements } from "../../core/facts/split.ts";
import { daysBetween } from "../../core/text/days.ts";
import { weeksOf } from "../../core/text/effort.ts";
import type { Range as Offsets } from "../../core/text/range.ts";
import { rangeOf } from "../ranges.ts";
import type { LibraryPlace } from "../services/library.ts";
import type { OpenPrd } from "../services/open-prds.ts";

/** What lenses depend on beside the document. */
export interface LensContext {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Who sits here, where that is known. */
  readonly me: string | undefined;
  /** Undefined where other documents are not known. */
  readonly place: LibraryPlace | undefined;
}

/** Above a cycle, a retro and each open disagreement, in whatever document: how it stands, and what can be done. */
export function teamLensesOf(prd: OpenPrd, context: LensContext): CodeLens[] {
  const { document, team, kind } = prd;
  const { uri } = document;
  const model = prd.model();
  const { today } = context;
  const lenses: CodeLens[] = [];
  const add = (at: Offsets, commands: readonly Command[]): void => {
    const { start } = rangeOf(document, at);
    for (const command of commands) lenses.push(new CodeLens(new Range(start, start), command));
  };
  const cycle = cycleOf(model);
  if (cycle !== undefined) add(cycle.idRange, cycleCommands(uri, cycle, team.config, context));
  for (const disagreement of model.disagreements)
    add(disagreement.idRange, disagreementCommands(uri, disagreement, today));
  const retro = retroOf(model);
  if (retro !== undefined && (kind === "retro" || kind === "prd"))
    add(retro, retroCommands(uri, retro, today));
  return lenses;
}

function cycleCommands(uri: Uri, cycle: Cycle, config: Config, { me, place }: LensContext): Command[] {
  const goTo = (title: string, at: Offsets): Command => ({
    title,
    command: "seamwork.select",
    arguments: [uri, { start: at.start, end: at.end }],
  });
  const commands: Command[] = [];
  const { capacity } = cycle;
  if (place !== undefined) {
    const { total, withoutEffort } = plannedWork(cycle, place.path, place.index);
    const there = capacity === undefined ? "" : ` of ${numberOf(capacity)}`;
    const unknown = withoutEffort.length === 0 ? "" : `, ${withoutEffort.length} without effort`;
    const weeks = capacity === undefined ? weeksOf(total) : `${numberOf(total)}${there} weeks`;
    commands.push({ title: `${weeks} planned${unknown}`, command: "seamwork.showPlanned", arguments: [uri] });
  }
  const { split } = cycle;
  if (split === undefined) return commands;
  const agreed = standingAgreements(cycle).filter((one) =>
    sameSplit(carriedOn(one.split, cycle.renegotiations).now, split),
  );
  commands.push(goTo(agreedWords(agreed, cycle, config), agreed[0] ?? cycle.splitRange));
  const mine = me !== undefined && agreed.some(({ who }) => who !== undefined && sameHandle(who, me));
  if (!mine) commands.push({ title: "Agree to this split", command: "seamwork.agree", arguments: [uri] });
  commands.push({ title: "Renegotiate", command: "seamwork.renegotiate", arguments: [uri] });
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

function disagreementCommands(uri: Uri, disagreement: Disagreement, today: string): Command[] {
  const { state, since, tier } = disagreementState(disagreement);
  const { start, end } = disagreement;
  const at = disagreement.idRange.start;
  const title = state === "settled" ? `resolved at tier ${tier}` : `tier ${tier}${for_(since, today)}`;
  const commands: Command[] = [{ title, command: "seamwork.select", arguments: [uri, { start, end }] }];
  if (state === "settled") return commands;
  const next = nextTier(disagreement);
  if (next !== undefined)
    commands.push({ title: `Raise to tier ${next}`, command: "seamwork.raise", arguments: [uri, at] });
  commands.push({ title: "Resolve", command: "seamwork.resolve", arguments: [uri, at] });
  return commands;
}

/** ` for 9 days` */
function for_(since: string | undefined, today: string): string {
  const days = since === undefined ? undefined : daysBetween(since, today);
  if (days === undefined || days < 0) return "";
  return days === 0 ? " since today" : ` for ${days === 1 ? "1 day" : `${days} days`}`;
}

function retroCommands(uri: Uri, retro: Retro, today: string): Command[] {
  const { held, due, actions, answers } = retro;
  const goTo = (title: string, at: Offsets): Command => ({
    title,
    command: "seamwork.select",
    arguments: [uri, { start: at.start, end: at.end }],
  });
  if (held === undefined) {
    const days = due === undefined ? undefined : daysBetween(due, today);
    const late = days !== undefined && days > 0 ? `, ${days === 1 ? "1 day" : `${days} days`} ago` : "";
    const title = due === undefined ? "not held yet" : `due ${due}${late}`;
    return [goTo(title, retro), { title: "Hold retro", command: "seamwork.holdRetro", arguments: [uri] }];
  }
  const answered = retroQuestions.filter((question) => (answers[question]?.text ?? "") !== "").length;
  const commands = [goTo(`held ${held} · ${answered} of 3 questions answered`, retro)];
  const open = actions.filter(({ done }) => done === undefined);
  const [first] = open;
  if (first !== undefined)
    commands.push(goTo(`${open.length} ${open.length === 1 ? "action" : "actions"} open`, first.idRange));
  return commands;
}
