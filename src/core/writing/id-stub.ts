import { idPrefix } from "../recognise/ids.ts";
import { insertionAfter } from "../document/insertion.ts";
import type { DefinitionKind, PrdDocument } from "../document/model.ts";
import type { FacetName } from "../format/section-names.ts";
import type { FixEdit } from "../problem.ts";
import { lineEndAt, lineEnding } from "../text/lines.ts";
import { facetEdit, itemEdit, personPlace, sectionItemEdit } from "./insert.ts";
import { editOf } from "./said.ts";
import type { Said } from "./said.ts";
import { later, place } from "./snippet.ts";

/** A definition to fill in, and where it goes. */
export interface Stub {
  readonly edit: FixEdit;
  /** How an example fills it in. */
  readonly filled: readonly string[];
}

const defaultKinds: ReadonlyMap<string, DefinitionKind> = new Map([
  ["R", "requirement"],
  ["E", "edge-case"],
  ["C", "constraint"],
  ["A", "assumption"],
  ["Q", "question"],
  ["D", "disagreement"],
]);

/**
 * The definition that an id lacks, where things of its kind stand.
 *
 * @param near offset of a mention: what belongs to a requirement goes to the one that this is in
 * @returns undefined for kinds of which the place cannot be known: rows of tables, ids of other tools
 */
export function stubFor(id: string, near: number, document: PrdDocument, today: string): Stub | undefined {
  const prefix = idPrefix(id);
  const kind =
    document.definitions.find((one) => idPrefix(one.id) === prefix)?.kind ?? defaultKinds.get(prefix);
  const engineer = personPlace(document, "eng");
  const product = personPlace(document, "pm");
  const name = `**${id}**`;
  switch (kind) {
    case "requirement":
      return requirementStub(id, document);
    case "edge-case":
      return facetStub(
        "edgeCases",
        [`${name} `, place("case"), ": ", place("what happens"), "."],
        near,
        document,
        ["Start after end", "swap them and say so"],
      );
    case "constraint":
      return facetStub(
        "constraints",
        [
          `${name} (`,
          place("perf"),
          ", ",
          engineer,
          `, ${today}): `,
          place("what limits it, with a number"),
          ".",
        ],
        near,
        document,
        ["perf", "@mara", "p95 under 300 ms"],
      );
    case "assumption":
      return {
        edit: sectionItemEdit(document, "Assumptions", [`${name} `, place("what has to be true"), "."]),
        filled: ["Nobody exports more than 2 years at once"],
      };
    case "question":
      return {
        edit: sectionItemEdit(document, "Questions", [
          ...[`${name} (`, later(product), ", by ", later(place(today)), "): ", place("question"), "?"],
        ]),
        filled: ["Whose time zone counts", "@lena", "2026-09-01"],
      };
    case "disagreement":
      return {
        edit: sectionItemEdit(document, "Disagreements", [
          ...[`${name} tier 1, `, later(product), " and ", later(engineer), `, ${today}: `],
          ...[place("what it is about"), "?"],
        ]),
        filled: ["queue or refuse past 90 days", "@lena", "@mara"],
      };
    default:
      return undefined;
  }
}

function requirementStub(id: string, { text, requirements }: PrdDocument): Stub | undefined {
  const last = requirements.at(-1);
  if (last === undefined || last.form === "row") return undefined;
  const title = place("what must be possible");
  const filled = ["Filter by customer"];
  if (last.form === "item") {
    return {
      edit: itemEdit(text, insertionAfter(text, last.start, last.end), [`**${id}** `, title]),
      filled,
    };
  }
  const marks = /^#{1,6}/.exec(text.slice(last.start, last.start + 6))?.[0] ?? "###";
  const offset = lineEndAt(text, last.end);
  const eol = lineEnding(text);
  return { edit: editOf({ start: offset, end: offset }, [`${eol}${eol}${marks} ${id} · `, title]), filled };
}

function facetStub(
  name: FacetName,
  item: Said,
  near: number,
  document: PrdDocument,
  filled: readonly string[],
): Stub | undefined {
  const { requirements } = document;
  const owner =
    requirements.findLast(({ start, end }) => start <= near && near <= end) ?? requirements.at(-1);
  const facet = owner?.facets[name];
  if (owner === undefined || owner.form === "row" || facet?.form === "cell") return undefined;
  const edit =
    facet !== undefined && !facet.empty
      ? itemEdit(document.text, facet.insertion, item)
      : facetEdit(document, owner, name, { item, cell: item });
  return edit === undefined ? undefined : { edit, filled };
}
