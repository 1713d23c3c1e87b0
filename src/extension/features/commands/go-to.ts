import { commands, Location, workspace } from "vscode";
import type { Uri } from "vscode";
import type { Range as Offsets } from "../../../core/text/range.ts";
import { selectIn } from "../../edits.ts";
import { rangeOf } from "../../ranges.ts";

/** Behind lenses, quick fixes and lists: shows a place of a document. */
export async function select(uri: Uri, at: Offsets): Promise<void> {
  await selectIn(uri, at);
}

/** The same for several places, of which the person picks one. */
export async function goTo(uri: Uri, from: Offsets, places: readonly Offsets[]): Promise<void> {
  const [only, ...more] = places;
  if (only === undefined) return;
  if (more.length === 0) return select(uri, only);
  const document = await workspace.openTextDocument(uri);
  const locations = places.map((place) => new Location(uri, rangeOf(document, place)));
  const { start } = rangeOf(document, from);
  await commands.executeCommand("editor.action.peekLocations", uri, start, locations, "peek");
}
