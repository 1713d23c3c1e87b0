import { Uri, workspace } from "vscode";
import type { Disposable } from "vscode";
import type { Services } from "../services/services.ts";

const SCHEME = "seamwork-rule";

/** Address of a rule's page inside the editor: always of this version, and there without a network. */
export function ruleUri(code: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** Shows the page of a rule where a diagnostic links to it; the pages come with the extension. */
export function registerRulePages({ extensionUri }: Services): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path }): Promise<string> {
      const page = Uri.joinPath(extensionUri, "docs", "rules", path);
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(page));
      } catch {
        // In a browser the extension's files are on the web.
        const response = await fetch(page.toString(true));
        return response.ok ? response.text() : "This page could not be read.\n";
      }
    },
  });
}
