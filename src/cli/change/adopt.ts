import { dirname, resolve } from "node:path";
import { adopt } from "../../core/adopt/adopt.ts";
import type { Adoption } from "../../core/adopt/adopt.ts";
import { applyEdits } from "../../core/text/range.ts";
import { faultLine } from "../fault.ts";
import { printable } from "../printable.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import type { FoundFile } from "../workspace/find.ts";
import { idsInUse } from "../workspace/in-use.ts";
import { openDocument } from "../workspace/open.ts";
import type { OpenDocument } from "../workspace/open.ts";
import { readText } from "../workspace/read.ts";
import type { Unreadable } from "../workspace/read.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { visitFiles } from "../workspace/visit.ts";
import { rewrite } from "../workspace/write.ts";
import { unifiedDiff } from "./diff.ts";
import { meByGit } from "./me.ts";

export interface AdoptFlags {
  readonly dryRun?: boolean;
  readonly config?: string;
}

/** `seamwork adopt`; returns its exit code. Of folders and globs the candidates are adopted, of named files each. */
export async function runAdopt(
  paths: readonly string[],
  flags: AdoptFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const { dryRun = false } = flags;
  const config = flags.config === undefined ? undefined : resolve(cwd, flags.config);
  // A dry run owns standard output, so that it can go into `git apply`.
  const say = dryRun ? terminal.err : terminal.out;
  const taken = new Map<Team, Set<string>>();
  const lines: string[] = [];
  let adopted = 0;
  const watched = progress(terminal, "Adopting");
  const adoptFile = async (found: FoundFile, teams: Teams): Promise<Unreadable | undefined> => {
    const opened = openCandidate(found, teams);
    if (opened === undefined || "refused" in opened) return opened;
    const { file, team } = opened;
    const ids =
      taken.get(team) ??
      (await idsInUse(team, dirname(found.path), teams, cwd, (folder) => watched.step(folder)));
    taken.set(team, ids);
    const me = meByGit(team.data, cwd);
    const adoption = adopt(file.text, { config: team.data, path: found.path, takenIds: ids, me });
    if (adoption.problem !== undefined) return { refused: adoption.problem };
    // Who adopts a folder means what is no PRD yet.
    if (adoption.edits.length === 0 || (adoption.already && !found.named)) {
      if (found.named) lines.push(`${found.shown} is already a PRD: ${printable(adoption.id)}.`);
      return undefined;
    }
    ids.add(adoption.id);
    const after = applyEdits(file.text, adoption.edits);
    if (dryRun) terminal.out(unifiedDiff(found.shown, file, after));
    else {
      const refused = rewrite(found.path, file, after);
      if (refused !== undefined) return { refused };
    }
    adopted++;
    lines.push(...described(found.shown, adoption, dryRun));
    return undefined;
  };
  const visited = await visitFiles({ paths, cwd, config, progress: watched }, adoptFile).finally(() => {
    watched.end();
    // What was done is told also when somebody pressed Ctrl+C.
    for (const line of lines) say(`${line}\n`);
  });
  const faults = visited.faults();
  for (const line of [...faults.map(faultLine), ...visited.notes]) terminal.err(`${line}\n`);
  if (adopted === 0 && lines.length === 0 && faults.length === 0) {
    terminal.out("Nothing to adopt here. Name the file that should become a PRD.\n");
  }
  return faults.length > 0 ? 2 : 0;
}

/** A file to adopt: whatever was named, and of what was found the candidates. */
function openCandidate(found: FoundFile, teams: Teams): Opened | Unreadable | undefined {
  if (found.named) {
    const file = readText(found.path);
    return "refused" in file ? file : { file, team: teams.of(dirname(found.path)) };
  }
  const opened = openDocument(found, teams);
  return opened !== undefined && "kind" in opened && opened.kind === "prd" ? undefined : opened;
}

type Opened = Pick<OpenDocument, "file" | "team">;

function described(shown: string, { id, given, advice, already }: Adoption, dry: boolean): string[] {
  if (already) return [printable(`${shown} ${dry ? "would get" : "got"} ids ${ranges(given).join(", ")}.`)];
  const ids = given.length === 0 ? "" : ` and ids ${ranges(given).join(", ")}`;
  const head = dry ? `${shown} would be ${id}` : `${shown} is now ${id}`;
  return [`${printable(head)}: a header${ids}.`, ...advice.map((sentence) => `  ${printable(sentence)}`)];
}

/** `R1–R9` for nine ids in a row. */
function ranges(ids: readonly string[]): string[] {
  const found: { first: string; last: string }[] = [];
  for (const id of ids) {
    const previous = found.at(-1);
    if (previous !== undefined && follows(previous.last, id)) previous.last = id;
    else found.push({ first: id, last: id });
  }
  return found.map(({ first, last }) => (first === last ? first : `${first}–${last}`));
}

function follows(a: string, b: string): boolean {
  const [, letters = "", number = ""] = /^(\D*)(\d+)$/.exec(a) ?? [];
  return letters !== "" && b === `${letters}${Number(number) + 1}`;
}
