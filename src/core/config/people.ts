import type { Config, Person } from "./config.ts";

/**
 * A handle as documents and the configuration compare it: `lena`, `@lena` and ` @lena ` are all `@lena`. The case is
 * kept, since the team chose it.
 */
export function normalizeHandle(handle: string): string {
  return `@${handle.trim().normalize("NFC").replace(/^@+/, "")}`;
}

/** Whether two handles mean one person: with or without `@`, in any case. */
export function sameHandle(a: string, b: string): boolean {
  return normalizeHandle(a).toLowerCase() === normalizeHandle(b).toLowerCase();
}

/** The person behind a handle, with or without `@`, in any case. */
export function personByHandle(config: Config, handle: string): Person | undefined {
  const exact = config.people.get(normalizeHandle(handle));
  if (exact !== undefined) return exact;
  for (const person of config.people.values()) if (sameHandle(person.handle, handle)) return person;
  return undefined;
}

/** The person with an e-mail address, in any case, such as git's `user.email`. */
export function personByEmail(config: Config, email: string): Person | undefined {
  const wanted = email.trim().toLowerCase();
  if (wanted === "") return undefined;
  for (const person of config.people.values()) if (person.email?.toLowerCase() === wanted) return person;
  return undefined;
}

/** What the person does (`pm`, `eng`, or the team's own word); nothing for people that the team data does not name. */
export function roleOf(config: Config, handle: string): string | undefined {
  return personByHandle(config, handle)?.role;
}

/** Spelled-out forms of the two roles that the rules know. */
const roleWords: ReadonlyMap<string, string> = new Map([
  ["engineer", "eng"],
  ["engineering", "eng"],
  ["developer", "eng"],
  ["product", "pm"],
  ["product manager", "pm"],
]);

/** A role in lower case; `engineer` is `eng` and `product manager` is `pm`, which the rules look for. */
export function normalizeRole(role: string): string {
  const word = role.trim().toLowerCase();
  return roleWords.get(word) ?? word;
}

/** The two who write a PRD together. */
export type PairRole = "pm" | "eng";

/** Most people that a message or a menu names: more is a list that nobody reads. */
export const MAX_PEOPLE = 9;

const handle = /^@?[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?$/u;
const nobody = /^@?(?:tbd|tba|tbc|n\/a|none|nobody|no one|unassigned|open|[?–—-]+)$/i;

/** Whether a text, with or without `@`, can name a person. */
export function isHandle(text: string): boolean {
  return handle.test(text);
}

/** True for what people write while nobody is paired yet, unless the team has somebody of that name. */
export function isNobody(text: string, config: Config): boolean {
  return nobody.test(text) && personByHandle(config, text) === undefined;
}

/** People of the team with a role who have not left, in the team's order. */
export function peopleWith(role: string, config: Config, today: string): Person[] {
  return [...config.people.values()].filter(
    (person) => person.role === role && !(person.left !== undefined && person.left <= today),
  );
}
