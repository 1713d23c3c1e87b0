import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ start, end }) => [
  {
    title: "Say what happened instead",
    kind: "guided",
    edits: [],
    select: { start, end },
    preferred: true,
    filled: ["The estimate of 2026-07-06 is still open"],
  },
];
