import { isMap, isSeq, parseDocument } from "yaml";
import type { Pair, ParsedNode, YAMLMap, YAMLSeq } from "yaml";
import { hasConflict } from "../text/conflicts.ts";
import type { TextEdit } from "../text/range.ts";
import { lineEnding } from "../text/lines.ts";
import { yamlText } from "./yaml-text.ts";

type ParsedMap = YAMLMap.Parsed;
type ParsedList = YAMLSeq.Parsed;

/**
 * The edit that puts a value at the end of a list of `seamwork.yaml`: the list, and what it stands in, is written where it
 * is missing, in the way in which its neighbours are.
 *
 * @param path keys from the top, such as `ids`, `ignore`
 * @returns undefined where the file holds something else there, or cannot be read
 */
export function addToList(text: string, path: readonly string[], value: string): TextEdit | undefined {
  const document = parseDocument(text, { keepSourceTokens: true });
  if (document.errors.length > 0 || hasConflict(text)) return undefined;
  const { contents } = document;
  const end = lineEnding(text);
  if (contents === null) return append(text, blockOf(path, value, 0, end), end);
  if (!isMap(contents)) return undefined;
  let map: ParsedMap = contents;
  for (const [depth, key] of path.entries()) {
    const pair = pairOf(map, key);
    const rest = path.slice(depth);
    if (pair === undefined) return inMap(text, map, rest, value, end);
    const node = pair.value;
    if (depth === path.length - 1) return isSeq(node) ? inList(text, node, value, end) : undefined;
    if (!isMap(node)) return undefined;
    map = node;
  }
  return undefined;
}

function pairOf(map: ParsedMap, key: string): Pair<ParsedNode, ParsedNode | null> | undefined {
  return map.items.find((pair) => (pair.key as { value?: unknown }).value === key);
}

/** `key: { key: [value] }`, on one line. */
function flowOf([key = "", ...rest]: readonly string[], value: string): string {
  const inner = rest.length === 0 ? `[${inFlow(value)}]` : `{ ${flowOf(rest, value)} }`;
  return `${key}: ${inner}`;
}

function blockOf([key = "", ...rest]: readonly string[], value: string, indent: number, end: string): string {
  const line = `${" ".repeat(indent)}${key}:`;
  return rest.length === 0
    ? `${line} [${inFlow(value)}]`
    : `${line}${end}${blockOf(rest, value, indent + 2, end)}`;
}

/** In brackets a comma and the like would end a plain text. */
function inFlow(value: string): string {
  return /^[\w][\w .-]*$/.test(value) && yamlText(value) === value ? value : JSON.stringify(value);
}

function inMap(
  text: string,
  map: ParsedMap,
  rest: readonly string[],
  value: string,
  end: string,
): TextEdit | undefined {
  if (map.flow === true) {
    const at = lastBracket(text, map.range[1], "}");
    const said = map.items.length === 0 ? ` ${flowOf(rest, value)} ` : `, ${flowOf(rest, value)}`;
    const start = map.items.length === 0 ? at : trimmedEnd(text, at);
    return { start, end: map.items.length === 0 ? at : start, newText: said };
  }
  const first = map.items[0];
  if (first === undefined) return undefined;
  const { key } = first;
  const indent = key.range[0] - lineStart(text, key.range[0]);
  if (/\S/.test(text.slice(lineStart(text, key.range[0]), key.range[0]))) return undefined;
  const at = trimmedEnd(text, map.range[2]);
  return append(text.slice(0, at), blockOf(rest, value, indent, end), end);
}

function inList(text: string, list: ParsedList, value: string, end: string): TextEdit {
  if (list.flow === true) {
    const at = lastBracket(text, list.range[1], "]");
    const start = list.items.length === 0 ? at : trimmedEnd(text, at);
    return { start, end: start, newText: `${list.items.length === 0 ? "" : ", "}${inFlow(value)}` };
  }
  const last = list.items.at(-1) as ParsedNode;
  const line = text.slice(lineStart(text, list.range[0]), list.range[0]);
  const at = lineEndAfter(text, last.range[1]);
  return { start: at, end: at, newText: `${end}${line}- ${yamlText(value)}` };
}

/** Behind the last word of a text, on lines of its own. */
function append(text: string, lines: string, end: string): TextEdit {
  const at = text.trimEnd().length;
  const line = lineEndAfter(text, at);
  return {
    start: line,
    end: line,
    newText: `${at === 0 ? "" : end}${lines}${line === text.length && at === 0 ? end : ""}`,
  };
}

function lastBracket(text: string, end: number, bracket: string): number {
  return text.lastIndexOf(bracket, end - 1);
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEndAfter(text: string, offset: number): number {
  const found = text.slice(offset).search(/\r?\n/);
  return found < 0 ? text.length : offset + found;
}
