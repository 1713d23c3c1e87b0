import { clarificationsIn } from "../../document/clarifications.ts";
import { nextId } from "../../recognise/ids.ts";
import { leadOf } from "../../recognise/lead.ts";
import type { PrdDocument, Question, Section } from "../../document/model.ts";
import { inRow, questionState } from "../../document/state.ts";
import type { ItemBlock } from "../../markdown/block.ts";
import type { Finding, Fix } from "../../problem.ts";
import { addDays } from "../../text/days.ts";
import { shorten } from "../../words/shorten.ts";
import type { Range } from "../../text/range.ts";
import { personPlace, prefixesEdit, sectionItemEdit } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import type { Said } from "../../writing/said.ts";
import { later, place } from "../../writing/snippet.ts";
import { cellNamed, fillCell } from "../../writing/table-edits.ts";
import { sectionAround } from "../asked-together.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";
import { ownerColumn, ownerOf } from "./question-owner.ts";

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
        if (questionState(question).state === "settled") continue;
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
  fixes: (finding, context) => {
    const { document } = context;
    if (finding.data === undefined) return giveIds(finding, context);
    if (typeof finding.data === "string") return [ownQuestion(finding, finding.data, context)];
    const question = typeof finding.data === "number" ? document.questions[finding.data] : undefined;
    if (question === undefined) return [];
    const { who, date } = ownerOf(question, document);
    if (finding.early === true) return [];
    return who === undefined ? assign(question, context) : postpone(question, date, context);
  },
};

const dayColumn = /^(?:by|due|date|due date|when|until)$/i;
const filledDay = "2026-08-20";

function assign(
  { id, head, passage, start, bodyRange }: Question,
  { document, config, today }: RuleContext,
): Fix[] {
  const { text } = document;
  const who = personPlace(document, "pm");
  const day = place(addDays(today, config.waiting.question));
  const fix = { title: `Give ${id} an owner`, kind: "guided" as const, preferred: true };
  if (inRow(passage)) {
    const cell = cellNamed(document, start, ownerColumn);
    if (cell === undefined) return [];
    return [{ ...fix, edits: [fillCell(text, cell, [who])], filled: ["@lena"] }];
  }
  if (head === undefined) {
    const edit = editOf({ start: bodyRange.start, end: bodyRange.start }, ["(", who, ", by ", day, "): "]);
    return [{ ...fix, edits: [edit], filled: ["@lena", filledDay] }];
  }
  const at = head.start + 1;
  const late = head.date !== undefined && head.date < today;
  const said: Said = [who, /^\s*\)/.test(text.slice(at)) ? "" : ", "];
  if (!late || head.dateRange === undefined)
    return [{ ...fix, edits: [editOf({ start: at, end: at }, said)], filled: ["@lena"] }];
  const { start: from, end } = head.dateRange;
  return [
    {
      ...fix,
      edits: [editOf({ start: at, end }, [...said, text.slice(at, from), day])],
      filled: ["@lena", filledDay],
    },
  ];
}

function postpone(
  question: Question,
  date: string | undefined,
  { document, config, today }: RuleContext,
): Fix[] {
  const { text } = document;
  const cell = inRow(question.passage) ? cellNamed(document, question.start, dayColumn) : undefined;
  const said = [place(addDays(today, config.waiting.question))];
  const range = question.head?.dateRange;
  if (date === undefined || (cell === undefined && range === undefined)) return [];
  const edit = cell === undefined ? editOf(range ?? question, said) : fillCell(text, cell, said);
  return [
    {
      title: `Give ${question.id} a new day`,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: [filledDay],
    },
  ];
}

/** Top-level items of the section's lists that ask something and have no id. */
function questionsWithoutId({ blocks }: Section): Range[] {
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

function giveIds({ start }: Finding, { document, config, today }: RuleContext): Fix[] {
  const section = document.sections.find(({ heading }) => heading.start === start);
  const questions = section === undefined ? [] : questionsWithoutId(section);
  if (questions.length === 0) return [];
  const taken = idsOf(document);
  const who = personPlace(document, "pm");
  const day = place(addDays(today, config.waiting.question));
  const edit = prefixesEdit(document.text, questions, () => {
    const id = nextId("Q", taken);
    taken.push(id);
    return [`**${id}** (`, who, ", by ", day, "): "];
  });
  const title = `Give ${questions.length === 1 ? "the question" : "each question"} an id, an owner and a day`;
  return [
    {
      title,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: questions.flatMap(() => ["@lena", filledDay]),
    },
  ];
}

/** A marker in the midst of the text gives way to a question with an id, an owner and a day. */
function ownQuestion({ start, end }: Range, asks: string, { document, config, today }: RuleContext): Fix {
  const id = nextId("Q", idsOf(document));
  const who = personPlace(document, "pm");
  const day = place(addDays(today, config.waiting.question));
  const item = [`**${id}** (`, later(who), ", by ", later(day), "): ", place(asks || "what is asked")];
  const edits = [{ start, end, newText: `(see ${id})` }, sectionItemEdit(document, "Questions", item)];
  const filled = [asks || "what is asked", "@lena", filledDay];
  return { title: `Make it question ${id}`, kind: "guided", edits, preferred: true, filled };
}

function idsOf({ definitions }: PrdDocument): string[] {
  return definitions.map(({ id }) => id);
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
