import type { Config } from "../config/config.ts";
import { bodyEndIn } from "../document/answers.ts";
import type { PrdDocument, Section, Spoken } from "../document/model.ts";
import type { Located } from "../document/passage.ts";
import { speakBlock, spokenOf } from "../document/requirement-draft.ts";
import type { FacetName, SectionName } from "../format/section-names.ts";
import type { Block, ItemBlock, TableBlock } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import { findMentions, idKey, namedKeys } from "../recognise/ids.ts";
import { leadOf } from "../recognise/lead.ts";
import { rowInline } from "../recognise/table.ts";
import { facetNamed, hasId, headingId, itemId, sectionFinder } from "./first-names.ts";

/*
 * What requirements said before they were recognised in all styles and languages: what the first fingerprints were made of.
 * Nothing here changes any more, or sign-offs go stale that nobody touched. Why it stands beside src/core/document and not in
 * it: docs/decisions/review.md.
 */

/** A requirement as the first version saw it; a row that repeats another one is one of its own. */
export interface First {
  readonly key: string;
  /** The same array for as long as its text stands. */
  readonly spoken: Spoken[];
}

/** A limit, and the keys of the requirements that it names and does not stand in. */
type Limit = readonly [spoken: Spoken, keys: readonly string[]];

/** Headings that are read together: one that opens a requirement with those below it, or one that stands below none. */
interface Group {
  readonly within: SectionName | undefined;
  /** The first heading opens a requirement. */
  readonly opens: boolean;
  /** The first heading is a section's own. */
  readonly named: boolean;
  readonly sections: Section[];
}

/** What a group says. */
interface Said {
  readonly requirements: First[];
  readonly limits: Limit[];
}

/** By key of a requirement. */
interface FirstVersion {
  readonly requirements: ReadonlyMap<string, readonly First[]>;
  /** The limits that name it and stand elsewhere. */
  readonly limits: ReadonlyMap<string, readonly Spoken[]>;
}

const versions = new WeakMap<PrdDocument, FirstVersion>();

/** The requirements of a document as the first version saw them. */
export function firstVersionOf(document: PrdDocument, { aliases }: Pick<Config, "aliases">): FirstVersion {
  let found = versions.get(document);
  if (found === undefined) {
    const requirements = new Map<string, First[]>();
    const limits = new Map<string, Spoken[]>();
    for (const group of groupsOf(document, sectionFinder(aliases))) {
      const said = read(group);
      for (const one of said.requirements) addTo(requirements, one.key, one);
      for (const [spoken, keys] of said.limits) for (const key of keys) addTo(limits, key, spoken);
    }
    versions.set(document, (found = { requirements, limits }));
  }
  return found;
}

function addTo<One>(map: Map<string, One[]>, key: string, one: One): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [one]);
  else known.push(one);
}

function groupsOf({ sections }: PrdDocument, findSection: ReturnType<typeof sectionFinder>): Group[] {
  const groups: Group[] = [];
  const within: Group["within"][] = [];
  /** By section: the group of the requirement that it belongs to. */
  const owners: (Group | undefined)[] = [];
  for (const [index, section] of sections.entries()) {
    const { heading, parent } = section;
    const above = owners[parent];
    const name = above === undefined ? findSection(heading.text) : undefined;
    const part = (within[index] = name ?? within[parent]);
    const opens = name === undefined && part === "Requirements" && headingId(heading.inline) !== undefined;
    owners[index] = above;
    if (above !== undefined && !opens) above.sections.push(section);
    else {
      const group = { within: part, opens, named: name !== undefined, sections: [section] };
      groups.push(group);
      if (opens) owners[index] = group;
    }
  }
  return groups;
}

const remembered = new WeakMap<Inline, { readonly from: readonly unknown[]; readonly said: Said }>();

/** Reads a group; where nothing of it changed, it says the same as the last time. */
function read({ within, opens, named, sections }: Group): Said {
  const { inline } = (sections[0] as Section).heading;
  const from = [
    within,
    opens,
    named,
    ...sections.flatMap(({ heading, blocks }) => [heading.inline, ...blocks.map(({ block }) => block)]),
  ];
  const known = remembered.get(inline);
  if (known?.from.length === from.length && known.from.every((one, index) => one === from[index]))
    return known.said;
  const said: Said = { requirements: [], limits: [] };
  const owner = opens ? open(said, inline, headingId(inline)) : undefined;
  for (const { heading, blocks } of sections) {
    if (within === "Constraints") gatherLimits(said, named ? undefined : heading.inline, blocks);
    if (within !== "Requirements") continue;
    const isOwn = heading.inline === inline;
    const facet = owner && !isOwn ? facetNamed(heading.text) : undefined;
    if (facet === undefined && !isOwn) owner?.spoken.push(spokenOf(undefined, heading.inline));
    let current = facet;
    for (const { block } of blocks) current = gather(said, block, owner, current, facet);
  }
  remembered.set(inline, { from, said });
  return said;
}

function open({ requirements }: Said, inline: Inline, found: ReturnType<typeof itemId>): First | undefined {
  if (found === undefined) return undefined;
  const opened = { key: idKey(found.id), spoken: [spokenOf(undefined, inline, found.after)] };
  requirements.push(opened);
  return opened;
}

