import { join, resolve } from "node:path";
import { newRetro, newRetroFolder } from "../../core/create/new-retro.ts";
import type { LaunchedPrd } from "../../core/create/new-retro.ts";
import { prdIdKey } from "../../core/document/prd-id.ts";
import { isDay } from "../../core/text/days.ts";
import { CommandError, faultLine } from "../fault.ts";
import { headersInUse } from "../workspace/in-use.ts";
import type { HeaderInUse } from "../workspace/in-use.ts";
import { shownPath } from "../workspace/paths.ts";
import { teams } from "../workspace/teams.ts";
import { create, isFile } from "../workspace/write.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { meByGit } from "./me.ts";

export interface NewRetroFlags {
  readonly today: string;
  readonly config?: string;
  /** Id of the PRD whose launch it is about. */
  readonly for?: string;
}

/**
 * `seamwork new retro`; returns its exit code.
 *
 * @param folder where the file goes, as it was named; undefined for `retros` in the workspace
 * @throws CommandError when the file cannot be made, or no PRD has the id
 */
export async function runNewRetro(
  name: string,
  folder: string | undefined,
  flags: NewRetroFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  if (name.trim() === "") {
    throw new CommandError(
      'seamwork: what is it called? Say it as in `seamwork new retro "The June outage"`.',
    );
  }
  if (folder !== undefined && isFile(resolve(cwd, folder))) {
    throw new CommandError(`${folder} is a file; name the folder that the retro should go to.`);
  }
  const all = teams(cwd, flags.config === undefined ? undefined : resolve(cwd, flags.config));
  const team = all.of(folder === undefined ? cwd : resolve(cwd, folder));
  const target = folder === undefined ? join(team.folder, newRetroFolder) : resolve(cwd, folder);
  const going = progress(terminal, "Reading");
  const headers = await headersInUse(team, target, all, cwd, (path) => going.step(path)).finally(() =>
    going.end(),
  );
  const about = flags.for === undefined ? undefined : prdNamed(flags.for, headers);
  const takenIds = headers.flatMap(({ id }) => id ?? []);
  const { today } = flags;
  const made = newRetro({ name, config: team.data, takenIds, about, me: meByGit(team.data, cwd), today });
  const path = join(target, made.fileName);
  const shown = shownPath(path, cwd);
  create(path, made.text, shown);
  terminal.out(`${shown} is ${made.id}. Hold it with both sides, and write down the three answers.\n`);
  for (const fault of all.faults()) terminal.err(`${faultLine(fault)}\n`);
  return all.faults().length > 0 ? 2 : 0;
}

function prdNamed(id: string, headers: readonly HeaderInUse[]): LaunchedPrd {
  const found = headers.find((one) => one.kind === "prd" && prdIdKey(one.id ?? "") === prdIdKey(id));
  if (found?.id === undefined) {
    throw new CommandError(`seamwork: no PRD here has the id ${id}. Which one was launched?`);
  }
  const { header } = found;
  const launch = header.field("launch")?.values[0]?.text;
  return {
    id: found.id,
    name: header.field("name")?.values[0]?.text ?? found.id,
    pm: header.people("pm"),
    eng: header.people("eng"),
    launch: launch !== undefined && isDay(launch) ? launch : undefined,
  };
}
