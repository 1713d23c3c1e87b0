import type { Config } from "../config/config.ts";
import { peopleWith } from "../config/people.ts";
import { idList } from "../document/id-list.ts";
import type { PrdDocument } from "../document/model.ts";
import { statusMeant } from "../document/status.ts";
import { isAgreedOn } from "../format/status.ts";
import type { Status } from "../format/status.ts";
import { coverageOf } from "./signatures.ts";
import type { Coverage, RoleCoverage } from "./signatures.ts";

/** A document as somebody looks at it on a day: by the team's data, at a status. */
export interface Reviewed {
  readonly document: PrdDocument;
  readonly config: Config;
  readonly status: Status;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** A requirement that nobody of a role has signed. */
export interface Unsigned {
  readonly coverage: Coverage;
  readonly role: RoleCoverage;
}

/**
 * What misses a sign-off, in document order. A draft is not asked for one.
 *
 * @param late those of a PRD that was agreed with others of the role's sign-offs in it, so that they are likely to be
 *   newer than the review; false for all others
 */
export function unsigned({ document, config, status }: Omit<Reviewed, "today">, late: boolean): Unsigned[] {
  if (status === "draft") return [];
  const all = coverageOf(document, config);
  const signed = wasAgreed(document)
    ? all.flatMap(({ signatures }) => signatures.flatMap(({ roles }) => roles))
    : [];
  return all.flatMap((coverage) =>
    coverage.roles
      .filter((role) => role.state === "missing" && signed.includes(role.role) === late)
      .map((role) => ({ coverage, role })),
  );
}

function wasAgreed(document: PrdDocument): boolean {
  return isAgreedOn(statusMeant(document));
}

/** Who could be asked to review as this role: the PRD's own people, else the first of the team. */
export function reviewer({ document, config, today }: Omit<Reviewed, "status">, role: string): string {
  const own = role === "eng" || role === "pm" ? document.header.people(role)[0] : undefined;
  return own ?? peopleWith(role, config, today)[0]?.handle ?? "somebody";
}

/** How a message says that nobody of a role did something: `No engineer`, `Nobody from security`. */
export function nobodyOf(role: string): string {
  return role === "eng" ? "No engineer" : role === "pm" ? "No product manager" : `Nobody from ${role}`;
}

/** Whose kind asks for a role's review, as the end of a clause: `, as C1 and C2 ask`; nothing where all requirements need it. */
export function asAsked(because: readonly string[]): string {
  return because.length === 0 ? "" : `, as ${idList(because)} ${because.length === 1 ? "asks" : "ask"}`;
}

/** Parts of a fingerprint in words. */
export const partWords = {
  s: "Statement",
  w: "Why",
  e: "Edge cases",
  c: "Constraints",
  a: "Acceptance",
} as const;
