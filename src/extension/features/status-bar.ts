import { commands, Disposable, QuickPickItemKind, StatusBarAlignment, ThemeIcon, window } from "vscode";
import type { QuickPickItem } from "vscode";
import { statusOf } from "../../core/document/status.ts";
import type { Problem, Severity } from "../../core/rules/rule.ts";
import { selectIn } from "../edits.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";
import { statusWords } from "./status-words.ts";
import { problemWords } from "./prd-tree.ts";

/** The PRD or candidate in the editor that has the focus. */
function active({ openPrds }: Services): OpenPrd | undefined {
  const document = window.activeTextEditor?.document;
  return document === undefined ? undefined : openPrds.get(document);
}

/** One item for the PRD in the editor: its status and what is open in it; a click lists that. */
export function registerStatusBar(services: Services): Disposable {
  const { openPrds, problems } = services;
  const item = window.createStatusBarItem("seamwork.prd", StatusBarAlignment.Left, 90);
  item.name = "Seamwork: PRD";
  item.command = "seamwork.showOpen";
  const show = (): void => {
    const prd = active(services);
    if (prd === undefined) {
      item.hide();
      return;
    }
    const { text, tooltip } = prd.kind === "candidate" ? candidateWords : wordsFor(prd, problems.of(prd));
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip, role: "button" };
    item.show();
  };
  show();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(show),
    problems.onDidChange(show),
    openPrds.onDidClose(show),
  );
}

const candidateWords = {
  text: "$(file) Not a PRD yet",
  tooltip: "This file has no PRD header yet. A click adopts it: it gets a header, and no word changes.",
};

function wordsFor(prd: OpenPrd, found: readonly Problem[]): { text: string; tooltip: string } {
  const { header } = prd.model();
  const id = header.field("prd")?.values[0]?.text ?? "PRD";
  const status = statusOf(header.field("status")?.values[0]?.text);
  const state = status === undefined ? "no status" : statusWords[status].toLowerCase();
  const words = problemWords(countsOf(found)) || "nothing open that a rule can see";
  return {
    text:
      found.length === 0
        ? `$(pass) ${id} · ${state}`
        : `$(comment-discussion) ${id} · ${state} · ${found.length} open`,
    tooltip: `${id}, ${state}: ${words}. A click lists what is open.`,
  };
}

/** The list behind the status bar item. */
export function openCommands(services: Services): Record<string, Command> {
  return {
    showOpen: async () => {
      const prd = active(services);
      if (prd?.kind === "candidate") await commands.executeCommand("seamwork.adopt", prd.document.uri);
      else if (prd !== undefined) await pickProblem(prd, services.problems.of(prd));
      else void window.showInformationMessage("Open a PRD to see what is open in it.");
    },
  };
}

const turn = {
  product: "For product",
  engineering: "For engineering",
  both: "For both of you",
  managers: "For your managers",
} as const;

const icons: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "info" };

/** Lists what is open, by whose turn it is; picking a line goes there. */
async function pickProblem({ document }: OpenPrd, found: readonly Problem[]): Promise<void> {
  type Item = QuickPickItem & { problem?: Problem };
  const items: Item[] = [];
  for (const owner of ["product", "engineering", "both", "managers"] as const) {
    const theirs = found.filter((problem) => problem.owner === owner);
    if (theirs.length > 0) items.push({ label: turn[owner], kind: QuickPickItemKind.Separator });
    for (const problem of theirs) {
      items.push({
        label: problem.message,
        description: `${problem.code} · line ${document.positionAt(problem.start).line + 1}`,
        iconPath: new ThemeIcon(icons[problem.severity]),
        problem,
      });
    }
  }
  if (items.length === 0) {
    void window.showInformationMessage("No rule has anything to ask about this PRD.");
    return;
  }
  const { version } = document;
  const picked = await window.showQuickPick(items, {
    title: "What is open in this PRD",
    placeHolder: "Pick one to go there; the light bulb offers what to do",
    matchOnDescription: true,
  });
  if (picked?.problem !== undefined && document.version === version)
    await selectIn(document.uri, picked.problem);
}

function countsOf(found: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of found) counts[severity]++;
  return counts;
}
