import type { ItemBlock } from "../markdown/block.ts";
import { mark } from "../markdown/inline.ts";
import type { Inline } from "../markdown/inline.ts";
import { findMentions, idPattern, idPrefix, isId, nextId } from "../recognise/ids.ts";
import { headingId, leadOf } from "../recognise/lead.ts";
import { readingsOf } from "../document/mentions.ts";
import type { PrdDocument, Section } from "../document/model.ts";
import { facetNamed, withoutNumber } from "../format/section-names.ts";
import { proseOf } from "../document/passage.ts";
import type { TextEdit } from "../text/range.ts";
import { isAside } from "./asides.ts";

export interface NumberedBullets {
  readonly edits: readonly TextEdit[];
  /** The ids that were given, in document order. */
  readonly ids: readonly string[];
  /** Headings without id whose bullets are facets: they read like requirements, and only a person may say so. */
  readonly likeRequirements: readonly string[];
  /** Bullets whose id stands in brackets, code or a link, where the format does not see it. */
  readonly hiddenIds: readonly string[];
}

/**
 * Gives ids to the bullets that are requirements or assumptions and have none: those at the top level of their
 * sections. Ordered lists, nested bullets, facets and whatever stands under a heading with an id keep their text.
 *
 * Task boxes count as bullets: many teams keep their requirements as a check list, and an acceptance list is known by
 * its heading or label. A bullet that only introduces nested ones counts too: the nested ones are its statement.
 */
export function numberBullets(document: PrdDocument): NumberedBullets {
  const edits: TextEdit[] = [];
  const ids: string[] = [];
  const likeRequirements: string[] = [];
  const hiddenIds: string[] = [];
  const next = { Requirements: idGiver(document, "R"), Assumptions: idGiver(document, "A") };
  for (const section of document.sections) {
    const { within } = section;
    if ((within !== "Requirements" && within !== "Assumptions") || !open(section, document.sections))
      continue;
    if (within === "Requirements" && section.name === undefined && hasFacets(section)) {
      likeRequirements.push(section.heading.text);
      continue;
    }
    for (const { item, start } of bulletsOf(section)) {
      const paragraph = item.children[0];
      if (paragraph?.type !== "paragraph" || !wantsId(paragraph.inline)) continue;
      const hidden = hiddenIdOf(paragraph.inline);
      if (hidden !== undefined) {
        hiddenIds.push(hidden);
        continue;
      }
      const id = next[within]();
      if (id === undefined) continue;
      const at = start + paragraph.inline.start;
      edits.push({ start: at, end: at, newText: `**${id}** ` });
      ids.push(id);
    }
  }
  return { edits, ids, likeRequirements, hiddenIds };
}

/** False under headings with an id, which are the requirement themselves, and under those that say it is none. */
function open(section: Section, sections: readonly Section[]): boolean {
  let at: Section | undefined = section;
  while (at !== undefined && at.within === section.within) {
    if (
      at.name === undefined &&
      (headingId(at.heading.inline) !== undefined || isAside(withoutNumber(at.heading.text)))
    ) {
      return false;
    }
    at = sections[at.parent];
  }
  return true;
}

/** Bullets at the top level; a list whose label says that it is something else is left out. */
function* bulletsOf(section: Section): Generator<{ item: ItemBlock; start: number }> {
  let label: string | undefined;
  for (const { block, placed } of section.blocks) {
    if (block.type === "list" && !block.ordered && (label === undefined || !isAside(label))) {
      for (const item of block.items) yield { item, start: placed.start };
    }
    label = block.type === "paragraph" ? labelOf(block.inline) : undefined;
  }
}

/** The words with which a paragraph announces the list below it: `**Notes:**`, `Commands (implemented):`. */
function labelOf(inline: Inline): string | undefined {
  const { bold } = leadOf(inline);
  if (bold !== undefined && isAside(bold)) return bold;
  const text = inline.text.trim();
  return text === bold || /[:：]$/.test(text) ? text : undefined;
}

/** `**Why:** …`, `Edge cases: …`: a part of a requirement, not one of its own. */
function leadLabel(inline: Inline): string | undefined {
  return leadOf(inline).bold ?? /^\s*([^:：\n]{1,40})[:：](?:\s|$)/.exec(inline.text)?.[1];
}

function hasFacets(section: Section): boolean {
  return section.blocks.some(({ block }) => {
    if (block.type === "paragraph") return isFacet(leadOf(block.inline).bold);
    return block.type === "list" && block.items.some((item) => isFacet(leadOf(item.inline).bold));
  });
}

function isFacet(label: string | undefined): boolean {
  return label !== undefined && facetNamed(label) !== undefined;
}

const saysNothing =
  /^\s*(?:none|n\/?a|nothing|not (?:applicable|affected)[^.\n]{0,40}|[-–—…])?\s*[.…]?\s*$|^\s*none\b[^]{0,3}\bbecause\b/i;

function wantsId(inline: Inline): boolean {
  const label = leadLabel(inline);
  return (
    leadOf(inline).id === undefined &&
    !saysNothing.test(inline.text) &&
    (label === undefined || !isAside(label))
  );
}

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
