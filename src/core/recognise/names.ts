import { facetNames } from "../format/section-names.ts";
import type { FacetName } from "../format/section-names.ts";
import { lexicons } from "../lexicon/all.ts";
import type { PartName } from "../lexicon/lexicon.ts";
import { isEastern } from "../text/scripts.ts";
import { fold } from "./fold.ts";

/**
 * What headings and leads are called, in all languages at once. A heading is compared after taking off what people add to
 * a name: numbers, emoji, `{#anchor}`, brackets at its end, `& …` tails.
 */

const partByName = new Map<string, PartName>();
const facetByName = new Map<string, FacetName>();
/** Names that hold requirements wherever they stand in a heading: "v1 Requirements", "Requisitos … (v2.0)". */
const telling = new Set<string>();
/** "Remaining Questions": what is asked is no requirement, whatever it is called. */
const asking = new Set<string>();
/** The same in scripts without blanks: `Workspace 需求`. */
const tellingEnds: string[] = [];

for (const { parts, facets, nouns } of lexicons) {
  for (const [part, names] of Object.entries(parts) as [PartName, readonly string[]][]) {
    for (const name of names.map(fold)) {
      if (!partByName.has(name)) partByName.set(name, part);
      if (part === "Questions" && !name.includes(" ")) asking.add(name);
      if (part !== "Requirements") continue;
      if (isEastern(name)) tellingEnds.push(name);
      else if (nouns.requirement.some((noun) => isPlural(name, fold(noun)))) telling.add(name);
    }
  }
  for (const facet of facetNames) {
    for (const name of (facets[facet] ?? []).map(fold))
      if (!facetByName.has(name)) facetByName.set(name, facet);
  }
}

/** "requirements" of "requirement": one word that begins alike. */
function isPlural(name: string, noun: string): boolean {
  return (
    !name.includes(" ") &&
    name.length > noun.length &&
    name.startsWith(noun.slice(0, Math.max(4, noun.length - 1)))
  );
}

/** The part of a PRD that a heading opens. @param added the team's own names, folded */
export function partNamed(heading: string, added?: ReadonlyMap<string, PartName>): PartName | undefined {
  const bare = bareHeading(heading);
  const find = (name: string): PartName | undefined => added?.get(name) ?? partByName.get(name);
  const whole = find(fold(heading.trim())) ?? find(fold(bare));
  if (whole !== undefined || bare.length > 100) return whole;
  const some = [...halves(bare), ...withoutTail(bare)].map(fold);
  for (const name of some) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  for (const name of [fold(bare), ...some]) {
    const found = tellingPart(name);
    if (found !== undefined) return found;
  }
  return /^why\b/i.test(bare) ? "Why" : undefined;
}

/** The facet that a bold lead, heading or column names: `Acceptance criteria:`, `AC (Success)`. */
export function facetNamed(label: string): FacetName | undefined {
  if (label.length > 80) return undefined;
  const bare = bareHeading(label);
  const found = facetByName.get(fold(bare));
  if (found !== undefined) return found;
  for (const part of withoutTail(bare)) {
    const tail = facetByName.get(fold(part));
    if (tail !== undefined) return tail;
  }
  return undefined;
}

