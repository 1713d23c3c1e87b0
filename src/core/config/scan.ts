import { Lexer } from "yaml";
import type { Range } from "../text/range.ts";
import { faultAt, unquoted } from "./fault.ts";
import type { Fault } from "./fault.ts";

/** What the tokens of a text tell before anything is built from them. */
export interface Scan {
  /** Brackets and quotes without their other half and lines that begin with `%`, in the order of the text. */
  readonly broken: readonly Fault[];
  /** Anchors, aliases and tags, none of which team data has. */
  readonly marks: readonly Fault[];
  /** Texts in quotes that span lines. */
  readonly longQuotes: readonly Range[];
}

/** Zero-width tokens of the lexer: start of a document, of a plain text, and a flow that its indentation ends. */
const DOCUMENT = "\x02";
const SCALAR = "\x1f";
const FLOW_END = "\x18";

const closers: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** What is wrong with a text is clear long before this many faults of one sort. */
const maxFaults = 100;

/**
 * Reads the tokens of a YAML text, in time linear in its length and without recursion.
 *
 * @param text without control characters other than tab and line ends, which the lexer uses for itself
 */
export function scan(text: string): Scan {
  const broken: Fault[] = [];
  const marks: Fault[] = [];
  const longQuotes: Range[] = [];
  let open: { readonly bracket: string; readonly offset: number }[] = [];
  let offset = 0;
  let isPlain = false;

  for (const token of new Lexer().lex(text)) {
    if (token === DOCUMENT || token === SCALAR) {
      isPlain = token === SCALAR;
      continue;
    }
    if (token === FLOW_END) {
      leaveOpen();
      continue;
    }
    const range = { start: offset, end: offset + token.length };
    offset = range.end;
    if (isPlain) isPlain = false;
    else read(token, range);
    if (broken.length + marks.length > maxFaults) break;
  }
  leaveOpen();
  broken.sort((a, b) => a.start - b.start);
  return { broken, marks, longQuotes };

  function read(token: string, range: Range): void {
    const first = token[0] ?? "";
    switch (first) {
      case "[":
      case "{":
        open.push({ bracket: first, offset: range.start });
        break;
      case "]":
      case "}":
        if (closers[open.at(-1)?.bracket ?? ""] === first) open.pop();
        else broken.push(faultAt(range, `This \`${first}\` closes nothing that is open; remove it.`));
        break;
      case '"':
      case "'":
        if (token.includes("\n")) longQuotes.push(range);
        if (token.length > 1 && token.endsWith(first)) break;
        // What it swallowed may hold the other half of a bracket.
        open = [];
        broken.push(
          faultAt(firstUnit(range), `This text has no closing ${first}; add it where the text ends.`),
        );
        break;
      case "%":
        broken.push(faultAt(range, "A line that starts with `%` means nothing in team data; remove it."));
        break;
      case "&":
      case "*":
      case "!":
        marks.push(markFault(token, range, text));
    }
  }

  function leaveOpen(): void {
    for (const { bracket, offset: start } of open) {
      const message = `This \`${bracket}\` has no \`${closers[bracket]}\`; close it where the list or map ends.`;
      broken.push({ start, end: start + 1, message });
    }
    open = [];
  }
}

const firstUnit = ({ start }: Range): Range => ({ start, end: start + 1 });

/** YAML's own devices, most of which are texts that someone forgot to quote. */
function markFault(token: string, range: Range, text: string): Fault {
  if (token.startsWith("!") || /[^\w-]/.test(token.slice(1))) {
    // Where the text goes on, as in `**/*.{md,mdx}`, only a person can tell where it ends.
    const isWhole = /^[ \t]*(?:[,\]}\r\n]|\s#|$)/.test(text.slice(range.end, range.end + 100));
    return isWhole
      ? unquoted(range, token)
      : faultAt(range, `Put a text that starts with \`${token[0]}\` in quotes.`);
  }
  return faultAt(range, "Anchors (`&`) and aliases (`*`) are not read in team data; write the value out.");
}
