import { clarificationsIn } from "../../document/clarifications.ts";
import { leadOf } from "../../recognise/lead.ts";
import type { Section } from "../../document/model.ts";
import { questionState } from "../../document/state.ts";
import type { ItemBlock } from "../../markdown/block.ts";
import { shorten } from "../../words/shorten.ts";
import type { Range } from "../../text/range.ts";
import { sectionAround } from "../asked-together.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { ownerOf } from "./question-owner.ts";

/** "Open questions (resolved)". */
const areSettled = /\((?:[^()]*\s)?(?:resolved|answered|closed|settled|decided)\)|✅/iu;

export const prd306: Rule = {
  code: "PRD306",
  name: "question-without-owner",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: {
    pass: "local",
    *run({ document, today }) {
      for (const [index, question] of document.questions.entries()) {
        if (questionState(question, document).state !== "open") continue;
        const { who, date } = ownerOf(question, document);
        const { id, idRange } = question;
        const { start, end } = idRange;
        if (who === undefined) {
          const message = `${id} has no owner. Who finds out, and by when?`;
          yield { start, end, message, data: index };
        } else if (date !== undefined && date < today) {
          const message = `${id} was due on ${date}. What did ${who} find, or what is the new day?`;
          const { start, end } = question.head?.dateRange ?? idRange;
          yield { start, end, message, data: index };
        } else {
          const until = date === undefined ? "" : `, wanted by ${date}`;
          yield {
            start,
            end,
            message: `${id} waits for ${who}${until}. What is the answer?`,
            data: index,
            early: true,
          };
        }
      }
      for (const section of document.sections) {
        if (section.name !== "Questions" || areSettled.test(section.heading.text)) continue;
        const count = questionsWithoutId(section).length;
        if (count === 0) continue;
        const { start, end } = section.heading;
        const message =
          count === 1
            ? "One question here has no id, so nobody can own it. Who finds it out, and by when?"
            : `${count} questions here have no id, so nobody can own them. Who finds each of them out, and by when?`;
        yield { start, end, message };
      }
      for (const { start, end, asks } of clarificationsIn(document)) {
        const quote = asks === "" ? "what is asked here" : `"${shorten(asks, 60)}"`;
        const message = `Nobody owns ${quote} yet. Who finds out, and by when?`;
        const member = { id: asks === "" ? "here" : `"${asks}"`, group: sectionAround(document, start) };
        yield { start, end, message, data: asks, member };
      }
    },
  },
  together: {
    say: ({ count, list, where }) =>
      `Nobody owns ${count} open questions ${where} yet (${list}). Who finds each of them out, and by when?`,
  },
};

/** Top-level items of the section's lists that ask something and have no id. */
export function questionsWithoutId({ blocks }: Section): Range[] {
  const found: Range[] = [];
  for (const { block, placed } of blocks) {
    if (block.type !== "list") continue;
    for (const item of block.items) {
      if (leadOf(item.inline).id !== undefined || isSettled(item)) continue;
      found.push({ start: placed.start + item.inline.start, end: placed.start + item.inline.end });
    }
  }
  return found;
}

/** "None", and what its author has marked as done. */
function isSettled({ inline, checked }: ItemBlock): boolean {
  const { text } = inline;
  return (
    checked === true ||
    text.trim() === "" ||
    /^none\b/i.test(text) ||
    /\b(?:resolved|answered|decided)\b/i.test(text)
  );
}

export const docs: RuleDocs = {
  summary: "Q2 has no owner, or its date has passed.",
  rationale: `An open question without an owner is answered by whoever cannot wait any longer, mostly in code. One whose date has
passed has been answered that way already, or is holding somebody up.

Give it an id, an owner and a day: "**Q1** (@lena, by 2026-08-20): …?". The answer goes behind it: "Answered @lena 2026-08-18: …".`,
  examples: [
    {
      title: "No owner; a date that has passed",
      bad: `## Questions

- **Q1** Who pays for replies?
- **Q2** (@mara, by 2026-07-24): can the provider tell us that a reply was late?
- **Q3** (@lena, by 2026-07-10): what does a reply cost? Answered @lena 2026-07-09: 1.1 cents.
- **Q4** (by 2026-08-20): which time zone holds?
`,
      good: `## Questions

- **Q1** (@lena, by 2026-08-20): Who pays for replies?
- **Q2** (@mara, by 2026-08-10): can the provider tell us that a reply was late?
- **Q3** (@lena, by 2026-07-10): what does a reply cost? Answered @lena 2026-07-09: 1.1 cents.
- **Q4** (@mara, by 2026-08-20): which time zone holds?
`,
      count: 3,
    },
    {
      title: "A list of questions without ids",
      bad: `## Open Questions

1. Who is liable when the wrong person collects?
2. ~~Does the code work twice?~~ Resolved: once only.
3. Does a parcel that needs a signature get a code?
`,
      good: `## Open Questions

1. **Q1** (@lena, by 2026-08-20): Who is liable when the wrong person collects?
2. ~~Does the code work twice?~~ Resolved: once only.
3. **Q2** (@mara, by 2026-08-20): Does a parcel that needs a signature get a code?
`,
    },
    {
      title: "A question where it came up, as spec-kit marks it",
      bad: `## Requirements

- **FR-001**: System MUST keep a label for reprints. [NEEDS CLARIFICATION: for how long?]
`,
      good: `## Requirements

- **FR-001**: System MUST keep a label for reprints. (see Q1)

## Questions

- **Q1** (@lena, by 2026-08-20): for how long?
`,
    },
    {
      title: "A table and a heading",
      bad: `## Open Questions

| ID | Question | Owner | By |
| --- | --- | --- | --- |
| Q1 | Who pays for photos of gas meters? | @lena | 2026-08-20 |
| Q2 | May we train on the photos? | | |
| Q3 | Who reads them? | @mara | 2026-07-20 |

### Q4 · Where do photos go after a year?

Nobody has asked the archive yet.
`,
      good: `## Open Questions

| ID | Question | Owner | By |
| --- | --- | --- | --- |
| Q1 | Who pays for photos of gas meters? | @lena | 2026-08-20 |
| Q2 | May we train on the photos? | @lena | 2026-08-20 |
| Q3 | Who reads them? | @mara | 2026-08-20 |

### Q4 (@lena, by 2026-08-20): Where do photos go after a year?

Nobody has asked the archive yet.
`,
      count: 3,
    },
  ],
};
