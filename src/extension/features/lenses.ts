import { CodeLens, Disposable, EventEmitter, languages, Range, workspace } from "vscode";
import type { Command } from "vscode";
import { idKey } from "../../core/document/ids.ts";
import type { Constraint, PrdDocument, Requirement } from "../../core/document/model.ts";
import { constraintState } from "../../core/document/state.ts";
import { effectiveStatus } from "../../core/check/check.ts";
import { rangeOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { prdMarkdown } from "./selector.ts";

/** Above each requirement: how many limits it has and whose turn it is; a click goes there. */
export function registerLenses({ openPrds }: Services): Disposable {
  const changed = new EventEmitter<void>();
  return Disposable.from(
    changed,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("seamwork.lenses")) changed.fire();
    }),
    openPrds.onDidClose(() => changed.fire()),
    languages.registerCodeLensProvider(prdMarkdown, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses(document): CodeLens[] {
        const prd = openPrds.get(document);
        if (prd?.kind !== "prd") return [];
        if (!workspace.getConfiguration("seamwork", document.uri).get("lenses", true)) return [];
        const model = prd.model();
        return model.requirements.flatMap((requirement) => {
          const at = rangeOf(document, requirement.idRange).start;
          const line = new Range(at, at);
          return commandsFor(prd, model, requirement).map((command) => new CodeLens(line, command));
        });
      },
    }),
  );
}

/** Statuses at which somebody still asks what limits a requirement. */
const open: ReadonlySet<string> = new Set(["draft", "in-review", "agreed", "building"]);

function commandsFor(
  { document: { uri } }: OpenPrd,
  model: PrdDocument,
  requirement: Requirement,
): Command[] {
  const constraints = constraintsOf(model, requirement);
  if (constraints.length === 0) {
    const said = requirement.facets.constraints?.none !== undefined;
    if (said || requirement.form === "row" || !open.has(effectiveStatus(model))) return [];
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
