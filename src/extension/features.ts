import type { Disposable } from "vscode";
import { additionCommands } from "./features/commands/additions.ts";
import { adoptCommands } from "./features/commands/adopt.ts";
import { answerCommands, registerAnswerActions } from "./features/commands/answers.ts";
import { goToCommands } from "./features/commands/go-to.ts";
import { newPrdCommands } from "./features/commands/new-prd.ts";
import { registerCompletion } from "./features/completion/completion.ts";
import { registerContextKeys } from "./features/context-keys.ts";
import { registerDiagnostics } from "./features/diagnostics.ts";
import { fixAllCommands, registerFixAll } from "./features/fix-all.ts";
import { registerHover } from "./features/hover.ts";
import { registerIds } from "./features/ids.ts";
import { registerLenses } from "./features/lenses.ts";
import { openCommands } from "./features/open-list.ts";
import { treeCommands } from "./features/prd-tree.ts";
import { registerQuickFixes } from "./features/quick-fixes.ts";
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
  registerStatusBar,
  registerContextKeys,
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
    ...newPrdCommands(services),
    ...adoptCommands(services),
    ...additionCommands(services),
    ...answerCommands(services),
    ...fixAllCommands(services),
    ...openCommands(services),
    ...treeCommands(services),
    ...goToCommands(),
  };
  return new Map(Object.entries(byName).map(([name, command]) => [`seamwork.${name}`, command]));
}
