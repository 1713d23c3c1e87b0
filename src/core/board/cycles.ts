import { agreedSplit, renegotiatedSplit } from "../facts/split.ts";
import { plannedWork } from "../team/planned.ts";
import { cyclesIn } from "../team/cycles.ts";
import type { Cycle } from "../facts/model.ts";
import { nameOf, placeOf } from "./input.ts";
import type { BoardInput } from "./input.ts";
import type { CycleBoard, SplitAt } from "./model.ts";

/** The cycles with the split that was agreed, the one that holds and the one that the plan makes; the latest first. */
export function cycleBoards(input: BoardInput): CycleBoard[] {
  return cyclesIn(input.index)
    .toReversed()
    .flatMap(({ path, cycle }) => {
      const summary = input.open.has(path) ? input.index.get(path) : undefined;
      if (summary === undefined) return [];
      const at = (start: number) => placeOf(input, path, start);
      const planned = plannedWork(cycle, path, input.index);
      const { agreements, renegotiations, from, to, capacity } = cycle;
      const agreed = agreedSplit(cycle);
      const [first] = agreements;
      const last = renegotiations.at(-1);
      const held = renegotiatedSplit(cycle);
      const agreedAt: SplitAt | undefined =
        agreed === undefined || first === undefined ? undefined : { split: agreed, at: at(first.start) };
      return [
        {
          ...nameOf(summary),
          at: at(cycle.idRange.start),
          from,
          to,
          when: whenOf(cycle, input.today),
          capacity,
          agreed: agreedAt,
          renegotiated:
            held === undefined || last === undefined ? undefined : { split: held, at: at(last.start) },
          renegotiations: renegotiations.map(({ id, date, changes, reason, start }) => ({
            ...{ id, date, changes, reason },
            at: at(start),
          })),
          planned: {
            total: planned.total,
            shares: planned.shares,
            days: planned.days,
            withoutEffort: planned.withoutEffort.length,
            withoutBucket: planned.withoutBucket.length,
            items: planned.items.map((item) => ({
              name: item.name,
              bucket: item.bucket,
              days: item.days,
              // A PRD's row in the cycle says less than the PRD itself.
              at:
                item.prd === undefined
                  ? at(item.start ?? 0)
                  : placeOf(input, item.path, input.index.get(item.path)?.idRange?.start ?? 0),
            })),
          },
        },
      ];
    });
}

function whenOf({ from, to }: Cycle, today: string): CycleBoard["when"] {
  if (from === undefined) return "undated";
  if (from > today) return "coming";
  return to !== undefined && to < today ? "past" : "now";
}
