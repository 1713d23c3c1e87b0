import { CodeAction, window, workspace } from "vscode";
import type { CodeActionKind, TextDocument } from "vscode";
import { fixAll } from "../../../core/fix/fix-all.ts";
import { isInConflict } from "../../../core/document/status.ts";
import { conflictOpen } from "../../../core/text/conflicts.ts";
import { capital } from "../../../core/words/sentence.ts";
import type { FixEdit } from "../../../core/problem.ts";
import { workspaceEditOf } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";

function editsFor(prd: OpenPrd, { problems }: Services): readonly FixEdit[] {
  if (prd.kind === "candidate") return [];
  return fixAll(prd.model().text, problems.optionsFor(prd)).edits;
}

/** All safe fixes at once, as a source action. */
export function fixAllIn(document: TextDocument, services: Services, kind: CodeActionKind): CodeAction[] {
  const prd = services.openPrds.get(document);
  const edits = prd === undefined ? [] : editsFor(prd, services);
  if (edits.length === 0) return [];
  const action = new CodeAction("Apply all safe fixes", kind);
  action.edit = workspaceEditOf(document, edits);
  return [action];
}

/** The same as a command. */
export function fixAllCommand(services: Services): Command {
  return async () => {
    const document = window.activeTextEditor?.document;
    const prd = document && (await services.openPrds.find(document));
    const edits = prd === undefined ? [] : editsFor(prd, services);
    if (prd !== undefined && isInConflict(prd.model())) {
      void window.showWarningMessage(capital(conflictOpen));
      return;
    }
    if (prd !== undefined && edits.length > 0) {
      await workspace.applyEdit(workspaceEditOf(prd.document, edits));
      return;
    }
    const nothing = prd === undefined ? "Open a PRD first." : "There is no safe fix to apply.";
    void window.showInformationMessage(nothing);
  };
}
