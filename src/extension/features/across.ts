import { Location, Position, Range, Uri, workspace } from "vscode";
import type { TextDocument } from "vscode";
import { idKey } from "../../core/document/ids.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { lineIndex } from "../../core/text/lines.ts";
import type { Range as Offsets } from "../../core/text/range.ts";
import { documentLinks } from "../../core/workspace/links.ts";
import type { DocumentLink } from "../../core/workspace/links.ts";
import type { DocumentSummary, WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import { idOf } from "../kind-words.ts";
import { atMost } from "../services/in-turn.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import { currentText } from "../services/paths.ts";
import type { Services } from "../services/services.ts";

/** What a place names, seen from all documents: a document, or what has an id in one. */
export interface Named {
  readonly document: string;
  /** Undefined for the whole document. */
  readonly item: string | undefined;
  /** Where the cursor is: the document's id, or the item's. */
  readonly at: Offsets;
}

/** Every place of a text that names a document of the workspace. */
export function linksIn(text: string, index: WorkspaceIndex): DocumentLink[] {
  return documentLinks(text, (id) => index.withId(id).length > 0);
}

/** The document, or what is in it, that a place in the text names: its own header's id too. */
export function namedAt(model: PrdDocument, index: WorkspaceIndex, offset: number): Named | undefined {
  const holds = ({ start, end }: Offsets): boolean => start <= offset && offset <= end;
  const link = linksIn(model.text, index).find((one) => holds(one.at) || (one.item && holds(one.item)));
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

/** A document as it stands, parsed; undefined when its file cannot be read. */
export async function modelOf(services: Services, uri: Uri): Promise<PrdDocument | undefined> {
  const open = services.openPrds.known(uri);
  if (open !== undefined) return open.model();
  const [text, { config }] = await Promise.all([currentText(uri), services.teams.of(uri)]);
  return text === undefined ? undefined : parseDocument(text, config);
}

/**
 * Where what is named is defined, in whatever document.
 *
 * @param what `mentions` for where that document itself mentions it
 */
export async function definitionsOf(
  services: Services,
  from: TextDocument,
  named: Named,
  what: "definitions" | "mentions" = "definitions",
): Promise<Location[]> {
  const place = services.library.placeOf(from.uri);
  if (place === undefined) return [];
  const found = await Promise.all(
    summariesOf(named, place.index).map(async (summary) => {
      const uri = uriOf(from, summary.path);
      const model = uri && (await modelOf(services, uri));
      if (uri === undefined || model === undefined) return [];
      const { item } = named;
      const places =
        item === undefined
          ? [summary.idRange ?? { start: 0, end: 0 }]
          : model[what].filter(({ id }) => idKey(id) === idKey(item));
      return locations(uri, model.text, places);
    }),
  );
  return found.flat();
}

/** Files that are read at the same time. */
const AT_ONCE = 16;

/** Where documents name a document, or what has an id in one. */
export async function namedIn(
  services: Services,
  from: TextDocument,
  { document, item }: Pick<Named, "document" | "item">,
): Promise<Location[]> {
  const place = services.library.placeOf(from.uri);
  if (place === undefined) return [];
  const { index } = place;
  const look = atMost(AT_ONCE, async ({ path }: DocumentSummary): Promise<Location[]> => {
    const uri = uriOf(from, path);
    if (uri === undefined) return [];
    const text = services.openPrds.known(uri)?.document.getText() ?? (await currentText(uri));
    if (text?.includes(document) !== true) return [];
    const links = linksIn(text, index).filter((link) => link.document === document);
    const places =
      item === undefined
        ? links.map(({ at }) => at)
        : links.flatMap((link) => (link.item && idKey(link.item.id) === idKey(item) ? [link.item] : []));
    return locations(uri, text, places);
  });
  const found = await Promise.all([...index.all()].map(look));
  return found.flat();
}

/** How other documents name what has an id in this one; undefined where this one has no id of its own. */
export function namedFrom({ model }: OpenPrd, item: string): Pick<Named, "document" | "item"> | undefined {
  const document = idOf(model());
  return document === undefined ? undefined : { document, item };
}

/** The address of a document of the same workspace folder. */
export function uriOf(from: TextDocument, path: string): Uri | undefined {
  const folder = workspace.getWorkspaceFolder(from.uri);
  return folder && Uri.joinPath(folder.uri, path);
}

function locations(uri: Uri, text: string, places: readonly Offsets[]): Location[] {
  if (places.length === 0) return [];
  const lines = lineIndex(text);
  const at = (offset: number): Position => {
    const { line, column } = lines.positionAt(offset);
    return new Position(line, column);
  };
  return places.map(({ start, end }) => new Location(uri, new Range(at(start), at(end))));
}
