import { join, resolve } from "node:path";
import { newPrd, newPrdFolder } from "../../core/create/new-prd.ts";
import { CommandError, faultLine } from "../fault.ts";
import { idsInUse } from "../workspace/in-use.ts";
import { shownPath } from "../workspace/paths.ts";
import { teams } from "../workspace/teams.ts";
import { create, isFile } from "../workspace/write.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { meByGit } from "./me.ts";

export interface NewFlags {
  readonly today: string;
  readonly config?: string;
}

/**
 * `seamwork new prd`; returns its exit code.
 *
 * @param folder where the file goes, as it was named; undefined for `prds` in the workspace
 * @throws CommandError when the file cannot be made
 */
export async function runNewPrd(
  name: string,
  folder: string | undefined,
  flags: NewFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  if (name.trim() === "") {
    throw new CommandError('seamwork: what is it called? Say it as in `seamwork new prd "Export by date"`.');
  }
  if (folder !== undefined && isFile(resolve(cwd, folder))) {
    throw new CommandError(`${folder} is a file; name the folder that the PRD should go to.`);
  }
  const all = teams(cwd, flags.config === undefined ? undefined : resolve(cwd, flags.config));
  const team = all.of(folder === undefined ? cwd : resolve(cwd, folder));
  const target = folder === undefined ? join(team.folder, newPrdFolder) : resolve(cwd, folder);
  const going = progress(terminal, "Reading");
  const takenIds = await idsInUse(team, target, all, cwd, (path) => going.step(path)).finally(() =>
    going.end(),
  );
  const { today } = flags;
  const made = newPrd({ name, config: team.data, takenIds, me: meByGit(team.data, cwd), today });
  const path = join(target, made.fileName);
  const shown = shownPath(path, cwd);
  create(path, made.text, shown);
  terminal.out(
    `${shown} is ${made.id}. \`seamwork check ${/\s/.test(shown) ? `"${shown}"` : shown}\` says what it needs next.\n`,
  );
  for (const fault of all.faults()) terminal.err(`${faultLine(fault)}\n`);
  return all.faults().length > 0 ? 2 : 0;
}
