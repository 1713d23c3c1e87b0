import type { Range } from "../text/range.ts";
import type { Asked, Places } from "./asked.ts";
import * as ids from "./ids.ts";
import { definitionsOf, namedAt, namedFrom, namedIn } from "./named.ts";

/** Where what a place names is defined: an id of this document, another document, or what has an id there. */
export async function definitionsAt(asked: Asked): Promise<Places[]> {
  const { model, offset, others } = asked;
  const named = namedAt(asked);
  if (others !== undefined && named !== undefined) return definitionsOf(named, others);
  return here(asked, ids.definitionsAt(model, offset));
}

/** Where else it stands, in all documents. */
export async function referencesAt(asked: Asked, withDefinitions: boolean): Promise<Places[]> {
  const { model, offset, others } = asked;
  const named = namedAt(asked);
  if (others === undefined || named === undefined)
    return [...here(asked, ids.referencesAt(model, offset, withDefinitions)), ...(await elsewhere(asked))];
  const [places, definitions, own] = await Promise.all([
    namedIn(named, others),
    definitionsOf(named, others),
    named.item === undefined ? [] : definitionsOf(named, others, "mentions"),
  ]);
  // Of a document, its own header names it too.
  const rest = [...own, ...places]
    .map((one) => without(one, definitions))
    .filter(({ ranges }) => ranges.length > 0);
  return withDefinitions ? [...definitions, ...rest] : rest;
}

/**
 * Where an id of this document gets another one: here, and where other documents name it.
 *
 * @throws an error that tells the person what to do when the id does not fit
 */
export async function renamesAt(asked: Asked, id: string): Promise<Places[]> {
  const ranges = ids.renamesAt(asked.model, asked.offset, id);
  return ranges.length === 0 ? [] : [...here(asked, ranges), ...(await elsewhere(asked))];
}

/** Where an id of this document stands with the document's name: in others, and here. */
async function elsewhere({ model, offset, others }: Asked): Promise<Places[]> {
  const found = ids.idAt(model, offset);
  const named = found?.definition && namedFrom(model, found.id);
  return named === undefined || others === undefined ? [] : namedIn(named, others);
}

function here({ model }: Asked, ranges: readonly Range[]): Places[] {
  const plain = ranges.map(({ start, end }) => ({ start, end }));
  return plain.length === 0 ? [] : [{ path: undefined, text: model.text, ranges: plain }];
}

function without(places: Places, taken: readonly Places[]): Places {
  const gone = taken.filter(({ path }) => path === places.path).flatMap(({ ranges }) => ranges);
  const ranges = places.ranges.filter(
    ({ start, end }) => !gone.some((one) => one.start === start && one.end === end),
  );
  return { ...places, ranges };
}
