import { checkValue } from "../../../document/header-values.ts";
import type { HeaderField } from "../../../document/header.ts";
import type { PrdDocument } from "../../../document/model.ts";
import { isBinding, statusIn } from "../../../document/status.ts";
import { isAgreedOn, isStatus, statusOf } from "../../../format/status.ts";
import type { Status } from "../../../format/status.ts";
import type { Finding, Fix } from "../../../problem.ts";
import { fieldEdit, headerPlace, isMissing } from "../../../writing/header-edits.ts";
import type { RuleContext } from "../../rule.ts";
import { findingWith, fixOf } from "./finding.ts";
import { isBroken } from "./yaml.ts";
import { shorten } from "../../../words/shorten.ts";

/*
 * Everything else that is asked of a PRD depends on its status. So one that cannot be read is an error at once, while
 * one that means something in other words is read, and may be written as the format has it.
 */

/**
 * What is wrong with a PRD's status.
 *
 * @param slip another field that was probably meant to be it
 */
export function statusFindings(context: RuleContext, slip: boolean): Finding[] {
  const { document, previous } = context;
  const { header } = document;
  const binding = isBinding(document, previous?.text);
  const field = header.field("status");
  const read = statusIn(header);
  if (read !== undefined) return field === undefined ? [] : otherwiseWritten(field, read);
  if (field !== undefined && (field.values.length > 0 || field.odd))
    return [unreadable(field, document, binding)];
  if (binding) {
    const message = `This PRD has no \`status\` that can be read, so ${strictly}. Which status is it?`;
    const fixes = ["agreed", "in-review"].flatMap((status) => written(document, status, "guided"));
    return [{ ...findingWith(field ?? headerPlace(document), message, fixes), always: true }];
  }
  if (slip || (field === undefined && !isMissing("status", document))) return [];
  const message =
    "This PRD has no `status`, so it is read as a draft. Is it one? Then write `status: draft`.";
  return [findingWith(field ?? headerPlace(document), message, written(document, "draft", "safe"))];
}

const strictly = "what people signed is checked as if it were agreed";

/** In another word, in other case, or as a list of one: it counts as what it means, and other programs read it too when it is written so. */
function otherwiseWritten(field: HeaderField, read: Status): Finding[] {
  const [value] = field.values;
  // `Draft` is one to everybody. What other programs look for, to know what was agreed, is written as they look for it.
  const meansIt = isStatus(value?.text ?? "") || (!isAgreedOn(read) && value?.text.toLowerCase() === read);
  if (value === undefined || (meansIt && !field.isList)) return [];
  const how = field.isList ? "is a list, and takes one value" : `is \`${quoted(value.text)}\``;
  const message = `\`status\` ${how}; it is read as \`${read}\`. Could you write that?`;
  const place = field.isList ? field : value;
  return [findingWith(place, message, [fixOf(`Write ${read}`, "safe", editOf(field, read))])];
}

function unreadable(field: HeaderField, document: PrdDocument, binding: boolean): Finding {
  const [value] = field.values;
  const then = binding ? `, so ${strictly}` : "";
  const finding = (message: string, fixes: readonly Fix[] = []): Finding => ({
    ...findingWith(
      field.odd || value === undefined || field.values.length > 1 ? field.valueRange : value,
      message,
      fixes,
    ),
    always: true,
  });
  if (field.odd || value === undefined) {
    const message = isBroken(field, document.header)
      ? `\`status\` cannot be read${then}. Which status is it?`
      : `\`status\` holds something that cannot be read${then}; could you write one text?`;
    return finding(message);
  }
  if (field.values.length > 1)
    return finding(`\`status\` takes one value and has ${field.values.length}${then}. Which one is right?`);
  if (statusOf(value.text) !== undefined)
    return finding(`\`status\` is there twice, and says two things${then}. Which one is right?`);
  const { because = "", meant } = checkValue("status", value.text) ?? {};
  const subject = `\`status\` is \`${quoted(value.text)}\`, ${because}${then}.`;
  if (meant === undefined) return finding(`${subject} What should it be?`);
  // What nobody signed is read as a draft already.
  const kind = meant === "draft" && !binding ? "safe" : "guided";
  return finding(`${subject} Did you mean \`${meant}\`?`, [
    fixOf(`Write ${meant}`, kind, editOf(field, meant)),
  ]);
}

/** A list gives way to one value. */
function editOf(field: HeaderField, status: string): Fix["edits"][number] {
  const [value] = field.values;
  if (!field.isList && value !== undefined) return { start: value.start, end: value.end, newText: status };
  return { start: field.keyRange.end, end: field.valueRange.end, newText: `: ${status}` };
}

function written(document: PrdDocument, status: string, kind: Fix["kind"]): Fix[] {
  const edit = fieldEdit(document, "status", status);
  return edit === undefined ? [] : [fixOf(`Write status: ${status}`, kind, edit)];
}

function quoted(text: string): string {
  return shorten(text.replace(/\s+/g, " "), 40);
}
