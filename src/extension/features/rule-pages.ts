import { Uri, workspace } from "vscode";
import type { Disposable } from "vscode";
import { rulePages } from "../../core/docs/rule-page.ts";
import { rules } from "../../core/rules/catalogue.ts";

const SCHEME = "seamwork-rule";

/** Address of a rule's page inside the editor: always of this version, and there without a network. */
export function ruleUri(code: string): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${code}.md` });
}

/** Shows the page of a rule where a diagnostic links to it, and the list of all rules behind that. */
export function registerRulePages(): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ path }) =>
      rulePages(rules).get(path.slice(1)) ?? "This Seamwork knows no such rule.\n",
  });
}
