import { roleOf, sameHandle } from "../../config/people.ts";
import { lineEndAt } from "../../text/lines.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd206: Rule = {
  code: "PRD206",
  name: "product-not-in-room",
  severity: "warning",
  seam: "narrative",
  owner: "product",
  check: {
    pass: "local",
    *run(context) {
      const { inTheRoom, optionTables } = context.document;
      const [line] = inTheRoom;
      if (line !== undefined) {
        if (inTheRoom.some(({ who }) => who.some((handle) => isProduct(handle, context)))) return;
        if (!knowsProduct(context)) return;
        const message =
          "Product was not in the room for feasibility. Could the options be weighed again together?";
        yield { start: line.start, end: line.end, message, data: 0 };
        return;
      }
      const table = optionTables.find(({ options }) => options.length > 0);
      if (table === undefined) return;
      const message = "Nobody says who was in the room for feasibility. Was product there?";
      yield { start: table.start, end: lineEndAt(context.document.text, table.start), message };
    },
  },
};

function isProduct(handle: string, { document, config }: RuleContext): boolean {
  return document.header.people("pm").some((pm) => sameHandle(pm, handle)) || roleOf(config, handle) === "pm";
}

/** Where neither the header nor the team names anybody from product, nobody can tell who was there for it. */
function knowsProduct({ document, config }: RuleContext): boolean {
  if (document.header.people("pm").length > 0) return true;
  for (const { role } of config.people.values()) if (role === "pm") return true;
  return false;
}

export const docs: RuleDocs = {
  summary: "Product was not in the room for feasibility.",
  rationale: `Options that engineering weighs alone arrive as a verdict, and the next thing product says is "engineering says it's
hard". Half of what makes an option cheap is a requirement that product would have given up gladly, had they been there.

Weigh the options together, and note who was there and when: "**In the room:** @lena, @mara, 2026-07-22".`,
  examples: [
    {
      title: "Engineering alone",
      bad: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @mara, 2026-07-22
`,
      good: `## Feasibility

| Option | Time | Trade-off             | Chosen |
| ------ | ---- | --------------------- | ------ |
| F1     | 1w   | no range over 90 days |        |
| F2     | 3w   | queue past 90 days    | yes    |

- **In the room:** @mara, @lena, 2026-07-22
`,
    },
    {
      title: "Nobody says who was there",
      bad: `## Options

| Option   | Time | Trade-off             | Chosen |
| -------- | ---- | --------------------- | ------ |
| No range | 1w   | no range over 90 days |        |
| A queue  | 3w   | queue past 90 days    | yes    |
`,
      good: `## Options

| Option   | Time | Trade-off             | Chosen |
| -------- | ---- | --------------------- | ------ |
| No range | 1w   | no range over 90 days |        |
| A queue  | 3w   | queue past 90 days    | yes    |

- **In the room:** @omar, @mara, 2026-07-22
`,
      config: `version: 1
people:
  "@omar": { name: Omar Said, role: pm }
`,
    },
  ],
};
