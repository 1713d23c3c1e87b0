import { newPrd, newPrdFolder } from "../../core/create/new-prd.ts";
import { CommandError } from "../fault.ts";
import type { Terminal } from "../terminal.ts";
import { idsInUse } from "../workspace/in-use.ts";
import { meByGit } from "./me.ts";
import { checkNext, lookThrough, placeFor, writeNew } from "./new-document.ts";

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
    throw new CommandError(
      'seamwork: what is it called? Name it, as in `seamwork new prd "Export by date"`.',
    );
  }
  const place = placeFor("PRD", { named: folder, usual: newPrdFolder, config: flags.config }, cwd);
  const takenIds = await lookThrough(place, terminal, idsInUse);
  const { data: config } = place.team;
  const made = newPrd({ name, config, takenIds, me: meByGit(config, cwd), today: flags.today });
  return writeNew(made, place, terminal, checkNext);
}
