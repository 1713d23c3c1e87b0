import { reviewer } from "../../review/reviewers.ts";
import { canReview } from "../../review/signatures.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd304: Rule = {
  code: "PRD304",
  name: "signer-is-no-reviewer",
  severity: "error",
  gentleInReview: true,
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run(context) {
      const { document, config } = context;
      for (const { start, end, who, requirement } of document.signOffs) {
        if (who === undefined || requirement === undefined) continue;
        if (canReview(document, config, who)) continue;
        const message = `${who} signed ${requirement} as a reviewer, and is a product manager here. Could ${reviewer(context, "eng")} review it?`;
        yield { start, end, message };
      }
    },
  },
};

export const docs: RuleDocs = {
  summary: "@lena signed as engineer but is the PM here. Could @mara review it?",
  rationale: `Whoever wrote the request cannot pressure-test it: they know what they meant. A sign-off by the product manager says that product agrees with
product.

Let the engineer of this PRD review it and sign. A team in which product signs as well names \`pm\` among its required \`reviews\`.

\`seamwork check --verify-signers\` reports under this code what git knows as well: a sign-off, a \`None seen\`, an \`Agreed\` or a part in a renegotiation that the person whom it names neither committed nor co-authored.`,
  examples: [
    {
      title: "The product manager's own name",
      bad: `- **R1** The page must show the time zone.

## Review

- **Signed off** R1, @lena, 2026-07-24 \`2:s09b05226\`
`,
      good: `- **R1** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s09b05226\`
`,
    },
    {
      title: "Another product manager, in a team in which engineers sign",
      config: `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@omar": { name: Omar Haddad, role: pm }
  "@mara": { name: Mara Lind, role: eng }
reviews: { required: [eng] }
`,
      bad: `- **R1** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s09b05226\`
- **Signed off** R1, @omar, 2026-07-25 \`2:s09b05226\`
`,
      good: `- **R1** The page must show the time zone.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`2:s09b05226\`
`,
    },
  ],
};
