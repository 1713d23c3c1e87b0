import { CommandError } from "../fault.ts";
import { readText } from "../workspace/read.ts";

/**
 * Problems that a team has seen and lives with for now: a check hides them. One is known by path, code and the hash of
 * its line, so it stays known when other lines move it, and shows again when its own line is rewritten. A file that is renamed keeps
 * what is known of it.
 *
 * Path (from the baseline's folder, with `/`) → code → hashes of lines; a hash is there as often as the problem.
 */
export type Baseline = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/**
 * @param file absolute path
 * @param shown how messages name the file
 * @throws CommandError when it cannot be read or is no baseline
 */
export function readBaseline(file: string, shown: string): Baseline {
  const read = readText(file);
  if ("refused" in read) throw new CommandError(`${shown}: ${read.refused}`);
  const problems = problemsIn(read.text);
  if (problems === undefined) {
    throw new CommandError(
      `${shown}: this is not a baseline; \`--write-baseline\` with a new file name makes one.`,
    );
  }
  return problems;
}

/** @returns undefined for a text that is no baseline */
export function problemsIn(text: string): Baseline | undefined {
  try {
    const { version, problems } = JSON.parse(text) as { version?: unknown; problems?: unknown };
    const isRecord = (value: unknown): value is Record<string, unknown> =>
      typeof value === "object" && value !== null && !Array.isArray(value);
    const isBaseline = (value: unknown): value is Baseline =>
      isRecord(value) &&
      Object.values(value).every(
        (codes) => isRecord(codes) && Object.values(codes).every((list) => Array.isArray(list)),
      );
    return version === 1 && isBaseline(problems) ? problems : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a baseline file; it is sorted, so that its diffs are small. */
export function baselineText(problems: Baseline): string {
  return `${JSON.stringify({ version: 1, problems }, undefined, 2)}\n`;
}
