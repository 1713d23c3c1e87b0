import { existsSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { isOfSignOff, silencing } from "../../core/check/silenced.ts";
import type { Earlier } from "../git/since.ts";
import { slashes } from "../workspace/paths.ts";
import { problemsIn } from "./baseline-file.ts";
import type { Baseline } from "./baseline-file.ts";
import { renamedIn } from "./renamed-in-baseline.ts";
import { inOrderOfLines } from "./report.ts";
import type { ReportedChange, ReportedFile, ReportedProblem } from "./report.ts";
import { hashesOf, leftOf } from "./several.ts";

/**
 * The baseline that hides all problems of these files and no resolved ones. Files that this run did not look at keep
 * what the baseline before says about them, as long as they exist.
 *
 * @param file absolute path of the baseline
 */
export function baselineOf(
  files: readonly ReportedFile[],
  file: string,
  cwd: string,
  recorded: Baseline = {},
): { baseline: Baseline; count: number; resolved: number } {
  const before = renamedIn(recorded, files, file, (path) => keyOf(path, file, cwd));
  const looked = new Map(files.map((one) => [keyOf(one.path, file, cwd), one.problems]));
  const baseline: Record<string, Record<string, string[]>> = {};
  for (const path of [...new Set([...Object.keys(before), ...looked.keys()])].sort()) {
    const problems = looked.get(path);
    const codes: Record<string, string[]> = {};
    if (problems === undefined) {
      if (!existsSync(resolve(dirname(file), path))) continue;
      for (const [code, hashes] of Object.entries(before[path] ?? {})) codes[code] = [...hashes];
    } else {
      for (const problem of [...problems].sort((a, b) => (a.code < b.code ? -1 : 1))) {
        const hashes = hashesOf(problem);
        if (hashes.length > 0) (codes[problem.code] ??= []).push(...hashes);
      }
      for (const hashes of Object.values(codes)) hashes.sort();
    }
    if (Object.keys(codes).length > 0) baseline[path] = codes;
  }
  const known = keysIn(baseline);
  const resolved = [...keysIn(before)].reduce(
    (sum, [key, count]) => sum + Math.max(0, count - (known.get(key) ?? 0)),
    0,
  );
  return { baseline, count: [...known.values()].reduce((sum, count) => sum + count, 0), resolved };
}

/** Files without the problems that the baseline knows, and how many those were. */
export function hideKnown(
  files: readonly ReportedFile[],
  baseline: Baseline,
  file: string,
  cwd: string,
): { files: ReportedFile[]; hidden: number } {
  const left = keysIn(renamedIn(baseline, files, file, (path) => keyOf(path, file, cwd)));
  let hidden = 0;
  const shown = files.map((one) => {
    const path = keyOf(one.path, file, cwd);
    const unknown = (code: string, lineHash: string): boolean => {
      const key = `${path}\0${code}\0${lineHash}`;
      const count = left.get(key) ?? 0;
      if (count === 0) return true;
      left.set(key, count - 1);
      hidden++;
      return false;
    };
    const problems = one.problems.flatMap((problem) =>
      leftOf(problem, (lineHash) => unknown(problem.code, lineHash)),
    );
    return { ...one, problems: inOrderOfLines(problems) };
  });
  return { files: shown, hidden };
}

/**
 * Says of each file which problems of sign-offs the baseline hides and did not hide then: a change must not write them into it
 * unnoticed.
 *
 * @param files without what the baseline hides
 * @param whole the same with all of their problems
 * @param file absolute path of the baseline
 */
export async function sayingWhatIsHidden(
  files: readonly ReportedFile[],
  whole: readonly ReportedFile[],
  since: Earlier,
  file: string,
  cwd: string,
): Promise<ReportedFile[]> {
  const text = (await since.textOf(file))?.text;
  const then = hideKnown(whole, (text === undefined ? undefined : problemsIn(text)) ?? {}, file, cwd);
  const placeOf = ({ code, line, column }: ReportedProblem): string => `${code} ${line} ${column}`;
  return files.map((one, index) => {
    const shown = new Set(one.problems.map(placeOf));
    const hidden = (then.files[index]?.problems ?? []).filter(
      (problem) => isOfSignOff(problem) && !shown.has(placeOf(problem)),
    );
    if (hidden.length === 0) return one;
    const changes = hidden.map((problem): ReportedChange => {
      const { line, column } = problem;
      return { ...silencing(problem, "The baseline"), line, column };
    });
    return { ...one, changes: [...(one.changes ?? []), ...changes] };
  });
}

/** How a baseline names a file: from its own folder, so that the folder that a command runs in does not matter. */
function keyOf(path: string, baseline: string, cwd: string): string {
  return slashes(relative(dirname(baseline), resolve(cwd, path)));
}

/** How often each problem may occur. */
function keysIn(baseline: Baseline): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path, codes] of Object.entries(baseline)) {
    for (const [code, hashes] of Object.entries(codes)) {
      for (const hash of hashes) {
        const key = `${path}\0${code}\0${hash}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}
