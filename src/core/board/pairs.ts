import { isRotationDue, pairsOver } from "../team/pairs.ts";
import type { Pair } from "../team/pairs.ts";
import { addDays } from "../text/days.ts";
import { placeOf } from "./input.ts";
import type { BoardInput } from "./input.ts";
import type { PairBoard, PairsBoard, SpellBoard } from "./model.ts";

/** So far back pairs are drawn, in days: a year shows that they change. */
const SHOWN = 365;

/** The pairs of the last year, by handle, and whose rotation is due. */
export function pairsBoard(input: BoardInput): PairsBoard {
  const { index, config, today } = input;
  const first = addDays(today, -SHOWN);
  const pairs = pairsOver(index, config, today)
    .filter(({ spells }) => spells.some(({ path }) => input.open.has(path)))
    .filter(({ until }) => until >= first)
    .map((pair) => pairBoard(pair, first, input));
  const days = pairs.flatMap(({ spells }) => spells.map(({ from }) => from)).sort();
  const [from] = days;
  return { span: from === undefined ? undefined : { from: from < first ? first : from, to: today }, pairs };
}

function pairBoard(pair: Pair, first: string, input: BoardInput): PairBoard {
  const { pm, eng, current, since, days, hold, until } = pair;
  const spells: SpellBoard[] = [];
  for (const { item, from, to = until, path, range } of pair.spells) {
    const last = to < input.today ? to : input.today;
    if (last < first) continue;
    // A PRD's header and the cycle's row tell of one piece of work.
    const same = spells.findIndex((one) => one.item === item && from <= addDays(one.to, 1));
    const before = spells[same];
    if (before === undefined) spells.push({ item, from, to: last, at: placeOf(input, path, range.start) });
    else if (last > before.to) spells[same] = { ...before, to: last };
  }
  return {
    ...{ pm, eng, current, since, days, hold },
    rotation: current
      ? { on: addDays(since, input.config.cadence.rotation.every), due: isRotationDue(pair, input.config) }
      : undefined,
    spells,
  };
}
