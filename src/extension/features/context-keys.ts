import { commands, Disposable, window } from "vscode";
import type { Services } from "../services/services.ts";

/**
 * Tells menus what the editor shows, so that they offer only what fits: `seamwork.document` is its kind, and
 * `seamwork.isOurs` says that it is a PRD, a cycle or a retro.
 */
export function registerContextKeys({ openPrds }: Services): Disposable {
  let last: string | undefined;
  const set = (): void => {
    const document = window.activeTextEditor?.document;
    const kind = document === undefined ? undefined : openPrds.get(document)?.kind;
    if (kind === last) return;
    last = kind;
    void commands.executeCommand("setContext", "seamwork.document", kind);
    void commands.executeCommand("setContext", "seamwork.isOurs", kind !== undefined && kind !== "candidate");
  };
  return Disposable.from(
    window.onDidChangeActiveTextEditor(set),
    openPrds.onDidChange(set),
    openPrds.onDidClose(set),
  );
}
