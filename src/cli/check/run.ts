import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { compareSeverity } from "../../core/check/severity.ts";
import type { Status } from "../../core/format/status.ts";
import type { Severity } from "../../core/problem.ts";
import { CommandError, faultLine } from "../fault.ts";
import { writeAnew } from "../workspace/write.ts";
import { formatted } from "../formats/formatted.ts";
import type { Format } from "../formats/formatted.ts";
import { earlier } from "../git/since.ts";
import type { Verification } from "../git/signers.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { baselineText, readBaseline } from "./baseline-file.ts";
import type { Baseline } from "./baseline-file.ts";
import { baselineOf, hideKnown, sayingWhatIsHidden } from "./baseline.ts";
import { openCache } from "../cache/cache.ts";
import { check } from "./check.ts";
import type { Checked } from "./check.ts";
import { reportOf } from "./report.ts";
import { sourceOf } from "./source.ts";
import type { SourceFlags } from "./source.ts";
import { tryOut } from "./try.ts";
import { count } from "../../core/words/count.ts";

/** As the person gave them. */
export interface CheckFlags extends SourceFlags {
  readonly format: Format;
  readonly failOn: Severity | "never";
  readonly as?: Status;
  readonly today: string;
  readonly since?: string;
  readonly verifySigners?: Verification;
  readonly try?: true;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly config?: string;
  readonly cacheDir?: string;
  readonly cache: boolean;
}

/** `seamwork check`; returns its exit code. */
export async function runCheck(
  paths: readonly string[],
  flags: CheckFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const { as, today } = flags;
  if (flags.try === true) refuseWithTry(flags);
  if (flags.stdin === true && flags.writeBaseline !== undefined)
    throw new CommandError(
      "seamwork: --write-baseline records what is in files, not what comes on standard input.",
    );
  const path = (named: string): string => resolve(cwd, named);
  // Read first: somebody who names the wrong file should not wait for the check.
  const target = flags.writeBaseline;
  const baseline =
    flags.baseline === undefined ? undefined : readBaseline(path(flags.baseline), flags.baseline);
  const before =
    target !== undefined && existsSync(path(target)) ? readBaseline(path(target), target) : undefined;
  const folder = flags.cacheDir === undefined ? undefined : path(flags.cacheDir);
  const cache = openCache(cwd, { folder, enabled: flags.cache });
  const since = flags.since === undefined ? undefined : earlier(cwd, flags.since);
  const { verifySigners } = flags;

  const watched = progress(terminal, "Checking");
  const config = flags.config === undefined ? undefined : path(flags.config);
  const checking = async (): Promise<Checked> => {
    const source = await sourceOf(paths, flags, terminal, watched);
    const request = { ...source, cwd, config, as, today, cache, since, verifySigners, progress: watched };
    return flags.try === true ? tryOut(request) : check(request);
  };
  const checked = await checking().finally(() => watched.end());
  cache.save();

  let { files } = checked;
  let hidden: number | undefined;
  const hide = (known: Baseline, file: string): void => {
    const result = hideKnown(files, known, path(file), cwd);
    files = result.files;
    hidden = (hidden ?? 0) + result.hidden;
  };
  if (target !== undefined) {
    const made = baselineOf(files, path(target), cwd, before);
    writeAnew(path(target), baselineText(made.baseline), target);
    const gone =
      made.resolved > 0
        ? `; ${made.resolved} resolved ${made.resolved === 1 ? "one was" : "ones were"} dropped`
        : "";
    terminal.err(`${target} now holds ${count(made.count, "problem")}${gone}.\n`);
    hide(made.baseline, target);
  } else if (flags.baseline !== undefined && baseline !== undefined) {
    hide(baseline, flags.baseline);
    if (since !== undefined)
      files = await sayingWhatIsHidden(files, checked.files, since, path(flags.baseline), cwd);
  }
  since?.end();

  const report = reportOf(files, checked.faults, hidden, { since: flags.since, tried: flags.try });
  const failOn = flags.failOn === "never" ? undefined : flags.failOn;
  terminal.out(formatted(flags.format, report, { color: terminal.color, cwd, failOn }));
  for (const line of [...checked.faults.map(faultLine), ...checked.notes]) terminal.err(`${line}\n`);
  // The codes are new to whoever sits at a terminal for the first time.
  const code = files.flatMap(({ problems }) => problems)[0]?.code;
  if (flags.format === "text" && code !== undefined && terminal.width() > 0)
    terminal.err(`\`seamwork explain ${code}\` says why it asks.\n`);
  if (checked.faults.length > 0) return 2;
  const failed = files.some(({ problems }) =>
    problems.some(({ severity }) => failOn !== undefined && compareSeverity(severity, failOn) >= 0),
  );
  return failed ? 1 : 0;
}

/** @throws CommandError for what looks at adopted documents only, or keeps a problem that no document has yet */
function refuseWithTry({ writeBaseline, since, verifySigners }: CheckFlags): void {
  const refused =
    writeBaseline !== undefined
      ? "--write-baseline records the problems of documents that are adopted"
      : since !== undefined
        ? "--since compares documents that are adopted"
        : verifySigners !== undefined
          ? "--verify-signers looks at documents that are adopted"
          : undefined;
  if (refused !== undefined)
    throw new CommandError(
      `seamwork: ${refused}, and --try shows what a check would say before that; which one is it?`,
    );
}
