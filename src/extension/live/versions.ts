import { window } from "vscode";
import { ServerError } from "../../collab/session/server-api.ts";
import type { ServerApi } from "../../collab/session/server-api.ts";
import { shorten } from "../../core/words/shorten.ts";
import { VERSION_NAME_MAX, versionNameProblem } from "./history-words.ts";
import type { LiveDocument } from "./live-prds.ts";

/** A text that the PRD had. */
export interface Earlier {
  readonly which: Parameters<ServerApi["text"]>[0];
  /** In a sentence: `“Agreed with engineering”`, `the end of Monday, 16 November`. */
  readonly name: string;
}

/** So long the server may take to have one's last change, in milliseconds. */
const LAST_CHANGE_MS = 5_000;

export const RESTORE = "Restore";

/** Asks, and then makes an earlier text the shared one. */
export async function restore(document: LiveDocument, earlier: Earlier): Promise<void> {
  const { live, name } = document;
  const choice = await window.showInformationMessage(
    `Restore the text from ${earlier.name} for everyone?`,
    {
      modal: true,
      detail: `${name} changes at once for everyone in it, as an edit like any other. The current text is kept first, as a version named “${keptAs(earlier)}”.`,
    },
    RESTORE,
  );
  if (choice !== RESTORE) return;
  await bringBack(live, earlier);
}

/**
 * Makes an earlier text the shared one, by an edit; what it was until then is a named version.
 *
 * @throws ServerError, and then nothing was changed
 */
export async function bringBack(live: LiveDocument["live"], earlier: Earlier): Promise<void> {
  const text = await live.api.text(earlier.which);
  await allIsSaved(live);
  await live.api.nameVersion(keptAs(earlier));
  live.replaceText(text);
}

function keptAs({ name }: Earlier): string {
  return shorten(`Before restoring ${name.replaceAll(/[“”]/g, "")}`, VERSION_NAME_MAX);
}

/** *Name this version*: the text as it is now is kept for good. */
export async function nameVersion(document: LiveDocument): Promise<void> {
  const { live, name } = document;
  if (live.me.right === "read") {
    void window.showInformationMessage(
      "You can only read this PRD. People who can edit it can name versions.",
    );
    return;
  }
  const wanted = await window.showInputBox({
    title: `Name this version of ${name}`,
    prompt: "The current text is kept for good under this name",
    placeHolder: "Agreed with engineering",
    validateInput: (text) => (text === "" ? undefined : versionNameProblem(text)),
  });
  const given = wanted?.trim() ?? "";
  if (given === "") return;
  await allIsSaved(live);
  const version = await live.api.nameVersion(given);
  void window.showInformationMessage(
    `This version is kept as “${version.name}”. Show History can restore it.`,
  );
}

/**
 * The server names the text that it has, so it must have one's last change.
 *
 * @throws ServerError when it does not get it in time
 */
export async function allIsSaved(live: LiveDocument["live"]): Promise<void> {
  const saved = (): boolean =>
    live.status.kind === "read-only" || (live.status.kind === "live" && live.status.pending === 0);
  if (saved()) return;
  await new Promise<void>((resolve) => {
    const finish = (): void => {
      clearTimeout(late);
      listening.dispose();
      resolve();
    };
    const late = setTimeout(finish, LAST_CHANGE_MS);
    const listening = live.onDidChange(() => {
      if (saved()) finish();
    });
  });
  if (!saved())
    throw new ServerError(
      "unreachable",
      "The server does not have your last changes yet, so nothing was changed. Try again when the status bar says “saved”.",
    );
}
