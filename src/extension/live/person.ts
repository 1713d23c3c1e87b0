import { commands, window } from "vscode";
import type { TextDocument, Uri } from "vscode";
import type { AskPerson } from "../../collab/ask-person.ts";
import { baseName } from "../services/paths.ts";
import type { Storage } from "./storage.ts";

/** Asks and tells the person in front of a document what only they can decide, in the words of a colleague. */
export function personAt(document: TextDocument, storage: Storage): AskPerson {
  const name = baseName(document.uri);
  return {
    async chooseText(mine, shared) {
      const choices = [
        {
          label: "Use the shared text",
          detail: "Your text is kept as a file that you can open.",
          value: "shared" as const,
        },
        {
          label: "Use my text for everybody",
          detail: "The shared text is kept as a file on your computer.",
          value: "mine" as const,
        },
        {
          label: "Use both",
          detail:
            "Where they differ, the paragraphs of both stand one after the other, to be sorted out together.",
          value: "merged" as const,
        },
      ];
      await showDifference(name, mine, shared, storage);
      const choice = await window.showQuickPick(choices, {
        title: `Your ${name} and the shared one differ. Which text shall everybody see?`,
        placeHolder: "The difference is in the editor: your text left, the shared one right",
        ignoreFocusOut: true,
      });
      return choice?.value;
    },
    async onRevert() {
      const mine = "Use the File's Text for Everybody";
      const merge = "Use Both";
      const choice = await window.showInformationMessage(
        `${name} was changed on disk, by a revert or another program. Shall everybody see that text?`,
        {
          modal: true,
          detail:
            "Otherwise the file gets the shared text again. “Use Both” keeps what was added on either side.",
        },
        mine,
        merge,
      );
      return choice === mine ? "take-mine" : choice === merge ? "merge" : "keep-shared";
    },
    async keepBackup(text, whose) {
      const uri = await storage.backup(name, text);
      void offerToOpen(
        uri,
        `${whose === "mine" ? "Your text" : "The shared text"} from before is kept as ${baseName(uri)}.`,
      );
    },
    onRepaired() {
      void window.showInformationMessage(
        `What you see of ${name} and what is shared had come apart, and were put together again. Please read over the last lines.`,
      );
    },
  };
}

async function offerToOpen(uri: Uri, message: string): Promise<void> {
  const open = "Open It";
  if ((await window.showInformationMessage(message, open)) === open) await window.showTextDocument(uri);
}

/** Your text left, the shared one right; both as files of their own, so that nobody edits the wrong one. */
async function showDifference(name: string, mine: string, shared: string, storage: Storage): Promise<void> {
  const left = await storage.backup(`mine-${name}`, mine);
  const right = await storage.backup(`shared-${name}`, shared);
  await commands.executeCommand("vscode.diff", left, right, `${name}: yours and the shared text`, {
    preview: true,
  });
}
