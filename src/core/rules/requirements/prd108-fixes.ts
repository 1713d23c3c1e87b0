import type { Config } from "../../config/config.ts";
import { nearest } from "../../config/nearest.ts";
import { sameHandle } from "../../config/people.ts";
import type { Constraint, PrdDocument } from "../../document/model.ts";
import { personPlace } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { SnippetPart } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";
import { partsOf, missingOf } from "./prd108.ts";

export const fixes: Fixes = ({ data }, { document, config, today }) => {
  const constraint = typeof data === "number" ? document.constraints[data] : undefined;
  if (constraint === undefined) return [];
  const { head, bodyRange, id } = constraint;
  const said = headFor(constraint, document, config, today);
  const edit =
    head === undefined
      ? editOf({ start: bodyRange.start, end: bodyRange.start }, ["(", ...said, "): "])
      : editOf({ start: head.start, end: head.end }, ["(", ...said, idsOf(document.text, constraint), ")"]);
  const values = { kind: "perf", who: "@mara", date: "2026-07-30" };
  const filled = missingOf(constraint, config).map((part) => values[part]);
  return [{ title: `Complete ${id}`, kind: "guided", edits: [edit], preferred: true, filled }];
};

/** Kind, author and date; what is there is kept, what is missing is a place. */
function headFor(
  constraint: Constraint,
  document: PrdDocument,
  config: Config,
  today: string,
): SnippetPart[] {
  const { kinds, people } = config;
  const { kind, who, date } = partsOf(constraint, config);
  const words = constraint.head?.words.map(({ text }) => text) ?? [];
  const [first] = words;
  // A handle without its @ stands among the words.
  const handles = [...people.keys(), ...document.header.people("eng"), ...document.header.people("pm")];
  const bare = words
    .map((word) => handles.find((handle) => sameHandle(handle, word)))
    .find((found) => found !== undefined);
  return [
    kind ?? place((first === undefined ? undefined : nearest(first, kinds)) ?? "kind"),
    ", ",
    who ?? (bare === undefined ? personPlace(document, "eng") : place(bare)),
    ", ",
    date ?? place(today),
  ];
}

function idsOf(text: string, { head }: Constraint): string {
  if (head === undefined) return "";
  const inner = text.slice(head.start, head.end - 1);
  const semicolon = inner.indexOf(";");
  return semicolon < 0 ? "" : inner.slice(semicolon);
}
