import type { Config } from "../config/config.ts";
import { parseDocument } from "../document/document.ts";
import { parseHeader } from "../document/header.ts";
import type { Header } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { applyEdits } from "../text/range.ts";
import type { Range, TextEdit } from "../text/range.ts";
import { adopt } from "./adopt.ts";

/**
 * A document as it would be if it were adopted: with the header that it would get, and with its text and offsets as they
 * are. Requirements get no ids. What a rule says of a field that is not there yet stands at the top.
 *
 * @param text without byte order mark
 * @param path path or name of its file
 * @returns the document itself where it is a PRD already, or why it cannot be adopted
 */
export function asIfAdopted(
  text: string,
  { config, path }: { readonly config: Config; readonly path: string },
): PrdDocument | { readonly problem: string } {
  const { edits, problem, already } = adopt(text, { config, path, takenIds: [] });
  if (problem !== undefined) return { problem };
  const document = parseDocument(text, config);
  const insertion = edits[0];
  if (insertion === undefined || already) return document;
  const header = parseHeader(applyEdits(text, [insertion]));
  return { ...document, header: without(insertion, header, document.header) };
}

/** A header with the ranges that it has without an insertion; what was inserted has none, and stands at its place. */
function without({ start, newText }: TextEdit, header: Header, before: Header): Header {
  const at = (offset: number): number =>
    offset <= start ? offset : Math.max(start, offset - newText.length);
  const range = (one: Range): Range => ({ start: at(one.start), end: at(one.end) });
  const fields = header.fields.map((field) => ({
    ...field,
    ...range(field),
    keyRange: range(field.keyRange),
    valueRange: range(field.valueRange),
    values: field.values.map((value) => ({ ...value, ...range(value) })),
  }));
  return {
    ...header,
    start: before.start,
    end: before.end,
    closing: before.closing,
    fields,
    errors: header.errors.map((error) => ({ ...error, ...range(error) })),
    field: (key) => fields.find((field) => field.key === key),
  };
}
