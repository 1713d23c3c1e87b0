import type { FacetName } from "../format/section-names.ts";
import type { Inline } from "../markdown/inline.ts";
import { isEastern } from "../text/scripts.ts";
import { sayingOf } from "./dialects/index.ts";
import { measureIn, setsEnd, setsTarget } from "./measure.ts";
import { hasSign, signsOf } from "./signs.ts";
import { technologyIn } from "./technology.ts";
import type { Sign } from "./signs.ts";

/** A clause that answers for a facet without being called so. Indices into the inline's text. */
export interface Evidence {
  readonly facet: FacetName;
  readonly start: number;
  readonly end: number;
}

const remembered = new WeakMap<Inline, readonly Evidence[]>();

/** What a statement says beside what it asks for: "so that …", "at most …", "if it fails, …", Given/When/Then. In order. */
export function evidenceOf(inline: Inline): readonly Evidence[] {
  let found = remembered.get(inline);
  if (found === undefined) remembered.set(inline, (found = evidenceIn(inline)));
  return found;
}

function evidenceIn(inline: Inline): Evidence[] {
  const { text } = inline;
  const signs = signsOf(inline);
  const found: Evidence[] = [];
  const saying = sayingOf(inline);
  for (const facet of saying) found.push({ facet, start: 0, end: text.length });
  const why = whyIn(text, signs);
  if (why !== undefined) found.push(why);
  if (saying.length > 0) return found;
  const edge = edgeIn(text, signs);
  if (edge !== undefined) found.push(edge);
  const limit = limitIn(text, signs);
  if (limit !== undefined) found.push(limit);
  return found;
}

/** A clause that is too short gives no reason: "because", "so that it works"; behind "to prevent" one word does. */
const MIN_REASON_WORDS = 2;
const purpose = /^(?:to|para|pour|per|om)\s+(?!que\b)\p{L}{4,}/iu;

function whyIn(text: string, signs: readonly Sign[]): Evidence | undefined {
  for (const { kind, start, end: behind } of signs) {
    if (kind !== "why") continue;
    const end = sentenceEnd(text, behind);
    const words = text.slice(behind, end).match(/[\p{L}\p{N}]+/gu) ?? [];
    const least = purpose.test(text.slice(start, behind)) ? 1 : MIN_REASON_WORDS;
    if (words.length >= least || (isEastern(text) && end - behind >= 4)) return { facet: "why", start, end };
  }
  return undefined;
}

/** Words for what is done about a failure; other failures that are only named are what the product is about. */
const handled =
  /(?<![\p{L}])(?:retry|retries|back-?off|fall(?:s)? ?back|error (?:states?|handling)|reintent\w*|recuperar (?:la )?conexi[oó]n|retries exponenciais|wiederholt|fallback|重试|重試|回退|降级|再試行|재시도)(?![\p{L}])/iu;

/** A quick look: most sentences have none of these. */
const mayHandle =
  /retr|back-?off|falls? ?back|error (?:state|handling)|reintent|recuperar|wiederholt|重试|重試|回退|降级|再試行|재시도/i;

/** "If the printer is offline, …", "… when a file is missing", "with exponential backoff". */
function edgeIn(text: string, signs: readonly Sign[]): Evidence | undefined {
  for (const { kind, start, end } of signs) {
    if (kind !== "if" && kind !== "when") continue;
    if (isReflexive(text, start, end)) continue;
    const until = sentenceEnd(text, end);
    if (kind === "if" || signs.some((one) => one.kind === "failing" && one.start > end && one.start < until))
      return { facet: "edgeCases", start, end: until };
  }
  const at = mayHandle.test(text) ? text.search(handled) : -1;
  return at < 0 ? undefined : { facet: "edgeCases", start: at, end: sentenceEnd(text, at) };
}

/** "se" means "if" in Portuguese and Italian at the start of a clause, and is a pronoun elsewhere and in Spanish. */
function isReflexive(text: string, start: number, end: number): boolean {
  return (
    /^se$/i.test(text.slice(start, end)) &&
    !/(?:^|[.,;:(–—]|\b(?:e|ou|o|mas|ma))\s*$/iu.test(text.slice(0, start))
  );
}

function limitIn(text: string, signs: readonly Sign[]): Evidence | undefined {
  const sign = signs.find(({ kind }) => kind === "limiting");
  const measure = measureIn(text);
  const at = sign?.start ?? (measure >= 0 ? measure : technologyIn(text));
  return at < 0
    ? undefined
    : { facet: "constraints", start: sentenceStart(text, at), end: sentenceEnd(text, at) };
}

/** Whether a statement can be checked as it stands: it sets a bound that can be measured. */
export function isMeasured(inline: Inline): boolean {
  return setsTarget(inline.text) || setsEnd(inline.text);
}

/** Whether what is accepted sets a bound or chooses how something is built. */
export function isLimiting({ text }: Inline): boolean {
  return setsTarget(text) || technologyIn(text) >= 0;
}

/** Whether what is accepted is something out of the ordinary. */
export function isOutOfTheOrdinary(inline: Inline): boolean {
  return hasSign(signsOf(inline), "failing") || sayingOf(inline).includes("edgeCases");
}

function sentenceEnd(text: string, from: number): number {
  const end = text.slice(from).search(/[.!?;](?=\s|$)|[。！？；]|\n(?=\s*\*{0,2}\p{Lu})/u);
  return end < 0 ? text.length : from + end;
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(0, at);
  const start = before.search(/[^.!?;。！？；\n]*$/u);
  return start + before.slice(start).search(/\S|$/);
}
