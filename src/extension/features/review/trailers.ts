import type { Config } from "../../../core/config/config.ts";
import { personByHandle, sameHandle } from "../../../core/config/people.ts";

/** Who took part in a live session. */
export interface Participant {
  readonly handle: string;
  readonly name: string;
}

/**
 * A `Co-authored-by` line for each who took part, but for who commits.
 *
 * @param me who commits; undefined names everybody
 * @returns handles without an address in the team data beside the lines
 */
export function coAuthorLines(
  people: readonly Participant[],
  me: string | undefined,
  config: Config,
): { readonly lines: string[]; readonly unknown: string[] } {
  const lines: string[] = [];
  const unknown: string[] = [];
  for (const { handle, name } of people) {
    if (me !== undefined && sameHandle(handle, me)) continue;
    const person = personByHandle(config, handle);
    if (person?.email === undefined) unknown.push(handle);
    else lines.push(`Co-authored-by: ${person.name || name} <${person.email}>`);
  }
  return { lines, unknown };
}

const TRAILER = /^[A-Za-z][\w-]*: .+$/;

/** A commit message with trailers behind it: an empty line before the first, none twice. */
export function withTrailers(message: string, trailers: readonly string[]): string {
  const text = message.trimEnd();
  const lines = text.split("\n");
  const added = trailers.filter((line) => !lines.includes(line));
  if (added.length === 0) return message;
  const last = text.slice(text.lastIndexOf("\n\n") + 1).trim();
  const trailing = text.includes("\n\n") && last.split("\n").every((line) => TRAILER.test(line));
  return `${text}${trailing ? "\n" : "\n\n"}${added.join("\n")}\n`;
}
