import { CodeAction, CodeActionKind, languages, window, workspace } from "vscode";
import type { Disposable } from "vscode";
import type { FixEdit } from "../../core/rules/rule.ts";
import { workspaceEditOf } from "../edits.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";
import { prdMarkdown } from "./selector.ts";

const fixAllKind = CodeActionKind.SourceFixAll.append("seamwork");

async function editsFor(prd: OpenPrd, { problems }: Services): Promise<readonly FixEdit[]> {
  if (prd.kind !== "prd") return [];
  const { fixAll } = await import("../../core/fix/fix-all.ts");
  return fixAll(prd.model().text, problems.optionsFor(prd)).edits;
}

/** All safe fixes at once: as a source action, and on save where `editor.codeActionsOnSave` asks for it. */
export function registerFixAll(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    prdMarkdown,
    {
      async provideCodeActions(document, _range, { only }): Promise<CodeAction[]> {
        const prd = services.openPrds.get(document);
        // Only when it is asked for: nobody wants it in the light bulb's menu.
        if (prd === undefined || only?.intersects(fixAllKind) !== true) return [];
        const edits = await editsFor(prd, services);
        if (edits.length === 0) return [];
        const action = new CodeAction("Fix everything that needs no decision", fixAllKind);
        action.edit = workspaceEditOf(document, edits);
        return [action];
      },
    },
    { providedCodeActionKinds: [fixAllKind] },
  );
}

/** The same as a command. */
export function fixAllCommands(services: Services): Record<string, Command> {
  return {
    fixAll: async () => {
      const document = window.activeTextEditor?.document;
      const prd = document && (await services.openPrds.find(document));
      const edits = prd === undefined ? [] : await editsFor(prd, services);
      if (prd !== undefined && edits.length > 0) {
        await workspace.applyEdit(workspaceEditOf(prd.document, edits));
      } else {
        const nothing =
          prd === undefined ? "Open a PRD first." : "Nothing to fix that needs no decision of yours.";
        void window.showInformationMessage(nothing);
      }
    },
  };
}
