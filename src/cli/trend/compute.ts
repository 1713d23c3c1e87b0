import { lastOfEachDay } from "../../core/trend/trend.ts";
import type { DatedCommit, Trend } from "../../core/trend/trend.ts";
import type { Cache } from "../cache/cache.ts";
import { contentHash } from "../cache/content-hash.ts";
import { NotHere } from "../git/stream.ts";
import type { Progress } from "../progress.ts";
import type { FilesRequest } from "../workspace/visit.ts";
import { counting } from "./count.ts";
import { filesOf } from "./files-then.ts";
import { changesBetween, historyOf, stateAt } from "./history.ts";
import type { Repository, State } from "./history.ts";
import { trendNamespace } from "./kept.ts";
import { scopeOf } from "../workspace/scope.ts";
import type { Scope } from "../workspace/scope.ts";
import { teamData } from "./teams-then.ts";
import type { TeamData } from "./teams-then.ts";
import { keyOf, textsOf } from "./texts.ts";
import type { Living, Texts } from "./texts.ts";

export interface TrendRequest extends FilesRequest {
  /** The first day. */
  readonly from: string;
  readonly today: string;
  /** Absolute path of the folder of the only team whose documents count; undefined for all of them. */
  readonly team?: string | undefined;
  readonly cache: Cache;
}

/** What is open by day in the repository's history, or why there is no trend, in one sentence. */
export async function trendOf(request: TrendRequest): Promise<Trend | { readonly missing: string }> {
  const { paths, cwd, from, today, config, team, cache, progress } = request;
  const history = await historyOf(cwd, progress);
  if ("missing" in history) return history;
  const { top, commits } = history;
  const days = lastOfEachDay(commits, from, today);
  if (days.length === 0)
    return { missing: `Nothing had been committed here by ${today}, so there is no trend.` };

  const kept = cache.open(trendNamespace, [top]);
  const scope = scopeOf(paths, cwd, top);
  const teams = teamData(top, cwd, config);
  const asked = contentHash([...paths, cwd, team ?? "", teams.of(new Map())("").hash]);
  const dayKey = ({ commit, day }: DatedCommit): string => `${day} ${commit} ${asked.slice(0, 16)}`;
  const texts = textsOf(top, kept.texts);
  try {
    for (const run of runsOf(days, (one) => kept.days.get(dayKey(one)) === undefined)) {
      const walk: Walk = { history, cwd, today, scope, teams, only: team, texts, progress };
      await learn(run, walk);
      const count = counting(walk);
      await replay(run, walk, async (at, state, changed) => {
        await progress.step(at.day);
        kept.days.set(dayKey(at), await count(at.day, state, changed));
      });
    }
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    return {
      missing:
        "Some of the history's files are not on this machine, so there is no trend; a clone without `--filter` has all of them.",
    };
  } finally {
    // What was worked out so far need not be worked out again, also when somebody pressed Ctrl+C.
    cache.save();
  }
  const points = days.flatMap((one) => {
    const counted = kept.days.get(dayKey(one));
    return counted === undefined ? [] : [{ ...one, ...counted }];
  });
  return { from, today, points };
}

/** Days without a gap that have to be looked at. */
function runsOf(days: readonly DatedCommit[], wanted: (day: DatedCommit) => boolean): DatedCommit[][] {
  const runs: DatedCommit[][] = [];
  let open = false;
  for (const day of days) {
    if (wanted(day)) {
      if (open) runs.at(-1)?.push(day);
      else runs.push([day]);
    }
    open = wanted(day);
  }
  return runs;
}

/** What is the same for every day. */
interface Walk {
  readonly history: Repository;
  readonly cwd: string;
  readonly today: string;
  readonly scope: Scope;
  readonly teams: TeamData;
  readonly only: string | undefined;
  readonly texts: Texts;
  readonly progress: Progress;
}

/** Goes through the states of days without a gap; what changed is undefined for the first one. */
async function replay(
  run: readonly DatedCommit[],
  { history: { top, commits }, progress }: Pick<Walk, "history" | "progress">,
  visit: (day: DatedCommit, state: State, changed: ReadonlySet<string> | undefined) => Promise<void>,
): Promise<void> {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  const state = await stateAt(top, first.commit, progress);
  await visit(first, state, undefined);
  if (run.length === 1) return;
  const changes = await changesBetween(top, first.commit, last.commit, progress);
  const at = new Map(commits.map(({ commit }, index) => [commit, index]));
  for (const [index, day] of run.entries()) {
    const before = run[index - 1];
    if (before === undefined) continue;
    const changed = new Set<string>();
    const newest = at.get(day.commit) ?? 0;
    for (let older = (at.get(before.commit) ?? 0) - 1; older >= newest; older--) {
      for (const [path, blob] of changes.get(commits[older]?.commit ?? "") ?? []) {
        if (blob === undefined) state.delete(path);
        else state.set(path, blob);
        changed.add(path);
      }
    }
    await visit(day, state, changed);
  }
}

/** Finds out which texts there were on which days, and reads those that are not in the cache. */
async function learn(run: readonly DatedCommit[], walk: Walk): Promise<void> {
  const living = new Map<string, Living>();
  await replay(run, walk, async ({ day }, state) => {
    await walk.progress.step(day);
    await walk.teams.learn(state);
    for (const { path, blob, team } of filesOf(state, walk)) {
      const key = keyOf({ blob, team });
      living.set(key, { blob, path, team, from: living.get(key)?.from ?? day, to: day });
    }
  });
  await walk.texts.learn([...living.values()], walk.today, walk.progress);
}
