import { Argument, Option } from "commander";
import { day, localDay, status } from "./values.ts";

/** Carries a command's work out; what it returns is the exit code. */
export type Act = <Args extends unknown[]>(
  work: (...args: Args) => number | Promise<number>,
) => (...args: Args) => Promise<void>;

/** Options that several commands take; each call makes a new one. */

export function configOption(): Option {
  return new Option("--config <file>", "use this seamwork.yaml for all files");
}

export function todayOption(use = "the day from which waiting is counted"): Option {
  return new Option("--today <day>", `${use}, YYYY-MM-DD`)
    .argParser(day)
    .default(localDay(new Date()), "today");
}

export function asOption(): Option {
  return new Option("--as <status>", "check as if every PRD had this status").argParser(status);
}

export function dryRunOption(): Option {
  return new Option("--dry-run", "change nothing; print a unified diff of what would change");
}

export function cacheFolderOption(): Option {
  return new Option("--cache-dir <folder>", "keep results here (default: node_modules/.cache/seamwork)");
}

export function noCacheOption(): Option {
  return new Option("--no-cache", "work everything out again, and keep no results");
}

/** Examples below a command's help. */
export function examples(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join("\n")}\n`;
}

/** Files, folders and globs; what a command looks at when it is told nothing is the current folder. */
export function pathsArgument(): Argument {
  return new Argument("[path...]", "files, folders or globs").default(["."], "the current folder");
}
