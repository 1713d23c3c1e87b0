import { leadOf } from "../recognise/lead.ts";
import type { Passage } from "./passage.ts";
import type { Inline } from "../markdown/inline.ts";
import { enumeratedEastern } from "./enumerated-eastern.ts";
import { enumerated } from "./enumerated.ts";
import { isEastern } from "../text/scripts.ts";
import { capital } from "../words/sentence.ts";

/** What a passage asks for, where that is three things or more. Indices into its text. */
export interface Asks {
  /** From the first sentence that asks for something to the end of the last one. */
  readonly start: number;
  readonly end: number;
  /** The first as a whole sentence, the others from their verb on. */
  readonly things: readonly string[];
}

const remembered = new WeakMap<Inline, Asks | "few">();

/**
 * Things that a person would want to accept or drop one by one: a verb of doing behind "must", "can" and the like, or in a
 * chain behind such a verb, each with its own object; else the things of a list of words; else four sentences or more.
 * "Create, update and delete tiers" is one thing, and so is a verb that says how something is done ("must validate the
 * range and return an error" are two at most).
 *
 * @param brief the passage is an item or a row; the sentences of a paragraph tell a story, and are not counted
 */
export function asksOf(passage: Passage, brief: boolean): Asks | undefined {
  const { inline } = passage;
  let asks = remembered.get(inline);
  if (asks === undefined) {
    asks = readAsks(inline.text, leadOf(inline).afterId, brief) ?? "few";
    remembered.set(inline, asks);
  }
  return asks === "few" ? undefined : asks;
}

const verbs =
  "add approve assign cancel choose close confirm configure create decline delete download edit enter generate hide import install " +
  "invite join merge notify open pay pick publish receive reject remind remove rename restore save see select send show submit " +
  "subscribe take undo upload";
/** They are nouns as well, so an article or the like has to follow. */
const nouns =
  "archive book change compare copy display export filter list log mark move name order print report request schedule search share " +
  "sort transfer view";
const article =
  "(?:the|an?|all|any|each|every|both|its|their|his|her|my|our|your|one|two|several|other|another|them|it)";
const doing = String.raw`(?:(?:${verbs.replaceAll(" ", "|")})\s+(?!and\b|or\b)[\p{L}\p{N}@"“]|(?:${nouns.replaceAll(" ", "|")})\s+${article}\b)`;
const modal = String.raw`(?:must|can|should|shall|may|will|needs?\s+to|has\s+to|have\s+to|wants?\s+to)`;
const also = String.raw`(?:\s+(?:also|then|be\s+able\s+to))*\s+`;
const asking = new RegExp(String.raw`\b${modal}\b(?!\s+(?:not|never|only)\b)${also}(?=(${doing}))`, "giu");
const chained = new RegExp(
  String.raw`(?:,\s*(?:and\s+)?|\s+and\s+)(?:(?:also|then|to)\s+)*(?=(${doing}))`,
  "giu",
);
/** A quick look: most sentences of a page have no such word. */
const mayAsk = /\b(?:must|can|should|shall|may|will|needs?|has|have|wants?)\s/i;
/** Behind these a sentence says when, why or how, no longer what. */
const aside =
  /\b(?:so that|in order to|because|when|whenever|while|if|unless|until|after|before|which|that|who|whose|where|without|by|such as|including|e\.g)\b/i;

const MANY_SENTENCES = 4;
/** A sentence that says something about the one before it, or about a case of it. */
const EXPLAINS =
  /^\W*(?:this|that|these|those|it|they|for (?:example|instance|now|the)|e\.g|note|i\.e|if|when|because|since|otherwise|so|see|thus|therefore|as an?|no|includes?|excludes?|(?:the )?(?:min|max)imum|at (?:most|least)|by default|dies|das|es|wenn|falls|damit|zum beispiel|siehe|kein\p{L}*|mindestens|höchstens|esto|este|esta|m[ií]nimo|m[aá]ximo|incluye|excluye|ning[uú]n\p{L}*|si|cuando|por ejemplo|ver|as)\b|\?\s*$/iu;
const SENTENCE = /\S[^]*?(?:[.!?](?=\s+\p{Lu}|\s*$)|$)/gu;

