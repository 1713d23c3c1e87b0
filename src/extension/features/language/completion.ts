import { CompletionItem, CompletionItemKind, languages, Range, SnippetString } from "vscode";
import type { Disposable, TextDocument } from "vscode";
import type { Offer } from "../../../core/language/completion/offer.ts";
import type { Services } from "../../services/services.ts";
import { prdMarkdown } from "../selector.ts";

/** Completion, after what can begin an offer too. */
export function registerCompletion({ openPrds, library, clock, me }: Services): Disposable {
  return languages.registerCompletionItemProvider(
    prdMarkdown,
    {
      async provideCompletionItems(document, position) {
        const before = openPrds.get(document)?.kind;
        if (before === undefined || before === "candidate") return undefined;
        const { completionsAt } = await import("../../../core/language/completion/completion.ts");
        const prd = openPrds.get(document);
        if (prd === undefined || prd.kind === "candidate") return undefined;
        const offset = document.offsetAt(position);
        const offers = completionsAt({
          model: prd.model(),
          kind: prd.kind,
          config: prd.team.config,
          offset,
          index: library.placeOf(document.uri)?.index,
          today: clock.today(),
          me: me.known(prd.team),
        });
        return offers.map((offer, index) => itemOf(document, offset, offer, index));
      },
    },
    ...["@", "#", "*", "(", ":", " ", '"'],
  );
}

const kinds: Readonly<Record<Offer["kind"], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.User,
  section: CompletionItemKind.Module,
  facet: CompletionItemKind.Field,
  annotation: CompletionItemKind.Reference,
  document: CompletionItemKind.File,
};

function itemOf(document: TextDocument, offset: number, offer: Offer, index: number): CompletionItem {
  const { label, kind, detail, text, replace, snippet, again } = offer;
  const item = new CompletionItem(detail === undefined ? label : { label, description: detail }, kinds[kind]);
  item.insertText = snippet === true ? new SnippetString(text) : text;
  item.range = new Range(document.positionAt(replace), document.positionAt(offset + (offer.swallow ?? 0)));
  // What was typed so far is compared with the text that it becomes.
  item.filterText = offer.filter ?? text;
  item.sortText = String(index).padStart(4, "0");
  item.keepWhitespace = true;
  if (again === true) item.command = { title: "Offer values", command: "editor.action.triggerSuggest" };
  return item;
}
