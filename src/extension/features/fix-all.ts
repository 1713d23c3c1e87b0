import { CodeAction, CodeActionKind, commands, Disposable, languages, window, workspace } from "vscode";
import { fixAll } from "../../core/fix/fix-all.ts";
import { workspaceEditOf } from "../edits.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { prdMarkdown } from "./selector.ts";

const fixAllKind = CodeActionKind.SourceFixAll.append("seamwork");

/** All safe fixes at once: as a source action, on save where `editor.codeActionsOnSave` asks for it, and as a command. */
export function registerFixAll({ openPrds, problems }: Services): Disposable {
  const editsFor = (prd: OpenPrd): ReturnType<typeof fixAll>["edits"] =>
    prd.kind === "prd" ? fixAll(prd.model().text, problems.optionsFor(prd)).edits : [];
  return Disposable.from(
    languages.registerCodeActionsProvider(
      prdMarkdown,
      {
        provideCodeActions(document, _range, { only }): CodeAction[] {
          const prd = openPrds.get(document);
          // Only when it is asked for: nobody wants it in the light bulb's menu.
          if (prd === undefined || only?.intersects(fixAllKind) !== true) return [];
          const edits = editsFor(prd);
          if (edits.length === 0) return [];
          const action = new CodeAction("Fix everything that needs no decision", fixAllKind);
          action.edit = workspaceEditOf(document, edits);
          return [action];
        },
      },
      { providedCodeActionKinds: [fixAllKind] },
    ),
    commands.registerCommand("seamwork.fixAll", async () => {
      const document = window.activeTextEditor?.document;
      const prd = document && (await openPrds.find(document));
      if (prd === undefined) {
        void window.showInformationMessage("Open a PRD first.");
        return;
      }
      const edits = editsFor(prd);
      if (edits.length > 0) await workspace.applyEdit(workspaceEditOf(prd.document, edits));
      else void window.showInformationMessage("Nothing to fix that needs no decision of yours.");
    }),
  );
}
