import { commands, Disposable, Location, workspace } from "vscode";
import type { Uri } from "vscode";
import type { Range as Offsets } from "../../../core/text/range.ts";
import { selectIn } from "../../edits.ts";
import { rangeOf } from "../../ranges.ts";

/** Commands behind lenses, quick fixes and lists: they show a place in a document. */
export function registerGoTo(): Disposable {
  return Disposable.from(
    commands.registerCommand("seamwork.select", async (uri: Uri, at: Offsets) => {
      await selectIn(uri, at);
    }),
    commands.registerCommand("seamwork.goTo", async (uri: Uri, from: Offsets, places: readonly Offsets[]) => {
      const [only, ...more] = places;
      if (only === undefined) return;
      if (more.length === 0) {
        await selectIn(uri, only);
        return;
      }
      const document = await workspace.openTextDocument(uri);
      const locations = places.map((place) => new Location(uri, rangeOf(document, place)));
      await commands.executeCommand("editor.action.peekLocations", uri, rangeOf(document, from).start, locations, "peek");
    }),
  );
}
