import type { Fix } from "../../problem.ts";
import { personPlace } from "../../writing/insert.ts";
import type { Said } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import { testedEdit } from "../../writing/tested.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, today }) => {
  const assumption = typeof data === "number" ? document.assumptions[data] : undefined;
  if (assumption === undefined) return [];
  const { id } = assumption;
  const who = personPlace(document, "eng");
  const answering = document.constraints[0]?.id ?? document.requirements[0]?.id ?? "C1";
  const answered = (title: string, outcome: Said, filled: readonly string[], preferred: boolean): Fix => {
    const { edit, whoFirst } = testedEdit(document, assumption, who, today, outcome);
    return {
      title,
      kind: "guided",
      edits: [edit],
      preferred,
      filled: whoFirst ? ["@mara", ...filled] : [...filled, "@mara"],
    };
  };
  return [
    answered(`${id} held`, ["held"], [], true),
    answered(`${id} broke`, ["broke, see ", place("the id of what answers it")], [answering], false),
  ];
};
