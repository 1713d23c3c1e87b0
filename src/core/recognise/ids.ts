import { foldTypography, withoutFullStop } from "../text/typography.ts";

/** Ids of requirements and annotations: `R1`, `FR-1`, `FR6.1`, and with an area in the middle `FR-PRN-03`, `REQ_002`, `FR-A1`. */
export const idPattern = String.raw`[A-Z]{1,8}(?:[-_][A-Z]{1,8}){0,2}[-_]?\d{1,9}(?:\.\d{1,9})*`;

const wholeId = new RegExp(`^${idPattern}$`);

export function isId(text: string): boolean {
  return wholeId.test(text);
}

/** What a requirement without an id is called: its title in quotes, a quote inside doubled. */
export function quoted(title: string): string {
  return `"${title.replaceAll('"', '""')}"`;
}

/** True for a title that stands where an id would. */
export function isQuoted(id: string): boolean {
  return id.startsWith('"');
}

/**
 * What is compared: `FR-1`, `FR_1` and `FR1` are one id. Titles are compared without case, and typographic quotes, dashes and
 * a full stop at the end make no other one.
 */
export function idKey(id: string): string {
  if (isQuoted(id)) {
    const title = foldTypography(id.slice(1, -1)).replaceAll('""', '"').replace(/\s+/g, " ");
    return `"${withoutFullStop(title.trim()).toLowerCase()}"`;
  }
  return id.includes("-") || id.includes("_") ? id.replace(/[-_]/g, "") : id;
}

/**
 * Names that everybody knows for something else, though they are written like ids: paper, function keys, priorities,
 * storage and chips, quarters, layers.
 */
const names =
  /^(?:[AB]\d|C4|D3|EC2|E10|F(?:\d|1[0-2])|G[345]|H26[45]|IP[46]|K8|L\d|M\d|MP[34]|N95|P\d|Q[1-4]|R2|S3|T\d|USB\d|V\d|W3|X11)$/;

export function isCommonName(id: string): boolean {
  return names.test(id);
}

/** `P0` to `P4`, by which people say how much something matters. */
export function isPriority(id: string): boolean {
  return /^P[0-4]$/.test(id);
}

/** What stands before the number: `FR` for `FR-6.1`, `FR-PRN` for `FR-PRN-03`, nothing for a title. */
export function idPrefix(id: string): string {
  let end = 0;
  for (let unit = id.charCodeAt(0); isLetterOrSeparator(unit); unit = id.charCodeAt(end)) end++;
  const last = id.charCodeAt(end - 1);
  return id.slice(0, last === 45 || last === 95 ? end - 1 : end);
}

function isLetterOrSeparator(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || unit === 45 || unit === 95;
}

/** `FR6` for `FR6.1`, undefined for an id without a dot and for a title. */
export function parentId(id: string): string | undefined {
  if (isQuoted(id)) return undefined;
  const dot = id.lastIndexOf(".");
  return dot < 0 ? undefined : id.slice(0, dot);
}

/**
 * The next id that is free, in the style of those that exist: after `FR-1`, `FR-2` comes `FR-3`.
 *
 * @param prefix letters of the id, for example `C`
 * @param taken ids of the document, in any order
 */
export function nextId(prefix: string, taken: Iterable<string>): string {
  let highest = 0;
  let separator = "";
  for (const id of taken) {
    if (idPrefix(id) !== prefix) continue;
    const behind = id.slice(prefix.length);
    const number = Number.parseInt(behind.replace(/^[-_]/, ""), 10);
    if (number < highest) continue;
    highest = number;
    separator = /^[-_]/.exec(behind)?.[0] ?? "";
  }
  return `${prefix}${separator}${highest + 1}`;
}

/** An id that stands in prose, and may or may not mean something in this document. Indices into the prose. */
export interface MentionCandidate {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** It follows "see", so it is meant as a reference whatever its letters are. */
  readonly afterSee: boolean;
}

const mention = new RegExp(
  String.raw`(?<![\p{L}\p{N}_./@#-]|[A-Za-z0-9]–)(${idPattern})(?:\s?(?:[-–—]|\.{2,3}|…)\s?(${idPattern}))?(?![\p{L}\p{N}_/@]|-[\p{L}\p{N}]|\.[\p{L}\p{N}])`,
  "gu",
);
const maybe = /[A-Z][-_]?\d/;
const see = /\bsee\s+(?:[^.:;!?\n]{0,80}?(?:,|\band|\bor)\s+)?$/i;

/**
 * Ids in prose. Both ends of a range (`R1–R3`) count.
 *
 * @param prose text in which code, links and square brackets are blanked out
 */
export function findMentions(prose: string): MentionCandidate[] {
  if (!maybe.test(prose)) return [];
  const found: MentionCandidate[] = [];
  for (const match of prose.matchAll(mention)) {
    const [text, first, second] = match;
    if (first === undefined) continue;
    const start = match.index;
    const afterSee = see.test(prose.slice(Math.max(0, start - 100), start));
    found.push({ id: first, start, end: start + first.length, afterSee });
    if (second !== undefined) {
      const end = start + text.length;
      found.push({ id: second, start: end - second.length, end, afterSee });
    }
  }
  return found;
}

const range = /((?:[A-Z]{1,8}[-_]?){1,3})(\d{1,4})\s?(?:[-–—]|\.{2,3}|…|to)\s?\1(\d{1,4})(?![\w.]*\w)/g;

/**
 * Keys (`idKey`) of the ids, with those between the ends of a range: `R1–R3` names R2 as well.
 *
 * @param ids the ids that the text names
 */
export function namedKeys(ids: readonly string[], text: string): string[] {
  const keys = ids.map(idKey);
  if (ids.length < 2) return keys;
  for (const [, prefix = "", first, last] of text.matchAll(range)) {
    const end = Math.min(Number(last), Number(first) + 200);
    for (let number = Number(first) + 1; number < end; number++) keys.push(idKey(`${prefix}${number}`));
  }
  return keys;
}
