import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ start, end, data }) => [
  {
    title: `Back to \`${String(data)}\``,
    kind: "guided",
    edits: [{ start, end, newText: String(data) }],
    preferred: true,
  },
];
