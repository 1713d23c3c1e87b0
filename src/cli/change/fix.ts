import { dirname, resolve } from "node:path";
import type { Status } from "../../core/format/status.ts";
import { fixAll } from "../../core/fix/fix-all.ts";
import type { FixedText } from "../../core/fix/fix-all.ts";
import { allRules } from "../../core/rules/all.ts";
import { faultLine, uniqueFaults } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { openDocument } from "../workspace/open.ts";
import { findFiles } from "../workspace/find.ts";
import { teams } from "../workspace/teams.ts";
import { rewrite } from "../workspace/write.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { unifiedDiff } from "./diff.ts";

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
  const all = teams(cwd, flags.config === undefined ? undefined : resolve(cwd, flags.config));
  const faults: Fault[] = [];
  const notes: string[] = [];
  const lines: string[] = [];
  let fixed = 0;
  const going = progress(terminal, "Fixing");
  try {
    const found = await findFiles(paths, cwd, (folder) => going.step(folder));
    for (const folder of found.folders) all.of(folder);
    faults.push(...found.faults);
    notes.push(...found.notes);
    for (const [index, file] of found.files.entries()) {
      await going.step(file.shown, { index, of: found.files.length });
      const opened = openDocument(file, all);
      if (opened === undefined || ("kind" in opened && opened.kind === "candidate")) continue;
      if ("refused" in opened) {
        faults.push({ path: file.shown, message: opened.refused });
        continue;
      }
      const config = all.of(dirname(file.path)).data;
      const result = fixAll(opened.file.text, { config, today, as, rules: allRules });
      if (result.text === opened.file.text) continue;
      if (dryRun) terminal.out(unifiedDiff(file.shown, opened.file, result.text));
      else {
        const refused = rewrite(file.path, opened.file, result.text);
        if (refused !== undefined) {
          faults.push({ path: file.shown, message: refused });
          continue;
        }
      }
      fixed += sum(result);
      lines.push(
        `${file.shown}: ${result.applied.map(({ code, count }) => `${count} × ${code}`).join(", ")}`,
      );
    }
  } finally {
    going.end();
    // A dry run owns standard output, so that it can go into `git apply`.
    const say = dryRun ? terminal.err : terminal.out;
    for (const line of lines) say(`${line}\n`);
  }
  faults.push(...all.faults());
  for (const line of [...uniqueFaults(faults).map(faultLine), ...notes]) terminal.err(`${line}\n`);
  const say = dryRun ? terminal.err : terminal.out;
  // Nothing was fixed where files could not be changed, and that is not because there was nothing to fix.
  if (fixed > 0 || faults.length === 0) say(closing(fixed, lines.length, dryRun));
  return faults.length > 0 ? 2 : 0;
}

function sum({ applied }: FixedText): number {
  return applied.reduce((total, { count }) => total + count, 0);
}

function closing(fixed: number, files: number, dryRun: boolean): string {
  if (fixed === 0) return "Nothing that can be fixed without a person.\n";
  const problems = fixed === 1 ? "1 problem" : `${fixed} problems`;
  return `${problems} in ${files === 1 ? "1 file" : `${files} files`} ${dryRun ? "would be" : fixed === 1 ? "is" : "are"} fixed.\n`;
}
