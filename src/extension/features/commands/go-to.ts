import { commands, Location, workspace } from "vscode";
import type { Uri } from "vscode";
import type { Range as Offsets } from "../../../core/text/range.ts";
import { selectIn } from "../../edits.ts";
import { rangeOf } from "../../ranges.ts";
import type { Command } from "../../start.ts";

/** Commands behind lenses, quick fixes and lists: they show a place in a document. */
export function goToCommands(): Record<string, Command> {
  const select = async (uri: Uri, at: Offsets): Promise<void> => {
    await selectIn(uri, at);
  };
  const goTo = async (uri: Uri, from: Offsets, places: readonly Offsets[]): Promise<void> => {
    const [only, ...more] = places;
    if (only === undefined) return;
    if (more.length === 0) return select(uri, only);
    const document = await workspace.openTextDocument(uri);
    const locations = places.map((place) => new Location(uri, rangeOf(document, place)));
    const { start } = rangeOf(document, from);
    await commands.executeCommand("editor.action.peekLocations", uri, start, locations, "peek");
  };
  return { select: select as Command, goTo: goTo as Command };
}
