import { normalizeHandle } from "../../config/people.ts";
import type { PrdDocument, Requirement, SignOff } from "../../document/model.ts";
import { fingerprintOf, writeFingerprint } from "../../review/fingerprint.ts";
import { isQuoted } from "../../recognise/ids.ts";
import type { Range, TextEdit } from "../../text/range.ts";

/**
 * A sign-off of a requirement as it stands, without the list's mark.
 *
 * @param date the day of signing
 * @param carried the day on which it was carried over a change of wording
 */
export function signLine(
  document: PrdDocument,
  requirement: Requirement,
  who: string,
  date: string,
  carried?: string,
): string {
  const print = writeFingerprint(fingerprintOf(document, requirement));
  const again = carried === undefined ? "" : ` carried ${carried}`;
  return `**Signed off** ${asMarkdown(requirement.id)}, ${normalizeHandle(who)}, ${date}${again} \`${print}\``;
}

/** A title in quotes is text: what would be mark-up in it is escaped. */
function asMarkdown(id: string): string {
  return isQuoted(id) ? id.replace(/[\\`*_[\]<&~]/g, String.raw`\$&`) : id;
}

/**
 * Writes another line in the place of a sign-off: what both have in common stays. In a live session a colleague may add
 * the next line at the same moment, behind the last character of this one; that character must not be a new one.
 */
export function signLineEdit(text: string, signOff: SignOff, line: string): TextEdit {
  const { start, end } = signLineRange(text, signOff);
  const before = text.slice(start, end);
  const most = Math.min(before.length, line.length);
  let same = 0;
  while (same < most && before[same] === line[same]) same++;
  let after = 0;
  while (after < most - same && before.at(-1 - after) === line.at(-1 - after)) after++;
  return { start: start + same, end: end - after, newText: line.slice(same, line.length - after) };
}

/** Where that stands: from the first word of the line to the end of its fingerprint, else to the end of its first line. */
export function signLineRange(text: string, { start, end, fingerprint }: SignOff): Range {
  const source = text.slice(start, end);
  const mark = /^(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(source)?.[0].length ?? 0;
  const at = fingerprint === undefined ? -1 : source.indexOf(fingerprint, mark);
  const length = /[^\r\n]*/.exec(source)?.[0].trimEnd().length ?? 0;
  if (fingerprint === undefined || at < 0) return { start: start + mark, end: start + length };
  const close = /^ *`*/.exec(source.slice(at + fingerprint.length))?.[0].length ?? 0;
  return { start: start + mark, end: start + at + fingerprint.length + close };
}
