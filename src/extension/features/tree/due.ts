import type { Config } from "../../../core/config/config.ts";
import { managersDue, planningDue, weeklyDue } from "../../../core/team/cadence.ts";
import { cycleOn, cyclesIn } from "../../../core/team/cycles.ts";
import { isRotationDue, pairsOver, placeOf } from "../../../core/team/pairs.ts";
import { retroState } from "../../../core/team/retros.ts";
import { overdue } from "../../../core/team/tiers.ts";
import { addDays } from "../../../core/text/days.ts";
import type { WorkspaceIndex } from "../../../core/workspace/workspace-index.ts";

/** Something that a team has to do by a day, and where it stands. */
export interface DueLine {
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly path: string;
  readonly start: number;
}

/** Days ahead that the tree looks. */
const AHEAD = 14;
/** Most lines below a cycle. */
const MOST = 25;

/** What is due in the cycle of a day, what is late first; nothing for every other cycle. */
export function dueIn(index: WorkspaceIndex, config: Config, path: string, today: string): DueLine[] {
  const now = cycleOn(index, today);
  // Between two cycles it is the last one that says what there is to do.
  const current = now ?? cyclesIn(index).findLast(({ cycle: { to } }) => to !== undefined && to < today);
  if (current?.path !== path) return [];
  const until = addDays(today, AHEAD);
  const { start } = current.cycle.idRange;
  const found: DueLine[] = [];
  const add = (label: string, day: string | undefined, where = path, at = start): void => {
    if (day !== undefined && day <= until) found.push({ label, day, path: where, start: at });
  };
  const pairs = pairsOver(index, config, today).filter((pair) => pair.current);
  for (const pair of pairs) {
    const { pm, eng, since } = pair;
    add(`Weekly of ${pm} and ${eng}`, weeklyDue(index, [pm, eng], since, config, today)?.due);
    const place = isRotationDue(pair, config) ? placeOf(pair, index, today) : undefined;
    const day = addDays(since, config.cadence.rotation.every);
    if (place !== undefined) add(`Rotation of ${pm} and ${eng}`, day, place.path, place.start);
  }
  add("Managers", managersDue(index, config, today)?.due);
  add("Planning", planningDue(index, config, today)?.due);
  for (const { path: where, id = where, idRange, team } of index.all()) {
    const state = retroState(where, index, config.cadence.retro.after, today);
    if (state.state === "planned" || state.state === "overdue")
      add(`Retro for ${id}`, state.on, where, team?.retro?.start ?? idRange?.start ?? 0);
    for (const { id: action, text, by, done, idRange: at } of team?.retro?.actions ?? [])
      if (done === undefined) add(`${action} of ${id}: ${text}`, by, where, at.start);
    for (const one of team?.disagreements ?? []) {
      const since = one.path.at(-1)?.since;
      const late = overdue({ state: one.state, since, tier: one.tier }, config, today);
      const most = late?.tier === 2 ? config.escalation.tier2 : config.escalation.tier1;
      if (late !== undefined && since !== undefined)
        add(`${one.id} of ${id}, tier ${late.tier}: ${one.text}`, addDays(since, most), where, one.start);
    }
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(0, MOST);
}
