import type { State } from "./history.ts";
import { isTeamData } from "./history.ts";
import type { Scope } from "../workspace/scope.ts";
import type { TeamData, TeamThen } from "./teams-then.ts";

/** A markdown file of a state that may be a document. */
export interface FileThen {
  /** From the top of the repository. */
  readonly path: string;
  readonly blob: string;
  readonly team: TeamThen;
  /** It is counted, not only known to the others. */
  readonly wanted: boolean;
}

interface Around {
  readonly scope: Scope;
  readonly teams: TeamData;
  /** Absolute path of the folder of the only team whose documents count; undefined for all of them. */
  readonly only: string | undefined;
}

/** The files of a state that `check` would look at. */
export function* filesOf(state: State, around: Around): Generator<FileThen> {
  const teamOf = around.teams.of(state);
  for (const [path, blob] of state) {
    const file = fileOf(path, blob, teamOf, around);
    if (file !== undefined) yield file;
  }
}

export function fileOf(
  path: string,
  blob: string,
  teamOf: (path: string) => TeamThen,
  { scope, only }: Pick<Around, "scope" | "only">,
): FileThen | undefined {
  if (isTeamData(path) || scope.ignores(path)) return undefined;
  const team = teamOf(path);
  const wanted = scope.wants(path) && (only === undefined || team.folder === only);
  return wanted || scope.liesIn(team.folder) ? { path, blob, team, wanted } : undefined;
}
