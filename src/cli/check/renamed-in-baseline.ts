import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Baseline } from "./baseline-file.ts";
import type { ReportedFile } from "./report.ts";
import { hashesOf } from "./several.ts";

/**
 * The baseline with the names that its files have now. A file that it knows is gone, and one that it does not know has at least
 * half of its problems: that is the same file under another name. Git is not asked, since the baseline may be older than
 * any commit that is here.
 *
 * @param file absolute path of the baseline
 * @param keyOf how the baseline would name a file
 */
export function renamedIn(
  baseline: Baseline,
  files: readonly ReportedFile[],
  file: string,
  keyOf: (path: string) => string,
): Baseline {
  const gone = Object.keys(baseline).filter((path) => !existsSync(resolve(dirname(file), path)));
  if (gone.length === 0) return baseline;
  const renamed: Record<string, Baseline[string]> = { ...baseline };
  for (const one of files) {
    const name = keyOf(one.path);
    if (Object.hasOwn(baseline, name)) continue;
    let best: { readonly path: string; readonly share: number } | undefined;
    for (const path of gone) {
      const share = Object.hasOwn(renamed, path) ? shareOf(baseline[path] ?? {}, one) : 0;
      if (share >= 0.5 && share > (best?.share ?? 0)) best = { path, share };
    }
    if (best === undefined) continue;
    renamed[name] = baseline[best.path] ?? {};
    delete renamed[best.path];
  }
  return renamed;
}

/** How much of what the baseline knows of a file another file has. */
function shareOf(known: Baseline[string], { problems }: ReportedFile): number {
  const left = new Map<string, number>();
  for (const problem of problems) {
    for (const hash of hashesOf(problem)) {
      const key = `${problem.code} ${hash}`;
      left.set(key, (left.get(key) ?? 0) + 1);
    }
  }
  let all = 0;
  let found = 0;
  for (const [code, hashes] of Object.entries(known)) {
    for (const hash of hashes) {
      all++;
      const count = left.get(`${code} ${hash}`) ?? 0;
      if (count > 0) found++;
      left.set(`${code} ${hash}`, count - 1);
    }
  }
  return all === 0 ? 0 : found / all;
}
