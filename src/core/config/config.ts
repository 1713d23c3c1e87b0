import { sectionNames } from "../document/names.ts";
import type { SectionName } from "../document/names.ts";
import { TEAM_LISTS } from "../phrases/language.ts";
import type { TeamList } from "../phrases/language.ts";
import { lineIndex } from "../text/lines.ts";
import type { Range } from "../text/range.ts";
import { checkTree } from "./check.ts";
import type { ConfigFix, Fault } from "./fault.ts";
import { defaultKinds } from "./names.ts";
import type { RuleSetting } from "./names.ts";
import { readYaml } from "./read.ts";
import { handlesIn } from "./resolve-people.ts";
import { resolve } from "./resolve.ts";
import { each } from "./schema-parts.ts";

/** The team data of `seamwork.yaml`, with defaults for all that it does not say. */
export interface Config {
  /** By handle, with the `@` and in the team's case; `people.ts` finds people however they are written. */
  readonly people: ReadonlyMap<string, Person>;
  /** Globs relative to the folder of `seamwork.yaml`; see `matchesAny`. */
  readonly documents: {
    readonly prd: readonly string[];
    readonly cycle: readonly string[];
    readonly retro: readonly string[];
  };
  /** Headings that the team adds to those that the format knows for a section. */
  readonly aliases: Readonly<Record<SectionName, readonly string[]>>;
  /** Kinds of constraints in lower case: those of the format, then the team's. */
  readonly kinds: readonly string[];
  /** Rules that the team set, by code. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly phrases: Readonly<Record<TeamList, PhraseChange>>;
  /** Calendar days. */
  readonly waiting: { readonly constraint: number; readonly question: number };
  readonly reviews: {
    /** Roles that sign every requirement off. */
    readonly required: readonly string[];
    /** Further roles, by the kind of a constraint. */
    readonly when: ReadonlyMap<string, readonly string[]>;
  };
  readonly live: { readonly server?: string; readonly project?: string };
  /** Days, and the minutes of a weekly. */
  readonly cadence: {
    readonly weekly: { readonly every: number; readonly minutes: number };
    readonly managers: { readonly every: number };
    readonly planning: { readonly before: number };
    readonly retro: { readonly after: number };
    readonly rotation: { readonly every: number };
  };
  /** Calendar days that a disagreement may sit at a tier. */
  readonly escalation: { readonly tier1: number; readonly tier2: number };
}

export interface Person {
  /** With the `@`. */
  readonly handle: string;
  /** The handle without `@` where the team gave no name. */
  readonly name: string;
  /** `pm`, `eng` or a word of the team, in lower case. */
  readonly role: string;
  readonly email?: string;
  /** A handle of `people`, with the `@`. */
  readonly manager?: string;
  /** The ISO day on which this person left. */
  readonly left?: string;
}

/** Words that a team adds to a phrase list and takes from it. */
export interface PhraseChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Something in `seamwork.yaml` that does not hold; offsets in UTF-16 units. */
export interface ConfigError extends Range {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** One sentence that names what is allowed. */
  readonly message: string;
  readonly fix?: ConfigFix;
}

/** What holds for a team without `seamwork.yaml`. */
export const defaultConfig: Config = {
  people: new Map(),
  documents: {
    prd: ["**/*.prd.md", "**/prd.md", "**/prds/**/*.md"],
    cycle: ["**/cycles/*.md"],
    retro: ["**/retros/*.md"],
  },
  aliases: each(sectionNames, () => []),
  kinds: defaultKinds,
  rules: new Map(),
  phrases: each(TEAM_LISTS, () => ({ add: [], remove: [] })),
  waiting: { constraint: 5, question: 5 },
  reviews: { required: ["eng"], when: new Map() },
  live: {},
  cadence: {
    weekly: { every: 7, minutes: 20 },
    managers: { every: 14 },
    planning: { before: 5 },
    retro: { after: 14 },
    rotation: { every: 91 },
  },
  escalation: { tier1: 7, tier2: 14 },
};

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
  const { tree, faults: found, lost } = readYaml(text);
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
  return { config, errors: errorsOf(faults, text, path) };
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
