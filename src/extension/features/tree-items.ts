import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from "vscode";
import { statuses } from "../../core/document/status.ts";
import type { Severity } from "../../core/rules/rule.ts";
import type { LibraryEntry } from "../services/library.ts";
import type { TreeNode } from "../start.ts";
import { BADGE_SCHEME } from "./prd-tree.ts";
import { statusWords } from "./status-words.ts";

/** A line of the tree that is a document. */
export interface Leaf extends TreeNode {
  readonly entry: LibraryEntry;
}

/** All documents by status, with what is open in each; candidates last. */
export function groupsOf(entries: readonly LibraryEntry[]): TreeNode[] {
  const group = (label: string, fits: (entry: LibraryEntry) => boolean): TreeNode[] => {
    const fitting = entries
      .filter(fits)
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true }));
    if (fitting.length === 0) return [];
    const children = fitting.map((entry): Leaf => ({ entry, item: leafItem(entry), children: [] }));
    return [{ item: groupItem(label, fitting.length), children }];
  };
  return [
    ...statuses.flatMap((status) =>
      group(statusWords[status], ({ kind, summary }) => kind === "prd" && summary.status === status),
    ),
    ...group("No status yet", ({ kind, summary }) => kind === "prd" && summary.status === undefined),
    ...group("Not adopted yet", ({ kind }) => kind === "candidate"),
  ];
}

function nameOf({ summary: { id, name } }: LibraryEntry): string {
  return id === undefined ? name : `${id} ${name}`;
}

function groupItem(label: string, count: number): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = label;
  item.description = String(count);
  item.accessibilityInformation = { label: `${label}, ${count} ${count === 1 ? "PRD" : "PRDs"}` };
  return item;
}

function leafItem(entry: LibraryEntry): TreeItem {
  const { uri, kind, summary, counts, folder } = entry;
  const item = new TreeItem(nameOf(entry), TreeItemCollapsibleState.None);
  item.id = uri.toString();
  if (several()) item.description = folder.name;
  // An address of its own, so that the badge behind it is ours.
  const open = counts.error + counts.warning + counts.information;
  if (kind === "prd")
    item.resourceUri = Uri.from({ scheme: BADGE_SCHEME, path: uri.path, query: String(open) });
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

/** `2 errors, 1 warning` */
function problemWords(counts: Readonly<Record<Severity, number>>): string {
  const words = {
    error: ["error", "errors"],
    warning: ["warning", "warnings"],
    information: ["hint", "hints"],
  };
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
