/** Ids of requirements and annotations: `R1`, `FR-1`, `FR6.1`. */
export const idPattern = String.raw`[A-Z]{1,5}-?\d{1,9}(?:\.\d{1,9})*`;

const wholeId = new RegExp(`^${idPattern}$`);

export function isId(text: string): boolean {
  return wholeId.test(text);
}

/** What is compared: `FR-1` and `FR1` are one id. */
export function idKey(id: string): string {
  return id.includes("-") ? id.replace("-", "") : id;
}

/** Letters of an id: `FR` for `FR-6.1`. */
export function idPrefix(id: string): string {
  let end = 0;
  for (let unit = id.charCodeAt(0); unit >= 65 && unit <= 90; unit = id.charCodeAt(end)) end++;
  return id.slice(0, end);
}

/** `FR6` for `FR6.1`, undefined for an id without a dot. */
export function parentId(id: string): string | undefined {
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
  let hyphen = "";
  for (const id of taken) {
    if (idPrefix(id) !== prefix) continue;
    const number = Number.parseInt(idKey(id).slice(prefix.length), 10);
    if (number < highest) continue;
    highest = number;
    hyphen = id[prefix.length] === "-" ? "-" : "";
  }
  return `${prefix}${hyphen}${highest + 1}`;
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
const maybe = /[A-Z]-?\d/;
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
