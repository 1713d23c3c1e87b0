import { isNobody, peopleWith } from "../../config/people.ts";
import type { Finding } from "../../problem.ts";
import { headerPlace, isMissing } from "../../writing/header-edits.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd002: Rule = {
  code: "PRD002",
  name: "not-paired",
  severity: "error",
  seam: "handoff",
  owner: "both",
  check: { pass: "local", run },
  together: {
    least: 2,
    say: () =>
      'Nobody is paired on this PRD yet; who is its product manager, and who its engineer? In the header they are `pm: "@handle"` and `eng: "@handle"`.',
  },
};

export const roles = [
  { role: "pm", who: "product manager", article: "a", handle: "@lena", owner: "product" },
  { role: "eng", who: "engineer", article: "an", handle: "@mara", owner: "engineering" },
] as const;

function run({ document, config, today }: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const { role, who, handle, owner } of roles) {
    const field = document.header.field(role);
    // A value that is no text or list is PRD003's.
    if (field?.odd === true || field?.values.some(({ text }) => !isNobody(text, config)) === true) continue;
    if (field === undefined && !isMissing(role, document)) continue;
    const { start, end } = field ?? headerPlace(document);
    // Somebody of the team; a name that nobody there has would be the next question.
    const example = peopleWith(role, config, today)[0]?.handle ?? handle;
    const message = `No ${who} is paired on this PRD yet; who is it? In the header it looks like \`${role}: "${example}"\`.`;
    const group = { at: findings[0] ?? { start, end }, of: roles.length };
    findings.push({ start, end, message, owner, data: { role }, member: { id: role, group } });
  }
  return findings;
}

export const docs: RuleDocs = {
  summary: "No engineer (or no PM) is paired on this PRD yet. Who is it?",
  rationale: `A PRD that one side writes alone is thrown over a wall: what the other side knows arrives as rework. Naming
one product manager in \`pm\` and one engineer in \`eng\` says who writes this together, and who answers a question about it.

Write handles in quotes, \`eng: "@mara"\`; several people are a list, \`eng: ["@mara", "@tom"]\`.`,
  examples: [
    {
      title: "A draft that only product has seen",
      bad: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: draft
pm: "@lena"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      config: `people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
  "@tom": { name: Tom Birk, role: eng }
`,
    },
    {
      title: "Places that were never filled in",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: # product will say
eng: TBD
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena" # product will say
eng: "@mara"
---
`,
      count: 2,
    },
  ],
};
