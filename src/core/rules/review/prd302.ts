import { partWords } from "../../review/reviewers.ts";
import { coverageOf, wantsLook } from "../../review/signatures.ts";
import { doneAgo } from "../../words/days.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd302: Rule = {
  code: "PRD302",
  name: "stale-sign-off",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run({ document, config, today }) {
      for (const { requirement, signatures } of coverageOf(document, config)) {
        for (const one of signatures) {
          if (!wantsLook(one, { signatures })) continue;
          const { who, changed, since, was } = one;
          const { id, idRange } = requirement;
          const before = was === undefined ? "" : ` (was ${was})`;
          const signed = `${who} signed it${doneAgo(since, today)}${before}`;
          const message =
            changed === undefined
              ? `${who}'s sign-off of ${id} does not say what it covered. Could ${who} sign it again?`
              : `${id} changed since ${signed}: ${changed.map((part) => partWords[part]).join(", ")}. Sign it again, or carry it if only the wording is new?`;
          yield { start: idRange.start, end: idRange.end, message, data: { id, who }, people: [who] };
        }
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "R1 changed since @mara signed it 24 days ago: Constraints.",
  rationale: `A sign-off is somebody's word about a text. When the text changes under it, the name stands below something that this person has never
seen, and nobody notices until it is built.

The fingerprint in the line says what was covered, so only what changed has to be looked at again. The reviewer signs again, or carries the sign-off
over the change when only the wording is new.`,
  examples: [
    {
      title: "The limit changed after the review",
      bad: `- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms up to 365 days. Accepted @lena 2026-07-21.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s87649102 c2b0d3e2a\`
`,
      good: `- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms up to 365 days. Accepted @lena 2026-07-21.

## Review

- **Signed off** R1, @mara, 2026-07-30 \`2:s87649102 c7d3b9c33\`
`,
    },
    {
      title: "A line that does not say what it covered",
      bad: `- **R1** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24
`,
      good: `- **R1** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 carried 2026-07-30 \`2:s09b05226\`
`,
    },
  ],
};
