import { CommandError } from "../fault.ts";
import type { Progress } from "../progress.ts";
import { gitOutput } from "./stream.ts";

/** Who wrote a commit: addresses, as `.mailmap` has them. */
export interface Writers {
  readonly author: string;
  /** Those whom its message names in `Co-authored-by`, wherever a squash merge left that line. */
  readonly trailers: readonly string[];
}

const trailer = /^[ \t]*co-authored-by:.*<([^<>\s]+)>[ \t]*$/gim;

/** @param top of the repository, absolute */
export async function writersOf(
  top: string,
  commits: readonly string[],
  progress: Progress,
): Promise<ReadonlyMap<string, Writers>> {
  const writers = new Map<string, Writers>();
  if (commits.length === 0) return writers;
  const how = ["--no-walk=unsorted", "--stdin", "-z", "--encoding=UTF-8", "--format=%H%n%aE%n%B"];
  const log = await gitOutput(top, ["log", ...how], progress, commits.map((one) => `${one}\n`).join(""));
  if (log === undefined)
    throw new CommandError("--verify-signers: git says no to `git log`, so nobody can say who wrote what.");
  for (const entry of log.split("\0")) {
    const [, commit, author, message] = /^([0-9a-f]+)\n(.*)\n([\s\S]*)$/.exec(entry) ?? [];
    if (commit === undefined || author === undefined || message === undefined) continue;
    const trailers = [...message.matchAll(trailer)].flatMap(([, address]) => address ?? []);
    writers.set(commit, { author: author.trim(), trailers });
  }
  return mapped(top, writers, progress);
}

/** Git maps authors itself, and trailers only where it is asked. */
async function mapped(
  top: string,
  writers: ReadonlyMap<string, Writers>,
  progress: Progress,
): Promise<ReadonlyMap<string, Writers>> {
  const addresses = [...new Set([...writers.values()].flatMap(({ trailers }) => trailers))];
  if (addresses.length === 0) return writers;
  const asked = addresses.map((address) => `<${address}>\n`).join("");
  const said = (await gitOutput(top, ["check-mailmap", "--stdin"], progress, asked))?.split("\n") ?? [];
  const now = new Map(
    addresses.map((address, index) => [address, /<([^<>]*)>\s*$/.exec(said[index] ?? "")?.[1] ?? address]),
  );
  return new Map(
    [...writers].map(([commit, { author, trailers }]) => [
      commit,
      { author, trailers: trailers.map((address) => now.get(address) ?? address) },
    ]),
  );
}
