import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, ParsedNode } from "yaml";
import { normalizeHandle } from "../config/people.ts";
import { headerKeyOf } from "../format/header-keys.ts";
import type { HeaderKey, HeaderKind } from "../format/header-keys.ts";
import { frontmatterEnd, frontmatterValue, isUnclosed } from "../markdown/frontmatter.ts";
import { withoutMarkers } from "../text/conflicts.ts";
import type { Range } from "../text/range.ts";
import { headerErrorOf } from "./header-errors.ts";
import type { HeaderError } from "./header-errors.ts";

/**
 * What a header makes of its document: a PRD's names its cycle, so `cycle` alone makes none.
 *
 * @returns undefined for a header of another program
 */
export function headerKind(header: Header): HeaderKind | undefined {
  const has = (key: HeaderKey): boolean => header.field(key) !== undefined;
  if (has("prd")) return "prd";
  if (has("retro")) return "retro";
  if (!has("cycle")) return undefined;
  const schema = header.field("schema")?.values[0]?.text;
  return schema?.startsWith("cycle/") === true || has("from") || has("to") || has("capacity")
    ? "cycle"
    : undefined;
}

/** The key whose value is the document's id. */
export function idKeyOf(header: Header): "prd" | "cycle" | "retro" {
  return headerKind(header) ?? "prd";
}

/** Longest header that is read, in UTF-16 units. */
export const MAX_HEADER = 64 * 1024;

/** The YAML between the `---` lines at the top. `start`–`end` includes both lines; empty when there is none. */
export interface Header extends Range {
  readonly present: boolean;
  /** It begins with `---` and a key, but no second `---` ends it. With an id of ours it is read all the same. */
  readonly unclosed: boolean;
  readonly fields: readonly HeaderField[];
  /** What YAML itself does not allow, in plain words. */
  readonly errors: readonly HeaderError[];
  /** Start of the closing `---` line: where a further field goes. */
  readonly closing: number;
  field(key: HeaderKey): HeaderField | undefined;
  /** Handles with their `@`, in the order in which they are written. */
  people(key: "pm" | "eng"): readonly string[];
}

/** One field; `start`–`end` spans key and value. */
export interface HeaderField extends Range {
  /** As written. */
  readonly written: string;
  /** The known key that is meant, undefined for others. `title` is an alias of `name`. */
  readonly key: HeaderKey | undefined;
  readonly keyRange: Range;
  readonly valueRange: Range;
  /** Its texts: none for an empty value, several for a list. Not there for nested maps (`odd`). */
  readonly values: readonly HeaderValue[];
  /** They are written as a list, if one of one entry. */
  readonly isList: boolean;
  /** The value is a map, an anchor or otherwise not a text or a list of texts. */
  readonly odd: boolean;
}

/** Without quotes; the range includes them. */
export interface HeaderValue extends Range {
  readonly text: string;
  /** Written `@lena` without quotes, which YAML does not allow. */
  readonly needsQuotes: boolean;
}

const lateHeader = /^\s*[\r\n](?=---[ \t]*\r?\n[A-Za-z_-]+:)/;

/** Where what would be a header begins that stands below empty lines; undefined when there is none. UTF-16 units. */
export function lateHeaderAt(text: string): number | undefined {
  return lateHeader.exec(text)?.[0].length;
}

const sources = new WeakMap<Header, string>();

/**
 * Reads the header. Never throws; what cannot be read is an error in plain words, and the rest still holds.
 *
 * @param text a document without byte order mark
 * @param before the header of an earlier version, which is returned when it is still the same
 */
export function parseHeader(text: string, before?: Header): Header {
  const end = frontmatterEnd(text);
  if (before?.present === true && before.end === end && sources.get(before) === text.slice(0, end))
    return before;
  const header = readHeader(text, end);
  sources.set(header, text.slice(0, end));
  return header;
}

