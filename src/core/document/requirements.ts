import { idKey, parentId } from "../recognise/ids.ts";
import type { Gathered } from "./collected.ts";
import { insertionAfter } from "./insertion.ts";
import { headingId } from "../recognise/lead.ts";
import type { Requirement } from "./model.ts";
import { changed } from "./moved-requirement.ts";
import type { OutlineEntry } from "./outline.ts";
import { rangeIn } from "./passage.ts";
import type { Passage } from "./passage.ts";
import { gatherBlock } from "./requirement-blocks.ts";
import { finishRequirement, openFacet, openRequirement, speak, spokenOf } from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { mergeRows } from "./requirement-rows.ts";

/**
 * Gathers the requirements of one group of headings (see groups.ts); their annotations go to `gathered`.
 *
 * @param text the document
 * @param entries a heading that defines a requirement and those that stand under it, or one heading without requirement
 */
export function requirementsOf(text: string, entries: readonly OutlineEntry[], gathered: Gathered): void {
  const gathering: Gathering = { text, drafts: [], gathered };
  let owner: RequirementDraft | undefined;
  for (const { section, requirement, facet: name } of entries) {
    const { heading } = section;
    if (requirement) owner = headingRequirement(gathering, heading, section.start);
    else if (name === undefined) speak(owner, undefined, heading.inline);
    const { start, end } = heading;
    const insertion = insertionAfter(text, start, end);
    const facet =
      owner === undefined || name === undefined
        ? undefined
        : openFacet(owner, { name, form: "heading", range: heading, label: heading, insertion });
    let current = facet;
    for (const { block, placed } of section.blocks)
      current = gatherBlock(gathering, block, placed, owner, current, facet);
  }
  gathered.requirements.push(...gathering.drafts.map(finishRequirement));
}

/** A requirement whose heading begins with its id. */
function headingRequirement(gathering: Gathering, heading: Passage, start: number): RequirementDraft {
  const found = headingId(heading.inline) as NonNullable<ReturnType<typeof headingId>>;
  return openRequirement(gathering, {
    id: found.id,
    idRange: rangeIn(heading, found.start, found.end),
    title: heading.text.slice(found.title).trim(),
    titleRange: rangeIn(heading, found.title, heading.text.length),
    form: "heading",
    start,
    end: heading.end,
    statement: [heading],
    spoken: [spokenOf(undefined, heading.inline, found.title)],
    insertion: insertionAfter(gathering.text, start, heading.end),
  });
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
