import { idKey } from "../recognise/ids.ts";
import type { Digest } from "./digest.ts";
import type { Requirement, Section } from "./model.ts";

/** So many ids of another section are no coincidence. */
const LEAST = 3;

/**
 * Lines that say of requirements in which epic, test or phase they are: all requirements of their section have ids, and each
 * id was defined in a section before. They ask for nothing of their own.
 *
 * @returns where they start; empty for most documents
 */
export function restatedIn(
  requirements: readonly Requirement[],
  sections: readonly Section[],
  { keys }: Pick<Digest, "keys">,
): ReadonlySet<number> {
  const restated = new Set<number>();
  if (new Set(keys).size === keys.length) return restated;
  const before = new Set<string>();
  for (const some of bySection(requirements, sections)) {
    const own = some.map(({ id }) => idKey(id));
    const again =
      own.length >= LEAST &&
      some.every(({ named, form }, index) => named && form !== "heading" && before.has(own[index] as string));
    if (again) for (const { start } of some) restated.add(start);
    for (const key of own) before.add(key);
  }
  return restated;
}

/** Requirements that stand under one heading, in order. */
function bySection(requirements: readonly Requirement[], sections: readonly Section[]): Requirement[][] {
  const all: Requirement[][] = [];
  let at = -1;
  let from = -1;
  for (const one of [...requirements].sort((a, b) => a.start - b.start)) {
    while ((sections[at + 1]?.start ?? Infinity) <= one.start) at++;
    if (at !== from || all.length === 0) all.push([]);
    from = at;
    all.at(-1)?.push(one);
  }
  return all;
}
