import { Location, WorkspaceEdit } from "vscode";
import { rangeOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { definitionsOf, namedAt, namedFrom, namedIn } from "./across.ts";
import type { Named } from "./across.ts";
import * as ids from "./ids.ts";

/** Where what a place names is defined: an id of this document, another document, or what has an id there. */
export async function definitionsAt(services: Services, prd: OpenPrd, offset: number): Promise<Location[]> {
  const { document } = prd;
  const named = namedHere(services, prd, offset);
  if (named !== undefined) return definitionsOf(services, document, named);
  return ids
    .definitionsAt(prd.model(), offset)
    .map((one) => new Location(document.uri, rangeOf(document, one)));
}

/** Where else it stands, in all documents. */
export async function referencesAt(
  services: Services,
  prd: OpenPrd,
  offset: number,
  withDefinitions: boolean,
): Promise<Location[]> {
  const { document } = prd;
  const named = namedHere(services, prd, offset);
  if (named !== undefined) {
    const [places, definitions, own] = await Promise.all([
      namedIn(services, document, named),
      definitionsOf(services, document, named),
      named.item === undefined ? [] : definitionsOf(services, document, named, "mentions"),
    ]);
    // Of a document, its own header names it too.
    const others = [...own, ...places].filter(
      (one) => !definitions.some((definition) => same(one, definition)),
    );
    return withDefinitions ? [...definitions, ...others] : others;
  }
  const model = prd.model();
  const here = ids
    .referencesAt(model, offset, withDefinitions)
    .map((one) => new Location(document.uri, rangeOf(document, one)));
  return [...here, ...(await elsewhere(services, prd, offset))];
}

/**
 * What changes when an id of this document gets another one: here, and where other documents name it.
 *
 * @throws an error that tells the person what to do when the id does not fit
 */
export async function renameEdits(
  services: Services,
  prd: OpenPrd,
  offset: number,
  id: string,
): Promise<WorkspaceEdit> {
  const { document } = prd;
  const change = new WorkspaceEdit();
  const places = ids.renamesAt(prd.model(), offset, id);
  for (const place of places) change.replace(document.uri, rangeOf(document, place), id);
  if (places.length > 0)
    for (const { uri, range } of await elsewhere(services, prd, offset)) change.replace(uri, range, id);
  return change;
}

function namedHere({ library }: Services, { document, model }: OpenPrd, offset: number): Named | undefined {
  const place = library.placeOf(document.uri);
  return place && namedAt(model(), place.index, offset);
}

/** Where an id of this document stands with the document's name: in others, and here. */
async function elsewhere(services: Services, prd: OpenPrd, offset: number): Promise<Location[]> {
  const found = ids.idAt(prd.model(), offset);
  const named = found?.definition && namedFrom(prd, found.id);
  return named === undefined ? [] : namedIn(services, prd.document, named);
}

function same(a: Location, b: Location): boolean {
  return a.uri.toString() === b.uri.toString() && a.range.isEqual(b.range);
}
