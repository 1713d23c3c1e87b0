import { scaleUtc } from "d3-scale";
import type { ScaleTime } from "d3-scale";

/** A day of the calendar as the point in time at which it begins, whatever the time zone of whoever looks. */
export function timeOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The day after, at which a bar that includes a day ends. */
export function endOf(day: string): Date {
  return new Date(timeOf(day).getTime() + 86_400_000);
}

/** @param range in units of the drawing */
export function dayScale(
  from: string,
  to: string,
  range: readonly [number, number],
): ScaleTime<number, number> {
  return scaleUtc()
    .domain([timeOf(from), endOf(to)])
    .range(range)
    .clamp(true);
}

/** Room for one day, in units of the drawing. */
const LABEL = 80;

/** Where an axis has its days: few enough to be read, as `2026-08-01`. */
export function dayTicks(scale: ScaleTime<number, number>): { readonly x: number; readonly day: string }[] {
  const [from = 0, to = 0] = scale.range();
  const ticks: { x: number; day: string }[] = [];
  for (const time of scale.ticks(Math.max(1, Math.floor((to - from) / LABEL)))) {
    const x = scale(time);
    const last = ticks.at(-1);
    if (last === undefined || x - last.x >= LABEL) ticks.push({ x, day: time.toISOString().slice(0, 10) });
  }
  return ticks;
}
