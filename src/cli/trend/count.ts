import { join } from "node:path";
import { nothingOpen, openedByOthers, othersMayOpen, plus } from "../../core/trend/figures.ts";
import { openOn } from "../../core/trend/spans.ts";
import { workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import { shownPath } from "../workspace/paths.ts";
import { fileOf, filesOf } from "./files-then.ts";
import type { FileThen } from "./files-then.ts";
import { isTeamData } from "./history.ts";
import type { Repository, State } from "./history.ts";
import type { DayRecord, TextRecord } from "./kept.ts";
import type { Scope } from "../workspace/scope.ts";
import type { TeamData } from "./teams-then.ts";
import { keyOf } from "./texts.ts";
import type { Texts } from "./texts.ts";

interface Around {
  readonly history: Pick<Repository, "top">;
  readonly cwd: string;
  readonly scope: Scope;
  readonly teams: TeamData;
  readonly only: string | undefined;
  readonly texts: Texts;
}

interface DocumentThen extends FileThen {
  /** Relative to the working folder, as `check` shows it. */
  readonly shown: string;
  readonly key: string;
  readonly record: TextRecord;
  readonly index: WorkspaceIndex;
}

/**
 * Counts day by day; what did not change from one day to the next is not looked at again.
 *
 * @returns counts what is open in a state on its day; `changed` has the paths that differ from the state before
 */
export function counting({
  history: { top },
  cwd,
  scope,
  teams,
  only,
  texts,
}: Around): (day: string, state: State, changed: ReadonlySet<string> | undefined) => Promise<DayRecord> {
  const documents = new Map<string, DocumentThen>();
  const indexes = new Map<string, WorkspaceIndex>();
  const add = (file: FileThen): void => {
    const key = keyOf(file);
    const record = texts.record(key);
    if (record === undefined) return;
    const shown = shownPath(join(top, file.path), cwd);
    const index = indexes.get(file.team.folder) ?? workspaceIndex();
    indexes.set(file.team.folder, index);
    index.set({ ...record.summary, path: shown });
    documents.set(file.path, { ...file, shown, key, record, index });
  };
  const update = (state: State, changed: ReadonlySet<string> | undefined): void => {
    if (changed === undefined || [...changed].some(isTeamData)) {
      documents.clear();
      indexes.clear();
      for (const file of filesOf(state, { scope, teams, only })) add(file);
      return;
    }
    const teamOf = teams.of(state);
    for (const path of changed) {
      const before = documents.get(path);
      before?.index.delete(before.shown);
      documents.delete(path);
      const blob = state.get(path);
      const file = blob === undefined ? undefined : fileOf(path, blob, teamOf, { scope, only });
      if (file !== undefined) add(file);
    }
  };
  return async (day, state, changed) => {
    update(state, changed);
    const counted = [...documents.values()].filter(({ wanted }) => wanted);
    let open = nothingOpen;
    for (const { record } of counted) open = plus(open, openOn(record.spans, day) ?? nothingOpen);
    const concerned = counted.filter(({ shown, index }) => othersMayOpen(shown, index));
    const parsed = await texts.documents(concerned);
    for (const { key, shown, index, team } of concerned) {
      const document = parsed.get(key);
      if (document === undefined) continue;
      const options = { config: team.data, today: day };
      open = plus(open, openedByOthers(document, shown, index, options));
    }
    return { documents: counted.length, open };
  };
}
