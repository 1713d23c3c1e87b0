import { CodeLens, Range } from "vscode";
import type { Command, Uri } from "vscode";
import { idKey } from "../../core/document/ids.ts";
import type { Constraint, PrdDocument, Requirement } from "../../core/document/model.ts";
import { constraintState } from "../../core/document/state.ts";
import type { Status } from "../../core/format/status.ts";
import { effectiveStatus } from "../../core/check/check.ts";
import { sameHandle } from "../../core/config/people.ts";
import { coverageOf } from "../../core/review/signatures.ts";
import type { Coverage } from "../../core/review/signatures.ts";
import { standings } from "../../core/review/words.ts";
import { rangeOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import { teamLensesOf } from "./team-lenses.ts";
import type { LensContext } from "./team-lenses.ts";

/** All lenses of a document. */
export function lensesIn(prd: OpenPrd, context: LensContext): CodeLens[] {
  return [...(prd.kind === "prd" ? lensesOf(prd, context) : []), ...teamLensesOf(prd, context)];
}

/** Above each requirement: how many limits it has and whose turn it is, who signed it and what changed since. */
function lensesOf(prd: OpenPrd, { today, me }: LensContext): CodeLens[] {
  const { document, team } = prd;
  const { uri } = document;
  const model = prd.model();
  const status = effectiveStatus(model);
  return coverageOf(model, team.config).flatMap((coverage) => {
    const { requirement } = coverage;
    const at = rangeOf(document, requirement.idRange).start;
    const line = new Range(at, at);
    const commands = [
      ...constraintCommands(uri, model, requirement, status),
      ...reviewCommands(uri, coverage, status, today, me),
    ];
    return commands.map((command) => new CodeLens(line, command));
  });
}

/** Statuses at which a requirement that nobody has reviewed wants a reviewer. */
const reviewed: ReadonlySet<Status> = new Set(["in-review", "agreed", "building", "launched"]);

function reviewCommands(
  uri: Uri,
  coverage: Coverage,
  status: Status,
  today: string,
  me: string | undefined,
): Command[] {
  const { id, form } = coverage.requirement;
  // Above each row of a table, one sentence about what is missing is too much: the problem on the first says it.
  const due = reviewed.has(status) && form !== "row";
  return standings(coverage, today, due).flatMap(({ state, words, signature }) => {
    if (signature === undefined)
      return [{ title: `${words} · Review`, command: "seamwork.startReview", arguments: [uri, id] }];
    const { start, end } = signature.signOff;
    const line: Command = {
      title: words,
      tooltip: "Go to the sign-off",
      command: "seamwork.select",
      arguments: [uri, { start, end }],
    };
    if (state === "fresh") return [line];
    const show = { title: "Show", command: "seamwork.showChanges", arguments: [uri, id, signature.who] };
    const again = { title: "Sign again", command: "seamwork.signOff", arguments: [uri, id] };
    return [
      line,
      ...(state === "stale" ? [{ ...show, tooltip: "Compare with the text that was signed" }] : []),
      ...(me === undefined || sameHandle(me, signature.who) ? [again] : []),
    ];
  });
}

/** Statuses at which somebody still asks what limits a requirement. */
const open: ReadonlySet<Status> = new Set(["draft", "in-review", "agreed", "building"]);

function constraintCommands(
  uri: Uri,
  model: PrdDocument,
  requirement: Requirement,
  status: Status,
): Command[] {
  const constraints = constraintsOf(model, requirement);
  if (constraints.length === 0) {
    const said = requirement.facets.constraints?.none !== undefined;
    if (said || requirement.form === "row" || !open.has(status)) return [];
    const at = [uri, requirement.idRange.start];
    return [{ title: "Add a constraint", command: "seamwork.addConstraint", arguments: at }];
  }
  const goTo = (title: string, some: readonly Constraint[]): Command => ({
    title,
    tooltip: `Go to ${some.map(({ id }) => id).join(", ")}`,
    command: "seamwork.goTo",
    arguments: [uri, requirement.idRange, some.map(({ idRange: { start, end } }) => ({ start, end }))],
  });
  const commands = [
    goTo(constraints.length === 1 ? "1 constraint" : `${constraints.length} constraints`, constraints),
  ];
  for (const whom of ["product", "engineering"] as const) {
    const waiting = constraints.filter((one) => constraintState(one).state === `waits for ${whom}`);
    if (waiting.length > 0) {
      commands.push(
        goTo(`${waiting.length} ${waiting.length === 1 ? "waits" : "wait"} for ${whom}`, waiting),
      );
    }
  }
  return commands;
}

/** The constraints that limit a requirement, those of its own and those that name it. */
function constraintsOf({ constraints }: PrdDocument, { id }: Requirement): Constraint[] {
  const key = idKey(id);
  return constraints.filter(({ limits }) => limits.some((one) => idKey(one) === key));
}
