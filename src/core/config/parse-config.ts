import { conflictMarkers, withoutMarkers } from "../text/conflicts.ts";
import { lineIndex } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import { checkTree } from "./check-config.ts";
import { defaultConfig } from "./config.ts";
import type { Config, ConfigError } from "./config.ts";
import type { Fault } from "./fault.ts";
import { readYaml } from "./read.ts";
import { handlesIn } from "./resolve-people.ts";
import { resolve } from "./resolve.ts";

/** More than this many errors in one file help nobody. */
const maxErrors = 50;

/**
 * Reads `seamwork.yaml`. Never throws: what does not hold is an error and loses only itself, the rest holds.
 *
 * @param text the file's text, with or without byte order mark, with any line ends
 * @param path how errors name the file
 * @returns the team data with all defaults filled in, and the errors in the order of the text, at most 50
 */
export function parseConfig(text: string, path: string): { config: Config; errors: ConfigError[] } {
  const markers = conflictMarkers(text);
  const { tree, faults: found, lost } = readYaml(withoutMarkers(text));
  const faults = [...found];
  let config = defaultConfig;
  if (tree?.type === "map") {
    // Before the check removes anybody: a person whose entry has a fault is still somebody's manager.
    const handles = handlesIn(tree);
    const checked = checkTree(tree, text, lost);
    faults.push(...checked.faults);
    config = resolve(checked.data, tree, handles, defaultConfig, faults);
  } else if (tree !== undefined && !(tree.type === "scalar" && tree.value === null)) {
    const message = "This file holds keys such as `version: 1` and `people:`, not one text or list.";
    faults.push({ start: tree.start, end: tree.start + 1, message });
  }
  // What is there twice, or nested wrongly, is so because both versions are there.
  return { config, errors: errorsOf(markers.length > 0 ? markers.map(inConflict) : faults, text, path) };
}

function inConflict({ start, end }: Range): Fault {
  return {
    start,
    end,
    message: "A merge conflict is still open here; choose what holds and remove the lines that git left.",
  };
}

function errorsOf(faults: readonly Fault[], text: string, path: string): ConfigError[] {
  const index = lineIndex(text);
  return [...faults]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .slice(0, maxErrors)
    .map((fault) => {
      const { line, column } = index.positionAt(fault.start);
      return { path, line: line + 1, column: column + 1, ...fault };
    });
}
