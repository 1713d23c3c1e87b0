import type { PlannedItem } from "./planned.ts";
import { weeksOf } from "../words/days.ts";
import { shorten } from "../words/shorten.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import type { Fix } from "../problem.ts";
import type { Range } from "../text/range.ts";

/** Most items that a message names. */
const MOST = 3;

/** `PRD-042 (20 weeks), Upgrade Postgres (4 weeks) and 2 more`; the longest first. */
export function itemList(items: readonly PlannedItem[]): string {
  const named = items
    .slice(0, MOST)
    .map(({ name, days }) => shortName(name) + (days === undefined ? "" : ` (${weeksOf(days)})`));
  const rest = items.length - named.length;
  if (rest > 0) return `${named.join(", ")} and ${rest} more`;
  const last = named.pop() ?? "";
  return named.length === 0 ? last : `${named.join(", ")} and ${last}`;
}

/** A row's words as a message takes them: on one line, without marks that would end its sentence. */
export function shortName(name: string): string {
  return shorten(name.replace(/\s+/g, " ").replace(/[.?!](?=\s|$)/g, ""), 40) || "a row without a name";
}

/** How the end of a sentence tells what is not counted; nothing when all is. */
export function uncounted(items: readonly PlannedItem[]): string {
  if (items.length === 0) return "";
  return ` (${itemList(items)} ${items.length === 1 ? "has" : "have"} no effort)`;
}

/** Shows where the work is that a finding is about: its longest row here, else the place where the finding is. */
export function showFix(items: readonly PlannedItem[], rows: readonly Range[], finding: Range): Fix {
  const own = items.find(({ start }) => start !== undefined);
  const row = rows.find(({ start }) => start === own?.start);
  const title =
    row === undefined ? "Show what was agreed" : `Show ${shortName(own?.name ?? "")} in the Work table`;
  const { start, end } = row ?? finding;
  return { title, kind: "guided", edits: [], select: { start, end } };
}

/** Whether a document is a cycle, from the index alone. */
export function isCycle(path: string, index: WorkspaceIndex): boolean {
  return index.get(path)?.team?.cycle !== undefined;
}
