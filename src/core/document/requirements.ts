import type { Block, ItemBlock, ListBlock, TableBlock, TableRow } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/pieces.ts";
import type { Range } from "../text/range.ts";
import { bodyAt, constraintOf, edgeCaseOf } from "./annotations.ts";
import { keep } from "./collected.ts";
import type { Gathered } from "./collected.ts";
import { facetOf, restOf } from "./facets.ts";
import type { FacetDraft } from "./facets.ts";
import { idKey, idPrefix, parentId } from "./ids.ts";
import { insertionAfter, insertionInside } from "./insertion.ts";
import { headingId, leadOf } from "./lead.ts";
import type { Facet, Insertion, Requirement, Spoken } from "./model.ts";
import { facetNamed } from "../format/section-names.ts";
import type { FacetName } from "../format/section-names.ts";
import type { OutlineEntry } from "./outline.ts";
import { passageOf, rangeIn } from "./passage.ts";
import type { Located, Passage } from "./passage.ts";
import { mergeRows } from "./requirement-rows.ts";
import { changed } from "./moved-requirement.ts";
import { soThatOf } from "./story.ts";
import { columnNamed, rowsWithIds } from "./table.ts";
import { lineEndAt } from "../text/lines.ts";

/** A requirement while its blocks are gathered. */
interface Draft {
  readonly id: string;
  readonly idRange: Range;
  readonly title: string;
  readonly titleRange: Range;
  readonly form: Requirement["form"];
  readonly start: number;
  end: number;
  readonly statement: Passage[];
  readonly facets: FacetDraft[];
  readonly spoken: Spoken[];
  insertion: Insertion;
}

/**
 * Gathers the requirements of one group of headings (see groups.ts); their annotations go to `gathered`.
 *
 * @param text the document
 * @param entries a heading that defines a requirement and those that stand under it, or one heading without requirement
 */
