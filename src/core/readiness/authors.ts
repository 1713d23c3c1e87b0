import type { Config } from "../config/config.ts";
import { personByEmail, personByHandle } from "../config/people.ts";
import { frontmatterEnd } from "../markdown/frontmatter.ts";
import type { Author, Authorship } from "./overview.ts";

/** A line of a text, and who wrote it last. */
export interface WrittenLine {
  readonly text: string;
  /** Undefined for a line that is not committed yet. */
  readonly by: { readonly name: string; readonly email: string } | undefined;
}

/** How much somebody wrote in a session; nobody (an empty handle) wrote what was there before. */
export interface Written {
  readonly handle: string;
  readonly name: string;
  /** UTF-16 units. */
  readonly inserted: number;
}

/** Somebody without what they wrote. */
type Who = Pick<Author, "handle" | "name" | "role">;

/**
 * Who wrote how much of a text as it stands. Its header is left out, and white space around lines.
 *
 * @param lines of the whole text, in order
 * @param me the handle of the person at the keyboard, whose lines are not committed yet
 * @returns undefined for a text without words
 */
export function authorshipOfLines(
  lines: readonly WrittenLine[],
  config: Config,
  me?: string,
): Authorship | undefined {
  const header = frontmatterEnd(lines.map(({ text }) => text).join("\n"));
  const sums = new Map<string, Author>();
  let at = 0;
  for (const { text, by } of lines) {
    const inHeader = at < header;
    at += text.length + 1;
    if (!inHeader) add(sums, whoIs(by, config, me), text.trim().length);
  }
  return authorship("git", sums);
}

/**
 * Who wrote how much in a session since the document was shared, what was deleted again included.
 *
 * @returns undefined when nobody wrote anything
 */
export function authorshipOfSession(written: readonly Written[], config: Config): Authorship | undefined {
  const sums = new Map<string, Author>();
  for (const { handle, name, inserted } of written.filter((one) => one.handle !== ""))
    add(sums, personByHandle(config, handle) ?? { handle, name, role: undefined }, inserted);
  return authorship("session", sums);
}

function whoIs(by: WrittenLine["by"], config: Config, me: string | undefined): Who {
  if (by === undefined) {
    if (me === undefined) return { handle: undefined, name: "not committed yet", role: undefined };
    return personByHandle(config, me) ?? { handle: me, name: me.replace(/^@/, ""), role: undefined };
  }
  const person = personByEmail(config, by.email);
  return person ?? { handle: undefined, name: by.name, role: undefined };
}

function add(sums: Map<string, Author>, { handle, name, role }: Who, units: number): void {
  if (units <= 0) return;
  const key = handle ?? ` ${name}`;
  sums.set(key, { handle, name, role, share: 0, units: (sums.get(key)?.units ?? 0) + units });
}

function authorship(from: Authorship["from"], sums: ReadonlyMap<string, Author>): Authorship | undefined {
  let all = 0;
  for (const { units } of sums.values()) all += units;
  if (all === 0) return undefined;
  const people = [...sums.values()]
    .map((author) => ({ ...author, share: author.units / all }))
    .sort((a, b) => b.units - a.units || a.name.localeCompare(b.name));
  return { from, people };
}
