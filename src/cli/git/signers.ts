import { dirname, relative } from "node:path";
import { realpathSync } from "node:fs";
import { shownSeverity } from "../../core/check/severity.ts";
import { effectiveStatus } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import type { Config } from "../../core/config/config.ts";
import { personByEmail, personByHandle, sameHandle } from "../../core/config/people.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { personalLines } from "../../core/facts/personal-lines.ts";
import type { PersonalLine } from "../../core/facts/personal-lines.ts";
import { prd304 } from "../../core/rules/review/prd304.ts";
import type { Problem } from "../../core/problem.ts";
import { listed } from "../../core/words/listed.ts";
import { CommandError } from "../fault.ts";
import type { Progress } from "../progress.ts";
import { gitRoot } from "../workspace/homes.ts";
import { slashes } from "../workspace/paths.ts";
import { commitsOf } from "./authors.ts";
import type { LinesOfFile } from "./authors.ts";
import { askGit, repositoryTop } from "./git.ts";
import { NotHere } from "./stream.ts";
import { headOf, placeOf, renamesSince } from "./tree.ts";
import { writersOf } from "./writers.ts";
import type { Writers } from "./writers.ts";

/** `strict`: only whoever committed a line wrote it, and what git cannot tell is as grave as what it denies. */
export type Verification = "trailers" | "strict";

/** A PRD or cycle whose lines are looked at. */
export interface SignedDocument {
  /** Absolute. */
  readonly path: string;
  readonly document: PrdDocument;
  readonly options: CheckOptions;
}

const OPTION = "--verify-signers";

/**
 * Sign-offs and other personal lines that somebody else wrote than the person whom they name. Whoever is named in a
 * `Co-authored-by` trailer wrote the commit too, since one person commits what two wrote live. What git cannot tell is information.
 *
 * @returns problems of the documents that have some
 * @throws CommandError where git knows no history to ask, or says no
 */
export async function signersOf(
  documents: readonly SignedDocument[],
  mode: Verification,
  progress: Progress,
): Promise<ReadonlyMap<SignedDocument, readonly Problem[]>> {
  const asked = documents.flatMap((signed) => {
    const severity = shownSeverity(
      prd304,
      effectiveStatus(signed.document, signed.options.as),
      signed.options.config,
    );
    const lines = severity === "off" ? [] : personalLines(signed.document);
    return severity === "off" || lines.length === 0 ? [] : [{ signed, severity, lines }];
  });
  const roots = new Map<string, typeof asked>();
  for (const one of asked) {
    const folder = dirname(one.signed.path);
    const root = gitRoot(folder) ?? folder;
    roots.set(root, [...(roots.get(root) ?? []), one]);
  }
  const problems = new Map<SignedDocument, readonly Problem[]>();
  for (const [root, own] of roots) {
    const top = wholeHistoryAt(root);
    const head = headOf(top, OPTION);
    const renamed = head === undefined ? new Map<string, string>() : renamesSince(top, head, OPTION);
    const files = own.map(({ signed, lines }): LinesOfFile => {
      const name = slashes(relative(top, placeOf(signed.path)));
      return { name: renamed.get(name) ?? name, config: signed.options.config, lines };
    });
    const commits = await commitsOf(top, head, files, progress).catch(notHere);
    const writers = await writersOf(top, [...new Set(commits.values())], progress);
    for (const { signed, severity, lines } of own) {
      const found = lines.flatMap((line): Problem[] => {
        const said = doubt(line, writers.get(commits.get(line) ?? ""), signed.options.config, mode);
        if (said === undefined) return [];
        const { code, name, seam, owner } = prd304;
        const { start, end } = line;
        const shown = said.sure ? severity : "information";
        return [
          { start, end, code, name, seam, owner, fixable: false, severity: shown, message: said.message },
        ];
      });
      if (found.length > 0) problems.set(signed, found);
    }
  }
  return problems;
}

function wholeHistoryAt(folder: string): string {
  const top = repositoryTop(folder, OPTION, "these files are not in a git repository.");
  const { out, refused } = askGit(top, "rev-parse", "--is-shallow-repository");
  if (refused !== undefined) throw new CommandError(`${OPTION}: git says no: ${refused}.`);
  if (out.trim() === "true") {
    throw new CommandError(
      `${OPTION}: this clone has only part of the history; fetch all of it (\`git fetch --unshallow\`, in CI \`fetch-depth: 0\`).`,
    );
  }
  return realpathSync(top);
}

function notHere(error: unknown): never {
  if (!(error instanceof NotHere)) throw error;
  throw new CommandError(
    `${OPTION}: some files of the history are not on this machine; a clone without \`--filter\` has all of them.`,
  );
}

/** @param writers of the commit; undefined while the line is in none */
function doubt(
  { who, what }: PersonalLine,
  writers: Writers | undefined,
  config: Config,
  mode: Verification,
): { sure: boolean; message: string } | undefined {
  const line = `${who}'s ${what}`;
  const strict = mode === "strict";
  if (writers === undefined) {
    return { sure: strict, message: `${line} is not committed yet, so git cannot say who wrote it.` };
  }
  const personOf = (address: string): string | undefined => personByEmail(config, address)?.handle;
  const isWho = (address: string): boolean => sameHandle(personOf(address) ?? "", who);
  if (isWho(writers.author)) return undefined;
  const author = personOf(writers.author) ?? writers.author;
  if (writers.trailers.some(isWho)) {
    return strict
      ? {
          sure: true,
          message: `${line} was committed by ${author}, and only a trailer names ${who}. Could ${who} commit it?`,
        }
      : {
          sure: false,
          message: `${line} counts by trailer: ${author} committed it, and its message names ${who}.`,
        };
  }
  if (personByHandle(config, who)?.email === undefined) {
    return {
      sure: strict,
      message: `The team data has no email address for ${who}, so git cannot say who wrote ${line}.`,
    };
  }
  if (personOf(writers.author) === undefined) {
    return {
      sure: strict,
      message: `${line} was last written by ${author}, who is not in the team data. Whose address is that?`,
    };
  }
  const others = strict ? [] : writers.trailers.map((address) => personOf(address) ?? address);
  const names = listed([...new Set([author, ...others])]);
  const ask = strict
    ? `Could ${who} commit it?`
    : `Could ${who} commit it, or be named in a \`Co-authored-by\` line?`;
  return { sure: true, message: `${line} was last written by ${names}. ${ask}` };
}
