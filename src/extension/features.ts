import type { Disposable } from "vscode";
import { goToCommands } from "./features/commands/go-to.ts";
import { registerContextKeys } from "./features/context-keys.ts";
import { registerDiagnostics } from "./features/diagnostics.ts";
import { liveCommands, registerLive } from "./features/live.ts";
import {
  registerAnswerActions,
  registerCompletion,
  registerFixAll,
  registerHover,
  registerIds,
  registerLenses,
  registerQuickFixes,
} from "./features/on-demand.ts";
import { registerTreeBadges, treeCommands } from "./features/prd-tree.ts";
import { registerRulePages } from "./features/rule-pages.ts";
import { registerStatusBar } from "./features/status-bar.ts";
import { registerTeamFile } from "./features/team-file.ts";
import type { Services } from "./services/services.ts";
import type { Command } from "./start.ts";

/** A feature: contributes something to VS Code and returns what takes it back. */
export type Feature = (services: Services) => Disposable;

/** What does not wait for a PRD. */
export const featuresAtOnce: readonly Feature[] = [
  registerRulePages,
  registerTeamFile,
  registerTreeBadges,
  registerStatusBar,
  registerContextKeys,
  registerLive,
];

/** What works on PRDs. */
export const featuresForPrds: readonly Feature[] = [
  registerDiagnostics,
  registerQuickFixes,
  registerAnswerActions,
  registerFixAll,
  registerCompletion,
  registerHover,
  registerIds,
  registerLenses,
];

/** Every command, by its id without `seamwork.`. */
export function commandsOf(services: Services): ReadonlyMap<string, Command> {
  const byName: Record<string, Command> = {
    ...onFirstCall(["newPrd"], async () =>
      (await import("./features/commands/new-prd.ts")).newPrdCommands(services),
    ),
    ...onFirstCall(["adopt"], async () =>
      (await import("./features/commands/adopt.ts")).adoptCommands(services),
    ),
    ...onFirstCall(["addConstraint", "addEdgeCase", "addQuestion", "openDisagreement"], async () =>
      (await import("./features/commands/additions.ts")).additionCommands(services),
    ),
    ...onFirstCall(["showOpen"], async () =>
      (await import("./features/open-list.ts")).openCommands(services),
    ),
    ...onFirstCall(["moveOn"], async () =>
      (await import("./features/commands/move-on.ts")).moveOnCommands(services),
    ),
    ...onFirstCall(["held", "broke"], async () =>
      (await import("./features/commands/assumptions.ts")).assumptionCommands(services),
    ),
    ...onFirstCall(["addOption", "inTheRoom"], async () =>
      (await import("./features/commands/feasibility.ts")).feasibilityCommands(services),
    ),
    ...onFirstCall(["accept", "counter", "answer"], async () =>
      (await import("./features/commands/answers.ts")).answerCommands(services),
    ),
    ...onFirstCall(["fixAll"], async () => (await import("./features/fix-all.ts")).fixAllCommands(services)),
    ...treeCommands(services),
    ...liveCommands(services),
    ...goToCommands(),
  };
  return new Map(Object.entries(byName).map(([name, command]) => [`seamwork.${name}`, command]));
}

/** Commands whose code is loaded when somebody calls one of them: most sessions never do. */
function onFirstCall<Name extends string>(
  names: readonly Name[],
  load: () => Promise<Readonly<Record<Name, Command>>>,
): Record<string, Command> {
  return Object.fromEntries(
    names.map((name) => [name, async (...args: unknown[]) => (await load())[name](...args)]),
  );
}
