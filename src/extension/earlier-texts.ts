import { Uri, workspace } from "vscode";
import type { Disposable } from "vscode";

/** Earlier texts of PRDs, as read-only documents: one side of a comparison. */
export interface EarlierTexts extends Disposable {
  /**
   * The address of a document with an earlier text.
   *
   * @param name of the PRD's file
   * @param when tells texts of one PRD apart
   */
  show(name: string, when: string, text: string): Uri;
}

/**
 * @param scheme of their addresses, one for each feature that shows some
 * @param again which command brings a text back that VS Code asks for after it was closed
 */
export function registerEarlierTexts(scheme: string, again: string): EarlierTexts {
  const texts = new Map<string, string>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) =>
      texts.get(uri.toString()) ?? `This text is not at hand any more. *${again}* brings it back.\n`,
  });
  const closed = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  let count = 0;
  return {
    show(name, when, text) {
      // VS Code asks for a document's text once, so that each text has an address of its own.
      const uri = Uri.from({ scheme, path: `/${name}`, query: `${when} ${++count}` });
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
