import { retroOf } from "../../facts/retro.ts";
import { isHeld, isUnanswered } from "../../team/retros.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd516: Rule = {
  code: "PRD516",
  name: "together-unanswered",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  on: ["prd", "retro"],
  check: {
    pass: "local",
    *run({ document, today }) {
      const retro = retroOf(document);
      if (retro === undefined || !isHeld(retro, today)) return;
      const { together } = retro.answers;
      if (!isUnanswered(together?.text)) return;
      const { start, end } = together ?? retro.heldRange ?? retro;
      const message = `"Built it well together?" is unanswered. What helped the two sides, or what came too late?`;
      yield { start, end, message };
    },
  },
};

export const docs: RuleDocs = {
  summary: `"Built it well together?" is unanswered.`,
  rationale: `"Did we build the right thing?" is product's question, "Did we build it well?" is engineering's. The third one, whether
both built it well together, is the one that makes the next time better, and the one that is left out when time is short.

Write a sentence that says what helped, or what came too late.`,
  examples: [
    {
      title: "Two answers out of three",
      bad: `## Retro

- **Held:** 2026-07-28 @lena, @mara
- **Right thing?** 312 tickets instead of 517.
- **Built well?** One rollback, the queue had no alarm.
- **Built it well together?**
`,
      good: `## Retro

- **Held:** 2026-07-28 @lena, @mara
- **Right thing?** 312 tickets instead of 517.
- **Built well?** One rollback, the queue had no alarm.
- **Built it well together?** R4 came after sign-off.
`,
    },
    {
      title: "The question is not even there",
      bad: `---
retro: RETRO-7
schema: retro/1
name: The June outage
pm: "@lena"
eng: "@mara"
---

# The June outage

## Retro

- **Held:** 2026-07-28 @lena, @mara
- **Built well?** A certificate ran out.
`,
      good: `---
retro: RETRO-7
schema: retro/1
name: The June outage
pm: "@lena"
eng: "@mara"
---

# The June outage

## Retro

- **Held:** 2026-07-28 @lena, @mara
- **Built well?** A certificate ran out.
- **Built it well together?** Engineering had it on a list that product never sees.
`,
    },
  ],
};
