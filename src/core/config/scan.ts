import { Lexer } from "yaml";
import type { Range } from "../text/range.ts";
import { unquoted } from "./fault.ts";
import type { Fault } from "./fault.ts";

/** Levels of lists and maps; team data has four. */
const maxDepth = 32;
const maxIndent = 128;

/** What the tokens of a text tell before anything is built from them. */
export interface Scan {
  /** Set when lists or maps are nested so deeply that nothing may be built from the text. */
  readonly tooDeep: Fault | undefined;
  /** Brackets and quotes without their other half, in the order of the text. */
  readonly unbalanced: readonly Fault[];
  /** Anchors, aliases, tags and directives, none of which team data has. */
  readonly marks: readonly Fault[];
  /** Texts in quotes that span lines. */
  readonly longQuotes: readonly Range[];
}

/** Zero-width tokens of the lexer: start of a document, of a plain text, and a flow that its indentation ends. */
const DOCUMENT = "\x02";
const SCALAR = "\x1f";
const FLOW_END = "\x18";

const closers: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/**
 * Reads the tokens of a YAML text, in time linear in its length and without recursion.
 *
 * @param text without control characters other than tab and line ends, which the lexer uses for itself
 */
export function scan(text: string): Scan {
  const unbalanced: Fault[] = [];
  const marks: Fault[] = [];
  const longQuotes: Range[] = [];
  const open: { bracket: string; offset: number }[] = [];
  let offset = 0;
  let lineStart = 0;
  let indicators = 0;
  let plain = false;

  const unclosed = ({ bracket, offset: start }: { bracket: string; offset: number }): void => {
    const message = `This \`${bracket}\` has no \`${closers[bracket]}\`; close it where the list or map ends.`;
    unbalanced.push({ start, end: start + 1, message });
  };
  const done = (tooDeep?: Fault): Scan => {
    unbalanced.sort((a, b) => a.start - b.start);
    return { tooDeep, unbalanced, marks, longQuotes };
  };

  for (const token of new Lexer().lex(text)) {
    if (token === DOCUMENT || token === SCALAR) {
      plain = token === SCALAR;
      continue;
    }
    if (token === FLOW_END) {
      open.splice(0).forEach(unclosed);
      continue;
    }
    const start = offset;
    const first = token[0] ?? "";
    offset += token.length;
    const range = { start, end: offset };
    if (plain) {
      plain = false;
    } else if (first === "[" || first === "{") {
      open.push({ bracket: first, offset: start });
    } else if (first === "]" || first === "}") {
      if (open.length === 0 || closers[open.at(-1)?.bracket ?? ""] !== first) {
        unbalanced.push({ ...range, message: `This \`${first}\` closes nothing that is open; remove it.` });
        if (unbalanced.length > 100) return done();
      } else open.pop();
    } else if (first === "-" || first === "?" || first === ":") {
      if (open.length === 0) indicators++;
    } else if (first === '"' || first === "'") {
      if (token.includes("\n")) longQuotes.push(range);
      if (token.length < 2 || !token.endsWith(first)) {
        // What it swallowed may hold the other half of a bracket.
        open.length = 0;
        const end = start + 1;
        unbalanced.push({
          start,
          end,
          message: `This text has no closing ${first}; add it where the text ends.`,
        });
      }
    } else if (first === "&" || first === "*" || first === "!" || first === "%") {
      const fault = markFault(token, range);
      if (fault !== undefined && marks.length < 100) marks.push(fault);
    }
    const blank = token.trim() === "" || first === "#";
    const indent = start - lineStart;
    if (
      open.length > maxDepth ||
      indicators > maxDepth ||
      (open.length === 0 &&
        !blank &&
        indicators <= 1 &&
        indent > maxIndent &&
        text.slice(lineStart, start).trim() === "")
    ) {
      return done({
        ...range,
        message: `Lists and maps can be nested at most ${maxDepth} deep in team data; this is deeper.`,
      });
    }
    const newline = token.lastIndexOf("\n");
    if (newline >= 0) {
      lineStart = start + newline + 1;
      indicators = 0;
    }
  }
  open.splice(0).forEach(unclosed);
  return done();
}

/** YAML's own devices, most of which are texts that someone forgot to quote. */
function markFault(token: string, range: Range): Fault | undefined {
  const name = token.slice(1);
  if (token.startsWith("%")) {
    if (/^YAML\s/.test(name)) return undefined;
    return { ...range, message: "A line that starts with `%` means nothing in team data; remove it." };
  }
  if (token.startsWith("!") || /[^\w-]/.test(name)) return unquoted(range, token);
  return {
    ...range,
    message: "Anchors (`&`) and aliases (`*`) are not read in team data; write the value out.",
  };
}