export function requirementsOf(text: string, entries: readonly OutlineEntry[], gathered: Gathered): void {
  const drafts: Draft[] = [];
  let owner: Draft | undefined;
  for (const { section, requirement, facet: name } of entries) {
    if (requirement) owner = fromHeading(section.heading, section.start);
    else if (name === undefined) speak(owner, undefined, section.heading.inline);
    let facet: FacetDraft | undefined;
    if (owner !== undefined && name !== undefined) {
      const { start, end } = section.heading;
      facet = openFacet(
        owner,
        name,
        "heading",
        section.heading,
        { start, end },
        insertionAfter(text, start, end),
      );
    }
    gather(section.blocks, owner, facet);
  }
  gathered.requirements.push(...drafts.map((draft) => finish(draft)));

  function fromHeading(heading: Passage, start: number): Draft {
    const found = headingId(heading.inline) as NonNullable<ReturnType<typeof headingId>>;
    return open({
      id: found.id,
      idRange: rangeIn(heading, found.start, found.end),
      title: heading.text.slice(found.title).trim(),
      titleRange: rangeIn(heading, found.title, heading.text.length),
      form: "heading",
      start,
      end: heading.end,
      statement: [heading],
      facets: [],
      spoken: [spokenOf(undefined, heading.inline, found.title)],
      insertion: insertionAfter(text, start, heading.end),
    });
  }

  function open(draft: Draft): Draft {
    drafts.push(draft);
    gathered.definitions.push({
      ...draft.idRange,
      id: draft.id,
      kind: "requirement",
      title: draft.title,
      block: { start: draft.start, end: draft.end },
    });
    return draft;
  }

  /** @param facet a facet heading's facet, to which all blocks belong that name no other */
  function gather(blocks: readonly Located[], owner: Draft | undefined, facet: FacetDraft | undefined): void {
    let current = facet;
    for (const { block, placed } of blocks) current = gatherBlock(block, placed, owner, current, facet);
  }

  /** @returns the facet to which a list that follows belongs */
  function gatherBlock(
    block: Block,
    placed: PlacedPiece,
    owner: Draft | undefined,
    current: FacetDraft | undefined,
    standing: FacetDraft | undefined,
  ): FacetDraft | undefined {
    const start = placed.start + block.start;
    const end = placed.start + block.end;
    if (owner !== undefined && owner.form !== "row") owner.end = Math.max(owner.end, end);
    switch (block.type) {
      case "paragraph": {
        const passage = passageOf(block.inline, placed);
        if (owner === undefined) return undefined;
        const lead = leadOf(block.inline);
        const name = lead.bold === undefined ? undefined : facetNamed(lead.bold);
        owner.insertion = behind(owner, start, end);
        if (name !== undefined) {
          const label = rangeIn(passage, lead.boldStart, lead.boldStart + (lead.bold?.length ?? 0));
          const opened = openFacet(owner, name, "paragraph", passage, label, owner.insertion);
          push(opened, restOf(block.inline, lead.afterBold, placed));
          speak(owner, name, block.inline, lead.afterBold);
          return opened;
        }
        speak(owner, standing?.name, block.inline);
        if (standing === undefined) owner.statement.push(passage);
        else add(standing, passage, end);
        return standing;
      }
      case "list":
        gatherList(block, placed, owner, current);
        return standing;
      case "table":
        gatherTable(block, placed, owner, standing);
        return standing;
      case "quote":
        for (const child of block.children) gatherBlock(child, placed, owner, current, standing);
        return standing;
      default:
        if (owner !== undefined) owner.insertion = behind(owner, start, end);
        speakBlock(owner, (current ?? standing)?.name, block);
        return standing;
    }
  }

  function gatherList(
    list: ListBlock,
    placed: PlacedPiece,
    owner: Draft | undefined,
    facet: FacetDraft | undefined,
  ): void {
    for (const item of list.items) gatherItem(item, placed, owner, facet);
    const last = list.items.at(-1);
    if (owner !== undefined && last !== undefined) {
      owner.insertion = insertionAfter(text, placed.start + last.start, placed.start + last.end);
    }
  }

  function gatherItem(
    item: ItemBlock,
    placed: PlacedPiece,
    owner: Draft | undefined,
    facet: FacetDraft | undefined,
  ): void {
    const first = item.children[0];
    const rest = first?.type === "paragraph" ? item.children.slice(1) : item.children;
    const inline = first?.type === "paragraph" ? first.inline : item.inline;
    const passage = passageOf(inline, placed);
    const lead = leadOf(inline);
    const block = { start: placed.start + item.start, end: placed.start + item.end };
    const name = lead.bold === undefined ? undefined : facetNamed(lead.bold);
    if (owner !== undefined && name !== undefined) {
      const label = rangeIn(passage, lead.boldStart, lead.boldStart + (lead.bold?.length ?? 0));
      const inside = insertionInside(text, block.start, passage.end);
      const opened = openFacet(owner, name, "item", block, label, inside);
      push(opened, restOf(inline, lead.afterBold, placed));
      speak(owner, name, inline, lead.afterBold);
      for (const child of rest) facetBlock(child, placed, owner, opened);
      return;
    }
    if (facet !== undefined && owner !== undefined) {
      facetItem(item, placed, owner, facet);
      return;
    }
    const prefix = lead.id === undefined ? "" : idPrefix(lead.id);
    if (owner !== undefined && (prefix === "E" || prefix === "C") && !lead.id?.includes("-")) {
      // An edge case or constraint right under its requirement: the facet's label is missing, not its content.
      const loose = prefix === "E" ? "edgeCases" : "constraints";
      const known = owner.facets.find((one) => one.name === loose);
      const inside = insertionAfter(text, block.start, block.end);
      facetItem(
        item,
        placed,
        owner,
        known ?? openFacet(owner, loose, "item", block, { start: block.start, end: block.start }, inside),
      );
      return;
    }
    if (lead.id !== undefined) {
      const title = inline.text.slice(lead.afterId).trim();
      const draft = open({
        id: lead.id,
        idRange: rangeIn(passage, lead.idStart, lead.idEnd),
        title,
        titleRange: rangeIn(passage, lead.afterId, inline.text.length),
        form: "item",
        ...block,
        statement: [passage],
        facets: [],
        spoken: [spokenOf(undefined, inline, lead.afterId)],
        insertion: insertionInside(text, block.start, passage.end),
      });
      let current: FacetDraft | undefined;
      for (const child of rest) current = gatherBlock(child, placed, draft, current, undefined);
      return;
    }
    owner?.statement.push(passageOf(item.inline, placed));
    speak(owner, undefined, item.inline);
    for (const child of rest) {
      if (child.type !== "paragraph") gatherBlock(child, placed, owner, undefined, undefined);
    }
  }

  /** Where a facet goes that follows a block which is no list. */
  function behind(owner: Draft, start: number, end: number): Insertion {
    if (owner.form === "row") return owner.insertion;
    if (owner.form === "heading") return insertionAfter(text, start, end);
    return { ...owner.insertion, offset: lineEndAt(text, end), blankLine: true };
  }

  function gatherTable(
    table: TableBlock,
    placed: PlacedPiece,
    owner: Draft | undefined,
    facet: FacetDraft | undefined,
  ): void {
    const rows = rowsWithIds(table);
    const cells = table.rows.flatMap((row) => row.cells);
    if (rows.length === 0) {
      for (const cell of cells) {
        if (cell.text === "") continue;
        const passage = passageOf(cell, placed);
        speak(owner, facet?.name, cell);
        if (facet !== undefined) add(facet, passage, placed.start + table.end);
        else owner?.statement.push(passage);
      }
      if (owner !== undefined) {
        owner.insertion = behind(owner, placed.start + table.start, placed.start + table.end);
      }
      return;
    }
    for (const row of rows) gatherRow(table, row, placed);
  }

  function gatherRow(table: TableBlock, row: TableRow, placed: PlacedPiece): void {
    const first = row.cells[0];
    if (first === undefined) return;
    const found = headingId(first);
    if (found === undefined) return;
    const idCell = passageOf(first, placed);
    const named = columnNamed(
      table,
      /^(?:requirement|description|title|name|summary|story|user story|what)s?$/i,
    );
    const own = first.text.slice(found.title).trim();
    const titleCell = row.cells[named > 0 ? named : 1];
    const titlePassage = own !== "" || titleCell === undefined ? idCell : passageOf(titleCell, placed);
    const range = { start: placed.start + row.start, end: placed.start + row.end };
    const draft = open({
      id: found.id,
      idRange: rangeIn(idCell, found.start, found.end),
      title: own === "" ? (titleCell?.text.trim() ?? "") : own,
      titleRange: { start: titlePassage.start, end: titlePassage.end },
      form: "row",
      ...range,
      statement: [],
      facets: [],
      spoken: [spokenOf(undefined, first, found.title)],
      insertion: { offset: placed.start + table.end, indent: "", bullet: "-", blankLine: true },
    });
    for (const [index, cell] of row.cells.entries()) {
      const header = table.rows[0]?.cells[index];
      const name = index === 0 || header === undefined ? undefined : facetNamed(header.text);
      const passage = passageOf(cell, placed);
      if (index > 0) speak(draft, name, cell);
      if (name === undefined) {
        if (cell.text !== "") draft.statement.push(passage);
      } else
        push(
          openFacet(draft, name, "cell", passage, passageOf(header ?? cell, placed), draft.insertion),
          passage,
        );
    }
  }

  function openFacet(
    owner: Draft,
    name: FacetName,
    form: Facet["form"],
    range: Range,
    label: Range,
    insertion: Insertion,
  ): FacetDraft {
    const { start, end } = range;
    const facet: FacetDraft = {
      name,
      labelRange: { start: label.start, end: label.end },
      form,
      start,
      end,
      content: [],
      insertion,
    };
    owner.facets.push(facet);
    return facet;
  }

  function facetBlock(block: Block, placed: PlacedPiece, owner: Draft, facet: FacetDraft): void {
    if (block.type === "list") for (const item of block.items) facetItem(item, placed, owner, facet);
    else if (block.type === "paragraph") {
      add(facet, passageOf(block.inline, placed), placed.start + block.end);
      speak(owner, facet.name, block.inline);
    } else if (block.type === "quote")
      for (const child of block.children) facetBlock(child, placed, owner, facet);
    else {
      facet.end = Math.max(facet.end, placed.start + block.end);
      speakBlock(owner, facet.name, block);
    }
  }

  function facetItem(item: ItemBlock, placed: PlacedPiece, owner: Draft, facet: FacetDraft): void {
    const passage = passageOf(item.inline, placed);
    const block = { start: placed.start + item.start, end: placed.start + item.end };
    const { id, afterId } = leadOf(item.inline);
    let to: number | undefined;
    const prefix = id === undefined ? "" : idPrefix(id);
    if (facet.name === "edgeCases" && prefix.startsWith("E")) {
      const found = edgeCaseOf(passage, block, owner.id);
      keep(found, gathered.edgeCases, "edge-case", gathered);
      if (found !== undefined) to = afterId + found.body.length;
    } else if (facet.name === "constraints" && prefix.startsWith("C")) {
      const found = constraintOf(passage, block, owner.id);
      keep(found, gathered.constraints, "constraint", gathered);
      if (found !== undefined) to = bodyAt(passage) + found.body.length;
    }
    speak(owner, facet.name, item.inline, id === undefined ? 0 : afterId, to);
    push(facet, id === undefined ? passage : restOf(item.inline, afterId, placed));
    facet.end = Math.max(facet.end, block.end);
    for (const child of item.children)
      if (child.type !== "paragraph") facetBlock(child, placed, owner, facet);
    facet.insertion = insertionAfter(text, block.start, block.end);
  }

  function push(facet: FacetDraft, passage: Passage | undefined): void {
    if (passage !== undefined) facet.content.push(passage);
  }

  function add(facet: FacetDraft, passage: Passage, end: number): void {
    facet.content.push(passage);
    facet.end = Math.max(facet.end, end);
  }
}

