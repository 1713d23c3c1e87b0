import { commands, Uri, window, workspace } from "vscode";
import type { QuickPickItem } from "vscode";
import { boardMarkdown } from "../../../core/board/markdown.ts";
import type { Board } from "../../../core/board/model.ts";
import { baseName } from "../../services/paths.ts";

interface Format extends QuickPickItem {
  readonly ending: "md" | "html";
}

const formats: readonly Format[] = [
  { label: "Markdown", description: "for a comment, a wiki or a message", ending: "md" },
  { label: "HTML", description: "one file to send or to print, which needs nothing else", ending: "html" },
];

/**
 * Asks for a format and a place, writes the board, and offers to open it.
 *
 * @param folder from which the board's paths count: beside it, its links lead to the documents
 */
export async function exportBoard(board: Board, folder: Uri): Promise<void> {
  const format = await window.showQuickPick(formats, { title: "Export Board", placeHolder: "As what?" });
  if (format === undefined) return;
  const target = await window.showSaveDialog({
    title: `Save the Board as ${format.label}`,
    defaultUri: Uri.joinPath(folder, `board-${board.today}.${format.ending}`),
    filters: { [format.label]: [format.ending] },
  });
  if (target === undefined) return;
  const text = format.ending === "md" ? boardMarkdown(board) : await htmlOf(board);
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = "Open It";
  const picked = await window.showInformationMessage(`The board is in ${baseName(target)}.`, open);
  if (picked === open) await commands.executeCommand("vscode.open", target);
}

async function htmlOf(board: Board): Promise<string> {
  const { boardPage } = await import("../../../panel/board-page.tsx");
  return boardPage([board], board.today);
}
