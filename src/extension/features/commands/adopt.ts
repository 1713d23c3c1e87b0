import { commands, window } from "vscode";
import { adopt } from "../../../core/adopt/adopt.ts";
import { insert } from "../../edits.ts";
import { relativePath } from "../../services/paths.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../start.ts";
import { documentFor } from "./active.ts";

/** Makes the document in the editor (or in the tree) a PRD: a header and ids, and no other word changed. */
export function adoptCommands({ library, teams }: Services): Record<"adopt", Command> {
  const adoptDocument = async (target?: unknown): Promise<void> => {
    const document = await documentFor(target);
    if (document?.languageId !== "markdown") {
      void window.showInformationMessage(
        "Open the markdown file that should become a PRD, then run this again.",
      );
      return;
    }
    await library.ready();
    const team = await teams.of(document.uri);
    const place = library.placeOf(document.uri);
    const path = place?.path ?? relativePath(team.root, document.uri);
    const takenIds = place?.index.ids() ?? [];
    const version = document.version;
    const adoption = adopt(document.getText(), { config: team.config, path, takenIds });
    if (adoption.problem !== undefined) {
      void window.showWarningMessage(adoption.problem);
      return;
    }
    if (adoption.edits.length === 0) {
      void window.showInformationMessage(`This is a PRD already: ${adoption.id}.`);
      return;
    }
    if (document.version !== version || !(await insert(document, adoption.edits))) return;
    const given = adoption.given.length;
    const ids = given === 0 ? "" : ` and ${given === 1 ? "1 id" : `${given} ids`}`;
    const told = `This is ${adoption.id} now: a header${ids} were added, no word changed.`;
    const [advice] = adoption.advice;
    void showAdvice(advice === undefined ? told : `${told} ${adoption.advice.join(" ")}`);
  };
  return { adopt: adoptDocument };
}

async function showAdvice(message: string): Promise<void> {
  const undo = "Undo";
  const problems = "Show problems";
  const picked = await window.showInformationMessage(message, problems, undo);
  if (picked === problems) await commands.executeCommand("workbench.actions.view.problems");
  if (picked === undo) await commands.executeCommand("undo");
}