/** @returns the facet to which a list that follows belongs */
function gather(
  said: Said,
  block: Block,
  owner: First | undefined,
  current: FacetName | undefined,
  standing: FacetName | undefined,
): FacetName | undefined {
  switch (block.type) {
    case "paragraph": {
      const name = owner && labelOf(block.inline);
      owner?.spoken.push(
        name === undefined
          ? spokenOf(standing, block.inline)
          : spokenOf(name, block.inline, leadOf(block.inline).afterBold),
      );
      return owner && (name ?? standing);
    }
    case "list":
      for (const item of block.items) gatherItem(said, item, owner, current);
      return standing;
    case "table":
      gatherTable(said, block, owner, standing);
      return standing;
    case "quote":
      for (const child of block.children) gather(said, child, owner, current, standing);
      return standing;
    default:
      speakBlock(owner, current ?? standing, block);
      return standing;
  }
}

/** The facet whose name stands in bold in front. */
function labelOf(inline: Inline): FacetName | undefined {
  const { bold } = leadOf(inline);
  return bold === undefined ? undefined : facetNamed(bold);
}

function gatherItem(
  said: Said,
  item: ItemBlock,
  owner: First | undefined,
  facet: FacetName | undefined,
): void {
  const first = item.children[0];
  const [inline, rest] =
    first?.type === "paragraph" ? [first.inline, item.children.slice(1)] : [item.inline, item.children];
  const name = owner && labelOf(inline);
  if (owner !== undefined && name !== undefined) {
    owner.spoken.push(spokenOf(name, inline, leadOf(inline).afterBold));
    for (const child of rest) facetBlock(said, child, owner, name);
    return;
  }
  const named = itemId(inline);
  const loose =
    facet ??
    (/^E\d/.test(named?.id ?? "") ? "edgeCases" : /^C\d/.test(named?.id ?? "") ? "constraints" : undefined);
  if (owner !== undefined && loose !== undefined) {
    facetItem(said, item, owner, loose);
    return;
  }
  const draft = open(said, inline, named);
  if (draft !== undefined) {
    let current: FacetName | undefined;
    for (const child of rest) current = gather(said, child, draft, current, undefined);
    return;
  }
  owner?.spoken.push(spokenOf(undefined, item.inline));
  for (const child of rest) if (child.type !== "paragraph") gather(said, child, owner, undefined, undefined);
}

function facetBlock(said: Said, block: Block, owner: First, facet: FacetName): void {
  if (block.type === "list") for (const item of block.items) facetItem(said, item, owner, facet);
  else if (block.type === "quote") for (const child of block.children) facetBlock(said, child, owner, facet);
  else speakBlock(owner, facet, block);
}

function facetItem(said: Said, { inline, children }: ItemBlock, owner: First, facet: FacetName): void {
  const named = itemId(inline);
  const letter = named?.id[0];
  const from = named?.after ?? 0;
  const limit = facet === "constraints" && letter === "C" ? limitOf(said, inline, owner.key) : undefined;
  const to = facet === "edgeCases" && letter === "E" ? bodyEndOf(inline, from) : undefined;
  owner.spoken.push(limit ?? spokenOf(facet, inline, from, to));
  for (const child of children) if (child.type !== "paragraph") facetBlock(said, child, owner, facet);
}

function bodyEndOf({ text }: Inline, from: number): number {
  return from + text.slice(from, bodyEndIn(text, from)).trimEnd().length;
}

/** Reads a limit; the requirements that its brackets name behind a semicolon have it too. */
function limitOf({ limits }: Said, inline: Inline, own?: string): Spoken | undefined {
  const { text } = inline;
  const named = itemId(inline);
  if (named === undefined) return undefined;
  const { after } = named;
  const [head = "", ids] = /^\([^;)]*(;[^)]*)?\)\s*[:：]?\s*/.exec(text.slice(after)) ?? [];
  const spoken = spokenOf("constraints", inline, after, bodyEndOf(inline, after + head.length));
  if (ids !== undefined) {
    const limited = [
      ...new Set([...(own === undefined ? [] : [own]), ...findMentions(ids).map(({ id }) => id)]),
    ];
    const keys = new Set(namedKeys(limited, text.slice(0, after + head.length)));
    limits.push([spoken, [...keys].filter((key) => key !== own)]);
  }
  return spoken;
}

/** The constraints of a section of their own: its headings, items of every depth and rows. */
function gatherLimits(said: Said, heading: Inline | undefined, blocks: readonly Located[]): void {
  if (heading !== undefined) limitOf(said, heading);
  const visit = (block: Block): void => {
    if (block.type === "list") block.items.forEach(visit);
    else if (block.type === "item") {
      limitOf(said, block.inline);
      block.children.forEach(visit);
    } else if (block.type === "table")
      for (const row of block.rows.slice(1)) if (hasId(row)) limitOf(said, rowInline(row));
  };
  for (const { block } of blocks) visit(block);
}

function gatherTable(
  said: Said,
  table: TableBlock,
  owner: First | undefined,
  facet: FacetName | undefined,
): void {
  const [header, ...rows] = table.rows;
  const withId = rows.filter(hasId);
  for (const { cells } of withId) {
    const [first, ...others] = cells;
    const draft = first && open(said, first, headingId(first));
    if (draft === undefined) continue;
    for (const [index, cell] of others.entries())
      draft.spoken.push(spokenOf(facetNamed(header?.cells[index + 1]?.text ?? ""), cell));
  }
  if (withId.length > 0) return;
  for (const cell of table.rows.flatMap(({ cells }) => cells))
    if (cell.text !== "") owner?.spoken.push(spokenOf(facet, cell));
}