function readHeader(text: string, end: number): Header {
  if (end === 0) return headerOf({ start: 0, end: 0 }, 0, [], [], /^---[ \t]*\r?\n[A-Za-z_-]+:/.test(text));
  const first = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0].length ?? 0;
  const unclosed = isUnclosed(text.slice(0, end));
  const closing = unclosed
    ? end
    : Math.max(text.lastIndexOf("\n", end - 1), text.lastIndexOf("\r", end - 1)) + 1;
  const range = { start: 0, end };
  if (closing - first > MAX_HEADER) {
    const message = `This header is longer than ${MAX_HEADER / 1024} KB; what should move into the text below?`;
    return headerOf(range, closing, [], [{ start: 0, end: 3, message }], unclosed);
  }
  // YAML knows no lone carriage return; one character takes the place of another, so offsets stay.
  const value = frontmatterValue(text);
  const read = value + text.slice(first + value.length, closing);
  const source = withoutMarkers(read.replace(/\r(?!\n)/g, "\n"));
  try {
    const { yaml, colons } = readYaml(source);
    const errors: HeaderError[] = colons.map((error) => ({ ...shift(error, first), message: error.message }));
    for (const error of yaml.errors) {
      const found = headerErrorOf(error, source);
      if (found !== undefined) errors.push({ ...shift(found, first), message: found.message });
    }
    const fields: HeaderField[] = [];
    const { contents } = yaml;
    if (isMap<ParsedNode, ParsedNode | null>(contents)) {
      for (const pair of contents.items) {
        const field = fieldOf(pair.key, pair.value, first, source);
        if (field !== undefined) fields.push(field);
      }
    } else if (contents !== null && errors.length === 0) {
      const message =
        "The header is not made of fields; each line needs a name, a colon and a value, like `status: draft`.";
      errors.push({ start: first, end: closing, message });
    }
    return headerOf(range, closing, fields, errors, unclosed);
  } catch {
    // The YAML parser recurses; brackets nested by the thousand exhaust the stack.
    const message = "This header is nested too deeply to read; a field holds a text or a list of texts.";
    return headerOf(range, closing, [], [{ start: 0, end: 3, message }], unclosed);
  }
}

/** Stands for a colon in a value while YAML reads it: one unit, and in no header that anybody writes. */
const colon = "\uE000";

/** A field whose value has no quotes and, before any comment, a colon that a blank or the line's end follows. */
const colonInValue = /^([\w-]+[ \t]*:[ \t]+)([^\s"'[{|>&*!#][^\n]*)$/gm;

/**
 * A colon in a value (`name: Lunch: who eats when`) makes YAML lose the value and all lines below it. So the header is
 * read again without such colons, and each of them is an error of its own.
 */
function readYaml(source: string): { yaml: Document.Parsed; colons: HeaderError[] } {
  const yaml = parseYaml(source);
  const colons: HeaderError[] = [];
  if (source.includes(colon) || !yaml.errors.some(({ code }) => code === "BLOCK_AS_IMPLICIT_KEY"))
    return { yaml, colons };
  const text = source.replace(colonInValue, (line, key: string, rest: string, at: number) => {
    const value = (rest.split(/[ \t]#/, 1)[0] ?? "").trimEnd();
    if (!/:(?=\s|$)/.test(value)) return line;
    const start = at + key.length;
    const message = `The value in \`${line.trim()}\` has a colon in it, so YAML cannot read it; could you put it in quotes?`;
    colons.push({ start, end: start + value.length, message });
    return key + value.replaceAll(":", colon) + rest.slice(value.length);
  });
  return { yaml: parseYaml(text), colons };
}

function parseYaml(source: string): Document.Parsed {
  return parseDocument(source, { schema: "failsafe", keepSourceTokens: true, prettyErrors: false });
}

function headerOf(
  range: Range,
  closing: number,
  fields: readonly HeaderField[],
  errors: readonly HeaderError[],
  unclosed = false,
): Header {
  const field = (key: HeaderKey): HeaderField | undefined => fields.find((one) => one.key === key);
  return {
    ...range,
    present: range.end > 0,
    unclosed,
    fields,
    errors,
    closing,
    field,
    people: (key) =>
      (field(key)?.values ?? []).map(({ text }) => normalizeHandle(text)).filter((handle) => handle !== "@"),
  };
}

function fieldOf(
  key: ParsedNode,
  value: ParsedNode | null,
  base: number,
  source: string,
): HeaderField | undefined {
  if (!isScalar(key)) return undefined;
  const written = String(key.value);
  const keyRange = shift(nodeRange(key), base);
  const values: HeaderValue[] = [];
  let odd = false;
  const nodes = value === null ? [] : isSeq<ParsedNode>(value) ? value.items : [value];
  for (const node of nodes) {
    if (!isScalar(node) || isAlias(node) || node.anchor !== undefined) odd = true;
    else {
      const text = (typeof node.value === "string" ? node.value : "").replaceAll(colon, ":").trim();
      const range = nodeRange(node);
      if (text !== "") {
        values.push({ text, needsQuotes: source[range.start] === "@", ...shift(range, base) });
      }
    }
  }
  const valueRange =
    value === null
      ? { start: keyRange.end + 1, end: keyRange.end + 1 }
      : shift(isSeq(value) ? trimmed(nodeRange(value), source) : nodeRange(value), base);
  return {
    written,
    key: headerKeyOf(written),
    keyRange,
    valueRange,
    values,
    isList: isSeq(value),
    odd,
    start: keyRange.start,
    end: Math.max(keyRange.end, valueRange.end),
  };
}

/** A list ends where the next field begins. */
function trimmed({ start, end }: Range, source: string): Range {
  return { start, end: start + source.slice(start, end).trimEnd().length };
}

function nodeRange(node: ParsedNode): Range {
  const [start, end] = node.range;
  return { start, end };
}

function shift({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}
