import { basename, dirname } from "node:path";
import { shownSeverity } from "../../core/check/severity.ts";
import { effectiveStatus } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import type { Config } from "../../core/config/config.ts";
import { personByEmail, personByHandle, sameHandle } from "../../core/config/people.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { prd304 } from "../../core/rules/review/prd304.ts";
import type { Problem } from "../../core/problem.ts";
import { lineIndex } from "../../core/text/lines.ts";
import { CommandError } from "../fault.ts";
import { git } from "./git.ts";

/**
 * Sign-offs whose line was last changed by somebody else than its signer. Whoever is named in a `Co-authored-by` trailer
 * wrote the commit too, since one person commits what two wrote live. What git cannot tell is information.
 *
 * @param path absolute
 * @throws CommandError where git knows no history to ask
 */
export function signersOf(document: PrdDocument, path: string, options: CheckOptions): Problem[] {
  const { signOffs, text } = document;
  const severity = shownSeverity(prd304, effectiveStatus(document, options.as), options.config);
  if (signOffs.length === 0 || severity === "off") return [];
  const folder = dirname(path);
  const shallow = git(folder, "rev-parse", "--is-shallow-repository")?.trim();
  if (shallow === undefined)
    throw new CommandError("--verify-signers: these files are not in a git repository.");
  if (shallow === "true") {
    throw new CommandError(
      "--verify-signers: this clone has only part of the history; fetch all of it (fetch-depth: 0).",
    );
  }
  const lines = lineIndex(text);
  const commits = commitsByLine(folder, basename(path));
  const people = new Map<string, string[]>();
  return signOffs.flatMap(({ start, end, who, requirement }): Problem[] => {
    if (who === undefined || requirement === undefined) return [];
    const commit = commits.get(lines.positionAt(start).line + 1);
    let addresses: string[] | undefined;
    if (commit !== undefined && !/^0+$/.test(commit)) {
      addresses = people.get(commit) ?? addressesOf(folder, commit);
      people.set(commit, addresses);
    }
    const said = doubt(who, requirement, addresses, options.config);
    if (said === undefined) return [];
    const { code, name, seam, owner } = prd304;
    const shown = said.sure ? severity : "information";
    return [{ start, end, code, name, seam, owner, fixable: false, severity: shown, message: said.message }];
  });
}

/** @param addresses of whoever wrote the commit; undefined while the line is in none */
function doubt(
  who: string,
  requirement: string,
  addresses: readonly string[] | undefined,
  config: Config,
): { sure: boolean; message: string } | undefined {
  const line = `${who}'s sign-off of ${requirement}`;
  if (addresses === undefined) {
    return { sure: false, message: `${line} is not committed yet, so git cannot say who wrote it.` };
  }
  const writers = addresses.map((address) => personByEmail(config, address));
  if (writers.some((one) => one !== undefined && sameHandle(one.handle, who))) return undefined;
  if (personByHandle(config, who)?.email === undefined) {
    return {
      sure: false,
      message: `The team data has no email address for ${who}, so git cannot say who wrote ${line}.`,
    };
  }
  const unknown = addresses.filter((_, index) => writers[index] === undefined);
  if (unknown.length > 0) {
    return {
      sure: false,
      message: `${line} was last written by ${unknown.join(" and ")}, who is not in the team data. Whose address is that?`,
    };
  }
  const names = [...new Set(writers.flatMap((one) => one?.handle ?? []))].join(" and ");
  const message = `${line} was last written by ${names}. Could ${who} commit it, or be named in a \`Co-authored-by\` line?`;
  return { sure: true, message };
}

/** Commits by line, from 1; lines that only moved or were indented are those of their commit before. */
function commitsByLine(folder: string, name: string): Map<number, string> {
  const commits = new Map<number, string>();
  for (const line of git(folder, "blame", "--no-textconv", "--porcelain", "-M", "-w", "--", name)?.split(
    "\n",
  ) ?? []) {
    const [, commit, number] = /^([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?$/.exec(line) ?? [];
    if (commit !== undefined) commits.set(Number(number), commit);
  }
  return commits;
}

/** The author's and the co-authors' addresses, as .mailmap has them. */
function addressesOf(folder: string, commit: string): string[] {
  const format = "%aE%n%(trailers:key=Co-authored-by,valueonly,unfold)";
  const [author = "", ...trailers] =
    git(folder, "show", "-s", `--format=${format}`, commit)?.split("\n") ?? [];
  const named = trailers.flatMap((line) => /<([^<>]+)>\s*$/.exec(line)?.[1] ?? []);
  return [author, ...named].map((address) => address.trim()).filter(Boolean);
}
