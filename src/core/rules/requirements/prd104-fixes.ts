import { isHollowOutcome } from "../../document/hollow.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document }) => {
  const edgeCase = typeof data === "number" ? document.edgeCases[data] : undefined;
  if (edgeCase === undefined) return [];
  const { bodyRange, body, id, answers } = edgeCase;
  const hollow = edgeCase.outcome !== undefined && isHollowOutcome(edgeCase.outcome);
  const said = document.text.slice(bodyRange.start, bodyRange.end);
  const tail = hollow ? said.length - said.search(/[:：]\s/) : (/[.;,:：…?\s]+$/.exec(body)?.[0].length ?? 0);
  // What follows must stand in a sentence of its own.
  const end = answers.length > 0 ? "." : body.endsWith(".") ? "." : "";
  const edit = editOf({ start: bodyRange.end - tail, end: bodyRange.end }, [
    ": ",
    place("what should happen"),
    end,
  ]);
  return [
    {
      title: `Say what happens in ${id}`,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: ["the page says so"],
    },
  ];
};