function readAsks(text: string, from: number, brief: boolean): Asks | undefined {
  const eastern = isEastern(text) ? easternAsks(text, from) : undefined;
  if (eastern !== undefined) return eastern;
  if (text.length - from < 30) return undefined;
  const plain = withoutBrackets(text);
  const things: string[] = [];
  const seen = new Set<string>();
  let start = -1;
  let end = -1;
  for (const sentence of plain.slice(from).matchAll(SENTENCE)) {
    const at = from + sentence.index;
    for (const { index, until, verb } of inSentence(sentence[0])) {
      if (seen.has(verb)) continue;
      seen.add(verb);
      if (start < 0) start = at;
      end = at + sentence[0].trimEnd().length;
      const said = text.slice(start === at && things.length === 0 ? at : at + index, at + until).trim();
      things.push(
        things.length === 0 ? `${said.replace(/[.,;]+$/, "")}.` : capital(said.replace(/[.,;]+$/, "")),
      );
    }
  }
  return things.length < 3 ? listIn(text, plain, from, brief) : { start, end, things };
}

function easternAsks(text: string, from: number): Asks | undefined {
  const items = enumeratedEastern(withoutBrackets(text), from);
  const start = from + text.slice(from).search(/\S|$/);
  const end = items.at(-1)?.end;
  if (end === undefined) return undefined;
  const things = items.map((one, index) =>
    index === 0 ? `${text.slice(start, one.end)}。` : text.slice(one.start, one.end).replace(/\.$/, ""),
  );
  return { start, end, things };
}

/** What stands in brackets explains; it is blanked out so that indices stay. */
function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）/g, (found) => " ".repeat(found.length));
}

/** The first sentence that asks for three things in a list of words. */
function listIn(text: string, plain: string, from: number, brief: boolean): Asks | undefined {
  for (const sentence of plain.slice(from).matchAll(SENTENCE)) {
    const items = enumerated(sentence[0]);
    if (items.length === 0) continue;
    const at = from + sentence.index;
    const things = items.map(({ start, end }, index) => {
      const said = text
        .slice(at + (index === 0 ? 0 : start), at + end)
        .trim()
        .replace(/[.,;]+$/, "");
      return index === 0 ? `${said}.` : capital(said);
    });
    return { start: at, end: at + sentence[0].trimEnd().length, things };
  }
  return brief ? sentencesIn(text, plain, from) : undefined;
}

/** Where each of many sentences asks for something of its own. */
function sentencesIn(text: string, plain: string, from: number): Asks | undefined {
  const asking = [...plain.slice(from).matchAll(SENTENCE)].filter(([said]) => !EXPLAINS.test(said));
  const [first] = asking;
  const last = asking.at(-1);
  if (first === undefined || last === undefined || asking.length < MANY_SENTENCES) return undefined;
  const things = asking.map(({ 0: said, index }) =>
    text.slice(from + index, from + index + said.length).trim(),
  );
  return { start: from + first.index, end: from + last.index + last[0].trimEnd().length, things };
}

interface Thing {
  readonly index: number;
  readonly until: number;
  readonly verb: string;
}

function inSentence(sentence: string): Thing[] {
  if (!mayAsk.test(sentence)) return [];
  const starts: { index: number; verb: string; first: boolean; cut: number }[] = [];
  for (const match of sentence.matchAll(asking)) {
    starts.push({
      index: match.index + match[0].length,
      verb: verbOf(match[1]),
      first: true,
      cut: match.index,
    });
  }
  if (starts.length === 0) return [];
  for (const match of sentence.matchAll(chained)) {
    starts.push({
      index: match.index + match[0].length,
      verb: verbOf(match[1]),
      first: false,
      cut: match.index,
    });
  }
  starts.sort((a, b) => a.index - b.index);
  const things: Thing[] = [];
  let open = false;
  let last = 0;
  for (const [position, { index, verb, first, cut }] of starts.entries()) {
    // A chain goes on only while no aside has begun since the thing before.
    if (first) open = !aside.test(sentence.slice(Math.max(last, clauseStart(sentence, cut)), cut));
    else if (!open || aside.test(sentence.slice(last, index))) open = false;
    last = index;
    if (!open) continue;
    const next = starts[position + 1];
    things.push({
      index,
      until: next === undefined ? sentence.length : clauseEnd(sentence, index, next.cut),
      verb,
    });
  }
  return things;
}

/** "When it rains, the desk can …" begins behind the comma. */
function clauseStart(sentence: string, before: number): number {
  return Math.max(sentence.lastIndexOf(",", before - 1), sentence.lastIndexOf(";", before - 1)) + 1;
}

/** A clause of its own ("…, and the page must show") begins before its modal verb, at the comma. */
function clauseEnd(sentence: string, from: number, cut: number): number {
  const comma = sentence.slice(from, cut).search(/,\s+(?:and|but)\s/);
  return comma < 0 ? cut : from + comma;
}

function verbOf(found: string | undefined): string {
  return (found ?? "").split(/\s/, 1)[0]?.toLowerCase() ?? "";
}
