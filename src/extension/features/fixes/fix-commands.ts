import { isWalk, routeOf } from "../../../core/fix/walk.ts";
import { fixesFor } from "../../../core/check/fixes.ts";
import { isAdoption } from "../../../core/rules/header/prd001-fixes.ts";
import { idList } from "../../../core/document/id-list.ts";
import { sectionItemEdit } from "../../../core/writing/insert.ts";
import { reviewer } from "../../../core/review/reviewers.ts";
import { fixLabels } from "../../../core/readiness/actions.ts";
import type { FixEdit, Problem, RuleCode } from "../../../core/problem.ts";
import { isAskedToReview, reviewQuestion } from "../../../core/writing/review/review-question.ts";
import { canReview, coverageOf } from "../../../core/review/signatures.ts";
import { addDays } from "../../../core/text/days.ts";
import type { DanglingData } from "../../../core/rules/header/prd008.ts";
import type { NoRequirementData } from "../../../core/rules/header/prd013.ts";
import { shorten } from "../../../core/words/shorten.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { freeId } from "../commands/additions.ts";

/**
 * What the light bulb offers for a problem beside its rule's own fixes: what asks, looks at history or tells others is a
 * command of the extension and no plain edit. Loaded when the light bulb is first asked.
 */

/** One action: a command with its arguments, or edits. */
export interface CommandFix {
  readonly title: string;
  /** Without `seamwork.`. */
  readonly command?: string;
  readonly args?: readonly unknown[];
  readonly edits?: readonly FixEdit[];
  /** The one that a person most likely wants. */
  readonly preferred?: boolean;
}

interface Asked {
  readonly services: Services;
  readonly prd: OpenPrd;
  readonly problem: Problem;
  /** The handle of who sits here; undefined where nobody has said it. */
  readonly me: string | undefined;
}

type Offer = (asked: Asked) => CommandFix[];

const offers: Partial<Record<RuleCode, Offer>> = {
  PRD001: unadopted,
  PRD008: noId,
  PRD010: twin,
  PRD013: elsewhere,
  PRD201: untested,
  PRD202: unanswered,
  PRD301: notReviewed,
  PRD302: stale,
  PRD303: notReviewed,
};

/** Rules whose own fixes are left to the commands above: these do the same and more. */
const instead: ReadonlySet<RuleCode> = new Set(["PRD001", "PRD010", "PRD201", "PRD202", "PRD302"]);

/**
 * @returns the actions for a problem, and whether its rule's own fixes are offered as well
 */
export function commandFixes(asked: Asked): {
  readonly fixes: readonly CommandFix[];
  readonly also: boolean;
} {
  const { code } = asked.problem;
  if (isWalk(asked.problem)) return { fixes: walkThrough(asked, asked.problem), also: false };
  return { fixes: offers[code]?.(asked) ?? [], also: !instead.has(code) };
}

/** What is asked about several places is answered one after the other. */
function walkThrough({ prd }: Asked, problem: Parameters<typeof routeOf>[0]): CommandFix[] {
  const title = `${fixLabels[problem.code] ?? "Answer"}: all ${problem.related?.length ?? 0}, one by one…`;
  return [{ title, command: "walk", args: [prd.document.uri, routeOf(problem)], preferred: true }];
}

/** PRD001: the rule's own fixes, but to adopt is the command, which shows the difference and what is left to people. */
function unadopted({ services, prd, problem, me }: Asked): CommandFix[] {
  const { uri } = prd.document;
  const { library, problems } = services;
  const place = library.placeOf(uri);
  const fixes = fixesFor(problem, prd.model(), problems.optionsFor(prd), place && { ...place, me });
  return fixes.map(({ title, edits, preferred = false }) =>
    isAdoption(title) ? { title, command: "adopt", args: [uri], preferred } : { title, edits, preferred },
  );
}

/** PRD010: another id, in the other documents too. Which of two cycles is meant, people can tell. */
function twin({ services, prd, problem, me }: Asked): CommandFix[] {
  const { uri } = prd.document;
  const place = services.library.placeOf(uri);
  const options = services.problems.optionsFor(prd);
  return fixesFor(problem, prd.model(), options, place && { ...place, me }).map(({ title }) => ({
    title: `${title}, wherever it is named`,
    command: "renumber",
    args: [uri],
    preferred: true,
  }));
}

