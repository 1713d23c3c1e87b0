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
          label: "Use my text for everyone",
          detail: "The shared text is kept as a file on your computer.",
          value: "mine" as const,
        },
        {
          label: "Use both",
          detail:
            "Where they differ, both versions of a paragraph are kept, one after the other, for you to sort out.",
          value: "merged" as const,
        },
      ];
      await showDifference(name, mine, shared, storage);
      const choice = await window.showQuickPick(choices, {
        title: `Your ${name} and the shared one differ. Which text should everyone see?`,
        placeHolder: "The editor shows the difference: your text on the left, the shared one on the right",
        ignoreFocusOut: true,
      });
      return choice?.value;
    },
    async onRevert() {
      const mine = "Use the File's Text for Everyone";
      const merge = "Use Both";
      const choice = await window.showInformationMessage(
        `${name} changed on disk, by a revert or another program. Use that text for everyone?`,
        {
          modal: true,
          detail:
            "Otherwise the file gets the shared text back. “Use Both” keeps what was added on either side.",
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
        `${whose === "mine" ? "Your earlier text" : "The earlier shared text"} is kept as ${baseName(uri)}.`,
      );
    },
    onRepaired() {
      void window.showInformationMessage(
        `What you see of ${name} and what is shared had drifted apart and were merged. Please check the last lines.`,
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
