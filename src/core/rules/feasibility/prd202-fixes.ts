import { place } from "../../writing/snippet.ts";
import { answeredByEdit } from "../../writing/tested.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document }) => {
  const assumption = typeof data === "number" ? document.assumptions[data] : undefined;
  if (assumption === undefined) return [];
  const edit = answeredByEdit(document.text, assumption, place("the id of what answers it"));
  if (edit === undefined) return [];
  const [first] = document.constraints.length > 0 ? document.constraints : document.requirements;
  const title = `Say what answers ${assumption.id}`;
  return [{ title, kind: "guided", edits: [edit], preferred: true, filled: [first?.id ?? "R1"] }];
};
