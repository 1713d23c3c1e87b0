import type { Config } from "../config/config.ts";
import type { PrdDocument, Requirement, Spoken } from "../document/model.ts";
import { facetTexts, firstFacetTexts, parts } from "./facet-text.ts";
import type { FacetTexts, Part } from "./facet-text.ts";
import { shortHash } from "./sha256.ts";
import type { Version } from "./signed-words.ts";

/** For each part that a requirement has, 8 hex digits that change when its words or numbers do. */
export type Fingerprint = Readonly<Partial<Record<Part, string>>>;

/** What a sign-off says that it covered. */
export interface Signed {
  /** How it was computed: as the text was read and normalised then. */
  readonly version: Version;
  readonly print: Fingerprint;
}

/** By all that a requirement says: each part's text and its hash. */
const remembered = new WeakMap<readonly Spoken[], Map<string, { text: string; hash: string }>>();

/** The fingerprint of a requirement as it is signed today. */
export function fingerprintOf(document: PrdDocument, requirement: Requirement): Fingerprint {
  return printOf(facetTexts(document, requirement), requirement, 2);
}

function printOf(texts: FacetTexts, { spoken }: Requirement, version: Version): Fingerprint {
  let known = remembered.get(spoken);
  if (known === undefined) remembered.set(spoken, (known = new Map()));
  const fingerprint: Partial<Record<Part, string>> = {};
  for (const part of parts) {
    const text = texts[part];
    if (text === undefined) continue;
    let one = known.get(part + version);
    if (one?.text !== text) known.set(part + version, (one = { text, hash: shortHash(text) }));
    fingerprint[part] = one.hash;
  }
  return fingerprint;
}

/** As a sign-off has it: `2:s1a2b3c4d w4d5e6f01`. */
export function writeFingerprint(fingerprint: Fingerprint): string {
  return `2:${parts.flatMap((part) => (fingerprint[part] === undefined ? [] : part + fingerprint[part])).join(" ")}`;
}

/** One without a version in front is of the first. @returns undefined for a text that is no fingerprint */
export function readFingerprint(text: string): Signed | undefined {
  const [, second, hashes = ""] = /^\s*(2:)?\s*(.*?)\s*$/s.exec(text) ?? [];
  const words = hashes.split(/\s+/);
  if (!words.every((word) => /^[sweca][0-9a-f]{8}$/i.test(word))) return undefined;
  return {
    version: second === undefined ? 1 : 2,
    print: Object.fromEntries(words.map((word) => [word[0]?.toLowerCase(), word.slice(1).toLowerCase()])),
  };
}

/** What differs: words changed, were added, or are gone. */
export function changedParts(before: Fingerprint, now: Fingerprint): Part[] {
  return parts.filter((part) => before[part] !== now[part]);
}

/**
 * What a requirement says otherwise than what was signed; a fingerprint is compared with one of its own version.
 *
 * @param config has the team's names for sections
 */
export function changedSince(
  { version, print }: Signed,
  document: PrdDocument,
  requirement: Requirement,
  config: Pick<Config, "aliases">,
): Part[] {
  const now =
    version === 1
      ? printOf(firstFacetTexts(document, requirement, config), requirement, 1)
      : fingerprintOf(document, requirement);
  return changedParts(print, now);
}
