import { handlesIn } from "../../document/answers.ts";
import { retroOf } from "../../facts/retro.ts";
import { lineEndAt } from "../../text/lines.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";
import { missingAt } from "./prd511.ts";

export const fixes: Fixes = (_, { document, config }) => {
  const retro = retroOf(document);
  const range = retro?.heldRange;
  if (retro === undefined || range === undefined) return [];
  const missing = missingAt(retro.who, document, config);
  const end = Math.min(range.end, lineEndAt(document.text, range.start));
  const line = document.text.slice(range.start, end);
  const last = handlesIn(line).at(-1);
  const at =
    range.start + (last === undefined ? line.trimEnd().length : line.lastIndexOf(last) + last.length);
  const said = missing.flatMap((role, index) => [
    last === undefined && index === 0 ? " " : ", ",
    place(document.header.people(role)[0] ?? "@who"),
  ]);
  return [
    {
      title: `Add who was there from ${missing.map((role) => (role === "pm" ? "product" : "engineering")).join(" and ")}`,
      kind: "guided",
      edits: [editOf({ start: at, end: at }, said)],
      preferred: true,
      filled: missing.map((role) => (role === "pm" ? "@lena" : "@mara")),
    },
  ];
};
