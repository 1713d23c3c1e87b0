import { datePattern, handlePattern } from "../document/answers.ts";
import type { PrdDocument, Spoken } from "../document/model.ts";
import type { Block } from "../markdown/block.ts";
import { mark } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import { foldTypography, withoutFullStop } from "../text/typography.ts";
import type { TextEdit } from "../text/range.ts";

/** How texts are normalised: the versions of fingerprints. */
export type Version = 1 | 2;

const head = /^\(([^;)]*)(;[^)]*)?\)\s*[:：]?/;
const whoAndWhen = new RegExp(`${handlePattern}|${datePattern}`, "gu");

/** Without one of these a text is in NFC already (the first with NFC_Quick_Check other than Yes is U+0300); asking ICU takes longer. */
const beyondNfc = /[\u0300-\uffff]/;

const otherBlanks = /[^\S ]|  /;

/** One item, normalised to a single line; docs/format.md says how. */
export function wordsOf(
  { facet, inline, from, to }: Spoken,
  document: PrdDocument,
  version: Version,
): string {
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
  if (version === 2) return withoutFullStop(foldTypography(line));
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

/** Whether what is said depends on where labels lead, which is said elsewhere and may change there. */
export function usesLabels(spoken: readonly Spoken[]): boolean {
  return spoken.some(({ inline }) => inline.targets?.some(({ target }) => target.startsWith("[")));
}
