import { stripVTControlCharacters } from "node:util";

/** Text from a file that is shown within a line: without escape sequences and other control characters. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this removes
  return stripVTControlCharacters(text).replace(/[\u0000-\u001F\u007F-\u009F]+/g, " ");
}

// oxlint-disable-next-line no-control-regex -- control characters are what this finds
const raw = /\r(?!\n)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
// oxlint-disable-next-line no-control-regex -- a colour or another style
const style = /(\u001B\[[\d;]*m)/;

/**
 * All that a command prints, as a terminal or a log may have it. Names of files, texts of documents, authors and what git says
 * may hold escape sequences, which none of them may run; only lines, tabs and our own colours are left.
 */
export function outgoing(text: string, color: boolean): string {
  if (text.search(raw) < 0) return text;
  const harmless = (part: string): string => stripVTControlCharacters(part).replace(raw, "\uFFFD");
  if (!color) return harmless(text);
  return text
    .split(style)
    .map((part, index) => (index % 2 === 0 ? harmless(part) : part))
    .join("");
}

/** A value as JSON for people and programs: what a terminal could take for a command is written as its number. */
export function jsonText(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  const text = JSON.stringify(value, replacer, 2);
  // oxlint-disable-next-line no-control-regex -- JSON itself escapes only those below U+0020
  const numbered = text.replace(/[\u007F-\u009F]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`);
  return `${numbered}\n`;
}
