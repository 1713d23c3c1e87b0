import { place } from "../../writing/snippet.ts";
import { linesEdits } from "../../writing/team/retro-lines.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (_, { document }) => [
  {
    title: "Answer it",
    kind: "guided",
    edits: linesEdits(document, [{ name: "together", says: [place("what helped, or came too late")] }], []),
    preferred: true,
    filled: ["R4 came after sign-off."],
  },
];
