import { Disposable, languages, Location, WorkspaceEdit } from "vscode";
import type { Definition as Target, Range, TextDocument } from "vscode";
import { idKey, idPrefix, isId } from "../../core/document/ids.ts";
import type { Definition, DefinitionKind, PrdDocument } from "../../core/document/model.ts";
import type { Range as Offsets } from "../../core/text/range.ts";
import { rangeOf } from "../ranges.ts";
import type { Services } from "../services/services.ts";
import { prdMarkdown } from "./selector.ts";

/** An id in the text, where it is defined or where it is mentioned. */
export interface IdAt extends Offsets {
  readonly id: string;
  /** Undefined when nothing defines it. */
  readonly definition: Definition | undefined;
}

/** The id that a place in the text is in or next to. */
export function idAt({ definitions, mentions }: PrdDocument, offset: number): IdAt | undefined {
  const at = ({ start, end }: Offsets): boolean => start <= offset && offset <= end;
  const definition = definitions.find(at);
  if (definition !== undefined) return { ...definition, definition };
  const mention = mentions.find(at);
  return mention === undefined ? undefined : { ...mention, definition: mention.target };
}

/** Every place where an id stands, in document order. */
export function placesOf({ definitions, mentions }: PrdDocument, id: string): Offsets[] {
  const key = idKey(id);
  return [...definitions, ...mentions]
    .filter((one) => idKey(one.id) === key)
    .sort((a, b) => a.start - b.start);
}

/** Definition, references and rename of ids. */
export function registerIds({ openPrds }: Services): Disposable {
  const find = (document: TextDocument, offset: number): { model: PrdDocument; found: IdAt } | undefined => {
    const model = openPrds.get(document)?.model();
    const found = model && idAt(model, offset);
    return model && found && { model, found };
  };
  return Disposable.from(
    languages.registerDefinitionProvider(prdMarkdown, {
      provideDefinition(document, position): Target | undefined {
        const here = find(document, document.offsetAt(position));
        if (here === undefined) return undefined;
        const key = idKey(here.found.id);
        return here.model.definitions
          .filter(({ id }) => idKey(id) === key)
          .map((definition) => new Location(document.uri, rangeOf(document, definition)));
      },
    }),
    languages.registerReferenceProvider(prdMarkdown, {
      provideReferences(document, position, { includeDeclaration }): Location[] | undefined {
        const here = find(document, document.offsetAt(position));
        if (here === undefined) return undefined;
        const { definitions } = here.model;
        const declared = new Set(includeDeclaration ? [] : definitions.map(({ start }) => start));
        return placesOf(here.model, here.found.id)
          .filter(({ start }) => !declared.has(start))
          .map((place) => new Location(document.uri, rangeOf(document, place)));
      },
    }),
    languages.registerRenameProvider(prdMarkdown, {
      prepareRename(document, position): { range: Range; placeholder: string } {
        const here = find(document, document.offsetAt(position));
        if (here === undefined) throw new Error("Put the cursor on an id, such as R1 or C3, to rename it.");
        return { range: rangeOf(document, here.found), placeholder: here.found.id };
      },
      provideRenameEdits(document, position, newName): WorkspaceEdit | undefined {
        const here = find(document, document.offsetAt(position));
        if (here === undefined) return undefined;
        const { model, found } = here;
        const id = newName.trim();
        const problem = renameProblem(model, found, id);
        if (problem !== undefined) throw new Error(problem);
        const change = new WorkspaceEdit();
        for (const place of placesOf(model, found.id))
          change.replace(document.uri, rangeOf(document, place), id);
        return change;
      },
    }),
  );
}

/** Letters that say what an annotation is; a requirement has letters of its own. */
const letters: Readonly<Partial<Record<DefinitionKind, string>>> = {
  "edge-case": "E",
  constraint: "C",
  assumption: "A",
  option: "F",
  question: "Q",
  disagreement: "D",
};

function renameProblem(
  { definitions }: PrdDocument,
  { id: before, definition }: IdAt,
  id: string,
): string | undefined {
  if (!isId(id)) return `An id is letters and a number, such as ${before} or R12. What should it be?`;
  if (idKey(id) !== idKey(before) && definitions.some((one) => idKey(one.id) === idKey(id))) {
    return `${id} is the id of something else in this PRD. Which number is free?`;
  }
  const letter = definition && letters[definition.kind];
  if (letter !== undefined && idPrefix(before) === letter && idPrefix(id) !== letter) {
    return `The letter ${letter} says what ${before} is; which other number should it have?`;
  }
  return undefined;
}
