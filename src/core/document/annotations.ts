import type { Range } from "../text/range.ts";
import { answersIn, datePattern, handlePattern, handlesIn } from "./answers.ts";
import { findMentions, idPattern } from "../recognise/ids.ts";
import { leadOf } from "../recognise/lead.ts";
import type {
  Annotation,
  Assumption,
  Constraint,
  Disagreement,
  EdgeCase,
  Head,
  InTheRoom,
  Override,
  Question,
  SignOff,
} from "./model.ts";
import { rangeIn } from "./passage.ts";
import type { Passage } from "./passage.ts";
import { mark } from "../markdown/inline.ts";

const anyDate = new RegExp(datePattern);
const wholeDate = new RegExp(`^(?:by\\s+)?(${datePattern})$`, "i");
const dateBehindComma = new RegExp(`,\\s*(${datePattern})`);
const carriedDate = new RegExp(`carried\\s+(${datePattern})`);

/** What every annotation has: an id at its start, a body, answers. `block` is the whole item, heading or row. */
export function annotationOf(passage: Passage, block: Range, bodyFrom?: number): Annotation | undefined {
  const lead = leadOf(passage.inline);
  if (lead.id === undefined) return undefined;
  const from = bodyFrom ?? lead.afterId;
  const { answers, bodyEnd } = answersIn(passage, from);
  const body = passage.text.slice(from, bodyEnd).trimEnd();
  return {
    ...block,
    id: lead.id,
    idRange: rangeIn(passage, lead.idStart, lead.idEnd),
    passage,
    body,
    bodyRange: rangeIn(passage, from, from + body.length),
    answers,
    answerAt: passage.end,
  };
}

export function edgeCaseOf(
  passage: Passage,
  block: Range,
  requirement: string | undefined,
): EdgeCase | undefined {
  const annotation = annotationOf(passage, block);
  if (annotation === undefined) return undefined;
  // The case ends at the first colon that a blank follows; "10:30" is part of it.
  const colon = annotation.body.search(/[:：](?:\s|$)/);
  const outcome = colon < 0 ? "" : annotation.body.slice(colon + 1).trim();
  return {
    ...annotation,
    kind: "edge-case",
    requirement,
    case: colon < 0 ? annotation.body : annotation.body.slice(0, colon),
    outcome: outcome === "" ? undefined : outcome,
  };
}

export function constraintOf(
  passage: Passage,
  block: Range,
  requirement: string | undefined,
): Constraint | undefined {
  const { head, bodyFrom } = headOf(passage);
  const annotation = annotationOf(passage, block, bodyFrom);
  if (annotation === undefined) return undefined;
  const limits = new Set(requirement === undefined ? [] : [requirement]);
  for (const id of head?.ids ?? []) limits.add(id);
  const topic = head?.words[0]?.text.toLowerCase();
  return { ...annotation, kind: "constraint", head, topic, limits: [...limits], requirement };
}

/** Index into a constraint's text at which its body begins, behind the bracketed head. */
export function bodyAt(passage: Passage): number {
  return headOf(passage).bodyFrom;
}

export function questionOf(passage: Passage, block: Range): Question | undefined {
  const { head, bodyFrom } = headOf(passage);
  const annotation = annotationOf(passage, block, bodyFrom);
  return annotation === undefined ? undefined : { ...annotation, kind: "question", head };
}

export function assumptionOf(passage: Passage, block: Range): Assumption | undefined {
  const annotation = annotationOf(passage, block);
  return annotation === undefined ? undefined : { ...annotation, kind: "assumption" };
}

const disagreementHead = new RegExp(
  String.raw`^\s*tier\s+(\d)\s*(?:\(([^()\n]{1,60})\))?\s*,?\s*((?:${handlePattern}[\s,]*(?:and\b\s*)?)*)(${datePattern})?\s*:?\s*`,
  "iu",
);

