import type { HeaderError } from "../../../document/header-errors.ts";
import { parseHeader } from "../../../document/header.ts";
import type { Header, HeaderField, HeaderValue } from "../../../document/header.ts";
import type { PrdDocument } from "../../../document/model.ts";
import type { Finding } from "../../../problem.ts";
import { lineEndAt, lineStartAt } from "../../../text/lines.ts";
import { findingWith, fixOf } from "./finding.ts";

/** More of them in one header come from one mistake. */
const MAX_ERRORS = 20;

/** What YAML does not allow. A value that only lacks quotes gets them; a field that is there twice can lose its second. */
export function yamlFindings({ header, text }: PrdDocument): Finding[] {
  return header.errors.slice(0, MAX_ERRORS).map((error) => yamlFinding(error, header, text));
}

function yamlFinding(error: HeaderError, header: Header, text: string): Finding {
  const { start, message } = error;
  const word = /^[\w-]*/.exec(text.slice(start, start + 100))?.[0].length ?? 0;
  const end = Math.max(start, Math.min(Math.max(error.end, start + word, start + 1), lineEndAt(text, start)));
  const field = header.fields.find(({ values }) => values[0]?.start === start);
  const value = field?.values[0];
  if (field !== undefined && value !== undefined && !/["'[{|>]/.test(text[start] ?? "")) {
    const edit = { start, end: value.end, newText: JSON.stringify(value.text) };
    const alone = parseHeader(`---\n${text.slice(field.start, start)}${edit.newText}\n---\n`);
    const kind = alone.errors.length === 0 ? "safe" : "guided";
    return findingWith({ start, end }, message, [fixOf("Put the value in quotes", kind, edit)]);
  }
  const second = header.fields.find((field) => field.start === start && isRepeated(field, header));
  if (second === undefined) return findingWith({ start, end }, message);
  const from = lineStartAt(text, second.start);
  const last = lineEndAt(text, second.end);
  const to = last + (text.startsWith("\r\n", last) ? 2 : 1);
  return findingWith({ start, end }, message, [
    fixOf(`Remove the second ${second.written}`, "guided", { start: from, end: to, newText: "" }),
  ]);
}

function isRepeated(field: HeaderField, { fields }: Header): boolean {
  return fields.some(({ written, start }) => written === field.written && start < field.start);
}

/** True where a problem of YAML itself already speaks about the field. */
export function isBroken(field: HeaderField, { errors }: Header): boolean {
  return errors.slice(0, MAX_ERRORS).some(({ start, end }) => start <= field.end && field.start <= end);
}

/** A value that begins with `@` and has no quotes. */
export function quoteFinding({ start, end, text }: HeaderValue): Finding {
  const newText = JSON.stringify(text);
  const message = `YAML keeps \`@\` at the start of a value for itself, so other tools cannot read this header. Write \`${newText}\`, in quotes.`;
  return findingWith({ start, end }, message, [
    fixOf(`Put quotes around ${text}`, "safe", { start, end, newText }),
  ]);
}
