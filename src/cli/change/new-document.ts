import { join, resolve } from "node:path";
import { CommandError, faultLine } from "../fault.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { shownPath } from "../workspace/paths.ts";
import { teams } from "../workspace/teams.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { create, isFile } from "../workspace/write.ts";

/** Where a new document goes, and whose it is. */
export interface NewPlace {
  readonly team: Team;
  readonly teams: Teams;
  /** Absolute path of the folder for its file. */
  readonly folder: string;
}

/**
 * @param noun what goes there
 * @param named the folder that the person named; undefined for the usual one
 * @param usual name of the folder in the workspace where such documents go
 * @throws CommandError when a file was named
 */
export function placeFor(
  noun: string,
  { named, usual, config }: { named: string | undefined; usual: string; config: string | undefined },
  cwd: string,
): NewPlace {
  if (named !== undefined && isFile(resolve(cwd, named))) {
    throw new CommandError(`${named} is a file; name the folder that the ${noun} should go into.`);
  }
  const all = teams(cwd, config === undefined ? undefined : resolve(cwd, config));
  const team = all.of(named === undefined ? cwd : resolve(cwd, named));
  return { team, teams: all, folder: named === undefined ? join(team.folder, usual) : resolve(cwd, named) };
}

/** Looks through the workspace that a new document goes to; a person sees how far it is. */
export async function lookThrough<Found>(
  { team, teams: all, folder }: NewPlace,
  terminal: Terminal,
  look: (
    team: Team,
    folder: string,
    teams: Teams,
    cwd: string,
    step: (folder: string) => Promise<void>,
  ) => Promise<Found>,
): Promise<Found> {
  const watched = progress(terminal, "Reading");
  return look(team, folder, all, terminal.cwd, (path) => watched.step(path)).finally(() => watched.end());
}

/**
 * Makes the file, says so, and returns the exit code.
 *
 * @param next what to do with it, given its path as a shell takes it
 * @throws CommandError when the file cannot be made
 */
export function writeNew(
  { fileName, text, id }: { readonly fileName: string; readonly text: string; readonly id: string },
  { folder, teams: all }: NewPlace,
  { cwd, out, err }: Terminal,
  next: (named: string) => string,
): number {
  const path = join(folder, fileName);
  const shown = shownPath(path, cwd);
  create(path, text, shown);
  out(`${shown} is ${id}. ${next(/\s/.test(shown) ? `"${shown}"` : shown)}\n`);
  for (const fault of all.faults()) err(`${faultLine(fault)}\n`);
  return all.faults().length > 0 ? 2 : 0;
}

/** What is said of a document that begins with much to fill in. */
export function checkNext(named: string): string {
  return `\`seamwork check ${named}\` says what it needs next.`;
}
