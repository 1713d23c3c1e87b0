import type { Config } from "../config/config.ts";
import { sameHandle } from "../config/people.ts";
import { labelled, saysFacet } from "../document/coverage.ts";
import { idKey } from "../recognise/ids.ts";
import type { PrdDocument, Requirement } from "../document/model.ts";
import { namedBy } from "./facet-text.ts";
import { coverageOf, isFresh, reviewingRoles, rolesIn, wantsLook } from "./signatures.ts";
import type { Coverage, Signature } from "./signatures.ts";
import { count } from "../words/count.ts";

/** A requirement as one reviewer meets it on their round through a PRD. */
export interface ReviewItem {
  readonly requirement: Requirement;
  /** This person's own sign-off. */
  readonly own: Signature | undefined;
  readonly coverage: Coverage;
  /** Nobody has signed it in a role of this person's, or what was signed has changed. */
  readonly wanted: boolean;
}

/** All requirements of a PRD for a reviewer, in document order. */
export function reviewFor(document: PrdDocument, config: Config, who: string): ReviewItem[] {
  const mine = rolesIn(document, config, who);
  const reviewing = reviewingRoles(config);
  // Whose role nobody asks for can review all the same: for them counts what they have not signed themselves.
  const asked = mine.some((role) => reviewing.has(role));
  return coverageOf(document, config).map((coverage) => {
    const own = coverage.signatures.find((one) => sameHandle(one.who, who));
    const missing = asked
      ? coverage.roles.some(({ role, state }) => mine.includes(role) && state !== "fresh")
      : own === undefined;
    const wanted = missing || (own !== undefined && wantsLook(own, coverage));
    return { requirement: coverage.requirement, own, coverage, wanted };
  });
}

/** What a requirement says, as one counts it before reading: `a why, 2 edge cases, no constraints`. */
export function saidIn(document: PrdDocument, requirement: Requirement): string {
  const key = idKey(requirement.id);
  const edgeCases = document.edgeCases.filter((one) => idKey(one.requirement ?? "") === key).length;
  const constraints = constraintsOn(document, requirement);
  const pieces = [
    saysFacet(requirement, "why") ? "a why" : "no why",
    counted(edgeCases, "edge case", saysFacet(requirement, "edgeCases")),
    counted(constraints, "constraint", labelled(requirement, "constraints")),
    saysFacet(requirement, "accept") ? "a check" : "no check",
  ];
  return pieces.join(", ");
}

/** How many constraints limit a requirement, wherever they stand. */
export function constraintsOn({ constraints }: PrdDocument, { id }: Pick<Requirement, "id">): number {
  return constraints.filter((one) => namedBy(one).has(idKey(id))).length;
}

/** @param said where the facet says something else: `None seen, …`, or a sentence */
function counted(number: number, what: string, said: boolean): string {
  if (number > 0) return count(number, what);
  return said ? `${what}s answered` : `no ${what}s`;
}

/** Whether somebody has said what limits a requirement, be it nothing. */
export function saysLimits(document: PrdDocument, requirement: Requirement): boolean {
  return labelled(requirement, "constraints") || constraintsOn(document, requirement) > 0;
}

/** A reviewer's way through a PRD; it can be left and gone on with. */
export interface Round {
  /** Ids, in the order in which they are looked at. */
  readonly ids: readonly string[];
  /** Index of the one that it is at; past the last one at the end. */
  readonly at: number;
}

/** Begins with what wants a look; the rest is for who asks for it. */
export function newRound(items: readonly ReviewItem[]): Round {
  return { ids: idsOf(items.filter(({ wanted }) => wanted)), at: 0 };
}

/** The same round in the text as it is now: what is gone is left out, what is new and wants a look comes last. */
export function followRound({ ids, at }: Round, items: readonly ReviewItem[]): Round {
  const there = new Map(items.map(({ requirement: { id } }) => [idKey(id), id]));
  const known = new Set(ids.map(idKey));
  const still = (some: readonly string[]): string[] => some.flatMap((id) => there.get(idKey(id)) ?? []);
  const before = still(ids.slice(0, at));
  const added = items.filter(({ wanted, requirement }) => wanted && !known.has(idKey(requirement.id)));
  return { ids: [...before, ...still(ids.slice(at)), ...idsOf(added)], at: before.length };
}

/** Goes to a requirement; one that the round would not have met is looked at in between. */
export function roundAt({ ids, at }: Round, id: string): Round {
  const found = ids.findIndex((one) => idKey(one) === idKey(id));
  return found < 0 ? { ids: [...ids.slice(0, at), id, ...ids.slice(at)], at } : { ids, at: found };
}

/** Goes on with some more behind what was looked at; those that were met already are met again. */
export function roundWith({ ids, at }: Round, more: readonly string[]): Round {
  const again = new Set(more.map(idKey));
  const done = ids.slice(0, at).filter((id) => !again.has(idKey(id)));
  return { ids: [...done, ...more], at: done.length };
}

function idsOf(items: readonly ReviewItem[]): string[] {
  return items.map(({ requirement }) => requirement.id);
}

/** What somebody may sign: all that they have not signed as it stands. */
export function signable(items: readonly ReviewItem[]): ReviewItem[] {
  return items.filter(({ own }) => own === undefined || !isFresh(own));
}
