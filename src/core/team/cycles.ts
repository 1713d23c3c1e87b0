import { keptPerIndex } from "../workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import type { Cycle } from "../facts/model.ts";

/** A cycle and the file that it is in. */
export interface FiledCycle {
  readonly path: string;
  readonly cycle: Cycle;
}

/** All cycles of a workspace by the day on which they begin, those without one last. */
export const cyclesIn: (index: WorkspaceIndex) => readonly FiledCycle[] = keptPerIndex((index) => {
  const found: FiledCycle[] = [];
  for (const { path, team } of index.all())
    if (team?.cycle !== undefined) found.push({ path, cycle: team.cycle });
  return found.sort(
    (a, b) =>
      compare(a.cycle.from ?? "9999-99-99", b.cycle.from ?? "9999-99-99") ||
      compare(a.cycle.id, b.cycle.id) ||
      compare(a.path, b.path),
  );
});

/** The cycle that a PRD's header means; the first one where several files have the id. */
export function cycleNamed(index: WorkspaceIndex, id: string | undefined): FiledCycle | undefined {
  return id === undefined ? undefined : cyclesIn(index).find(({ cycle }) => sameCycleId(cycle.id, id));
}

/** The last cycle that was over when this one began. */
export function cycleBefore(index: WorkspaceIndex, path: string): FiledCycle | undefined {
  const from = index.get(path)?.team?.cycle?.from;
  if (from === undefined) return undefined;
  return cyclesIn(index).findLast(
    (one) => one.path !== path && one.cycle.to !== undefined && one.cycle.to < from,
  );
}

/** The cycle that a day lies in; the later one where two overlap. */
export function cycleOn(index: WorkspaceIndex, day: string): FiledCycle | undefined {
  return cyclesIn(index).findLast(
    ({ cycle: { from, to } }) => from !== undefined && to !== undefined && from <= day && day <= to,
  );
}

/** People write `2026-q3` in one header and `2026-Q3` in the other; two ids with one key are the same. */
export function cycleKey(id: string): string {
  return id.trim().toLowerCase();
}

export function sameCycleId(a: string, b: string): boolean {
  return cycleKey(a) === cycleKey(b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
