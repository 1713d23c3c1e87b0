import type { Range } from "../text/range.ts";
import { findMentions } from "../recognise/ids.ts";
import { rangeIn } from "./passage.ts";
import type { Passage } from "./passage.ts";

export type Verb = "Accepted" | "Countered" | "Answered" | "Tested" | "Raised" | "Resolved" | "See";

/** What was replied to an annotation: one of the sentences at its end. */
export interface Answer extends Range {
  readonly verb: Verb;
  readonly who: readonly string[];
  readonly date: string | undefined;
  /** What follows the colon; for `See` the ids. */
  readonly text: string;
  /** Of `Tested`. */
  readonly outcome: "held" | "broke" | undefined;
  /** Of `Raised`. */
  readonly tier: number | undefined;
  /** Ids that the answer names. */
  readonly ids: readonly string[];
}

/** A handle in running text; a full stop behind it ends the sentence. */
export const handlePattern = String.raw`@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?`;
export const datePattern = String.raw`\d{4}-\d{2}-\d{2}`;

const people = String.raw`(${handlePattern}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)${handlePattern})*)`;
const begins = new RegExp(
  String.raw`(?:^|(?<=[.?!…:;)"”»]\s{1,9})|(?<=\n\s{0,9}))` +
    String.raw`(?:(Accepted|Countered|Answered|Tested)(?:\s+by)?\s+${people},?\s+(${datePattern})` +
    String.raw`|(Raised)\s+to\s+tier\s+(\d),?\s+${people},?\s+(${datePattern})` +
    String.raw`|(Resolved)(?:\s+(?:by\s+)?${people},?)?\s+(${datePattern})` +
    String.raw`|(See)\s+(?=[A-Z]{1,5}-?\d+(?:\.\d+)*\.?\s*(?:$|\n|[A-Z][a-z]+ed\s)))`,
  "gu",
);
const hint = /Accepted|Countered|Answered|Tested|Raised|Resolved|See/;
const handle = new RegExp(handlePattern, "gu");

/**
 * The answers of an annotation, in order; the last one decides.
 *
 * @param from index into the passage's text where its body begins
 * @returns the answers, and the index at which the body ends because the first answer begins
 */
export function answersIn(passage: Passage, from: number): { answers: Answer[]; bodyEnd: number } {
  const { text } = passage;
  if (!hint.test(text)) return { answers: [], bodyEnd: text.length };
  begins.lastIndex = from;
  const found: RegExpExecArray[] = [];
  for (let match = begins.exec(text); match !== null; match = begins.exec(text)) found.push(match);
  const answers = found.map((match, index): Answer => {
    const end = found[index + 1]?.index ?? text.length;
    const [
      ,
      simple,
      simpleWho,
      simpleDate,
      raised,
      tier,
      raisedWho,
      raisedDate,
      ,
      resolvedWho,
      resolvedDate,
      seen,
    ] = match;
    const verb = (simple ?? raised ?? seen ?? "Resolved") as Verb;
    const rest = text.slice(match.index + match[0].length, end);
    const said = rest.replace(/^\s*[:,.]?\s*/, "").trimEnd();
    const outcome = verb === "Tested" ? /^(held|broke)\b/i.exec(said)?.[1]?.toLowerCase() : undefined;
    const textEnd = match.index + text.slice(match.index, end).trimEnd().length;
    return {
      verb,
      who: handlesIn(simpleWho ?? raisedWho ?? resolvedWho ?? ""),
      date: simpleDate ?? raisedDate ?? resolvedDate,
      text: said,
      outcome: outcome === "held" || outcome === "broke" ? outcome : undefined,
      tier: tier === undefined ? undefined : Number(tier),
      ids: findMentions(rest).map(({ id }) => id),
      ...rangeIn(passage, match.index, textEnd),
    };
  });
  return { answers, bodyEnd: found[0]?.index ?? text.length };
}

/** Index at which the body that begins at an index ends, because its first answer begins. */
export function bodyEndIn(text: string, from: number): number {
  if (!hint.test(text)) return text.length;
  begins.lastIndex = from;
  return begins.exec(text)?.index ?? text.length;
}

/** Every `@handle` in a text, in order. */
export function handlesIn(text: string): string[] {
  return text.includes("@") ? [...text.matchAll(handle)].map(([found]) => found) : [];
}
