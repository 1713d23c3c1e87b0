import type { Requirement } from "../../document/model.ts";
import { asRead } from "../../document/moved.ts";
import { meaningfulWords } from "../../text/meaningful-words.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { requirementOf } from "./missing-facet.ts";

export const prd102: Rule = {
  code: "PRD102",
  name: "why-repeats-title",
  severity: "information",
  seam: "handoff",
  owner: "product",
  summary: "R2's Why repeats its title. Who needs it, and what breaks without it?",
  check: {
    pass: "local",
    *run({ document }) {
      const group = requirementsOf(document);
      for (const [index, requirement] of document.requirements.entries()) {
        if (!repeats(asRead(requirement))) continue;
        const content = requirement.facets.why?.content ?? [];
        const [first] = content;
        if (first === undefined) continue;
        const message = `${requirement.id}'s Why repeats its title. Who needs it, and what breaks without it?`;
        const end = content.at(-1)?.end ?? first.end;
        const member = { id: requirement.id, group };
        yield { start: first.start, end, message, data: index, member };
      }
    },
  },
  together: {
    say: ({ count, of, list }) =>
      `The Whys of ${count} of ${of} requirements say nothing that their titles do not (${list}). Who needs them, and what breaks without them?`,
  },
  fixes: (finding, { document }) => {
    const requirement = requirementOf(finding, document);
    const why = requirement?.facets.why;
    const first = why?.content[0];
    if (requirement === undefined || first === undefined) return [];
    const title = `Rewrite the Why of ${requirement.id}`;
    const select = { start: first.start, end: why?.content.at(-1)?.end ?? first.end };
    return [
      {
        title,
        kind: "guided",
        edits: [],
        select,
        preferred: true,
        filled: ["half of our support calls are about this"],
      },
    ];
  },
};

const remembered = new WeakMap<Requirement, boolean>();

/** @param requirement as it was read: the same object while its text stands */
function repeats(requirement: Requirement): boolean {
  let known = remembered.get(requirement);
  if (known === undefined) {
    const { why } = requirement.facets;
    known = why !== undefined && !why.empty && saysTheSame(why.text, requirement.title);
    remembered.set(requirement, known);
  }
  return known;
}

/** Three of four words of the why are the title's, and it brings at most two of its own. */
function saysTheSame(why: string, title: string): boolean {
  // A why with a number or of this length says more than the title, whatever its words are.
  if (why.length > 200 || /\d/.test(why)) return false;
  const own = meaningfulWords(why);
  if (own.size === 0) return false;
  const known = meaningfulWords(title);
  let shared = 0;
  for (const word of own) if (known.has(word)) shared++;
  return shared >= 2 && own.size - shared <= 2 && shared >= own.size * 0.75;
}

export const docs: RuleDocs = {
  rationale: `A why that says the requirement again in other words fills the place without answering the question: nobody can
decide a case that is not listed from it.

Ask who needs the requirement, what they do today, and what breaks without it.`,
  examples: [
    {
      title: "The same words in another order",
      bad: `### R1 · Filter exports by date

An analyst can pick a start and an end date.

- **Why:** so that exports can be filtered by their date.
`,
      good: `### R1 · Filter exports by date

An analyst can pick a start and an end date.

- **Why:** finance closes on calendar months, so a rolling 30 days is wrong for them.
`,
    },
    {
      title: "In a list item",
      bad: `- **FR-4:** The analyst must be able to share an export with a link.
  - **Why:** we need analysts to be able to share exports with links.
`,
      good: `- **FR-4:** The analyst must be able to share an export with a link.
  - **Why:** 60 of 212 exports are opened by somebody who has no account.
`,
    },
    {
      title: "In a table",
      bad: `| ID | Requirement | Rationale |
| --- | --- | --- |
| R1 | Name the export file after its range | The export file should be named after the range |
`,
      good: `| ID | Requirement | Rationale |
| --- | --- | --- |
| R1 | Name the export file after its range | Four files called export.csv have been booked twice |
`,
    },
  ],
};
