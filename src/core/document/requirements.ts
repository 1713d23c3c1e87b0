import { idKey, parentId } from "../recognise/ids.ts";
import type { Gathered } from "./collected.ts";
import type { Inline } from "../markdown/inline.ts";
import { rememberSaid } from "./coverage.ts";
import type { Digest } from "./digest.ts";
import type { FacetWords } from "../recognise/team-facets.ts";
import { insertionAfter } from "./insertion.ts";
import type { Located } from "./passage.ts";
import type { Requirement } from "./model.ts";
import { changed } from "./moved-requirement.ts";
import type { OutlineEntry } from "./outline.ts";
import { gatherBlock } from "./requirement-blocks.ts";
import { attest, finishRequirement, openFacet, openFrom, speak } from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";
import { mergeRows } from "./requirement-rows.ts";

/**
 * Gathers the requirements of one group of headings (see groups.ts); their annotations go to `gathered`.
 *
 * @param text the document
 * @param words what the team calls the facets
 * @param entries a heading that opens a requirement and those that stand under it, or one heading without requirement
 */
export function requirementsOf(
  text: string,
  entries: readonly OutlineEntry[],
  words: FacetWords,
  gathered: Gathered,
): void {
  const standing = { within: entries[0]?.section.within };
  const gathering: Gathering = { text, words, drafts: [], gathered, standing, last: undefined, skip: false };
  let heading: RequirementDraft | undefined;
  for (const { section, requirement, facet: name, scenario } of entries) {
    // A section of which something is accepted holds what is to be done, whatever it is called.
    if (standing.within === undefined && section.blocks.some((located) => isAcceptance(located, words)))
      gathering.standing = { within: "Requirements" };
    const { heading: passage, start } = section;
    if (requirement !== undefined) {
      const range = { start, end: passage.end };
      const insertion = insertionAfter(text, start, passage.end);
      heading = openFrom(gathering, { opening: requirement, passage, form: "heading", range, insertion });
    } else if (name === undefined) speak(heading, undefined, passage.inline);
    const insertion = insertionAfter(text, passage.start, passage.end);
    const facet =
      heading === undefined || name === undefined
        ? undefined
        : openFacet(heading, {
            name,
            form: scenario ? "scenario" : "heading",
            range: passage,
            label: passage,
            insertion,
          });
    if (heading !== undefined && scenario) attest(heading, passage, firstStep(section.blocks[0]));
    gathering.last = undefined;
    gathering.skip = false;
    let current = facet;
    let owner = heading;
    for (const { block, placed } of section.blocks) {
      current = gatherBlock(gathering, block, placed, owner, current, facet);
      if (heading === undefined) owner = paragraphBefore(gathering);
    }
  }
  gathered.requirements.push(...gathering.drafts.map(finishRequirement));
}

function firstStep(located: Located | undefined): Inline | undefined {
  const block = located?.block;
  if (block?.type === "list") return block.items[0]?.inline;
  return block?.type === "paragraph" ? block.inline : undefined;
}

function isAcceptance({ block }: Located, words: FacetWords): boolean {
  return block.type === "paragraph" && words.lead(block.inline)?.name === "accept";
}

/** The requirement that the block before has opened as a paragraph. */
function paragraphBefore({ last }: Gathering): RequirementDraft | undefined {
  return last?.form === "paragraph" ? last : undefined;
}

/**
 * Brings the requirements of all groups together: rows that repeat another one are merged with it, those that are only said
 * again are left out, children know their parents.
 *
 * @param restated where those start that are only said again
 */
export function joinRequirements(
  requirements: readonly Requirement[],
  { plain, said }: Pick<Digest, "plain" | "said">,
  restated: ReadonlySet<number>,
): readonly Requirement[] {
  if (plain && restated.size === 0) {
    rememberSaid(requirements, said);
    return requirements;
  }
  const joined = requirements.some(({ form }) => form === "row") ? mergeRows(requirements) : requirements;
  const merged = restated.size === 0 ? joined : joined.filter(({ start }) => !restated.has(start));
  if (!merged.some(({ id, named }) => named && id.includes("."))) return merged;
  const ids = new Map(merged.map(({ id }) => [idKey(id), id]));
  return merged.map((one) => {
    const above = parentId(idKey(one.id));
    return above === undefined ? one : changed(one, { parent: ids.get(above) });
  });
}
