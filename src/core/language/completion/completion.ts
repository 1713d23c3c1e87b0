import type { Config } from "../../config/config.ts";
import type { HeaderKind } from "../../format/header-keys.ts";
import { lineEndAt, lineStartAt } from "../../text/lines.ts";
import type { Asked } from "../asked.ts";
import { annotationOffers } from "./annotations.ts";
import { documentOffers } from "./documents.ts";
import { headerOffers } from "./header.ts";
import { headOffers, peopleOffers } from "./heads.ts";
import type { Context, Offer } from "./offer.ts";
import { facetOffers, sectionOffers } from "./places.ts";
import { cellOffers, teamLineOffers } from "./team.ts";

/** What completion needs beside the place. */
export interface AskedByWriter extends Omit<Asked, "others"> {
  readonly kind: HeaderKind;
  readonly config: Config;
  readonly index: NonNullable<Asked["others"]>["index"] | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The handle of who writes, where that is known. */
  readonly me: string | undefined;
}

/** What completion knows how to offer; the first one that has something for the place is asked alone. */
const sources: readonly ((context: Context) => readonly Offer[] | undefined)[] = [
  headerOffers,
  peopleOffers,
  documentOffers,
  cellOffers,
  sectionOffers,
  headOffers,
  teamLineOffers,
  annotationOffers,
  facetOffers,
];

/** Header fields and values, sections, facets, next free ids, kinds and people, where each of them can stand. */
export function completionsAt(asked: AskedByWriter): readonly Offer[] {
  const { model, offset, index } = asked;
  const { text } = model;
  const context: Context = {
    ...asked,
    before: text.slice(lineStartAt(text, offset), offset),
    after: text.slice(offset, lineEndAt(text, offset)),
    takenIds: () => [...(index?.ids() ?? [])],
    documents: () => [...(index?.all() ?? [])],
  };
  for (const source of sources) {
    const offers = source(context);
    if (offers !== undefined) return offers;
  }
  return [];
}