export function disagreementOf(passage: Passage, block: Range): Disagreement | undefined {
  const { afterId } = leadOf(passage.inline);
  const found = disagreementHead.exec(passage.text.slice(afterId));
  const annotation = annotationOf(passage, block, afterId + (found?.[0].length ?? 0));
  if (annotation === undefined) return undefined;
  const tierAt = afterId + (found?.[0].search(/\S/) ?? 0);
  return {
    ...annotation,
    kind: "disagreement",
    tier: found?.[1] === undefined ? undefined : Number(found[1]),
    tierRange:
      found === null ? undefined : rangeIn(passage, tierAt, passage.text.indexOf(found[1] ?? "", tierAt) + 1),
    nature: found?.[2]?.trim().toLowerCase(),
    between: handlesIn(found?.[3] ?? ""),
    date: found?.[4],
  };
}

/** The brackets behind an id: words, handles, a date and, behind a semicolon, ids. */
function headOf(passage: Passage): { head: Head | undefined; bodyFrom: number } {
  const { text } = passage;
  const { afterId, id } = leadOf(passage.inline);
  if (id === undefined || text[afterId] !== "(") return { head: undefined, bodyFrom: afterId };
  const close = text.indexOf(")", afterId);
  if (close < 0) return { head: undefined, bodyFrom: afterId };
  const inner = text.slice(afterId + 1, close);
  const semicolon = inner.indexOf(";");
  const main = semicolon < 0 ? inner : inner.slice(0, semicolon);
  const words: { text: string; range: Range }[] = [];
  let at = afterId + 1;
  let date: string | undefined;
  let dateRange: Range | undefined;
  for (const part of main.split(",")) {
    const start = at + part.length - part.trimStart().length;
    const word = part.trim();
    const day = wholeDate.exec(word)?.[1];
    if (day !== undefined) {
      date = day;
      dateRange = rangeIn(passage, start + word.length - day.length, start + word.length);
    } else if (word !== "" && !word.startsWith("@")) {
      words.push({ text: word, range: rangeIn(passage, start, start + word.length) });
    }
    at += part.length + 1;
  }
  const ids = semicolon < 0 ? [] : findMentions(inner.slice(semicolon)).map((found) => found.id);
  const head = { ...rangeIn(passage, afterId, close + 1), words, who: handlesIn(main), date, dateRange, ids };
  const bodyFrom = close + 1 + (/^\s*[:：]?\s*/.exec(text.slice(close + 1))?.[0].length ?? 0);
  return { head, bodyFrom };
}

export function inTheRoomOf(passage: Passage): InTheRoom | undefined {
  const { bold } = leadOf(passage.inline);
  if (bold?.toLowerCase() !== "in the room") return undefined;
  const { text, start, end } = passage;
  return { start, end, passage, who: handlesIn(text), date: anyDate.exec(text)?.[0] };
}

/** An id, or a title in quotes, in which a quote is doubled; an editor may have made typographic ones of them. */
const signedFor = new RegExp(`^(?:${idPattern}|"(?:[^"]|"")+"|[“”„‟«»](.+?)[“”„‟«»](?=\\s*,?\\s*@))`);

export function signOffOf(passage: Passage, block: Range): SignOff | undefined {
  const { bold, afterBold } = leadOf(passage.inline);
  if (bold?.toLowerCase() !== "signed off") return undefined;
  const code = passage.inline.runs.find((run) => (run.marks & mark.code) !== 0);
  const said = passage.text.slice(afterBold, code?.at);
  const [named, title] = signedFor.exec(said) ?? [];
  const text = said.slice(named?.length ?? 0);
  return {
    ...block,
    requirement: title === undefined ? named : `"${title}"`,
    who: handlesIn(text)[0],
    date: dateBehindComma.exec(text)?.[1],
    carried: carriedDate.exec(text)?.[1],
    fingerprint: code === undefined ? undefined : passage.text.slice(code.at, code.at + code.length),
  };
}

const moved = /^moved to ([a-z-]+)$/;

export function overrideOf(passage: Passage, block: Range): Override | undefined {
  const { bold, afterBold } = leadOf(passage.inline);
  const to = moved.exec(bold?.toLowerCase() ?? "")?.[1];
  if (to === undefined) return undefined;
  const text = passage.text.slice(afterBold);
  const colon = text.search(/[:：]\s/);
  return {
    ...block,
    to,
    who: handlesIn(colon < 0 ? text : text.slice(0, colon))[0],
    date: anyDate.exec(text)?.[0],
    reason: colon < 0 ? "" : text.slice(colon + 1).trim(),
  };
}
