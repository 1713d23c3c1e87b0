import { headerKind, idKeyOf, parseHeader } from "../document/header.ts";
import type { Header } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { keysOfKind } from "../format/header-keys.ts";
import type { HeaderKey } from "../format/header-keys.ts";
import type { FixEdit } from "../problem.ts";
import { lineEndAt, lineEnding, lineStartAt } from "../text/lines.ts";
import { applyEdits } from "../text/range.ts";
import type { Range } from "../text/range.ts";

/**
 * The edit that gives a field a value: in place where the field is there, else as a new line in its usual place.
 *
 * @param value YAML as it stands behind the colon, a snippet where `snippet` is true
 * @returns undefined where a header cannot take a line: there is none, it is written in braces, or YAML stops reading
 *   it before the line
 */
export function fieldEdit(
  document: PrdDocument,
  key: HeaderKey,
  value: string,
  snippet = false,
): FixEdit | undefined {
  const { header, text } = document;
  const field = header.field(key);
  if (field !== undefined) {
    const start = field.keyRange.end;
    const end = Math.max(field.valueRange.end, text.indexOf(":", start) + 1);
    // A comment behind an empty value keeps its distance.
    const gap = text[end] === "#" ? " " : "";
    const edit = { start, end, newText: `: ${value}${gap}` };
    return snippet ? { ...edit, snippet } : edit;
  }
  if (!header.present || isInBraces(header, text)) return undefined;
  const { offset, indent } = placeOf(key, document);
  const edit = { start: offset, end: offset, newText: `${indent}${key}: ${value}${lineEnding(text)}` };
  if (header.errors.length > 0 && parseHeader(applyEdits(text, [edit])).field(key) === undefined)
    return undefined;
  return snippet ? { ...edit, snippet } : edit;
}

/** False where a field is there, and also where it is there but lost, because a line above it cannot be read. */
export function isMissing(key: HeaderKey, { header, text }: PrdDocument): boolean {
  if (header.field(key) !== undefined) return false;
  return (
    header.errors.length === 0 ||
    !new RegExp(`^["']?${key}["']?[ \\t]*:`, "m").test(text.slice(0, header.end))
  );
}

/** Where the header is pointed at: at its id, or at its first line when it has none. */
export function headerPlace({ header, text }: PrdDocument): Range {
  const id = header.field(idKeyOf(header));
  return id === undefined ? { start: 0, end: lineEndAt(text, 0) } : { start: id.start, end: id.end };
}

function isInBraces(header: Header, text: string): boolean {
  const first = header.fields[0];
  return first !== undefined && text.slice(0, first.start).includes("{");
}

/** Behind the last field that usually stands before it; the lines of other fields stay where they are. */
function placeOf(key: HeaderKey, { header, text }: PrdDocument): { offset: number; indent: string } {
  const keys = keysOfKind[headerKind(header) ?? "prd"];
  const rank = keys.indexOf(key);
  const before = header.fields.findLast((field) => field.key !== undefined && keys.indexOf(field.key) < rank);
  const neighbour = before ?? header.fields[0];
  if (neighbour === undefined) return { offset: header.closing, indent: "" };
  const lineStart = lineStartAt(text, neighbour.start);
  const indent =
    text.slice(lineStart, neighbour.start).trim() === "" ? text.slice(lineStart, neighbour.start) : "";
  if (before === undefined) return { offset: lineStart, indent };
  return { offset: Math.min(nextLine(text, before.end), header.closing), indent };
}

/** Start of the line behind the one that `offset` ends; a block of text may end at the start of a line already. */
function nextLine(text: string, offset: number): number {
  if (offset > 0 && /[\r\n]/.test(text[offset - 1] ?? "")) return offset;
  const end = lineEndAt(text, offset);
  return end + (text.startsWith("\r\n", end) ? 2 : 1);
}
