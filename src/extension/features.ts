import type { Disposable } from "vscode";
import { registerContextKeys } from "./features/context-keys.ts";
import { registerDiagnostics } from "./features/diagnostics.ts";
import { registerLive } from "./features/live.ts";
import { registerAnswerActions, registerFixAll, registerQuickFixes } from "./features/fixes/code-actions.ts";
import { registerCompletion } from "./features/language/completion.ts";
import { registerHover } from "./features/language/hover.ts";
import { registerIds } from "./features/language/ids.ts";
import { registerLenses } from "./features/language/lenses.ts";
import { registerSymbols } from "./features/language/symbols.ts";
import { registerRulePages } from "./features/rule-pages.ts";
import { registerStatusBar } from "./features/status-bar.ts";
import { registerTeamFile } from "./features/team-file.ts";
import { registerTreeBadges } from "./features/tree/badges.ts";
import type { Services } from "./services/services.ts";

/** A feature: contributes something to VS Code and returns what takes it back. */
interface Feature {
  /** Whether it waits for a PRD. What its work needs is loaded when that is first asked for. */
  readonly from: "the start" | "the first PRD";
  readonly register: (services: Services) => Disposable;
}

/** All features that are no command. */
export const features: readonly Feature[] = [
  { from: "the start", register: registerRulePages },
  { from: "the start", register: registerTeamFile },
  { from: "the start", register: registerTreeBadges },
  { from: "the start", register: registerStatusBar },
  { from: "the start", register: registerContextKeys },
  { from: "the start", register: registerLive },
  { from: "the first PRD", register: registerDiagnostics },
  { from: "the first PRD", register: registerQuickFixes },
  { from: "the first PRD", register: registerAnswerActions },
  { from: "the first PRD", register: registerFixAll },
  { from: "the first PRD", register: registerCompletion },
  { from: "the first PRD", register: registerHover },
  { from: "the first PRD", register: registerIds },
  { from: "the first PRD", register: registerLenses },
  { from: "the first PRD", register: registerSymbols },
];
