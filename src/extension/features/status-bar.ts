import { commands, Disposable, QuickPickItemKind, StatusBarAlignment, ThemeIcon, window } from "vscode";
import type { QuickPickItem } from "vscode";
import { statusOf } from "../../core/document/status.ts";
import type { Problem, Severity } from "../../core/rules/rule.ts";
import { selectIn } from "../edits.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { statusWords } from "./status-words.ts";
import { problemWords } from "./tree.ts";

/** One item for the PRD in the editor: its status and what is open in it; a click lists that. */
export function registerStatusBar({ openPrds, problems }: Services): Disposable {
  const item = window.createStatusBarItem("seamwork.prd", StatusBarAlignment.Left, 90);
  item.name = "Seamwork: PRD";
  item.command = "seamwork.showOpen";

  const active = (): OpenPrd | undefined => {
    const document = window.activeTextEditor?.document;
    return document === undefined ? undefined : openPrds.get(document);
  };
  const show = (): void => {
    const prd = active();
    if (prd === undefined) {
      item.hide();
      return;
    }
    const found = problems.of(prd);
    const words = problemWords(countsOf(found)) || "nothing open";
    if (prd.kind === "candidate") {
      item.text = "$(file) Not a PRD yet";
      item.tooltip = "This file has no PRD header. A click offers to adopt it.";
    } else {
      const { header } = prd.model();
      const id = header.field("prd")?.values[0]?.text ?? "PRD";
      const status = statusOf(header.field("status")?.values[0]?.text);
      const state = status === undefined ? "no status" : statusWords[status].toLowerCase();
      item.text = `$(${found.length === 0 ? "pass" : "comment-discussion"}) ${id} · ${state}${found.length === 0 ? "" : ` · ${found.length} open`}`;
      item.tooltip = `${id}, ${state}: ${words}. A click lists what is open.`;
    }
    item.accessibilityInformation = { label: `${item.text.replace(/\$\([a-z-]+\) /, "")}, ${words}`, role: "button" };
    item.show();
  };
  show();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(show),
    problems.onDidChange(show),
    openPrds.onDidClose(show),
    commands.registerCommand("seamwork.showOpen", async () => {
      const prd = active();
      if (prd === undefined) {
        void window.showInformationMessage("Open a PRD to see what is open in it.");
        return;
      }
      if (prd.kind === "candidate") {
        await commands.executeCommand("seamwork.adopt", prd.document.uri);
        return;
      }
      await pickProblem(prd, problems.of(prd));
    }),
  );
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
  if (picked?.problem !== undefined && document.version === version) await selectIn(document.uri, picked.problem);
}

function countsOf(found: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of found) counts[severity]++;
  return counts;
}
