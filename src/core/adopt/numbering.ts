import { mark } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import { asideLead, facetLead, namesAside } from "../recognise/facet-lead.ts";
import { findMentions, idPattern, idPrefix, isId, nextId } from "../recognise/ids.ts";
import { headingId, leadOf } from "../recognise/lead.ts";
import { readingsOf } from "../document/mentions.ts";
import type { PrdDocument, Requirement } from "../document/model.ts";
import { passageOf, proseOf } from "../document/passage.ts";
import type { Passage } from "../document/passage.ts";
import type { TextEdit } from "../text/range.ts";

export interface Numbering {
  readonly edits: readonly TextEdit[];
  /** The ids that were given, in document order. */
  readonly ids: readonly string[];
  /** Items whose id stands in brackets, code or a link, where the format does not see it. */
  readonly hiddenIds: readonly string[];
}

/**
 * Gives ids to what was recognised as a requirement and has none, and to assumptions. Headings keep their words, since
 * others link to them and other tools go by them; their title names such a requirement.
 */
export function numberWhatHasNoId(document: PrdDocument): Numbering {
  const hiddenIds: string[] = [];
  const wanting = [
    ...document.requirements
      .filter((one) => !one.named && hasRoom(one))
      .map((one) => ({ letters: "R", inline: one.statement[0]?.inline, at: one.statement[0]?.start })),
    ...assumptionsOf(document).map((passage) => ({
      letters: "A",
      inline: passage.inline,
      at: passage.start,
    })),
  ].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const next: Readonly<Record<string, () => string | undefined>> = {
    R: idGiver(document, "R"),
    A: idGiver(document, "A"),
  };
  const edits: TextEdit[] = [];
  const ids: string[] = [];
  for (const { letters, inline, at } of wanting) {
    if (inline === undefined || at === undefined || saysNothing.test(inline.text)) continue;
    const hidden = hiddenIdOf(inline);
    if (hidden !== undefined) {
      hiddenIds.push(hidden);
      continue;
    }
    const id = next[letters]?.();
    if (id === undefined) continue;
    edits.push({ start: at, end: at, newText: `**${id}** ` });
    ids.push(id);
  }
  return { edits, ids, hiddenIds };
}

/** An item, a paragraph, or a row whose first cell is its title: an id in front of it is seen there. */
function hasRoom({ form, start, statement }: Requirement): boolean {
  if (form === "item" || form === "paragraph") return true;
  const first = statement[0];
  return form === "row" && first !== undefined && /^\s*\|?\s*$/.test(textBetween(first, start));
}

function textBetween({ placed, start: at }: Passage, start: number): string {
  return placed.piece.text.slice(start - placed.start, at - placed.start);
}

/** Items at the top level of *Assumptions* without an id. */
function assumptionsOf({ sections }: PrdDocument): Passage[] {
  return sections
    .filter(({ within, heading }) => within === "Assumptions" && headingId(heading.inline) === undefined)
    .filter(({ heading, name }) => name !== undefined || !namesAside(heading.text))
    .flatMap(({ blocks }) =>
      blocks.flatMap(({ block, placed }) =>
        block.type === "list" ? block.items.map((item) => ({ item, placed })) : [],
      ),
    )
    .flatMap(({ item, placed }) => {
      const paragraph = item.children[0];
      if (paragraph?.type !== "paragraph") return [];
      const { inline } = paragraph;
      const lead = facetLead(inline) ?? asideLead(inline);
      return leadOf(inline).id === undefined && lead === undefined ? [passageOf(inline, placed)] : [];
    });
}

const saysNothing =
  /^\s*(?:none|n\/?a|nothing|not (?:applicable|affected)[^.\n]{0,40}|[-–—…])?\s*[.…]?\s*$|^\s*none\b[^]{0,3}\bbecause\b/i;

const bracketed = new RegExp(String.raw`^\s*[([]+(${idPattern})(?=[)\]])`);

/** An id in round or square brackets, or one that stands alone in code or a link: `(R6) …`, `` `R8` … ``. */
function hiddenIdOf({ text, runs }: Inline): string | undefined {
  const first = runs[0];
  if (first !== undefined && (first.marks & (mark.code | mark.link)) !== 0) {
    const words = text.slice(first.at, first.at + first.length).trim();
    if (isId(words)) return words;
  }
  return bracketed.exec(text)?.[1];
}

/**
 * Free ids of one kind, one after the other. Numbers that the prose mentions are not given: "(R4)" means something to
 * its readers already, and must not come to mean a bullet that happened to be the fourth.
 */
function idGiver(document: PrdDocument, prefix: string): () => string | undefined {
  let number: number | undefined;
  let letters = prefix;
  return () => {
    if (number === undefined) {
      const taken = document.definitions.map(({ id }) => id);
      for (const { piece } of document.pieces) {
        for (const { inline } of readingsOf(piece)) {
          for (const { id } of findMentions(proseOf(inline))) if (idPrefix(id) === prefix) taken.push(id);
        }
      }
      const first = nextId(prefix, taken);
      letters = first.replace(/\d+$/, "");
      number = Number(first.slice(letters.length));
    }
    const id = `${letters}${number++}`;
    return isId(id) ? id : undefined;
  };
}