/** PRD008: what only looks like an id. */
function noId({ prd, problem }: Asked): CommandFix[] {
  const { id } = problem.data as DanglingData;
  const title = `${id} is no id here: remember that for the team`;
  return [{ title, command: "rememberForTeam", args: [prd.document.uri, ["ids", "ignore"], id] }];
}

/** PRD013: the team calls the section something else. Without a team file the rule's own fix renames the heading. */
function elsewhere({ prd, problem }: Asked): CommandFix[] {
  const heading = (problem.data as NoRequirementData | undefined)?.heading;
  if (heading === undefined || prd.team.file === undefined) return [];
  const path = ["sections", "aliases", "Requirements"];
  return [
    {
      title: `Call "${shorten(heading, 60)}" Requirements, for the team`,
      command: "rememberForTeam",
      args: [prd.document.uri, path, heading],
      preferred: true,
    },
  ];
}

/** PRD201: say what came out. */
function untested({ prd, problem }: Asked): CommandFix[] {
  const assumption = prd.model().assumptions[problem.data as number];
  if (assumption === undefined) return [];
  const { id, idRange } = assumption;
  const args = [prd.document.uri, idRange.start];
  return [
    { title: `${id} held`, command: "held", args, preferred: true },
    { title: `${id} broke…`, command: "broke", args },
  ];
}

/** PRD202: say what answers it, which may have to be written first. */
function unanswered({ prd, problem }: Asked): CommandFix[] {
  const assumption = prd.model().assumptions[problem.data as number];
  if (assumption === undefined) return [];
  const { id, idRange } = assumption;
  const args = [prd.document.uri, idRange.start];
  return [{ title: `Say what answers ${id}…`, command: "broke", args, preferred: true }];
}

/** PRD301 and PRD303: review it oneself, or ask whoever can. */
function notReviewed({ services, prd, problem, me }: Asked): CommandFix[] {
  const { role, ids } = problem.data as { role: string; ids: readonly string[] };
  const { uri } = prd.document;
  const model = prd.model();
  const { config } = prd.team;
  const first = ids[0];
  const fixes: CommandFix[] = [];
  const mayReview = me === undefined || canReview(model, config, me);
  if (mayReview && first !== undefined)
    fixes.push({
      title: ids.length === 1 ? `Review ${first}` : `Start the review of ${idList(ids)}`,
      command: "startReview",
      args: [uri, first],
      preferred: true,
    });
  const today = services.clock.today();
  const whom = reviewer({ document: model, config, today }, role);
  if (!whom.startsWith("@") || whom === me) return fixes;
  if (isAskedToReview(model, ids)) return fixes;
  const until = addDays(today, config.waiting.question);
  const question = `**${freeId(model, "Q")}** (${whom}, by ${until}): ${reviewQuestion(ids)}`;
  fixes.push({
    title: `Ask ${whom} to review ${idList(ids)}`,
    edits: [sectionItemEdit(model, "Questions", [question])],
  });
  return fixes;
}

/** PRD302: see what changed, and sign again or keep the sign-off, which only its signer can. */
function stale({ prd, problem, me }: Asked): CommandFix[] {
  const { id, who } = problem.data as { id: string; who: string };
  const { uri } = prd.document;
  const signature = coverageOf(prd.model(), prd.team.config)
    .find(({ requirement }) => requirement.id === id)
    ?.signatures.find((one) => one.who === who);
  const fixes: CommandFix[] = [];
  const known = signature?.changed !== undefined;
  if (known)
    fixes.push({
      title: `Show what changed in ${id} since ${who} signed`,
      command: "showChanges",
      args: [uri, id, who],
      preferred: true,
    });
  if (me?.toLowerCase() !== who.toLowerCase()) return fixes;
  fixes.push({
    title: `Sign ${id} again, as ${who}`,
    command: "signOff",
    args: [uri, id],
    preferred: !known,
  });
  if (known)
    fixes.push({
      title: `Keep my sign-off of ${id}: only the wording changed…`,
      command: "carrySignOff",
      args: [uri, id],
    });
  return fixes;
}
