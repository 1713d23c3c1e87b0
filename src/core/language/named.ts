import { idKey } from "../recognise/ids.ts";
import type { PrdDocument } from "../document/model.ts";
import { idOf } from "../document/own-id.ts";
import type { Range } from "../text/range.ts";
import { documentLinks } from "../workspace/links.ts";
import type { DocumentLink } from "../workspace/links.ts";
import type { DocumentSummary, WorkspaceIndex } from "../workspace/workspace-index.ts";
import type { Asked, Others, Places } from "./asked.ts";

/** What a place names, seen from all documents: a document, or what has an id in one. */
export interface Named {
  readonly document: string;
  /** Undefined for the whole document. */
  readonly item: string | undefined;
  /** Where the cursor is: the document's id, or the item's. */
  readonly at: Range;
}

/** Every place of a text that names a document of the workspace. */
function linksIn(text: string, index: WorkspaceIndex): DocumentLink[] {
  return documentLinks(text, (id) => index.withId(id).length > 0);
}

/** The document, or what is in it, that a place in the text names: its own header's id too. */
export function namedAt({ model, offset, others }: Asked): Named | undefined {
  if (others === undefined) return undefined;
  const holds = ({ start, end }: Range): boolean => start <= offset && offset <= end;
  const link = linksIn(model.text, others.index).find(
    (one) => holds(one.at) || (one.item && holds(one.item)),
  );
  if (link === undefined) return undefined;
  const { document, item, at } = link;
  return item !== undefined && holds(item)
    ? { document, item: item.id, at: item }
    : { document, item: undefined, at };
}

/** The documents with an id, of which there should be one. */
export function summariesOf({ document }: Named, index: WorkspaceIndex): DocumentSummary[] {
  return index.withId(document).flatMap((path) => index.get(path) ?? []);
}

/**
 * Where what is named is defined, in whatever document.
 *
 * @param what `mentions` for where that document itself mentions it
 */
export async function definitionsOf(
  named: Named,
  others: Others,
  what: "definitions" | "mentions" = "definitions",
): Promise<Places[]> {
  const { item } = named;
  const found = await Promise.all(
    summariesOf(named, others.index).map(async ({ path, idRange }): Promise<Places[]> => {
      const model = await others.model(path);
      if (model === undefined) return [];
      const ranges =
        item === undefined
          ? [idRange ?? { start: 0, end: 0 }]
          : model[what].filter(({ id }) => idKey(id) === idKey(item));
      return placesIn(path, model.text, ranges);
    }),
  );
  return found.flat();
}

/** Where documents name a document, or what has an id in one. */
export async function namedIn(
  { document, item }: Pick<Named, "document" | "item">,
  { index, text: textOf }: Others,
): Promise<Places[]> {
  const found = await Promise.all(
    [...index.all()].map(async ({ path }): Promise<Places[]> => {
      const text = await textOf(path);
      if (text?.includes(document) !== true) return [];
      const links = linksIn(text, index).filter((link) => link.document === document);
      const ranges =
        item === undefined
          ? links.map(({ at }) => at)
          : links.flatMap((link) => (link.item && idKey(link.item.id) === idKey(item) ? [link.item] : []));
      return placesIn(path, text, ranges);
    }),
  );
  return found.flat();
}

/** How other documents name what has an id in this one; undefined where this one has no id of its own. */
export function namedFrom(model: PrdDocument, item: string): Pick<Named, "document" | "item"> | undefined {
  const document = idOf(model);
  return document === undefined ? undefined : { document, item };
}

function placesIn(path: string, text: string, ranges: readonly Range[]): Places[] {
  return ranges.length === 0
    ? []
    : [{ path, text, ranges: ranges.map(({ start, end }) => ({ start, end })) }];
}
