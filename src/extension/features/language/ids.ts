import { Disposable, languages, Location, Position, Range, Uri, workspace, WorkspaceEdit } from "vscode";
import type { TextDocument } from "vscode";
import type { Asked, Places } from "../../../core/language/asked.ts";
import { lineIndex } from "../../../core/text/lines.ts";
import { rangeOf } from "../../ranges.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import { othersOf } from "../../services/others.ts";
import type { Services } from "../../services/services.ts";
import { prdMarkdown } from "../selector.ts";

/** Definition, references and rename of ids, here and in other documents. */
export function registerIds(services: Services): Disposable {
  const { openPrds } = services;
  const askedOf = ({ document, model }: OpenPrd, position: Position): Asked => ({
    model: model(),
    offset: document.offsetAt(position),
    others: othersOf(services, document),
  });
  return Disposable.from(
    languages.registerDefinitionProvider(prdMarkdown, {
      async provideDefinition(document, position) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { definitionsAt } = await import("../../../core/language/references.ts");
        return locationsOf(document, await definitionsAt(askedOf(prd, position)));
      },
    }),
    languages.registerReferenceProvider(prdMarkdown, {
      async provideReferences(document, position, { includeDeclaration }) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { referencesAt } = await import("../../../core/language/references.ts");
        return locationsOf(document, await referencesAt(askedOf(prd, position), includeDeclaration));
      },
    }),
    languages.registerRenameProvider(prdMarkdown, {
      async prepareRename(document, position) {
        const { renamableAt } = await import("../../../core/language/ids.ts");
        const found = renamableAt(openPrds.get(document)?.model(), document.offsetAt(position));
        return { range: rangeOf(document, found), placeholder: found.id };
      },
      async provideRenameEdits(document, position, newName) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { renamesAt } = await import("../../../core/language/references.ts");
        const id = newName.trim();
        const change = new WorkspaceEdit();
        for (const { uri, range } of locationsOf(document, await renamesAt(askedOf(prd, position), id)))
          change.replace(uri, range, id);
        return change;
      },
    }),
  );
}

function locationsOf(document: TextDocument, places: readonly Places[]): Location[] {
  const folder = workspace.getWorkspaceFolder(document.uri);
  return places.flatMap(({ path, text, ranges }) => {
    const uri = path === undefined || folder === undefined ? document.uri : Uri.joinPath(folder.uri, path);
    const lines = lineIndex(text);
    const at = (offset: number): Position => {
      const { line, column } = lines.positionAt(offset);
      return new Position(line, column);
    };
    return ranges.map(({ start, end }) => new Location(uri, new Range(at(start), at(end))));
  });
}
