import { newCycle, newCycleFolder } from "../../core/create/new-cycle.ts";
import { CommandError } from "../fault.ts";
import type { Terminal } from "../terminal.ts";
import { cyclesInUse } from "../workspace/cycles.ts";
import { checkNext, lookThrough, placeFor, writeNew } from "./new-document.ts";

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
  const place = placeFor("cycle", { named: folder, usual: newCycleFolder, config }, terminal.cwd);
  const cycles = await lookThrough(place, terminal, cyclesInUse);
  const made = newCycle({ id, from, to, capacity, config: place.team.data, cycles });
  if ("refused" in made) {
    throw new CommandError(`seamwork: ${made.refused} \`seamwork new cycle --help\` has examples.`);
  }
  return writeNew(made, place, terminal, checkNext);
}
