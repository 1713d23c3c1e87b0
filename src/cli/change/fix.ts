import { resolve } from "node:path";
import type { Status } from "../../core/format/status.ts";
import { fixAll } from "../../core/fix/fix-all.ts";
import type { FixedText } from "../../core/fix/fix-all.ts";
import { allRules } from "../../core/rules/all.ts";
import { faultLine } from "../fault.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import type { FoundFile } from "../workspace/find.ts";
import { openDocument } from "../workspace/open.ts";
import type { Unreadable } from "../workspace/read.ts";
import type { Teams } from "../workspace/teams.ts";
import { visitFiles } from "../workspace/visit.ts";
import { rewrite } from "../workspace/write.ts";
import { unifiedDiff } from "./diff.ts";
import { count } from "../../core/words/count.ts";

export interface FixFlags {
  readonly dryRun?: boolean;
  readonly as?: Status;
  readonly today: string;
  readonly config?: string;
}

/** `seamwork fix`; returns its exit code. */
export async function runFix(paths: readonly string[], flags: FixFlags, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  const { as, today, dryRun = false } = flags;
  const config = flags.config === undefined ? undefined : resolve(cwd, flags.config);
  // A dry run owns standard output, so that it can go into `git apply`.
  const say = dryRun ? terminal.err : terminal.out;
  const lines: string[] = [];
  let fixed = 0;
  const watched = progress(terminal, "Fixing");
  const fixFile = (found: FoundFile, teams: Teams): Unreadable | undefined => {
    const opened = openDocument(found, teams);
    if (opened === undefined || "refused" in opened) return opened;
    const { kind, file, team } = opened;
    if (kind === "candidate") return undefined;
    const result = fixAll(file.text, { config: team.data, today, as, rules: allRules });
    if (result.refused !== undefined) return { refused: result.refused };
    if (result.text === file.text) return undefined;
    if (dryRun) terminal.out(unifiedDiff(found.shown, file, result.text));
    else {
      const refused = rewrite(found.path, file, result.text);
      if (refused !== undefined) return { refused };
    }
    fixed += sum(result);
    lines.push(`${found.shown}: ${result.applied.map(({ code, count }) => `${count} × ${code}`).join(", ")}`);
    return undefined;
  };
  const visited = await visitFiles({ paths, cwd, config, progress: watched }, fixFile).finally(() => {
    watched.end();
    // What was done is told also when somebody pressed Ctrl+C.
    for (const line of lines) say(`${line}\n`);
  });
  const faults = visited.faults();
  for (const line of [...faults.map(faultLine), ...visited.notes]) terminal.err(`${line}\n`);
  // Nothing was fixed where files could not be changed, and that is not because there was nothing to fix.
  if (fixed > 0 || faults.length === 0) say(closing(fixed, lines.length, dryRun));
  return faults.length > 0 ? 2 : 0;
}

function sum({ applied }: FixedText): number {
  return applied.reduce((total, { count }) => total + count, 0);
}

function closing(fixed: number, files: number, dryRun: boolean): string {
  if (fixed === 0) return "Nothing to fix that needs no person.\n";
  return `${count(fixed, "problem")} in ${count(files, "file")} ${dryRun ? "would be" : fixed === 1 ? "is" : "are"} fixed.\n`;
}
