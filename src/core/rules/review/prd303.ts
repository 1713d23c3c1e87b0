import { asAsked, nobodyOf, reviewer, unsigned } from "../../review/reviewers.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd303: Rule = {
  code: "PRD303",
  name: "added-after-sign-off",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run(context) {
      for (const { coverage, role } of unsigned(context, true)) {
        const { id, idRange } = coverage.requirement;
        const message = `${nobodyOf(role.role)} has signed ${id}, so it seems to be newer than the sign-off of the others. Could ${reviewer(context, role.role)} review it${asAsked(role.because)}?`;
        yield { start: idRange.start, end: idRange.end, message, data: { role: role.role, ids: [id] } };
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "R4 was added after the sign-off. Who reviews it?",
  rationale: `A requirement that comes in after the review is built without one: everybody believes that the engineers have seen it, since they have
signed the rest.

Ask for a review of the new one. The sign-offs of the others stand, because nothing in them changed.`,
  examples: [
    {
      title: "A third one, after the PRD was agreed",
      bad: `## Requirements

- **R1** The export must hold only rows of the range.
- **R2** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s87649102\`
`,
      good: `## Requirements

- **R1** The export must hold only rows of the range.
- **R2** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s87649102\`
- **Signed off** R2, @mara, 2026-07-31 \`2:s09b05226\`
`,
    },
  ],
};
