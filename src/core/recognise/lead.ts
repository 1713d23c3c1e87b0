import { mark } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import { idPattern } from "./ids.ts";

/** How a heading, item, paragraph or cell begins. All numbers are indices into the inline's text. */
export interface Lead {
  /** The bold words at the start without closing colon, undefined when it does not begin bold. */
  readonly bold: string | undefined;
  readonly boldStart: number;
  /** Where the text behind the bold words and their colon begins. */
  readonly afterBold: number;
  readonly id: string | undefined;
  readonly idStart: number;
  readonly idEnd: number;
  /** Where the text behind the id and what separates it begins. */
  readonly afterId: number;
}

const leads = new WeakMap<Inline, Lead>();

/**
 * A plain id needs a sign behind it (`FR-1: …`), or "S3 must be reachable" would define S3; a bold one and one that
 * stands alone do not.
 */
const plainId = new RegExp(
  String.raw`^\s*(?:\[(${idPattern})\]|(${idPattern})(?=\s*(?:[:：·|)]|[–—-]\s|\.\s|$)|[ \t]*\n))`,
);
/** In bold a word may stand before it: `Rule GR-001:`. */
const boldId = new RegExp(
  String.raw`^\s*(?:\[(${idPattern})\]|(?:\p{Lu}\p{Ll}+\s+(?=[A-Z]+[-_]\d))?(${idPattern})(?![\w.-]*\w))`,
  "u",
);
const separator = /\]?[\s:：·|)–—.-]*/y;

export function leadOf(inline: Inline): Lead {
  let lead = leads.get(inline);
  if (lead === undefined) {
    lead = readLead(inline);
    leads.set(inline, lead);
  }
  return lead;
}

interface HeadingId {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly title: number;
}

const headingIds = new WeakMap<Inline, HeadingId | "none">();

/** The id that a heading or cell begins with, whatever follows it; `title` is the index behind it. */
export function headingId(inline: Inline): HeadingId | undefined {
  let found = headingIds.get(inline);
  if (found === undefined) headingIds.set(inline, (found = readHeadingId(inline) ?? "none"));
  return found === "none" ? undefined : found;
}

function readHeadingId(inline: Inline): HeadingId | undefined {
  const { text } = inline;
  const number = /^\s*(?:\d+(?:\.\d+)*[.):]?\s+)?/.exec(text)?.[0].length ?? 0;
  const found = boldId.exec(text.slice(number));
  const id = found?.[1] ?? found?.[2];
  if (found === null || id === undefined) return undefined;
  const end = number + found[0].length - (found[1] === undefined ? 0 : 1);
  if (!isSaid(inline, end - 1)) return undefined;
  return { id, start: end - id.length, end, title: skip(text, end) };
}

function readLead(inline: Inline): Lead {
  const { text } = inline;
  let boldEnd = 0;
  let boldStart = 0;
  for (const run of inline.runs) {
    if (run.at === boldEnd && (run.marks & mark.strong) !== 0) boldEnd = run.at + run.length;
    else if (boldEnd === 0 && text.slice(0, run.at + run.length).trim() === "")
      boldEnd = boldStart = run.at + run.length;
    else break;
  }
  const boldText = text.slice(boldStart, boldEnd);
  const isBold = boldText.trim() !== "";
  const found = isBold ? boldId.exec(text) : plainId.exec(text);
  // Bold that goes on behind the id (`**R1 Filter by date**`) is a title; the id ends where its own characters do.
  const idEnd = (found?.[0].length ?? 0) - (found?.[1] === undefined ? 0 : 1);
  const id = found !== null && isSaid(inline, idEnd - 1) ? (found[1] ?? found[2]) : undefined;
  return {
    bold: isBold ? boldText.replace(/[\s:：]+$/, "").trim() : undefined,
    boldStart,
    afterBold: isBold ? skipColon(text, boldEnd) : 0,
    id,
    idStart: idEnd - (id?.length ?? 0),
    idEnd,
    afterId: id === undefined ? 0 : skip(text, idEnd),
  };
}

/** False within code and links, whose ids belong to something else. */
export function isSaid({ runs }: Inline, index: number): boolean {
  const run = runs.find(({ at, length }) => at <= index && index < at + length);
  return run === undefined || (run.marks & (mark.code | mark.link | mark.html | mark.image)) === 0;
}

function skip(text: string, from: number): number {
  separator.lastIndex = from;
  return from + (separator.exec(text)?.[0].length ?? 0);
}

function skipColon(text: string, from: number): number {
  return from + (/^\s*[:：]?\s*/.exec(text.slice(from, from + 50))?.[0].length ?? 0);
}
