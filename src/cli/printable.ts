import { stripVTControlCharacters } from "node:util";

/** Text from a file that is shown on a terminal: without escape sequences and other control characters. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this removes
  return stripVTControlCharacters(text).replace(/[\u0000-\u001F\u007F-\u009F]+/g, " ");
}
