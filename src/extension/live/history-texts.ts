import { Uri, workspace } from "vscode";
import type { Disposable } from "vscode";

/** Earlier texts of shared PRDs, as read-only documents. */
const SCHEME = "seamwork-history";

export interface HistoryTexts extends Disposable {
  /**
   * The address of a document with an earlier text.
   *
   * @param name of the PRD's file
   * @param when tells texts of one PRD apart
   */
  show(name: string, when: string, text: string): Uri;
}

export function registerHistoryTexts(): HistoryTexts {
  const texts = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) =>
      texts.get(uri.toString()) ?? "This text is not at hand any more. *Show history* brings it back.\n",
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  let count = 0;
  return {
    show(name, when, text) {
      // VS Code asks for a document's text once, so that each text has an address of its own.
      const uri = Uri.from({ scheme: SCHEME, path: `/${name}`, query: `${when} ${++count}` });
      texts.set(uri.toString(), text);
      return uri;
    },
    dispose() {
      provider.dispose();
      closed.dispose();
      texts.clear();
    },
  };
}
