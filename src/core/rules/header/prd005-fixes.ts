import { promptsEdit, promptsIn } from "../../create/prompts.ts";
import type { Finding, Fix } from "../../problem.ts";
import type { RuleContext } from "../rule.ts";

export function fixes({ start, end, data }: Finding, { document }: RuleContext): Fix[] {
  if (data === "draft") {
    const prompts = promptsIn(document);
    if (prompts.length === 0) return [];
    return [
      {
        title: "Fill in the prompts; Tab leads from one to the next",
        kind: "guided",
        preferred: true,
        edits: [promptsEdit(document.text, prompts)],
        filled: prompts.map((_, index) => filledIn[index % filledIn.length] ?? ""),
      },
    ];
  }
  return [
    {
      title: "Select the template's text",
      kind: "guided",
      preferred: true,
      edits: [],
      select: { start, end },
      filled: filledIn,
    },
  ];
}

/** How examples answer prompts. */
const filledIn: readonly string[] = ["export tickets fall from 517 to under 350 a quarter by 2026-Q4"];
