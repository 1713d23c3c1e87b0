import { sameHandle } from "../config/people.ts";
import type { PrdDocument, Requirement, SignOff } from "../document/model.ts";
import { idKey, isQuoted } from "../recognise/ids.ts";
import { changedParts, fingerprintOf, readFingerprint } from "./fingerprint.ts";

const remembered = new WeakMap<PrdDocument, ReadonlyMap<string, readonly SignOff[]>>();

/**
 * Sign-offs under a title that no requirement has, by the key of the one requirement that they cover all the same: it says
 * word for word what was signed, since it got an id, or all but the statement is as it was.
 */
export function renamedSignOffs(document: PrdDocument): ReadonlyMap<string, readonly SignOff[]> {
  let found = remembered.get(document);
  if (found === undefined) remembered.set(document, (found = findRenamed(document)));
  return found;
}

function findRenamed(document: PrdDocument): Map<string, SignOff[]> {
  const found = new Map<string, SignOff[]>();
  const titled = document.signOffs.filter(
    ({ requirement }) => requirement !== undefined && isQuoted(requirement),
  );
  if (titled.length === 0) return found;
  const keys = new Set(document.requirements.map(({ id }) => idKey(id)));
  for (const signOff of titled) {
    if (keys.has(idKey(signOff.requirement ?? ""))) continue;
    const covered = coveredBy(signOff, document);
    if (covered === undefined) continue;
    const key = idKey(covered.id);
    found.set(key, [...(found.get(key) ?? []), signOff]);
  }
  return found;
}

function coveredBy({ who = "", fingerprint = "" }: SignOff, document: PrdDocument): Requirement | undefined {
  const signed = readFingerprint(fingerprint);
  // The first version knew no titles.
  if (signed?.version !== 2) return undefined;
  const own = new Set(
    document.signOffs
      .filter((one) => one.who !== undefined && sameHandle(one.who, who))
      .map(({ requirement = "" }) => idKey(requirement)),
  );
  const like = document.requirements.flatMap((requirement) => {
    if (own.has(idKey(requirement.id))) return [];
    const changed = changedParts(signed.print, fingerprintOf(document, requirement));
    return changed.every((part) => part === "s") ? [{ requirement, same: changed.length === 0 }] : [];
  });
  const same = like.filter((one) => one.same);
  const [only, another] = same.length > 0 ? same : like;
  return another === undefined ? only?.requirement : undefined;
}
