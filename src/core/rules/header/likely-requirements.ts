import type { PrdDocument, Section } from "../../document/model.ts";
import { partNamed } from "../../recognise/names.ts";

/** A heading under which requirements probably stand. */
export interface LikelySection {
  readonly section: Section;
  /** Items, rows, sentences and headings under it that could be one. */
  readonly count: number;
}

/** From so many on a heading is named that does not mean requirements; one item may be anything. */
const LEAST = 2;

/** The heading with the most that could be a requirement, other than those that certainly hold none. */
export function likelyRequirements({ sections }: PrdDocument): LikelySection | undefined {
  const counts = new Map<Section, number>();
  for (const section of sections) {
    const outermost = outermostOf(section, sections);
    if (!mayHold(outermost) || !mayHold(section)) continue;
    const own = candidatesIn(section) || (section === outermost || section.blocks.length === 0 ? 0 : 1);
    counts.set(outermost, (counts.get(outermost) ?? 0) + own);
  }
  let likely: LikelySection | undefined;
  for (const [section, count] of counts)
    if (count >= (section.name === undefined ? LEAST : 1) && count > (likely?.count ?? 0))
      likely = { section, count };
  return likely;
}

/** The heading around a section that stands right under the document's title, or that has none above it. */
function outermostOf(section: Section, sections: readonly Section[]): Section {
  let found = section;
  for (
    let above = sections[found.parent];
    above !== undefined && above.depth > 1;
    above = sections[above.parent]
  )
    found = above;
  return found;
}

function mayHold({ within, heading }: Section): boolean {
  if ((within ?? "Requirements") !== "Requirements" || asides.test(heading.text)) return false;
  const part = partNamed(heading.text);
  return part === undefined || part === "Requirements";
}

function candidatesIn({ blocks }: Section): number {
  let count = 0;
  for (const { block } of blocks) {
    if (block.type === "list") count += block.items.length;
    else if (block.type === "table") count += Math.max(0, block.rows.length - 1);
    else if (block.type === "paragraph" && modal.test(block.inline.text)) count++;
  }
  return count;
}

/** Sections that hold something else, whatever their items look like. */
const asides =
  /\b(?:table of contents|contents|relevant files|tables?|tabelas?|tablas?|out of scope|non.?goals?|goals?|objectives?|metrics?|kpis?|success|personas?|stakeholders?|milestones?|timeline|roadmap|phases?|schedule|history|changelog|tasks?|glossary|data model|entities|schema|architecture|dependencies|risks?|references?|appendix|links|tests?|testing|analysis|vision|prior|previous|history|overview|summary|introduction|ziele|nicht.?ziele|risiken|glossar|zeitplan|objetivos?|riesgos|glosario|objectifs?|risques)\b/iu;
/** A sentence that asks for something. */
const modal =
  /(?<!\p{L})(?:must|shall|should|can|will|needs? to|muss|müssen|soll|sollen|kann|debe|deben|puede|doit|doivent|deve|devono|moet)(?!\p{L})/iu;
