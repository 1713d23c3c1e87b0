import { compare } from "../team/cadence.ts";
import { addDays, daysBetween } from "../text/days.ts";
import type { Range } from "../text/range.ts";
import type { DocumentSummary } from "../workspace/workspace-index.ts";
import type { AgendaInput, AgendaItem } from "./model.ts";

/** What a document is called. */
export function nameOf({ id, path }: Pick<DocumentSummary, "id" | "path">): string {
  return id ?? path;
}

/** An item that is only to be known, unless `more` says whose turn it is. */
export function itemAt(
  { lineAt }: Pick<AgendaInput, "lineAt">,
  summary: Pick<DocumentSummary, "id" | "path">,
  { start, end }: Range,
  text: string,
  more: Partial<AgendaItem> = {},
): AgendaItem {
  const { path } = summary;
  return {
    path,
    line: more.line ?? lineAt(path, start),
    start,
    end,
    document: nameOf(summary),
    text: text.replace(/\s+/g, " ").trim(),
    owner: undefined,
    people: [],
    days: undefined,
    due: undefined,
    isNew: false,
    conversations: 0,
    ...more,
  };
}

/** Where a document says which one it is. */
export function headOf({ idRange }: Pick<DocumentSummary, "idRange">): Range {
  return idRange ?? { start: 0, end: 0 };
}

/** True for what began after a day. */
export function beganAfter(since: string | undefined, days: number | undefined, today: string): boolean {
  return since !== undefined && days !== undefined && addDays(today, -days) > since;
}

/** Whole days that a day is past, undefined for one that is not. */
export function daysPast(day: string | undefined, today: string): number | undefined {
  const days = day === undefined ? undefined : daysBetween(day, today);
  return days !== undefined && days > 0 ? days : undefined;
}

/** What has waited or is overdue longest first; what has no age last, in the order of the documents. */
export function longestFirst(items: readonly AgendaItem[], today: string): AgendaItem[] {
  const age = ({ days, due }: AgendaItem): number => Math.max(days ?? -1, daysPast(due, today) ?? -1);
  return [...items].sort((a, b) => age(b) - age(a) || byPlace(a, b));
}

/** What is due first comes first; what has no day last. */
export function soonestFirst(items: readonly AgendaItem[]): AgendaItem[] {
  const day = ({ due }: AgendaItem): string => due ?? "9999-12-31";
  return [...items].sort((a, b) => compare(day(a), day(b)) || byPlace(a, b));
}

export function byPlace(
  a: Pick<AgendaItem, "path" | "start">,
  b: Pick<AgendaItem, "path" | "start">,
): number {
  return compare(a.path, b.path) || a.start - b.start;
}
