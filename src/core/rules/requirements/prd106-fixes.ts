import type { Asks } from "../../document/asks.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument, Requirement } from "../../document/model.ts";
import { rangeIn } from "../../document/passage.ts";
import type { Fix } from "../../problem.ts";
import { lineEnding } from "../../text/lines.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { SnippetPart } from "../../writing/snippet.ts";
import { requirementOf } from "./missing-facet.ts";
import type { Fixes } from "../rule.ts";
import { firstAsking, words } from "./prd106.ts";

export const fixes: Fixes = (finding, { document }) => {
  const requirement = requirementOf(finding, document);
  const found = requirement === undefined ? undefined : firstAsking(requirement);
  if (requirement === undefined || found === undefined) return [];
  const { asks, passage } = found;
  const range = rangeIn(passage, asks.start, asks.end);
  if (requirement.form === "row") {
    const title = `Rewrite ${requirement.id}`;
    return [
      {
        title,
        kind: "guided",
        edits: [],
        select: range,
        preferred: true,
        filled: ["An analyst can pick a range"],
      },
    ];
  }
  return [splitOf(document, requirement, range.start, range.end, asks)];
};

/** Leaves the first thing where it is and gives each further one a requirement behind this one. */
function splitOf(
  document: PrdDocument,
  requirement: Requirement,
  start: number,
  end: number,
  asks: Asks,
): Fix {
  const { text } = document;
  const line = lineEnding(text);
  const prefix = /^[A-Z]+/.exec(requirement.id)?.[0] ?? "R";
  const taken = document.definitions.map(({ id }) => id);
  const said: SnippetPart[] = [place(asks.things[0] ?? ""), text.slice(end, requirement.end)];
  const filled = ["The desk can see the list."];
  for (const thing of asks.things.slice(1)) {
    const id = nextId(prefix, taken);
    taken.push(id);
    said.push(...openingOf(text, requirement, id, line), place(thing));
    filled.push("Print the list");
  }
  return {
    title: `Split ${requirement.id} into ${words[asks.things.length] ?? asks.things.length}`,
    kind: "guided",
    edits: [editOf({ start, end: requirement.end }, said)],
    preferred: true,
    filled,
  };
}

/** How a requirement begins that follows one, in its form. */
function openingOf(
  text: string,
  { form, start, idRange }: Requirement,
  id: string,
  line: string,
): SnippetPart[] {
  const opening = text.slice(start, idRange.start);
  if (form === "heading") return [line, line, `${/^#+/.exec(opening)?.[0] ?? "###"} ${id} · `];
  const from = text.slice(0, start).search(/[^\r\n]*$/);
  const bold = text.slice(idRange.end, idRange.end + 3).startsWith(":") ? `**${id}:** ` : `**${id}** `;
  return [line, text.slice(from, start), `${/^(?:[-*+]|\d+[.)])/.exec(opening)?.[0] ?? "-"} `, bold];
}