function spokenOf(facet: FacetName | undefined, inline: Inline, from = 0, to?: number): Spoken {
  return { facet, inline, from, to };
}

function speak(
  owner: Draft | undefined,
  facet: FacetName | undefined,
  inline: Inline,
  from = 0,
  to?: number,
): void {
  owner?.spoken.push(spokenOf(facet, inline, from, to));
}

/** Code, HTML, tables and footnotes that no list or paragraph holds. */
function speakBlock(owner: Draft | undefined, facet: FacetName | undefined, block: Block): void {
  if (block.type === "code" || block.type === "html") {
    const { start, end, value } = block;
    const text = block.type === "html" ? value.replace(/<!--[^]*?(?:-->|$)/g, "") : value;
    speak(owner, facet, { text, runs: [], start, end });
  } else if (block.type === "table") {
    for (const cell of block.rows.flatMap((row) => row.cells)) speak(owner, facet, cell);
  } else if (block.type === "paragraph" || block.type === "item") speak(owner, facet, block.inline);
  if (block.type === "list") for (const item of block.items) speakBlock(owner, facet, item);
  else if ("children" in block) {
    for (const child of block.children) {
      if (block.type !== "item" || child.type !== "paragraph") speakBlock(owner, facet, child);
    }
  }
}

function finish(draft: Draft): Requirement {
  const facets: Partial<Record<FacetName, Facet>> = {};
  for (const one of draft.facets) {
    const facet = facetOf(one);
    // Two columns or labels for one facet: what one of them says, counts.
    if (facets[facet.name] === undefined || facets[facet.name]?.empty === true) facets[facet.name] = facet;
  }
  return { ...draft, facets, soThat: soThatOf(draft.statement), parent: undefined, also: [] };
}

/**
 * Brings the requirements of all groups together: rows that repeat another one are merged with it, children know
 * their parents.
 */
export function joinRequirements(requirements: readonly Requirement[]): readonly Requirement[] {
  const merged = requirements.some(({ form }) => form === "row") ? mergeRows(requirements) : requirements;
  if (!merged.some(({ id }) => id.includes("."))) return merged;
  const ids = new Map(merged.map(({ id }) => [idKey(id), id]));
  return merged.map((one) => {
    const above = parentId(idKey(one.id));
    return above === undefined ? one : changed(one, { parent: ids.get(above) });
  });
}
