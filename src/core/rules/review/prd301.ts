import { idList } from "../../document/id-list.ts";
import { asAsked, nobodyOf, reviewer, unsigned } from "../../review/reviewers.ts";
import type { Unsigned } from "../../review/reviewers.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd301: Rule = {
  code: "PRD301",
  name: "not-reviewed",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run(context) {
      const byRole = new Map<string, Unsigned[]>();
      for (const one of unsigned(context, false)) {
        const { role } = one.role;
        const missing = byRole.get(role);
        if (missing === undefined) byRole.set(role, [one]);
        else missing.push(one);
      }
      for (const [role, missing] of byRole) {
        const ids = missing.map(({ coverage }) => coverage.requirement.id);
        const because = [...new Set(missing.flatMap((one) => one.role.because))];
        const { start, end } = (missing[0] as Unsigned).coverage.requirement.idRange;
        const who = reviewer(context, role);
        const message = `${nobodyOf(role)} has reviewed ${idList(ids)} yet${asAsked(because)}. Could ${who} go through ${ids.length === 1 ? "it" : "them"}?`;
        yield { start, end, message, data: { role, ids } };
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "No engineer has reviewed R1–R3.",
  rationale: `A PRD is ready when an engineer has tried to break it: what happens at a thousand rows, offline, twice? Until somebody has, an
agreement is one side's.

An engineer goes through the requirements and signs each one off. The line says what it covered, so nobody needs to sign again what has not changed. Which
roles sign is the team's choice (\`reviews\` in \`seamwork.yaml\`); a constraint of a kind can ask for one more.`,
  examples: [
    {
      title: "Nobody has looked at any of them",
      bad: `## Requirements

- **R1** The export must hold only rows of the range.
- **R2** The page must show the time zone.
`,
      good: `## Requirements

- **R1** The export must hold only rows of the range.
- **R2** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s87649102\`
- **Signed off** R2, @mara, 2026-07-24 \`2:s09b05226\`
`,
    },
    {
      title: "A constraint of a kind asks for a further role",
      config: `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
  "@sofia": { name: Sofia Berg, role: security }
reviews: { required: [eng], when: { security: [security] } }
`,
      bad: `## Requirements

- **R1** A link opens the export.
  - **Constraints:**
    - **C1** (security, @mara, 2026-07-20): links expire after 24 hours. Accepted @lena 2026-07-21.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`s345527ed cb295c80c\`
`,
      good: `## Requirements

- **R1** A link opens the export.
  - **Constraints:**
    - **C1** (security, @mara, 2026-07-20): links expire after 24 hours. Accepted @lena 2026-07-21.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`s345527ed cb295c80c\`
- **Signed off** R1, @sofia, 2026-07-25 \`s345527ed cb295c80c\`
`,
    },
  ],
};
