import { commands, Disposable, EventEmitter, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, window, workspace } from "vscode";
import type { TreeDataProvider } from "vscode";
import { statuses } from "../../core/document/status.ts";
import type { Severity } from "../../core/rules/rule.ts";
import type { LibraryEntry } from "../services/library.ts";
import type { Services } from "../services/services.ts";
import { statusWords } from "./status-words.ts";

interface Group {
  readonly type: "group";
  readonly label: string;
  readonly entries: readonly LibraryEntry[];
}

interface Leaf {
  readonly type: "prd";
  readonly entry: LibraryEntry;
}

type Node = Group | Leaf;

/** The view "PRDs": all of them by status, with what is open in each; candidates last. */
export function registerTree({ library }: Services): Disposable {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    async getChildren(node) {
      if (node === undefined) {
        await library.ready();
        return groupsOf(library.entries());
      }
      return node.type === "group" ? node.entries.map((entry): Node => ({ type: "prd", entry })) : [];
    },
    getTreeItem: (node) => (node.type === "group" ? groupItem(node) : leafItem(node.entry)),
    getParent: () => undefined,
  };
  const view = window.createTreeView("seamwork.prds", { treeDataProvider: provider, showCollapseAll: true });
  return Disposable.from(
    changed,
    view,
    library.onDidChange(() => changed.fire(undefined)),
    commands.registerCommand("seamwork.refresh", () => library.refresh()),
    commands.registerCommand("seamwork.adoptFromTree", (node: Leaf) =>
      commands.executeCommand("seamwork.adopt", node.entry.uri),
    ),
    commands.registerCommand("seamwork.showOpenFromTree", async (node: Leaf) => {
      await window.showTextDocument(node.entry.uri);
      await commands.executeCommand("seamwork.showOpen");
    }),
  );
}

function groupsOf(entries: readonly LibraryEntry[]): Group[] {
  const group = (label: string, fits: (entry: LibraryEntry) => boolean): Group => ({
    type: "group",
    label,
    entries: entries
      .filter(fits)
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true })),
  });
  const groups = [
    ...statuses.map((status) =>
      group(statusWords[status], ({ kind, summary }) => kind === "prd" && summary.status === status),
    ),
    group("No status yet", ({ kind, summary }) => kind === "prd" && summary.status === undefined),
    group("Not adopted yet", ({ kind }) => kind === "candidate"),
  ];
  return groups.filter((one) => one.entries.length > 0);
}

function nameOf({ summary: { id, name } }: LibraryEntry): string {
  return id === undefined ? name : `${id} ${name}`;
}

function groupItem({ label, entries }: Group): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = label;
  item.description = String(entries.length);
  item.accessibilityInformation = { label: `${label}, ${entries.length} ${entries.length === 1 ? "PRD" : "PRDs"}` };
  return item;
}

function leafItem(entry: LibraryEntry): TreeItem {
  const { uri, kind, summary, counts, folder } = entry;
  const item = new TreeItem(nameOf(entry), TreeItemCollapsibleState.None);
  item.id = uri.toString();
  item.description = [several() ? folder.name : "", problemWords(counts)].filter((part) => part !== "").join(" · ");
  item.iconPath = iconOf(entry);
  item.contextValue = kind;
  item.command = { command: "vscode.open", title: "Open", arguments: [uri] };
  const pair = [...summary.pm, ...summary.eng].join(" and ");
  const tooltip = new MarkdownString();
  tooltip.appendText(`${nameOf(entry)}\n`);
  if (pair !== "") tooltip.appendText(`Written by ${pair}\n`);
  tooltip.appendText(`${summary.path}\n${problemWords(counts) || "Nothing open that a rule can see"}`);
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: `${nameOf(entry)}, ${problemWords(counts) || "no problems"}` };
  return item;
}

const severities: readonly Severity[] = ["error", "warning", "information"];

/** `2 errors, 1 warning`; hints only where there is nothing graver. */
export function problemWords(counts: Readonly<Record<Severity, number>>): string {
  const words = { error: ["error", "errors"], warning: ["warning", "warnings"], information: ["hint", "hints"] };
  const parts = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${counts[severity]} ${words[severity][counts[severity] === 1 ? 0 : 1]}`);
  return parts.join(", ");
}

function iconOf({ kind, counts }: LibraryEntry): ThemeIcon {
  if (kind === "candidate") return new ThemeIcon("file");
  if (counts.error > 0) return new ThemeIcon("error", new ThemeColor("problemsErrorIcon.foreground"));
  if (counts.warning > 0) return new ThemeIcon("warning", new ThemeColor("problemsWarningIcon.foreground"));
  if (counts.information > 0) return new ThemeIcon("info", new ThemeColor("problemsInfoIcon.foreground"));
  return new ThemeIcon("pass", new ThemeColor("testing.iconPassed"));
}

function several(): boolean {
  return (workspace.workspaceFolders?.length ?? 0) > 1;
}
