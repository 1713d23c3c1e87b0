import { Range, Uri, window, workspace, WorkspaceEdit } from "vscode";
import { nextPrdId } from "../../../core/document/prd-id.ts";
import { lineIndex } from "../../../core/text/lines.ts";
import { count } from "../../../core/words/count.ts";
import { listed } from "../../../core/words/listed.ts";
import { renumbering } from "../../../core/writing/renumber.ts";
import type { PlacedText } from "../../../core/writing/renumber.ts";
import type { Command } from "../../command.ts";
import { othersOf } from "../../services/others.ts";
import type { Services } from "../../services/services.ts";

/** Most places that a message names. */
const MAX_NAMED = 3;

/**
 * Gives a PRD whose id another one has too the next free id, in its own text and wherever links of other documents lead to
 * it, in one step that can be undone. The file keeps its name: it may be open elsewhere.
 *
 * @param uri the PRD
 */
export function renumberCommand(services: Services): Command {
  return async (uri) => {
    if (!(uri instanceof Uri)) return;
    const document = await workspace.openTextDocument(uri);
    const others = othersOf(services, document);
    const place = services.library.placeOf(uri);
    const folder = workspace.getWorkspaceFolder(uri);
    const from = place && place.index.get(place.path)?.id;
    if (others === undefined || place === undefined || folder === undefined || from === undefined) return;
    const to = nextPrdId(place.index.ids());
    const paths = [...place.index.all()].flatMap(({ path, kind }) =>
      kind === "candidate" || path === place.path ? [] : [path],
    );
    const read = await Promise.all(
      paths.map(async (path): Promise<PlacedText[]> => {
        const text = await others.text(path);
        return text === undefined ? [] : [{ path, text }];
      }),
    );
    const own: PlacedText = { path: place.path, text: document.getText() };
    const texts = [own, ...read.flat()];
    const twins = new Set(place.index.withId(from).filter((path) => path !== place.path));
    const { edits, unclear } = renumbering(own, from, to, texts.slice(1), twins, { keepName: true });
    const change = new WorkspaceEdit();
    for (const { path, text } of texts) {
      const lines = lineIndex(text);
      for (const { start, end, newText } of edits.get(path) ?? []) {
        const [a, b] = [lines.positionAt(start), lines.positionAt(end)];
        change.replace(
          path === place.path ? uri : Uri.joinPath(folder.uri, path),
          new Range(a.line, a.column, b.line, b.column),
          newText,
        );
      }
    }
    if (!(await workspace.applyEdit(change)) || unclear.length === 0) return;
    const where = unclear.slice(0, MAX_NAMED).map(({ path, at }) => {
      const text = texts.find((one) => one.path === path)?.text ?? "";
      return `${path}:${lineIndex(text).positionAt(at.start).line + 1}`;
    });
    const more = unclear.length > MAX_NAMED ? ", …" : "";
    void window.showInformationMessage(
      `This PRD is ${to} now. ${count(unclear.length, "place")} may mean either of the two that were ${from}: ${listed(where)}${more}`,
    );
  };
}
