import { datePattern, handlePattern } from "../document/answers.ts";
import { idKey, namedKeys } from "../recognise/ids.ts";
import { leadOf } from "../recognise/lead.ts";
import { bodyAt } from "../document/annotations.ts";
import type { Constraint, PrdDocument, Requirement, Spoken } from "../document/model.ts";
import { asRead } from "../document/moved.ts";
import type { FacetName } from "../format/section-names.ts";
import type { Block } from "../markdown/block.ts";
import { mark } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { TextEdit } from "../text/range.ts";

/** The parts of a fingerprint, in the order in which they are written: the statement, and one for each facet. */
export const parts = ["s", "w", "e", "c", "a"] as const;
export type Part = (typeof parts)[number];

const partOf: Readonly<Record<FacetName, Part>> = { why: "w", edgeCases: "e", constraints: "c", accept: "a" };

export type FacetTexts = Readonly<Partial<Record<Part, string>>>;

const remembered = new WeakMap<readonly Spoken[], FacetTexts>();

/**
 * What a requirement says under each facet, without all that says nothing; docs/format.md specifies it. A facet without
 * words is left out. Constraints that stand elsewhere and name the requirement follow its own.
 */
export function facetTexts(document: PrdDocument, { id, spoken }: Requirement): FacetTexts {
  let texts = remembered.get(spoken);
  if (texts === undefined) {
    texts = textsOf(spoken, document);
    // What a label leads to is said elsewhere, and may change there.
    const labels = spoken.some(({ inline }) => inline.targets?.some(({ target }) => target.startsWith("[")));
    if (!labels) remembered.set(spoken, texts);
  }
  const also = limitsFromElsewhere(document).get(idKey(id));
  return also === undefined ? texts : { ...texts, c: [texts.c ?? [], also].flat().join("\n") };
}

function textsOf(spoken: readonly Spoken[], document: PrdDocument): FacetTexts {
  const texts: Partial<Record<Part, string>> = { s: "" };
  for (const one of spoken) {
    const text = wordsOf(one, document);
    if (text === "") continue;
    const part = one.facet === undefined ? "s" : partOf[one.facet];
    const before = texts[part];
    texts[part] = before === undefined || before === "" ? text : `${before}\n${text}`;
  }
  return texts;
}

const head = /^\(([^;)]*)(;[^)]*)?\)\s*[:：]?/;
const whoAndWhen = new RegExp(`${handlePattern}|${datePattern}`, "gu");

/** Without one of these a text is in NFC already (the first with NFC_Quick_Check other than Yes is U+0300); asking ICU takes longer. */
const beyondNfc = /[\u0300-\uffff]/;

const otherBlanks = /[^\S ]|  /;

/** One item, normalised to a single line. */
function wordsOf({ facet, inline, from, to }: Spoken, document: PrdDocument): string {
  const end = to ?? inline.text.length;
  const changes = changesIn(inline, document);
  let text = changes === none ? inline.text.slice(from, end) : changed(inline.text, changes, from, end);
  if (facet === "constraints") {
    text = text.trimStart().replace(head, (_, said: string, ids?: string) => {
      const words = said.replace(whoAndWhen, "").split(",");
      const kept = words.map((word) => word.trim()).filter(Boolean);
      const named = ids === undefined ? "" : `; ${ids.slice(1).trim()}`;
      return `(${kept.join(", ")}${named}) `;
    });
  }
  const composed = beyondNfc.test(text) ? text.normalize("NFC") : text;
  // Nearly every text has its blanks right already, and replacing each of them would take longer than the hash.
  const line = (otherBlanks.test(composed) ? composed.replace(/\s+/g, " ") : composed).trim();
  // An answer gives the sentence before it a full stop where it had none.
  return to === undefined ? line : line.replace(/\.$/, "").trimEnd();
}

function changed(text: string, changes: readonly TextEdit[], from: number, end: number): string {
  let result = "";
  let at = from;
  for (const { start, end: to, newText } of changes) {
    if (start < at || start > end) continue;
    result += text.slice(at, start) + newText;
    at = to;
  }
  return result + text.slice(at, Math.max(at, end));
}

const none: readonly TextEdit[] = [];

/** Comments go, and links say where they lead. In order; offsets are indices into the text. */
function changesIn({ text, runs, targets = [] }: Inline, document: PrdDocument): readonly TextEdit[] {
  if (targets.length === 0 && !text.includes("<!--")) return none;
  const comments = runs
    .filter(({ marks, at }) => (marks & mark.html) !== 0 && text.startsWith("<!--", at))
    .map(({ at, length }) => ({ start: at, end: at + length, newText: "" }));
  const leads = targets.map(({ at, target }) => {
    const address = target.startsWith("[") ? (labelsOf(document).get(target) ?? target) : target;
    return { start: at, end: at, newText: ` (${address})` };
  });
  return leads.length === 0 ? comments : [...comments, ...leads].sort((a, b) => a.start - b.start);
}

const labels = new WeakMap<readonly PlacedPiece[], ReadonlyMap<string, string>>();

/** Where the labels of a document lead; of several definitions the first one counts, as in CommonMark. */
function labelsOf({ pieces }: PrdDocument): ReadonlyMap<string, string> {
  let found = labels.get(pieces);
  if (found === undefined) {
    const made = new Map<string, string>();
    const visit = (block: Block): void => {
      if (block.type === "other" && block.defines !== undefined && !made.has(block.defines[0]))
        made.set(...block.defines);
      if (block.type === "list") block.items.forEach(visit);
      else if ("children" in block) block.children.forEach(visit);
    };
    for (const { piece } of pieces) piece.blocks.forEach(visit);
    labels.set(pieces, (found = made));
  }
  return found;
}

const limits = new WeakMap<PrdDocument, ReadonlyMap<string, readonly string[]>>();

/** By key of a requirement: the constraints that name it and stand in no part of it. */
function limitsFromElsewhere(document: PrdDocument): ReadonlyMap<string, readonly string[]> {
  let found = limits.get(document);
  if (found === undefined) {
    const made = new Map<string, string[]>();
    for (const moved of document.constraints) {
      const constraint = asRead(moved);
      if (constraint.head === undefined || constraint.head.ids.length === 0) continue;
      const { passage, body, requirement } = constraint;
      const from = leadOf(passage.inline).afterId;
      const to = bodyAt(passage) + body.length;
      const text = wordsOf({ facet: "constraints", inline: passage.inline, from, to }, document);
      for (const key of namedBy(constraint)) {
        if (requirement !== undefined && key === idKey(requirement)) continue;
        const texts = made.get(key);
        if (texts === undefined) made.set(key, [text]);
        else texts.push(text);
      }
    }
    limits.set(document, (found = made));
  }
  return found;
}

/** Keys of the requirements that a constraint limits, those between the ends of `R1–R3` too. */
export function namedBy(constraint: Constraint): ReadonlySet<string> {
  const { limits: ids, passage } = asRead(constraint);
  return new Set(namedKeys(ids, ids.length < 2 ? "" : passage.text.slice(0, bodyAt(passage))));
}
