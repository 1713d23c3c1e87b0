import type { Example } from "./rule.ts";

/** The day on which examples are read, where they name none. */
export const exampleDay = "2026-08-01";

/** The path of an example's document in its workspace. */
export const examplePath = "prds/PRD-042.prd.md";

const header = `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
---

# Filter exports by date

`;

/**
 * The whole document behind an example's text. A text that begins with `---` or with a heading of level 1 is one
 * already. Another one gets a header and a title, and, unless it begins with a heading of level 2, stands in Requirements.
 */
export function exampleDocument(text: string): string {
  if (/^(?:---|# )/.test(text)) return text;
  const whole = header + (text.startsWith("## ") ? text : `## Requirements\n\n${text}`);
  return whole.endsWith("\n") ? whole : `${whole}\n`;
}

/** The further documents of an example's workspace, whole, by path. */
export function exampleWorkspace(example: Example): [path: string, text: string][] {
  return Object.entries(example.others ?? {}).map(([path, text]) => [path, exampleDocument(text)]);
}
