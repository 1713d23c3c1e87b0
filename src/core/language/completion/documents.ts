import { idPattern } from "../../recognise/ids.ts";
import type { DocumentSummary } from "../../workspace/workspace-index.ts";
import type { Context, Offer } from "./offer.ts";

const typedId = /(?:^|[\s(,;|*])([A-Z][A-Z0-9]*-\d*)$/u;
const behindItem = new RegExp(String.raw`(?:^|[\s(,;|*])${idPattern} of ([A-Z0-9-]*)$`, "u");

/** Documents of the workspace where an id of one has begun (`PRD-0`), and behind `D1 of`. */
export function documentOffers({ before, offset, documents }: Context): readonly Offer[] | undefined {
  const typed = behindItem.exec(before)?.[1] ?? typedId.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const letters = /^[A-Z0-9]*-/.exec(typed)?.[0] ?? "";
  const found = documents().filter(({ id }) => id?.startsWith(letters));
  return found.length === 0 ? undefined : documentItems(found, offset - typed.length);
}

/** @param replace the offset from which an id replaces what was typed */
export function documentItems(documents: readonly DocumentSummary[], replace: number): Offer[] {
  return documents.flatMap(({ id, name }): Offer[] =>
    id === undefined
      ? []
      : [{ label: id, kind: "document", detail: name === id ? undefined : name, text: id, replace }],
  );
}
