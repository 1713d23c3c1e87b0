import { nextId } from "../../recognise/ids.ts";
import { constraintState } from "../../document/state.ts";
import type { Fix } from "../../problem.ts";
import { answerEdit, personPlace, sectionItemEdit } from "../../writing/insert.ts";
import { later, place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, today }) => {
  const constraint = typeof data === "number" ? document.constraints[data] : undefined;
  if (constraint === undefined) return [];
  const { id, head } = constraint;
  const forProduct = constraintState(constraint, document).state === "waits for product";
  const author = head?.who[0];
  const due =
    forProduct || author === undefined ? personPlace(document, forProduct ? "pm" : "eng") : place(author);
  const handle = forProduct ? "@lena" : "@mara";
  const fixes: Fix[] = [
    {
      title: `Accept ${id}`,
      kind: "guided",
      edits: [answerEdit(constraint, ["Accepted ", due, ` ${today}.`])],
      preferred: true,
      filled: [handle],
    },
    {
      title: `Counter ${id}`,
      kind: "guided",
      edits: [answerEdit(constraint, ["Countered ", due, ` ${today}: `, place("what else would do?")])],
      filled: [handle, "is 30 days enough?"],
    },
  ];
  const disagreement = nextId(
    "D",
    document.definitions.map((one) => one.id),
  );
  const other = author === undefined ? later(personPlace(document, "eng")) : author;
  const said = [
    `**${disagreement}** tier 1 (`,
    later(place("trade-off")),
    "), ",
    later(personPlace(document, "pm")),
    " and ",
    other,
  ];
  fixes.push({
    title: `Open a disagreement about ${id}`,
    kind: "guided",
    edits: [
      answerEdit(constraint, [`See ${disagreement}.`]),
      sectionItemEdit(document, "Disagreements", [...said, `, ${today}: `, place("what is it about?")]),
    ],
    filled: ["is 90 days worth a queue?", "trade-off", "@lena", ...(author === undefined ? ["@mara"] : [])],
  });
  return fixes;
};
