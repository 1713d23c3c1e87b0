import type { LanguageCode } from "../format/language-codes.ts";
import { facetNames, sectionNames } from "../format/section-names.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import { TEAM_LISTS } from "../phrases/language.ts";
import type { TeamList } from "../phrases/language.ts";
import type { Range } from "../text/range.ts";
import { defaultGlobs } from "./default-globs.ts";
import type { Globs } from "./default-globs.ts";
import { each } from "./each.ts";
import type { ConfigFix } from "./fault.ts";
import { defaultKinds } from "./names.ts";
import type { RuleSetting } from "./names.ts";

/** The team data of `seamwork.yaml`, with defaults for all that it does not say. */
export interface Config {
  /** By handle, with the `@` and in the team's case; `people.ts` finds people however they are written. */
  readonly people: ReadonlyMap<string, Person>;
  /** Globs relative to the folder of `seamwork.yaml`. */
  readonly documents: {
    readonly prd: Globs;
    readonly cycle: Globs;
    readonly retro: Globs;
    /** Files of other tools that could be PRDs; none where the team says where its PRDs are. */
    readonly otherTools: Globs;
  };
  /** Headings that the team adds to those that the format knows for a section. */
  readonly aliases: Readonly<Record<SectionName, readonly string[]>>;
  /** Labels, headings and columns that the team adds to those that the format knows for a facet. */
  readonly facetAliases: Readonly<Record<FacetName, readonly string[]>>;
  /** What is written like an id and is none here: `A4`. */
  readonly ids: { readonly ignore: readonly string[] };
  /** Kinds of constraints in lower case: those of the format, then the team's. */
  readonly kinds: readonly string[];
  /** Rules that the team set, by code. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly phrases: Readonly<Record<TeamList, PhraseChange>>;
  /** Calendar days. */
  /** What documents are written in that are too short to tell. */
  readonly language?: LanguageCode;
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
  documents: defaultGlobs,
  aliases: each(sectionNames, () => []),
  facetAliases: each(facetNames, () => []),
  ids: { ignore: [] },
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
