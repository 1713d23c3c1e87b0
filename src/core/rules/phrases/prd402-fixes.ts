import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { SnippetPart } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ start, end }, { document, today }) => {
  const around = document.requirements.find((one) => one.start <= start && start < one.end);
  const id = (around ?? document.requirements[0])?.id;
  const said: SnippetPart[] = [" (", place(today), ": ", place("what was learned")];
  if (id !== undefined) said.push(", see ", place(id));
  const edits = [editOf({ start: end, end }, [...said, ")"])];
  const filled = [
    "2026-07-20",
    "five of seven analysts close on calendar months",
    ...(id === undefined ? [] : [id]),
  ];
  const title = "Link the change: the day, what was learned, what it changed";
  return [{ title, kind: "guided", edits, preferred: true, filled }];
};
