import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import type { Range } from "../text/range.ts";
import type { Facet, Insertion } from "./model.ts";
import type { FacetName } from "../format/section-names.ts";
import { isHollowCheck } from "./hollow.ts";
import { passageOf } from "./passage.ts";
import type { Passage } from "./passage.ts";

/** A facet while its blocks are gathered. */
export interface FacetDraft {
  readonly name: FacetName;
  readonly labelRange: Range;
  readonly form: Facet["form"];
  readonly start: number;
  end: number;
  readonly content: Passage[];
  insertion: Insertion;
}

export function facetOf(draft: FacetDraft): Facet {
  const text = draft.content
    .map((passage) => passage.text)
    .join("\n")
    .trim();
  const none = noneOf(text);
  return {
    ...draft,
    text,
    none,
    empty:
      saysNothing.test(text) ||
      (draft.name === "accept" && isHollowCheck(text)) ||
      (none === undefined && /^none\b/i.test(text) && text.length < 12),
  };
}

const saysNothing = /^[\s.…?–—-]*$|^(?:n\/?a|tbd|tbc|todo|none seen)\.?$/i;

/** How "None" is said so that it answers: with a reason, or by a person on a day. */
function noneOf(text: string): Facet["none"] {
  if (!/^none\b/i.test(text)) return undefined;
  if (/^none\s+seen\s*,?\s*(?:by\s+)?@\S+\s*,?\s*(?:on\s+)?\d{4}-\d{2}-\d{2}/i.test(text)) return "seen";
  return /^none\b\s*[,:;–—-]?\s*(?:\S+\s+){2,}\S+/i.test(text) && !/^none\s+seen\b/i.test(text)
    ? "because"
    : undefined;
}

const slices = new WeakMap<Inline, { from: number; rest: Inline }>();

/** The part of a passage from an index on; undefined when only white space is left. */
export function restOf(inline: Inline, from: number, placed: PlacedPiece): Passage | undefined {
  if (inline.text.slice(from).trim() === "") return undefined;
  let slice = slices.get(inline);
  if (slice?.from !== from) {
    const runs = inline.runs.filter((run) => run.at >= from).map((run) => ({ ...run, at: run.at - from }));
    const cut = inline.runs.find((run) => run.at < from && run.at + run.length > from);
    if (cut !== undefined) {
      // Source and text of a run may differ in length; counted from the end they seldom do.
      const length = cut.at + cut.length - from;
      runs.unshift({ ...cut, at: 0, length, start: Math.max(cut.start, cut.end - length) });
    }
    slice = {
      from,
      rest: { text: inline.text.slice(from), runs, start: runs[0]?.start ?? inline.end, end: inline.end },
    };
    slices.set(inline, slice);
  }
  return passageOf(slice.rest, placed);
}
