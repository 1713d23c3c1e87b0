import { keptPerIndex } from "../workspace/workspace-index.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import { cycleKey } from "./cycles.ts";
import { buckets } from "../facts/model.ts";
import type { Bucket, Cycle, Split } from "../facts/model.ts";

/** A PRD of a cycle, or a row of its Work table. */
export interface PlannedItem {
  /** As people name it: a PRD's id, what a row says. */
  readonly name: string;
  /** The document that says so: the PRD, or the cycle. */
  readonly path: string;
  /** Undefined for a row of the cycle's own table. */
  readonly prd: string | undefined;
  readonly bucket: Bucket | undefined;
  /** Working days; undefined where nobody has said how long it takes. */
  readonly days: number | undefined;
  /** Offset of the row in the cycle's document. */
  readonly start: number | undefined;
}

/** The work that is planned for a cycle, in working days (5 to a week, 20 to a month). */
export interface Planned {
  /** All of it, the longest first. */
  readonly items: readonly PlannedItem[];
  /** Of the items that have a bucket. */
  readonly days: Readonly<Record<Bucket, number>>;
  /** Of all items, those without a bucket too. */
  readonly total: number;
  readonly withoutEffort: readonly PlannedItem[];
  readonly withoutBucket: readonly PlannedItem[];
  /** The three buckets in whole per cent of what has one, 100 together; undefined where nothing has both. */
  readonly shares: Split | undefined;
}

/**
 * What is planned for a cycle: the PRDs that name it in their header, whatever their status unless they are parked, and
 * the rows of its Work table. The first row that is the id of such a PRD (`PRD-042`, `PRD-042: …`) is that PRD and not more
 * work; it counts where the header says nothing.
 */
export function plannedWork(cycle: Pick<Cycle, "id" | "work">, path: string, index: WorkspaceIndex): Planned {
  const prds = prdsOf(cycle.id, index);
  const rows = new Map<string, Cycle["work"][number]>();
  const own: PlannedItem[] = [];
  for (const row of cycle.work) {
    const [, id] = /^([A-Z][A-Z0-9]*-\d+)(?:\s*[·:–—][^]*)?$/.exec(row.item) ?? [];
    if (id !== undefined && !rows.has(id) && prds.some((prd) => prd.id === id)) rows.set(id, row);
    else {
      const { item: name, bucket, days, start } = row;
      own.push({ name, path, prd: undefined, bucket, days, start });
    }
  }
  const items = prds.map(({ id, name, path: where, team }): PlannedItem => {
    const row = id === undefined ? undefined : rows.get(id);
    return {
      name: id ?? name,
      path: where,
      prd: id,
      bucket: team?.bucket ?? row?.bucket,
      days: team?.days ?? row?.days,
      start: row?.start,
    };
  });
  return sumOf([...items, ...own]);
}

function prdsOf(id: string, index: WorkspaceIndex): readonly DocumentSummary[] {
  return id === "" ? [] : (prdsByCycle(index).get(cycleKey(id)) ?? []);
}

/** By the ids of their cycles and by path, without those that are parked: each cycle asks for its own on every check. */
const prdsByCycle = keptPerIndex((index): ReadonlyMap<string, readonly DocumentSummary[]> => {
  const found = new Map<string, DocumentSummary[]>();
  for (const summary of index.all()) {
    const { kind, status, team } = summary;
    if (kind !== "prd" || status === "parked" || team?.cycleId === undefined) continue;
    const key = cycleKey(team.cycleId);
    const before = found.get(key);
    if (before === undefined) found.set(key, [summary]);
    else before.push(summary);
  }
  for (const prds of found.values()) prds.sort((a, b) => (a.path < b.path ? -1 : 1));
  return found;
});

function sumOf(items: readonly PlannedItem[]): Planned {
  const days = { product: 0, health: 0, ops: 0 };
  let total = 0;
  for (const item of items) {
    // Tenths of days are the finest that people write; the sum stays free of what floats add.
    total = tidy(total + (item.days ?? 0));
    if (item.bucket !== undefined) days[item.bucket] = tidy(days[item.bucket] + (item.days ?? 0));
  }
  return {
    items: [...items].sort((a, b) => (b.days ?? 0) - (a.days ?? 0)),
    days,
    total,
    withoutEffort: items.filter((item) => item.days === undefined),
    withoutBucket: items.filter((item) => item.bucket === undefined),
    shares: sharesOf(days),
  };
}

function tidy(days: number): number {
  return Math.round(days * 1000) / 1000;
}

/**
 * Whole per cent that add up to 100, by largest remainder (Hamilton's method): each share is rounded down, and what is
 * left of the 100 goes to those that lost most by that, of equal ones to the first in the order of the buckets.
 *
 * @returns undefined where there is nothing to share
 */
export function sharesOf(parts: Readonly<Record<Bucket, number>>): Split | undefined {
  const sum = buckets.reduce((all, bucket) => all + parts[bucket], 0);
  if (!(sum > 0)) return undefined;
  const exact = buckets.map((bucket) => (parts[bucket] / sum) * 100);
  const shares = exact.map(Math.floor);
  const left = 100 - shares.reduce((all, share) => all + share, 0);
  const byLoss = exact
    .map((share, index) => ({ index, loss: share - Math.floor(share) }))
    .sort((a, b) => b.loss - a.loss || a.index - b.index);
  for (const { index } of byLoss.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  const [product = 0, health = 0, ops = 0] = shares;
  return { product, health, ops };
}
