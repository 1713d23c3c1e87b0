import { join } from "node:path";
import { checkDocument } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { newlySilenced, silencedByTeamData } from "../../core/check/silenced.ts";
import { parseConfig } from "../../core/config/parse-config.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { changesSince } from "../../core/review/since.ts";
import type { Change } from "../../core/review/since.ts";
import type { Previous } from "../../core/rules/rule.ts";
import type { Problem } from "../../core/problem.ts";
import type { Earlier } from "../git/since.ts";
import { CONFIG_NAME } from "../workspace/homes.ts";
import type { Team } from "../workspace/teams.ts";
import type { CheckedAlone } from "./examine.ts";

/** What is different in a PRD, and what only its history shows. */
export interface Compared {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** Compares PRDs with what they were. */
export function comparing(
  since: Earlier,
): (
  document: PrdDocument,
  of: Pick<CheckedAlone, "found" | "team">,
  previous: Previous,
  rest: Omit<CheckOptions, "config">,
) => Promise<Compared> {
  const known = new Map<Team, Promise<CheckOptions["config"] | undefined>>();
  const teamDataThen = (team: Team): Promise<CheckOptions["config"] | undefined> => {
    let data = known.get(team);
    if (data === undefined) known.set(team, (data = dataThen(since, team)));
    return data;
  };
  return async (document, { found, team }, previous, rest) => {
    const options: CheckOptions = { ...rest, config: team.data, previous };
    const then = await teamDataThen(team);
    const changes: Change[] = [];
    const problems: Problem[] = [];
    if (previous.text !== document.text) {
      const before = parseDocument(previous.text, team.data);
      changes.push(
        ...changesSince(before, document, team.data),
        ...newlySilenced(before, document, { ...options, previous: undefined }),
      );
      const skipped = checkDocument(document, options).filter(({ code }) => code === "PRD305");
      if (skipped.length > 0 && !(await since.wasAgreed(found.path))) problems.push(...skipped);
    }
    if (then !== undefined)
      changes.push(...silencedByTeamData(document, { ...options, config: then }, options));
    return { changes, problems };
  };
}

/** The team data as it was; undefined where it is the same. */
async function dataThen(since: Earlier, team: Team): Promise<CheckOptions["config"] | undefined> {
  const file = team.config ?? join(team.folder, CONFIG_NAME);
  const then = (await since.textOf(file))?.text ?? "";
  return then === team.source ? undefined : parseConfig(then, CONFIG_NAME).config;
}
