import { effectiveStatus } from "../check/check.ts";
import { sameHandle } from "../config/people.ts";
import { idKey } from "../recognise/ids.ts";
import type { Constraint, PrdDocument, Requirement } from "../document/model.ts";
import { constraintState } from "../document/state.ts";
import type { Status } from "../format/status.ts";
import { coverageOf } from "../review/signatures.ts";
import type { Coverage } from "../review/signatures.ts";
import { standings } from "../review/standings.ts";
import type { AskedForLenses, Lens, LensText } from "./lens.ts";
import { teamLenses } from "./team-lenses.ts";

/** All lenses of a document. */
export function lensesIn(asked: AskedForLenses): Lens[] {
  return [...(asked.kind === "prd" ? prdLenses(asked) : []), ...teamLenses(asked)];
}

/** Above each requirement: how many limits it has and whose turn it is, who signed it and what changed since. */
function prdLenses({ model, config, today, me }: AskedForLenses): Lens[] {
  const status = effectiveStatus(model);
  return coverageOf(model, config).flatMap((coverage) => {
    const { requirement } = coverage;
    return [
      ...constraintLenses(model, requirement, status),
      ...reviewLenses(coverage, status, today, me),
    ].map((lens) => ({ ...lens, at: requirement.idRange.start }));
  });
}

/** Statuses at which a requirement that nobody has reviewed wants a reviewer. */
const reviewed: ReadonlySet<Status> = new Set(["in-review", "agreed", "building", "launched"]);

function reviewLenses(coverage: Coverage, status: Status, today: string, me: string | undefined): LensText[] {
  const { id, form } = coverage.requirement;
  // Above each row of a table, one sentence about what is missing is too much: the problem on the first says it.
  const due = reviewed.has(status) && form !== "row";
  return standings(coverage, today, due).flatMap(({ state, words, signature }) => {
    if (signature === undefined) return [{ title: `${words} · Review`, command: "startReview", args: [id] }];
    const { start, end } = signature.signOff;
    const line: LensText = {
      title: words,
      tooltip: "Go to the sign-off",
      command: "select",
      args: [{ start, end }],
    };
    if (state === "fresh") return [line];
    const show = { title: "Show", command: "showChanges", args: [id, signature.who] };
    const again = { title: "Sign again", command: "signOff", args: [id] };
    return [
      line,
      ...(state === "stale" ? [{ ...show, tooltip: "Compare with the text that was signed" }] : []),
      ...(me === undefined || sameHandle(me, signature.who) ? [again] : []),
    ];
  });
}

/** Statuses at which somebody still asks what limits a requirement. */
const open: ReadonlySet<Status> = new Set(["draft", "in-review", "agreed", "building"]);

function constraintLenses(model: PrdDocument, requirement: Requirement, status: Status): LensText[] {
  const constraints = constraintsOf(model, requirement);
  if (constraints.length === 0) {
    const said = requirement.facets.constraints?.none !== undefined;
    if (said || requirement.form === "row" || !open.has(status)) return [];
    return [{ title: "Add a constraint", command: "addConstraint", args: [requirement.idRange.start] }];
  }
  const goTo = (title: string, some: readonly Constraint[]): LensText => ({
    title,
    tooltip: `Go to ${some.map(({ id }) => id).join(", ")}`,
    command: "goTo",
    args: [requirement.idRange, some.map(({ idRange: { start, end } }) => ({ start, end }))],
  });
  const commands = [
    goTo(constraints.length === 1 ? "1 constraint" : `${constraints.length} constraints`, constraints),
  ];
  for (const whom of ["product", "engineering"] as const) {
    const waiting = constraints.filter((one) => constraintState(one, model).state === `waits for ${whom}`);
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
