import { parseDocument } from "yaml";
import type { YAMLError } from "yaml";
import type { Fault } from "./fault.ts";
import { scan } from "./scan.ts";
import type { Scan } from "./scan.ts";
import { treeOf } from "./tree.ts";
import type { Tree } from "./tree.ts";

/** The longest `seamwork.yaml` that is read, in UTF-16 units: the data of a thousand people fits. */
export const maxConfigLength = 131_072;

/** Broken places that are cut out one after the other; what stands below the last of them is not read. */
const maxRounds = 8;

/**
 * Reads YAML that may be broken. A broken line is cut out together with the lines that are nested under it, and the
 * rest is read again: YAML itself would lose everything behind an open quote.
 *
 * @returns the tree, undefined when nothing can be read, and the faults in the order in which they were found
 */
export function readYaml(text: string): { tree: Tree | undefined; faults: Fault[] } {
  const unreadable = unreadableFault(text);
  if (unreadable !== undefined) return { tree: undefined, faults: [unreadable] };
  const faults: Fault[] = [];
  let source = text;
  for (let round = 0; ; round++) {
    const tokens = scan(source);
    if (tokens.tooDeep !== undefined) return { tree: undefined, faults: [tokens.tooDeep] };
    let broken = tokens.unbalanced[0];
    if (broken === undefined) {
      const document = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
      const tab = document.errors.find(({ code }) => code === "TAB_AS_INDENT");
      const spaced =
        tab === undefined ? source : source.replace(/^[ \t]+/gm, (indent) => " ".repeat(indent.length));
      if (tab !== undefined && spaced !== source) {
        faults.push({
          ...span(tab),
          message: "YAML is indented with spaces; replace the tabs at the start of the lines.",
        });
        source = spaced;
        continue;
      }
      const error = document.errors.find(isFatal);
      if (error === undefined) {
        const second = document.errors.find(({ code }) => code === "MULTIPLE_DOCS");
        if (second !== undefined) {
          const message = "`---` begins a second document and only the first is read; remove it.";
          faults.push({ start: second.pos[0], end: second.pos[0] + 3, message });
        }
        const reserved = new Set(document.errors.filter(isReserved).map(({ pos }) => pos[0]));
        const tree = treeOf(document.contents, source, reserved, faults);
        return { tree, faults: [...faults, ...tokens.marks] };
      }
      broken = explain(error, source, tokens);
    }
    faults.push(broken);
    if (round > maxRounds) return { tree: undefined, faults };
    source = round === maxRounds ? blankFrom(source, broken.start) : blankBlock(source, broken.start);
  }
}

/** One fault about the whole file, for what is not a text of people. */
function unreadableFault(text: string): Fault | undefined {
  if (text.length > maxConfigLength) {
    const message = `Team data has at most ${maxConfigLength.toLocaleString("en")} characters; this file has more.`;
    return { start: 0, end: 0, message };
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f]/.exec(text);
  if (control === null) return undefined;
  const { index } = control;
  return {
    start: index,
    end: index + 1,
    message: "Team data is plain text; this file holds a control character.",
  };
}

const span = ({ pos }: YAMLError): { start: number; end: number } => ({ start: pos[0], end: pos[1] });

const isReserved = ({ code }: YAMLError): boolean => code === "BAD_SCALAR_START";

/** Codes of faults that cost at most their own value, and that `scan` or `treeOf` reports. */
const harmless: ReadonlySet<string> = new Set([
  "ALIAS_PROPS",
  "BAD_ALIAS",
  "BAD_COLLECTION_TYPE",
  "BAD_DIRECTIVE",
  "BAD_PROP_ORDER",
  "BAD_SCALAR_START",
  "MULTIPLE_ANCHORS",
  "MULTIPLE_DOCS",
  "MULTIPLE_TAGS",
  "TAG_RESOLVE_FAILED",
]);
const isFatal = ({ code }: YAMLError): boolean => !harmless.has(code);

const keyValue = "write `key: value`, with a space after the colon";

/** A YAML error in a sentence that says what to write instead. */
function explain(error: YAMLError, source: string, { marks, longQuotes }: Scan): Fault {
  const [start, end] = error.pos;
  // A quote that closes on a later line was usually not meant to; the error shows only behind it.
  const quote = longQuotes.find(
    (range) => range.start < start && !source.slice(range.end, start).includes("\n"),
  );
  if (quote !== undefined) {
    const { start } = quote;
    const message = `This text ends on a later line; put the closing ${source[start]} where the text ends.`;
    return { start, end: start + 1, message };
  }
  const line = lineAt(source, start);
  const mark = marks.find((fault) => fault.start >= line.start && fault.start < line.end);
  if (mark !== undefined) return { start: mark.start, end: mark.end, message: mark.message };
  return {
    start,
    end: Math.min(Math.max(end, start + 1), Math.max(line.end, start)),
    message: sentence(error),
  };
}

function sentence({ code, message }: YAMLError): string {
  switch (code) {
    case "BLOCK_IN_FLOW":
      return "Between { } and [ ], put commas between the entries and quotes around a text with `: ` in it.";
    case "BLOCK_AS_IMPLICIT_KEY":
      return "There is a second `: ` in this value; put the value in quotes, or nested keys on lines of their own.";
    case "MULTILINE_IMPLICIT_KEY":
    case "KEY_OVER_1024_CHARS":
      return `This is not a key and a value; ${keyValue}.`;
    case "BAD_INDENT":
      return "This line is indented differently from its neighbours; begin them in one column.";
    case "TAB_AS_INDENT":
      return "YAML is indented with spaces; replace the tab.";
    case "BAD_DQ_ESCAPE":
      return "In double quotes a backslash is written twice; write `\\\\`, or use single quotes.";
    case "MISSING_CHAR":
      if (message.includes(" , ")) return "Put a comma between the entries of { } and [ ].";
      if (message.includes("omments"))
        return "Put a space before the `#` of a comment, or the text in quotes.";
      if (message.includes("- indicator")) return "This is not an item of the list; begin it with `- `.";
      return `This key has no value; ${keyValue}.`;
    default:
      return `This is not YAML; ${keyValue}, and put texts with other signs in quotes.`;
  }
}

function lineAt(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const next = text.indexOf("\n", offset);
  return { start, end: next < 0 ? text.length : next };
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, " ");

function blankFrom(text: string, offset: number): string {
  const { start } = lineAt(text, offset);
  return text.slice(0, start) + blank(text.slice(start));
}

/** Replaces a line, and the lines that are indented more, by spaces; other offsets stay as they are. */
function blankBlock(text: string, offset: number): string {
  let { start, end } = lineAt(text, offset);
  // An error at the end of the text belongs to the last line that says something.
  while (start > 0 && text.slice(start, end).trim() === "") ({ start, end } = lineAt(text, start - 1));
  const line = text.slice(start, end);
  const indent = line.search(/\S|$/);
  const inList = line.startsWith("-", indent);
  while (end < text.length) {
    const next = lineAt(text, end + 1);
    const content = text.slice(next.start, next.end);
    const column = content.search(/\S|$/);
    const nested =
      column > indent ||
      (column === indent &&
        (/^[\]}]/.test(content.slice(column)) || (!inList && /^-\s/.test(content.slice(column)))));
    if (content.trim() !== "" && !nested) break;
    end = next.end;
  }
  return text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end);
}
