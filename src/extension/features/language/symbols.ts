import { DocumentSymbol, languages, SymbolKind } from "vscode";
import type { Disposable, TextDocument } from "vscode";
import type { DocumentSymbol as Found } from "../../../core/language/symbols.ts";
import { rangeOf } from "../../ranges.ts";
import type { Services } from "../../services/services.ts";
import { prdMarkdown } from "../selector.ts";

/** Sections, requirements and facets in the editor's outline, its breadcrumbs and the list of symbols. */
export function registerSymbols({ openPrds }: Services): Disposable {
  return languages.registerDocumentSymbolProvider(
    prdMarkdown,
    {
      async provideDocumentSymbols(document) {
        // VS Code keeps the answer for as long as the text stands, so it waits until the document is known.
        const prd = await openPrds.find(document);
        if (prd === undefined) return undefined;
        const { symbolsOf } = await import("../../../core/language/symbols.ts");
        return symbolsOf(prd.model()).map((one) => symbol(document, one));
      },
    },
    { label: "Seamwork" },
  );
}

const kinds = {
  section: SymbolKind.Namespace,
  requirement: SymbolKind.Interface,
  facet: SymbolKind.Property,
} as const;

function symbol(document: TextDocument, found: Found): DocumentSymbol {
  const { name, detail, kind, selection, children } = found;
  const made = new DocumentSymbol(
    name,
    detail,
    kinds[kind],
    rangeOf(document, found),
    rangeOf(document, selection),
  );
  made.children = children.map((one) => symbol(document, one));
  return made;
}
