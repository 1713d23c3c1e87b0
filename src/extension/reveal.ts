import { TabInputText, ViewColumn, window } from "vscode";
import type { TextDocument } from "vscode";

/**
 * Shows a document where it is open already, so that it does not cover the panel's tab; one that is not, beside the panel.
 */
export async function reveal(document: TextDocument): Promise<void> {
  const key = document.uri.toString();
  const visible = window.visibleTextEditors.find((one) => one.document.uri.toString() === key);
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === key),
  );
  const column = visible?.viewColumn ?? group?.viewColumn;
  const texts = window.tabGroups.all.find(({ activeTab }) => activeTab?.input instanceof TabInputText);
  const viewColumn = column ?? texts?.viewColumn ?? (isWebview() ? ViewColumn.Beside : ViewColumn.Active);
  await window.showTextDocument(document, { viewColumn });
}

/** Whether the active tab is none of text: the panel's, if somebody has just clicked in it. */
function isWebview(): boolean {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab !== undefined && !(activeTab.input instanceof TabInputText);
}
