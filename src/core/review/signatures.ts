import type { Config } from "../config/config.ts";
import { normalizeHandle, roleOf, sameHandle } from "../config/people.ts";
import { idKey } from "../recognise/ids.ts";
import type { PrdDocument, Requirement, SignOff } from "../document/model.ts";
import { renamedSignOffs } from "./renamed.ts";
import { changedSince, readFingerprint } from "./fingerprint.ts";
import { namedBy } from "./facet-text.ts";
import type { Part } from "./facet-text.ts";

/** A sign-off that counts, and what it is worth today. */
export interface Signature {
  readonly signOff: SignOff;
  /** With its `@`. */
  readonly who: string;
  /** Roles in which this person can sign here. */
  readonly roles: readonly string[];
  /** The day on which this person last looked at it: that of carrying, else of signing. */
  readonly since: string | undefined;
  /** What changed since; nothing while the sign-off is fresh. Undefined where it does not say what it covered. */
  readonly changed: readonly Part[] | undefined;
  /** The title in quotes that the requirement had then, where it has another name now. */
  readonly was: string | undefined;
}

/** A requirement with who signed it and in which roles somebody has to. */
export interface Coverage {
  readonly requirement: Requirement;
  readonly signatures: readonly Signature[];
  readonly roles: readonly RoleCoverage[];
}

export interface RoleCoverage {
  /** `eng`, or a word of the team. */
  readonly role: string;
  readonly state: "fresh" | "stale" | "missing";
  /** Ids of the constraints whose kind asks for the role; empty where every requirement needs it. */
  readonly because: readonly string[];
}

export function isFresh({ changed }: Signature): boolean {
  return changed?.length === 0;
}

/**
 * Whether a sign-off wants another look: something changed, and no colleague of the same role has looked at it since.
 *
 * @param signatures those of its requirement
 */
export function wantsLook(one: Signature, { signatures }: Pick<Coverage, "signatures">): boolean {
  const others = signatures.filter(
    (other) => isFresh(other) && one.roles.some((role) => other.roles.includes(role)),
  );
  return !isFresh(one) && others.length === 0;
}

/** Whether somebody's sign-off can count: who wrote the request does not review it, unless the team lets product sign. */
export function canReview(document: PrdDocument, config: Config, who: string): boolean {
  const reviewing = reviewingRoles(config);
  const roles = rolesIn(document, config, who);
  return !roles.includes("pm") || roles.some((role) => reviewing.has(role));
}

/** The roles whose sign-off a team asks for, of every requirement or of some. */
export function reviewingRoles({ reviews: { required, when } }: Config): ReadonlySet<string> {
  return new Set([...required, ...[...when.values()].flat()]);
}

const remembered = new WeakMap<
  PrdDocument,
  { readonly config: Config; readonly found: readonly Coverage[] }
>();

/** Who signed each requirement off, in which role, and whether that still holds; in document order. */
export function coverageOf(document: PrdDocument, config: Config): readonly Coverage[] {
  let known = remembered.get(document);
  if (known?.config !== config) {
    known = { config, found: readCoverage(document, config) };
    remembered.set(document, known);
  }
  return known.found;
}

function readCoverage(document: PrdDocument, config: Config): Coverage[] {
  const signed = new Map<string, SignOff[]>();
  for (const one of document.signOffs) {
    const key = idKey(one.requirement ?? "");
    signed.set(key, [...(signed.get(key) ?? []), one]);
  }
  const renamed = renamedSignOffs(document);
  const asked = rolesByConstraint(document, config);
  const required = [...new Set(config.reviews.required)];
  const missing = required.map((role): RoleCoverage => ({ role, state: "missing", because: [] }));
  if (signed.size === 0 && asked.size === 0)
    return document.requirements.map((requirement) => ({ requirement, signatures: [], roles: missing }));
  return document.requirements.map((requirement) => {
    const key = idKey(requirement.id);
    const own = [...(signed.get(key) ?? []), ...(renamed.get(key) ?? [])];
    const signatures = signaturesOf(requirement, own, document, config);
    const because = new Map<string, string[]>(required.map((role) => [role, []]));
    for (const [role, id] of asked.get(key) ?? []) {
      const ids = because.get(role);
      if (ids === undefined) because.set(role, [id]);
      else if (!required.includes(role)) ids.push(id);
    }
    const roles = [...because].map(([role, ids]): RoleCoverage => {
      const own = signatures.filter((one) => one.roles.includes(role));
      const state = own.some(isFresh) ? "fresh" : own.length > 0 ? "stale" : "missing";
      return { role, state, because: ids };
    });
    return { requirement, signatures, roles };
  });
}

/** One for each person: of several lines the last one, or the last one that is fresh. */
function signaturesOf(
  requirement: Requirement,
  signOffs: readonly SignOff[],
  document: PrdDocument,
  config: Config,
): Signature[] {
  const found = new Map<string, Signature>();
  for (const signOff of signOffs) {
    if (signOff.who === undefined) continue;
    const who = normalizeHandle(signOff.who);
    const key = who.toLowerCase();
    const print = readFingerprint(signOff.fingerprint ?? "");
    const changed = print && changedSince(print, document, requirement, config);
    const before = found.get(key);
    if (before !== undefined && isFresh(before) && changed?.length !== 0) continue;
    const since = signOff.carried ?? signOff.date;
    const was = idKey(signOff.requirement ?? "") === idKey(requirement.id) ? undefined : signOff.requirement;
    found.set(key, { signOff, who, roles: rolesIn(document, config, who), since, changed, was });
  }
  return [...found.values()];
}

/** What a person can sign as: their role in the team, and what the header says they are here. */
export function rolesIn({ header }: PrdDocument, config: Config, who: string): string[] {
  const roles = (["pm", "eng"] as const).filter((key) =>
    header.people(key).some((one) => sameHandle(one, who)),
  );
  const role = roleOf(config, who);
  // Where no team data says who is who, whoever is not the PM is taken for an engineer.
  if (role === undefined && roles.length === 0 && config.people.size === 0) return ["eng"];
  return role === undefined ? roles : [...new Set([...roles, role])];
}

/** By key of a requirement: the roles that the kinds of its constraints ask for, and which constraint does. */
function rolesByConstraint(document: PrdDocument, config: Config): Map<string, [role: string, id: string][]> {
  const asked = new Map<string, [string, string][]>();
  if (config.reviews.when.size === 0) return asked;
  for (const constraint of document.constraints) {
    const roles = config.reviews.when.get(constraint.topic ?? "") ?? [];
    if (roles.length === 0) continue;
    for (const key of namedBy(constraint)) {
      const known = asked.get(key) ?? [];
      asked.set(key, [...known, ...roles.map((role): [string, string] => [role, constraint.id])]);
    }
  }
  return asked;
}
