import {
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  workspace,
} from "vscode";
import { statuses } from "../../../core/format/status.ts";
import type { Severity } from "../../../core/problem.ts";
import type { Library, LibraryEntry } from "../../services/library.ts";
import { isQuiet } from "../../services/teams.ts";
import { BADGE_SCHEME } from "./node.ts";
import type { Leaf, TreeNode } from "./node.ts";
import { dueIn } from "./due.ts";
import type { DueLine } from "./due.ts";
import { capital } from "../../../core/words/sentence.ts";
import { count } from "../../../core/words/count.ts";
import { kindNames, statusName } from "../../../core/words/status.ts";

/** Cycles with what is due, PRDs by status with what is open in each, retros; candidates last. */
export function groupsOf(
  entries: readonly LibraryEntry[],
  placeOf: Library["placeOf"],
  today: string,
): TreeNode[] {
  const group = (
    label: string,
    fits: (entry: LibraryEntry) => boolean,
    state = TreeItemCollapsibleState.Expanded,
  ): TreeNode[] => {
    const fitting = entries
      .filter(fits)
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b), undefined, { numeric: true }));
    if (fitting.length === 0) return [];
    const children = fitting.map((entry): Leaf => leafOf(entry, placeOf, today));
    const kind = fitting[0]?.kind ?? "candidate";
    const word = fits === isQuiet ? "file" : kindNames[kind === "candidate" ? "prd" : kind];
    return [{ item: groupItem(label, state, count(fitting.length, word)), children }];
  };
  return [
    ...group("Cycles", ({ kind }) => kind === "cycle"),
    ...statuses.flatMap((status) =>
      group(capital(statusName(status)), ({ kind, summary }) => kind === "prd" && summary.status === status),
    ),
    ...group("No status yet", ({ kind, summary }) => kind === "prd" && summary.status === undefined),
    ...group("Retros", ({ kind }) => kind === "retro"),
    ...group("Not adopted yet", (entry) => entry.kind === "candidate" && !isQuiet(entry)),
    ...group("Of other tools", isQuiet, TreeItemCollapsibleState.Collapsed),
  ];
}

/** All that the tree says, to compare it with what it said before; much less work than its lines. */
export function saidOf(entries: readonly LibraryEntry[], placeOf: Library["placeOf"], today: string): string {
  return JSON.stringify(
    entries.map((entry) => {
      const { kind, counts, folder, summary } = entry;
      const { path, id, name, status, pm, eng, team } = summary;
      const place = kind === "cycle" ? placeOf(entry.uri) : undefined;
      const due = place && dueIn(place.index, entry.team.config, path, today);
      const days = [team?.cycle?.from, team?.cycle?.to];
      return [folder.index, path, kind, id, name, status, pm, eng, counts, due && [days, due]];
    }),
  );
}

function leafOf(entry: LibraryEntry, placeOf: Library["placeOf"], today: string): Leaf {
  const item = leafItem(entry);
  if (entry.kind !== "cycle") return { entry, item, children: [] };
  const { from, to } = entry.summary.team?.cycle ?? {};
  if (from !== undefined && to !== undefined)
    item.description = from <= today && today <= to ? `now, until ${to}` : `${from} to ${to}`;
  const place = placeOf(entry.uri);
  const due = place === undefined ? [] : dueIn(place.index, entry.team.config, place.path, today);
  if (due.length > 0) item.collapsibleState = TreeItemCollapsibleState.Collapsed;
  return { entry, item, children: due.map((one) => ({ item: dueItem(one, entry, today), children: [] })) };
}

/** What is due, by its day; a click goes where it stands. */
function dueItem({ label, day, path, start }: DueLine, { folder }: LibraryEntry, today: string): TreeItem {
  const item = new TreeItem(label, TreeItemCollapsibleState.None);
  const late = day < today;
  const when = day === today ? "due today" : late ? `was due ${day}` : `due ${day}`;
  item.description = when;
  item.tooltip = `${label}, ${when}`;
  item.accessibilityInformation = { label: `${label}, ${when}` };
  item.iconPath = new ThemeIcon(
    late ? "warning" : "clock",
    ...(late ? [new ThemeColor("problemsWarningIcon.foreground")] : []),
  );
  const place = [Uri.joinPath(folder.uri, path), { start, end: start }];
  item.command = { command: "seamwork.select", title: "Open", arguments: place };
  return item;
}

function nameOf({ summary: { id, name } }: LibraryEntry): string {
  return id === undefined || id === name ? name : `${id} ${name}`;
}

/** @param counted `3 PRDs` */
function groupItem(label: string, state: TreeItemCollapsibleState, counted: string): TreeItem {
  const item = new TreeItem(label, state);
  item.id = label;
  item.description = counted.split(" ", 1)[0] ?? "";
  item.accessibilityInformation = { label: `${label}, ${counted}` };
  return item;
}

function leafItem(entry: LibraryEntry): TreeItem {
  const { uri, kind, summary, counts, folder } = entry;
  const item = new TreeItem(nameOf(entry), TreeItemCollapsibleState.None);
  item.id = uri.toString();
  if (several()) item.description = folder.name;
  // An address of its own, so that the badge behind it is ours.
  const open = counts.error + counts.warning + counts.information;
  if (kind !== "candidate")
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
