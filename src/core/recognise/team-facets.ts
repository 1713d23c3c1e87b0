import { facetNames } from "../format/section-names.ts";
import type { FacetName } from "../format/section-names.ts";
import type { Inline } from "../markdown/inline.ts";
import { facetLead, facetLeadWith, facetTitle } from "./facet-lead.ts";
import type { FacetLead } from "./facet-lead.ts";
import { fold } from "./fold.ts";
import { bareHeading, facetNamed } from "./names.ts";

/** What the facets are called in a team's documents. */
export interface FacetWords {
  /** The facet that a heading or a column is named for. */
  title(inline: Inline): FacetName | undefined;
  /** The facet that an item or paragraph begins with. */
  lead(inline: Inline): FacetLead | undefined;
}

const usual: FacetWords = { title: facetTitle, lead: facetLead };

type Added = Readonly<Record<FacetName, readonly string[]>>;

const known = new WeakMap<Added, FacetWords>();

/** @param added the team's further names; the same object gives the same words, which remember what they have read */
export function facetWords(added: Added): FacetWords {
  let words = known.get(added);
  if (words === undefined) known.set(added, (words = wordsWith(added)));
  return words;
}

function wordsWith(added: Added): FacetWords {
  const names = new Map<string, FacetName>();
  for (const facet of facetNames) for (const name of added[facet]) names.set(fold(name), facet);
  if (names.size === 0) return usual;
  const named = (label: string): FacetName | undefined =>
    (label.length > 80 ? undefined : (names.get(fold(label)) ?? names.get(fold(bareHeading(label))))) ??
    facetNamed(label);
  return {
    title: remembering(({ text }) => named(text)),
    lead: remembering((inline) => facetLeadWith(named, inline)),
  };
}

/** Every heading, item and column is asked about at each keystroke. */
function remembering<T>(read: (inline: Inline) => T | undefined): (inline: Inline) => T | undefined {
  const answers = new WeakMap<Inline, { readonly is: T | undefined }>();
  return (inline) => {
    let answer = answers.get(inline);
    if (answer === undefined) answers.set(inline, (answer = { is: read(inline) }));
    return answer.is;
  };
}
