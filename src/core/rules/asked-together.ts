import type { PrdDocument, Section } from "../document/model.ts";
import type { Group } from "../problem.ts";
import type { Range } from "../text/range.ts";
import { oneLine } from "../words/sentence.ts";
import { shorten } from "../words/shorten.ts";

/** Longest heading that a message quotes, in UTF-16 units. */
const MOST_QUOTED = 40;

/** All requirements of a document: what is asked about several of them stands on the first heading of Requirements. */
export function requirementsOf({ sections, requirements }: PrdDocument): Group {
  const [first] = requirements;
  const start = first?.start ?? 0;
  const section =
    sections.find(({ name }) => name === "Requirements") ??
    sections.findLast(({ heading }) => heading.start <= start);
  return groupAt(section, first?.idRange ?? { start, end: start }, requirements.length);
}

/** What stands in the section of an offset: under the outermost heading around it that is not the document's title. */
export function sectionAround({ sections }: PrdDocument, offset: number): Group {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.heading.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let section = sections[low - 1];
  for (
    let above = sections[section?.parent ?? -1];
    above !== undefined && above.depth > 1;
    above = sections[above.parent]
  )
    section = above;
  return groupAt(section, { start: 0, end: 0 }, 0);
}

function groupAt(section: Section | undefined, otherwise: Range, of: number): Group {
  if (section === undefined) return { at: otherwise, of };
  const { start, end, text } = section.heading;
  return { at: { start, end }, heading: shorten(oneLine(text), MOST_QUOTED), of };
}
