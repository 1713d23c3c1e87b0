import type { Gathered } from "./collected.ts";
import { facetsSaid } from "./coverage.ts";
import { idKey, idPrefix, isQuoted } from "../recognise/ids.ts";
import type { Definition } from "./model.ts";

/**
 * What is asked of all requirements and definitions on each keystroke, in plain arrays: in a long PRD, each object that is
 * looked at is a wait for memory.
 */
export interface Digest {
  /** Of each definition, in order of place: its id as it is compared, and its offset. */
  readonly keys: string[];
  readonly starts: number[];
  /** The letters of each definition's id. */
  readonly letters: string[];
  /** All of these letters. */
  readonly prefixes: Set<string>;
  /** Of each requirement: the facets under which it says something (`facetsSaid`). */
  readonly said: number[];
  /** No requirement is a table's row, or has another one above it. */
  plain: boolean;
  /** Definitions stand in order of place. */
  ordered: boolean;
}

export function emptyDigest(): Digest {
  return { keys: [], starts: [], letters: [], prefixes: new Set(), said: [], plain: true, ordered: true };
}

/** @param gathered its definitions in order of place */
export function digestOf({
  requirements,
  definitions,
}: Pick<Gathered, "requirements" | "definitions">): Digest {
  return {
    ...digestOfDefinitions(definitions),
    said: requirements.map(facetsSaid),
    plain: requirements.every(
      ({ form, id, parent }) => form !== "row" && (isQuoted(id) || !id.includes(".")) && parent === undefined,
    ),
  };
}

export function digestOfDefinitions(definitions: readonly Definition[]): Digest {
  const letters = definitions.map(({ id }) => idPrefix(id));
  return {
    ...emptyDigest(),
    letters,
    keys: definitions.map(({ id }) => idKey(id)),
    starts: definitions.map(({ start }) => start),
    prefixes: new Set(letters),
  };
}

/** Adds what a group behind the others says, which was pushed by so many units since. */
export function addDigest(
  all: Digest,
  { keys, starts, letters, prefixes, said, plain }: Digest,
  by: number,
): void {
  if (starts.length > 0 && (starts[0] as number) + by < (all.starts.at(-1) ?? 0)) all.ordered = false;
  for (const key of keys) all.keys.push(key);
  for (const start of starts) all.starts.push(start + by);
  for (const prefix of letters) all.letters.push(prefix);
  for (const prefix of prefixes) all.prefixes.add(prefix);
  for (const facets of said) all.said.push(facets);
  all.plain &&= plain;
}

type Ids = Pick<Digest, "keys" | "letters">;

const ids = new WeakMap<readonly Definition[], Ids>();

/** Notes the ids of a document's definitions; {@link idsOf} gives them. */
export function rememberIds(definitions: readonly Definition[], { keys, letters }: Ids): void {
  ids.set(definitions, { keys, letters });
}

/** The ids of definitions, as they are compared and by their letters, in the same order. */
export function idsOf(definitions: readonly Definition[]): Ids {
  let known = ids.get(definitions);
  if (known === undefined) ids.set(definitions, (known = digestOfDefinitions(definitions)));
  return known;
}

const distinct = new WeakSet<readonly Definition[]>();

export function rememberDistinct(definitions: readonly Definition[]): void {
  distinct.add(definitions);
}

/** True where it is known already that no two definitions have one id. */
export function knownDistinct(definitions: readonly Definition[]): boolean {
  return distinct.has(definitions);
}
