import { sectionNames } from "../format/section-names.ts";
import type { SectionName } from "../format/section-names.ts";
import type { PartName } from "../lexicon/lexicon.ts";
import { fold } from "./fold.ts";
import { partNamed } from "./names.ts";

type AddedNames = Readonly<Partial<Record<string, readonly string[]>>>;

const finders = new WeakMap<AddedNames, (heading: string) => PartName | undefined>();

/** A long PRD's headings, which are looked up on each keystroke. */
const REMEMBERED_HEADINGS = 2_000;

/**
 * Finds the part that a heading opens.
 *
 * @param added the team's further names for sections
 */
export function partFinder(added: AddedNames): (heading: string) => PartName | undefined {
  let finder = finders.get(added);
  if (finder === undefined) {
    const names = new Map<string, PartName>();
    for (const name of sectionNames) for (const alias of added[name] ?? []) names.set(fold(alias), name);
    const known = new Map<string, PartName | undefined>();
    finder = (heading) => {
      if (known.has(heading)) return known.get(heading);
      const name = partNamed(heading, names);
      if (known.size >= REMEMBERED_HEADINGS) known.clear();
      known.set(heading, name);
      return name;
    };
    finders.set(added, finder);
  }
  return finder;
}

const sections: ReadonlySet<string> = new Set(sectionNames);

/** Whether a part is a section of the format; all others hold no requirements. */
export function isSection(part: PartName | undefined): part is SectionName {
  return part !== undefined && sections.has(part);
}
