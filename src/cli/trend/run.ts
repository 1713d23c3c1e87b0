import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Trend } from "../../core/trend/trend.ts";
import { trendText } from "../../core/trend/render.ts";
import { openCache } from "../cache/cache.ts";
import { CommandError } from "../fault.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { trendOf } from "./compute.ts";
import { firstDay } from "./since.ts";
import type { Since } from "./since.ts";
import { jsonText } from "../printable.ts";

/** As the person gave them. */
export interface TrendFlags {
  readonly format: "json" | "text";
  readonly since: Since;
  readonly today: string;
  readonly config?: string;
  readonly cacheDir?: string;
  readonly cache: boolean;
}

/** `seamwork trend`; returns its exit code. @throws CommandError where there is no history */
export async function runTrend(
  paths: readonly string[],
  { format, since, today, config, ...flags }: TrendFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const watched = progress(terminal, "Reading");
  const path = (named: string | undefined): string | undefined =>
    named === undefined ? undefined : resolve(cwd, named);
  const request = { paths, cwd, from: firstDay(since, today), today, progress: watched };
  const cache = openCache(cwd, { folder: path(flags.cacheDir), enabled: flags.cache });
  const trend = await trendOf({ ...request, config: path(config), cache }).finally(() => watched.end());
  if ("missing" in trend) throw new CommandError(trend.missing);
  // A folder of the past may be gone; one that never held anything was mistyped.
  const absent = paths.find((named) => !/[*?{[]/.test(named) && !existsSync(resolve(cwd, named)));
  if (absent !== undefined && trend.points.every(({ documents }) => documents === 0))
    throw new CommandError(`${absent}: there is no such file or folder, now or in this period.`);
  terminal.out(format === "json" ? json(trend) : trendText(trend));
  return 0;
}

function json(trend: Trend): string {
  return jsonText({ version: 1, ...trend });
}
