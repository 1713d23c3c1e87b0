import { dirname, resolve } from "node:path";
import { adopt } from "../../core/adopt/adopt.ts";
import type { Adoption } from "../../core/adopt/adopt.ts";
import { applyEdits } from "../../core/text/range.ts";
import { faultLine, uniqueFaults } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { openDocument } from "../workspace/open.ts";
import { findFiles } from "../workspace/find.ts";
import type { FoundFile } from "../workspace/find.ts";
import { idsInUse } from "../workspace/in-use.ts";
import { readText } from "../workspace/read.ts";
import { teams } from "../workspace/teams.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { rewrite } from "../workspace/write.ts";
import { progress } from "../progress.ts";
import { printable } from "../printable.ts";
import type { Terminal } from "../terminal.ts";
import { unifiedDiff } from "./diff.ts";

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
  const all = teams(cwd, flags.config === undefined ? undefined : resolve(cwd, flags.config));
  const faults: Fault[] = [];
  const notes: string[] = [];
  const taken = new Map<Team, Set<string>>();
  const lines: string[] = [];
  let adopted = 0;
  const going = progress(terminal, "Adopting");
  try {
    const found = await findFiles(paths, cwd, (folder) => going.step(folder));
    faults.push(...found.faults);
    notes.push(...found.notes);
    for (const [index, file] of found.files.entries()) {
      await going.step(file.shown, { index, of: found.files.length });
      const opened = open(file, all);
      if (opened === undefined) continue;
      if ("refused" in opened) {
        faults.push({ path: file.shown, message: opened.refused });
        continue;
      }
      const { team } = opened;
      let ids = taken.get(team);
      if (ids === undefined) {
        ids = await idsInUse(team, dirname(file.path), all, cwd, (folder) => going.step(folder));
        taken.set(team, ids);
      }
      const adoption = adopt(opened.file.text, { config: team.data, path: file.path, takenIds: ids });
      if (adoption.problem !== undefined) {
        faults.push({ path: file.shown, message: adoption.problem });
        continue;
      }
      if (adoption.edits.length === 0) {
        if (file.named) lines.push(`${file.shown} is a PRD already: ${printable(adoption.id)}.`);
        continue;
      }
      ids.add(adoption.id);
      const after = applyEdits(opened.file.text, adoption.edits);
      if (flags.dryRun === true) terminal.out(unifiedDiff(file.shown, opened.file, after));
      else {
        const refused = rewrite(file.path, opened.file, after);
        if (refused !== undefined) {
          faults.push({ path: file.shown, message: refused });
          continue;
        }
      }
      adopted++;
      lines.push(...described(file.shown, adoption, flags.dryRun === true));
    }
  } finally {
    going.end();
    // A dry run owns standard output, so that it can go into `git apply`.
    const say = flags.dryRun === true ? terminal.err : terminal.out;
    for (const line of lines) say(`${line}\n`);
  }
  faults.push(...all.faults());
  for (const line of [...uniqueFaults(faults).map(faultLine), ...notes]) terminal.err(`${line}\n`);
  if (adopted === 0 && lines.length === 0 && faults.length === 0) {
    terminal.out("Nothing to adopt here: name the file that should become a PRD.\n");
  }
  return faults.length > 0 ? 2 : 0;
}

function open(file: FoundFile, all: Teams): ReturnType<typeof openDocument> {
  if (!file.named) {
    const document = openDocument(file, all);
    return document !== undefined && "kind" in document && document.kind === "prd" ? undefined : document;
  }
  const text = readText(file.path);
  return "refused" in text ? text : { kind: "candidate", file: text, team: all.of(dirname(file.path)) };
}

function described(shown: string, { id, given, advice }: Adoption, dry: boolean): string[] {
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
