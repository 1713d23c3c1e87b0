import { isHollowWhy } from "../../document/hollow.ts";
import type { PrdDocument, Requirement } from "../../document/model.ts";
import { asRead } from "../../document/moved.ts";
import { passageOf, rangeIn } from "../../document/passage.ts";
import { seldom } from "../../document/seldom.ts";
import type { Finding } from "../../problem.ts";
import { meaningfulWords } from "../../text/meaningful-words.ts";
import { oneLine } from "../../words/sentence.ts";
import { shorten } from "../../words/shorten.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd102: Rule = {
  code: "PRD102",
  name: "why-repeats-title",
  severity: "information",
  seam: "handoff",
  owner: "product",
  check: {
    pass: "local",
    *run({ document }) {
      yield* successWithoutNumber(document);
      const group = requirementsOf(document);
      for (const [index, requirement] of seldom(document.requirements, isEmpty)) {
        const empty = emptiness(asRead(requirement));
        const content = requirement.facets.why?.content ?? [];
        const [first] = content;
        if (first === undefined) continue;
        const what =
          empty === "repeats"
            ? "repeats its title"
            : `could stand behind everything: "${shorten(oneLine(first.text), 60)}"`;
        const message = `${requirement.id}'s Why ${what}. Who needs it, and what breaks without it?`;
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
};

type Emptiness = "repeats" | "hollow" | "none";

const remembered = new WeakMap<Requirement, Emptiness>();

/** @param requirement as it was read: the same object while its text stands */
function emptiness(requirement: Requirement): Emptiness {
  let known = remembered.get(requirement);
  if (known === undefined) {
    const { why } = requirement.facets;
    known =
      why === undefined || why.empty
        ? "none"
        : isHollowWhy(why.text)
          ? "hollow"
          : saysTheSame(why.text, requirement.title)
            ? "repeats"
            : "none";
    remembered.set(requirement, known);
  }
  return known;
}

function isEmpty(requirement: Requirement): boolean {
  return emptiness(requirement) !== "none";
}

const success =
  /^\s*(?:success|erfolg|éxito|succès|sucesso|successo|succes)\s*(?:means|is|measure|metric)?\s*[:：]\s*/iu;
/** More or less of something, which takes a number to be seen. What is there or gone is seen without one. */
const compared =
  /(?<!\p{L})(?:fewer|less|more|better|faster|slower|higher|lower|easier|happier|quicker|cheaper|improv\p{L}*|increas\p{L}*|decreas\p{L}*|reduc\p{L}*|grow\p{L}*|rais\p{L}*|weniger|mehr|besser\p{L}*|schneller|höher\p{L}*|niedriger\p{L}*|menos|más|mejor\p{L}*|mayor|menor|moins|plus|meilleur\p{L}*)(?!\p{L})/iu;
/** A number, also in words, or a day. */
const measured =
  /\d|\b(?:no|none|zero|one|two|three|half|twice|double|triple|every|all|each|never|nobody|january|february|march|april|may|june|july|august|september|october|november|december)\b/iu;

/** What success is, said without a number and without a day, so that nobody will know when it is there. */
function* successWithoutNumber({ sections }: PrdDocument): Iterable<Finding> {
  for (const { name, blocks } of sections) {
    if (name !== "Why") continue;
    for (const { block, placed } of blocks) {
      const texts =
        block.type === "list"
          ? block.items.map((one) => one.inline)
          : block.type === "paragraph"
            ? [block.inline]
            : [];
      for (const inline of texts) {
        const lead = success.exec(inline.text)?.[0].length ?? 0;
        const said = inline.text.slice(lead).trim();
        if (lead === 0 || !compared.test(said) || measured.test(said)) continue;
        const range = rangeIn(passageOf(inline, placed), lead, inline.text.length);
        const message = `"${shorten(oneLine(said), 60)}" has neither a number nor a day. Which number moves, from what to what, by when?`;
        yield { ...range, message };
      }
    }
  }
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
  summary: "R2's Why repeats its title. Who needs it, and what breaks without it?",
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
      title: "Words that could stand behind everything",
      bad: `- **R1** The analyst must be able to name an export.
  - **Why:** because
- **R2** The analyst must be able to share an export.
  - **Why:** Admins asked for it.
`,
      good: `- **R1** The analyst must be able to name an export.
  - **Why:** because four files called export.csv in one folder have been booked twice.
- **R2** The analyst must be able to share an export.
  - **Why:** 60 of 212 exports are opened by somebody who has no account.
`,
      count: 2,
    },
    {
      title: "A success that nobody could see come",
      bad: `## Why

- **Problem:** support sends rows by hand 40 times a month.
- **Success:** fewer tickets
`,
      good: `## Why

- **Problem:** support sends rows by hand 40 times a month.
- **Success:** export tickets fall from 517 to under 350 a quarter by 2026-Q4
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
