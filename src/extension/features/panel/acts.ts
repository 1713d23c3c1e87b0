import { commands, TabInputText, ViewColumn, window, workspace } from "vscode";
import type { CodeAction, TextDocument, Uri } from "vscode";
import type { Action } from "../../../core/readiness/overview.ts";
import type { Range as Offsets } from "../../../core/text/range.ts";
import { selectIn } from "../../edits.ts";
import { rangeOf } from "../../ranges.ts";
import { codeOf } from "../diagnostics.ts";

/**
 * Shows a document where it is open already, so that the panel's own tab stays where it is; one that is not, beside the
 * panel.
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

/** Shows a place. */
export async function goTo(document: TextDocument, at: Offsets): Promise<void> {
  await reveal(document);
  await selectIn(document.uri, at);
}

/** Does what an action of a conversation says. */
export async function perform(action: Action, document: TextDocument): Promise<void> {
  switch (action.kind) {
    case "goTo":
      return goTo(document, action);
    case "fix":
      return fix(action, document);
    case "startReview":
    case "signOff":
    case "carrySignOff":
    case "showChanges":
      await reveal(document);
      await commands.executeCommand(`seamwork.${action.kind}`, document.uri, action.requirement);
      return;
    default:
      await reveal(document);
      await commands.executeCommand(`seamwork.${action.kind}`, document.uri, action.at);
  }
}

/** Runs what the light bulb would prefer for a problem; where it offers nothing, goes there and opens it. */
async function fix(
  { code, start, end }: Extract<Action, { kind: "fix" }>,
  document: TextDocument,
): Promise<void> {
  await goTo(document, { start, end });
  const range = rangeOf(document, { start, end });
  const { version } = document;
  const offered = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    "quickfix",
  );
  const ours = offered.filter(({ diagnostics }) => diagnostics?.some((one) => codeOf(one) === code) === true);
  const wanted = ours.find(({ isPreferred }) => isPreferred === true) ?? ours[0];
  if (document.version !== version) return;
  if (wanted === undefined) {
    await commands.executeCommand("editor.action.quickFix");
    return;
  }
  if (wanted.edit !== undefined) await workspace.applyEdit(wanted.edit);
  if (wanted.command !== undefined)
    await commands.executeCommand(wanted.command.command, ...(wanted.command.arguments ?? []));
}

/** Opens a PRD of the list. */
export async function openPrd(uri: Uri, at: Offsets | undefined): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  await reveal(document);
  if (at !== undefined) await selectIn(uri, at);
}
