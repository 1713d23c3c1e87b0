import { Disposable, languages, Location, WorkspaceEdit } from "vscode";
import type { Services } from "../services/services.ts";
import { rangeOf } from "../ranges.ts";
import { prdMarkdown } from "./selector.ts";

/*
 * What nobody waits for when a PRD opens: registered then, and loaded when somebody first asks for it in a PRD.
 */

/** Completion, after what can begin an offer too. */
export function registerCompletion(services: Services): Disposable {
  return languages.registerCompletionItemProvider(
    prdMarkdown,
    {
      async provideCompletionItems(document, position) {
        if (services.openPrds.get(document)?.kind !== "prd") return undefined;
        const { completionsAt } = await import("./completion/completion.ts");
        return completionsAt(services, document, position);
      },
    },
    "@",
    "#",
    "*",
    "(",
    ":",
    " ",
    '"',
  );
}

/** Hovers. */
export function registerHover(services: Services): Disposable {
  return languages.registerHoverProvider(prdMarkdown, {
    async provideHover(document, position) {
      if (services.openPrds.get(document) === undefined) return undefined;
      const { hoverAt } = await import("./hover.ts");
      return hoverAt(services, document, position);
    },
  });
}

/** Definition, references and rename of ids. */
export function registerIds({ openPrds }: Services): Disposable {
  return Disposable.from(
    languages.registerDefinitionProvider(prdMarkdown, {
      async provideDefinition(document, position) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { definitionsAt } = await import("./ids.ts");
        const found = definitionsAt(prd.model(), document.offsetAt(position));
        return found.map((one) => new Location(document.uri, rangeOf(document, one)));
      },
    }),
    languages.registerReferenceProvider(prdMarkdown, {
      async provideReferences(document, position, { includeDeclaration }) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { referencesAt } = await import("./ids.ts");
        const found = referencesAt(prd.model(), document.offsetAt(position), includeDeclaration);
        return found.map((one) => new Location(document.uri, rangeOf(document, one)));
      },
    }),
    languages.registerRenameProvider(prdMarkdown, {
      async prepareRename(document, position) {
        const { renamableAt } = await import("./ids.ts");
        const found = renamableAt(openPrds.get(document)?.model(), document.offsetAt(position));
        return { range: rangeOf(document, found), placeholder: found.id };
      },
      async provideRenameEdits(document, position, newName) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { renamesAt } = await import("./ids.ts");
        const id = newName.trim();
        const change = new WorkspaceEdit();
        for (const place of renamesAt(prd.model(), document.offsetAt(position), id))
          change.replace(document.uri, rangeOf(document, place), id);
        return change;
      },
    }),
  );
}
