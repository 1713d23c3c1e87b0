import { commands, Disposable, window } from "vscode";
import type { Services } from "../services/services.ts";

/** Tells menus whether the editor shows a PRD or a candidate, so that they offer only what fits. */
export function registerContextKeys({ openPrds }: Services): Disposable {
  let last: string | undefined;
  const set = (): void => {
    const document = window.activeTextEditor?.document;
    const kind = document === undefined ? undefined : openPrds.get(document)?.kind;
    if (kind === last) return;
    last = kind;
    void commands.executeCommand("setContext", "seamwork.document", kind);
  };
  return Disposable.from(
    window.onDidChangeActiveTextEditor(set),
    openPrds.onDidChange(set),
    openPrds.onDidClose(set),
  );
}
