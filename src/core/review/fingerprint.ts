import type { PrdDocument, Requirement, Spoken } from "../document/model.ts";
import { facetTexts, parts } from "./facet-text.ts";
import type { Part } from "./facet-text.ts";
import { shortHash } from "./sha256.ts";

/** For each part that a requirement has, 8 hex digits that change when its words or numbers do. */
export type Fingerprint = Readonly<Partial<Record<Part, string>>>;

/** By all that a requirement says: each part's text and its hash. */
const remembered = new WeakMap<readonly Spoken[], Map<Part, { text: string; hash: string }>>();

export function fingerprintOf(document: PrdDocument, requirement: Requirement): Fingerprint {
  const texts = facetTexts(document, requirement);
  let known = remembered.get(requirement.spoken);
  if (known === undefined) remembered.set(requirement.spoken, (known = new Map()));
  const fingerprint: Partial<Record<Part, string>> = {};
  for (const part of parts) {
    const text = texts[part];
    if (text === undefined) continue;
    let one = known.get(part);
    if (one?.text !== text) known.set(part, (one = { text, hash: shortHash(text) }));
    fingerprint[part] = one.hash;
  }
  return fingerprint;
}

/** As a sign-off has it: `s1a2b3c4d w4d5e6f01`. */
export function writeFingerprint(fingerprint: Fingerprint): string {
  return parts.flatMap((part) => (fingerprint[part] === undefined ? [] : part + fingerprint[part])).join(" ");
}

/** @returns undefined for a text that is no fingerprint */
export function readFingerprint(text: string): Fingerprint | undefined {
  const words = text.trim().split(/\s+/);
  if (!words.every((word) => /^[sweca][0-9a-f]{8}$/i.test(word))) return undefined;
  return Object.fromEntries(words.map((word) => [word[0]?.toLowerCase(), word.slice(1).toLowerCase()]));
}

/** What differs: words changed, were added, or are gone. */
export function changedParts(signed: Fingerprint, now: Fingerprint): Part[] {
  return parts.filter((part) => signed[part] !== now[part]);
}