/** A heading's words: without number, emoji, anchor, trailing brackets and colon. */
export function bareHeading(heading: string): string {
  // Most headings are plain words, and each is asked for what it may be called.
  if (plainWords.test(heading)) return withoutNumber(heading.trim());
  let text = heading
    .replace(/\{#[^}]*\}/g, "")
    .replace(/[\p{Extended_Pictographic}\uFE0F\u200D]/gu, (sign) => (/[#*\d]/.test(sign) ? sign : ""))
    .trim();
  for (;;) {
    const shorter = text
      .replace(/\s*(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）|【[^【】]*】)\s*$/u, "")
      .replace(/[\s:：.,;–—-]+$/, "");
    if (shorter === text || shorter === "") break;
    text = shorter;
  }
  return withoutNumber(text);
}

/** Nothing of what is taken off but a number: no emoji or anchor anywhere, no bracket or mark at the end. */
const plainWords = /^[\x20-\x7a]*[A-Za-z0-9]\s*$/;

const anchor = /\s*(?:\{#[^{}]*\}|(?<=\s)\^[\p{L}\p{N}-]+)\s*$/u;

/** Where a heading's words end and the name begins by which other programs link to it: `{#why}`, `^why`. */
export function anchorAt(heading: string): number {
  return heading.includes("{#") || heading.includes("^")
    ? (anchor.exec(heading)?.index ?? heading.length)
    : heading.length;
}

const number =
  /^\s*(?:(?:\d+|[A-Z])(?:\.\d+)*[.):：、](?!\d)\s*|\d+(?:\.\d+)*\s+|[IVX]+\.\s*|[一二三四五六七八九十]+[、.．]\s*|§\s*\d+\s+)(?=\S)/u;

/** Index at which a heading's words begin behind its number: 4 of `3.1 Functional Requirements`. */
export function numberEnd(heading: string): number {
  return number.exec(heading)?.[0].length ?? 0;
}

/** `3.1 Functional Requirements` gives `Functional Requirements`. */
export function withoutNumber(heading: string): string {
  return heading.slice(numberEnd(heading)).trim();
}

/** The sides of a colon or dash: `Requirements: Wallet`, `Fase 1 — Requisitos`. */
function halves(text: string): string[] {
  const sides = text.split(/\s*[:：|]\s*|\s+[–—-]\s+/u).filter((side) => side !== "");
  return sides.length === 2 ? sides.map(bareHeading) : [];
}

/** `Edge Cases` of `Edge Cases & Error States`. */
function withoutTail(text: string): string[] {
  const cut = text.search(/\s*[&/＋+]\s*|\s+(?:and|und|y|e|et|ed|en|및)\s+|[、与和及と]/u);
  return cut > 0 ? [text.slice(0, cut)] : [];
}

function tellingPart(name: string): PartName | undefined {
  const words = name.split(" ");
  if (words.length <= 8) {
    if (asking.has(words.at(-1) ?? "")) return "Questions";
    if (telling.has(words[0] ?? "") || telling.has(words.at(-1) ?? "")) return "Requirements";
  }
  return tellingEnds.some((end) => name.endsWith(end)) ? "Requirements" : undefined;
}

const nonFunctional =
  /\b(?:non ?functional|nicht ?funktional|no funcional|nao funciona|non fonctionnel|non funzional|niet functione)|\bnfrs?\b|quality (?:requirements|attributes)|非功能|非機能|비기능/;

/** A heading of requirements that hold for the whole product: performance, privacy, availability. */
export function isNonFunctional(heading: string): boolean {
  return heading.length <= 200 && nonFunctional.test(fold(heading));
}

const qualities =
  /^(?:performance|accessibility|security|scalability|reliability|availability|maintainability|(?:browser )?compatibility|observability|implementation considerations|technical considerations|leistung|sicherheit|barrierefreiheit|skalierbarkeit|wartbarkeit|zuverlassigkeit|rendimiento|seguridad|accesibilidad|escalabilidad|securite|accessibilite|desempenho|seguranca|acessibilidade|escalabilidade|prestazioni|sicurezza|accessibilita|prestaties|beveiliging|toegankelijkheid|schaalbaarheid)(?: requirements| considerations| standards)?(?: ?(?:,|&|and\b|und\b|y\b|et\b|e\b|en\b).*)?$|^(?:性能|セキュリティ|安全|安全性|アクセシビリティ|보안|성능)(?:要求|需求|要件|요구사항)?$/;

/** A heading of what is true of the product everywhere: {@link isNonFunctional}, or one of its kinds, such as performance. */
export function namesQuality(heading: string): boolean {
  return isNonFunctional(heading) || (heading.length <= 80 && qualities.test(fold(bareHeading(heading))));
}
