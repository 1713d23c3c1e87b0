import type { Config } from "../../config/config.ts";
import { roleOf, sameHandle } from "../../config/people.ts";
import type { PairRole } from "../../config/people.ts";
import type { PrdDocument } from "../../document/model.ts";
import { retroOf } from "../../facts/retro.ts";
import { isHeld } from "../../team/retros.ts";
import { lineEndAt } from "../../text/lines.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd511: Rule = {
  code: "PRD511",
  name: "one-sided-retro",
  severity: "warning",
  seam: "narrative",
  owner: "both",
  on: ["prd", "retro"],
  check: {
    pass: "local",
    *run({ document, config, today }) {
      const retro = retroOf(document);
      if (retro === undefined || !isHeld(retro, today)) return;
      const missing = missingAt(retro.who, document, config);
      if (missing.length === 0) return;
      const { start, end } = retro.heldRange ?? retro;
      const line = { start, end: Math.min(end, lineEndAt(document.text, start)) };
      const [side] = missing;
      const message =
        retro.who.length === 0
          ? `Nobody is named at the retro of ${retro.held}. Who was there from product, and who from engineering?`
          : missing.length === 2
            ? "Neither product nor engineering was at the retro. Who was there?"
            : side === "pm"
              ? "Only engineering was at the retro. Who was there from product?"
              : "Only product was at the retro. Who was there from engineering?";
      const owner = missing.length === 2 ? "both" : side === "pm" ? "product" : "engineering";
      yield { ...line, message, owner };
    },
  },
};

/**
 * The sides that nobody was there from. The team's roles say who is which, and the header does where the team says nothing; about
 * somebody of whom neither speaks nothing can be said, and then nobody is asked.
 */
export function missingAt(who: readonly string[], document: PrdDocument, config: Config): PairRole[] {
  const sides: PairRole[] = ["pm", "eng"];
  const { header } = document;
  const found = new Set<PairRole>();
  for (const one of who) {
    const role = roleOf(config, one);
    const inHeader = sides.filter((side) => header.people(side).some((other) => sameHandle(one, other)));
    if (role === undefined && inHeader.length === 0) return [];
    for (const side of inHeader) found.add(side);
    if (role === "pm" || role === "eng") found.add(role);
  }
  return sides.filter((side) => !found.has(side));
}

export const docs: RuleDocs = {
  summary: "Only engineering was at the retro.",
  rationale: `A retro of one side makes that side better at its own work. What happens between the two, such as a handoff that lost
something or a promise that one side made for both, is seen only when both are there.

Name everybody who was there. \`seamwork.yaml\` or the header says who is product and who is engineering. If the other side
was missing, hold the retro again with them and write its day.`,
  examples: [
    {
      title: "Only engineering",
      bad: `## Retro

- **Held:** 2026-07-28 @mara, @ivo
- **Built it well together?** The queue had no alarm, and nobody had asked for one.
`,
      good: `## Retro

- **Held:** 2026-07-28 @mara, @ivo, @lena
- **Built it well together?** The queue had no alarm, and nobody had asked for one.
`,
      config: `version: 1
people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@ivo": { name: Ivo, role: eng }
`,
    },
    {
      title: "Nobody is named, in the retro of an outage",
      bad: `---
retro: RETRO-7
schema: retro/1
name: The June outage
pm: "@lena"
eng: "@mara"
---

# The June outage

## Retro

- **Held:** 2026-07-28
- **Built it well together?** Product promised an hour before it asked.
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
- **Built it well together?** Product promised an hour before it asked.
`,
    },
  ],
};
