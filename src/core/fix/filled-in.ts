import type { Fix, FixEdit } from "../problem.ts";
import { fillSnippet, placesIn } from "../writing/snippet.ts";

/** A place that a fix leaves to a person. */
export interface FixPlaceToFill {
  /** What stands there until somebody writes: what is asked for, or what is proposed. */
  readonly placeholder: string;
  /** Somebody named in the document, or a day: what most people leave as it is. */
  readonly known: boolean;
}

/** The places of a fix, in the order in which one fills them in. A fix that only selects has one: what stands there. */
export function placesOf({ edits, select }: Fix): FixPlaceToFill[] {
  if (edits.length === 0) return select === undefined ? [] : [{ placeholder: "", known: false }];
  return edits
    .flatMap(({ snippet, newText }) => (snippet === true ? placesIn(newText) : []))
    .map((placeholder) => ({ placeholder, known: isKnown.test(placeholder) }));
}

const isKnown = /^(?:@\S+|\d{4}-\d{2}-\d{2})$/;

/**
 * The edits of a fix once a person has said what goes into its places, without any place left.
 *
 * @param values one for each of {@link placesOf}; undefined leaves what stands there
 */
export function filledIn({ edits, select }: Fix, values: readonly (string | undefined)[]): FixEdit[] {
  if (edits.length === 0)
    return select === undefined || values[0] === undefined ? [] : [{ ...select, newText: values[0] }];
  let from = 0;
  return edits.map(({ start, end, newText, snippet }) => {
    if (snippet !== true) return { start, end, newText };
    const places = placesIn(newText);
    const own = places.map((placeholder, index) => values[from + index] ?? placeholder);
    from += places.length;
    return { start, end, newText: fillSnippet(newText, own) };
  });
}
