import { CompletionItem, CompletionItemKind, Range, SnippetString } from "vscode";
import type { Position, TextDocument } from "vscode";
import type { Services } from "../../services/services.ts";
import { annotationOffers } from "./annotations.ts";
import { documentOffers } from "./documents.ts";
import { headerOffers } from "./header.ts";
import { headOffers, peopleOffers } from "./heads.ts";
import type { Context, Offer } from "./offer.ts";
import { cellOffers, teamLineOffers } from "./team.ts";
import { facetOffers, sectionOffers } from "./places.ts";

/** What completion knows how to offer; the first one that has something for the place is asked alone. */
const sources: readonly ((context: Context) => readonly Offer[] | undefined)[] = [
  headerOffers,
  peopleOffers,
  documentOffers,
  cellOffers,
  sectionOffers,
  headOffers,
  teamLineOffers,
  annotationOffers,
  facetOffers,
];

/** Header fields and values, sections, facets, next free ids, kinds and people, where each of them can stand. */
export function completionsAt(
  { openPrds, library, clock, me }: Services,
  document: TextDocument,
  position: Position,
): CompletionItem[] | undefined {
  const prd = openPrds.get(document);
  if (prd === undefined || prd.kind === "candidate") return undefined;
  const index = library.placeOf(document.uri)?.index;
  const context: Context = {
    model: prd.model(),
    kind: prd.kind,
    config: prd.team.config,
    offset: document.offsetAt(position),
    before: document.lineAt(position).text.slice(0, position.character),
    after: document.lineAt(position).text.slice(position.character),
    today: clock.today(),
    me: me.known(prd.team),
    takenIds: () => [...(index?.ids() ?? [])],
    documents: () => [...(index?.all() ?? [])],
  };
  for (const source of sources) {
    const offers = source(context);
    if (offers !== undefined) return offers.map((offer, index) => itemOf(document, context, offer, index));
  }
  return undefined;
}

const kinds = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.User,
  section: CompletionItemKind.Module,
  facet: CompletionItemKind.Field,
  annotation: CompletionItemKind.Reference,
  document: CompletionItemKind.File,
};

function itemOf(document: TextDocument, { offset }: Context, offer: Offer, index: number): CompletionItem {
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
