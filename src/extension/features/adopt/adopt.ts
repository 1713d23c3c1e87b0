import { commands, window } from "vscode";
import type { Disposable } from "vscode";
import { adopt } from "../../../core/adopt/adopt.ts";
import { registerEarlierTexts } from "../../earlier-texts.ts";
import type { EarlierTexts } from "../../earlier-texts.ts";
import { insert } from "../../edits.ts";
import { baseName, relativePath } from "../../services/paths.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { documentFor } from "../commands/active.ts";
import { kindNames } from "../../../core/words/status.ts";

/** What is loaded when somebody first adopts a document. */
export interface AdoptFeature extends Disposable {
  readonly adopt: Command;
}

export function createAdopt(services: Services): AdoptFeature {
  const texts = registerEarlierTexts("seamwork-adopted", "Undo");
  return { adopt: adoptCommand(services, texts), dispose: () => texts.dispose() };
}

/** Makes the document in the editor (or in the tree) a PRD: a header and ids, and no other word changed. */
function adoptCommand({ library, openPrds, teams, me }: Services, texts: EarlierTexts): Command {
  return async (target?: unknown): Promise<void> => {
    const document = await documentFor(target);
    if (document?.languageId !== "markdown") {
      void window.showInformationMessage(
        "Open the markdown file that should become a PRD, then run this again.",
      );
      return;
    }
    const kind = (await openPrds.find(document))?.kind;
    if (kind === "cycle" || kind === "retro") {
      void window.showInformationMessage(`This is already a ${kindNames[kind]}.`);
      return;
    }
    await library.ready();
    const team = await teams.of(document.uri);
    const place = library.placeOf(document.uri);
    const path = place?.path ?? relativePath(team.root, document.uri);
    const takenIds = place?.index.ids() ?? [];
    const who = await me.of(team);
    const before = document.getText();
    const adoption = adopt(before, { config: team.config, path, takenIds, me: who });
    if (adoption.problem !== undefined) {
      void window.showWarningMessage(adoption.problem);
      return;
    }
    if (adoption.edits.length === 0) {
      void window.showInformationMessage(`This is already a PRD: ${adoption.id}.`);
      return;
    }
    if (!(await insert(document, adoption.edits))) return;
    const given = adoption.given.length;
    const ids = given === 0 ? "" : ` and ${given === 1 ? "1 id" : `${given} ids`}`;
    const told = adoption.already
      ? `${adoption.id} got ${given === 1 ? "1 id" : `${given} ids`}, and not a word changed.`
      : `This is now ${adoption.id}: it got a header${ids}, and not a word changed.`;
    const difference = async (): Promise<void> => {
      const then = texts.show(baseName(document.uri), "before it was adopted", before);
      await commands.executeCommand("vscode.diff", then, document.uri, `${adoption.id}: before ↔ adopted`);
    };
    void tell(told, adoption.advice, difference);
  };
}

/** Says what was done, and on request what was found and left to people. */
async function tell(told: string, advice: readonly string[], difference: () => Promise<void>): Promise<void> {
  const what = "Show the difference";
  const more = "What is left for you";
  const picked = await window.showInformationMessage(told, what, ...(advice.length === 0 ? [] : [more]));
  if (picked === what) await difference();
  else if (picked === more)
    await window.showInformationMessage(told, { modal: true, detail: advice.join("\n\n") });
}
