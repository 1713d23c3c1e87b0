import { join, resolve } from "node:path";
import { newCycle, newCycleFolder } from "../../core/create/new-cycle.ts";
import { CommandError, faultLine } from "../fault.ts";
import { cyclesInUse } from "../workspace/cycles.ts";
import { shownPath } from "../workspace/paths.ts";
import { teams } from "../workspace/teams.ts";
import { create, isFile } from "../workspace/write.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";

export interface NewCycleFlags {
  readonly config?: string;
  readonly from?: string;
  readonly to?: string;
  readonly capacity?: string;
}

/**
 * `seamwork new cycle`; returns its exit code.
 *
 * @param id such as `2026-Q3`
 * @param folder where the file goes, as it was named; undefined for `cycles` in the workspace
 * @throws CommandError when the file cannot be made
 */
export async function runNewCycle(
  id: string,
  folder: string | undefined,
  { config, from, to, capacity }: NewCycleFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  if (folder !== undefined && isFile(resolve(cwd, folder))) {
    throw new CommandError(`${folder} is a file; name the folder that the cycle should go to.`);
  }
  const all = teams(cwd, config === undefined ? undefined : resolve(cwd, config));
  const team = all.of(folder === undefined ? cwd : resolve(cwd, folder));
  const target = folder === undefined ? join(team.folder, newCycleFolder) : resolve(cwd, folder);
  const going = progress(terminal, "Reading");
  const cycles = await cyclesInUse(team, target, all, cwd, (path) => going.step(path)).finally(() =>
    going.end(),
  );
  const made = newCycle({ id, from, to, capacity, config: team.data, cycles });
  if ("refused" in made) {
    throw new CommandError(`seamwork: ${made.refused} \`seamwork new cycle --help\` has examples.`);
  }
  const path = join(target, made.fileName);
  const shown = shownPath(path, cwd);
  create(path, made.text, shown);
  const named = /\s/.test(shown) ? `"${shown}"` : shown;
  terminal.out(`${shown} is ${made.id}. \`seamwork check ${named}\` says what it needs next.\n`);
  for (const fault of all.faults()) terminal.err(`${faultLine(fault)}\n`);
  return all.faults().length > 0 ? 2 : 0;
}
