import type { Disposable } from "vscode";
import { registerAdopt } from "./features/commands/adopt.ts";
import { registerAdditions } from "./features/commands/additions.ts";
import { registerAnswerActions, registerAnswers } from "./features/commands/answers.ts";
import { registerGoTo } from "./features/commands/go-to.ts";
import { registerNewPrd } from "./features/commands/new-prd.ts";
import { registerCompletion } from "./features/completion/completion.ts";
import { registerContextKeys } from "./features/context-keys.ts";
import { registerDiagnostics } from "./features/diagnostics.ts";
import { registerFixAll } from "./features/fix-all.ts";
import { registerHover } from "./features/hover.ts";
import { registerIds } from "./features/ids.ts";
import { registerLenses } from "./features/lenses.ts";
import { registerQuickFixes } from "./features/quick-fixes.ts";
import { registerRulePages } from "./features/rule-pages.ts";
import { registerStatusBar } from "./features/status-bar.ts";
import { registerTeamFile } from "./features/team-file.ts";
import { registerTree } from "./features/tree.ts";
import type { Services } from "./services/services.ts";

/** A feature: contributes something to VS Code and returns what takes it back. */
export type Feature = (services: Services) => Disposable;

/** What a person can call or see before any PRD is open. */
export const featuresAtOnce: readonly Feature[] = [
  registerNewPrd,
  registerAdopt,
  registerAdditions,
  registerAnswers,
  registerGoTo,
  registerRulePages,
  registerTeamFile,
  registerTree,
  registerStatusBar,
  registerContextKeys,
];

/** What works on PRDs, registered when the first one is seen. */
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
