import type { Rule, RuleDocs } from "../rule.ts";
import { phraseCheck } from "./phrase-rule.ts";

/** What an engineer could test, by what the word is about. No digit in it: it is nobody's number yet. */
const asked: readonly (readonly [words: RegExp, number: string, filled: string])[] = [
  [
    /fast|quick|rapid|swift|speed|snapp|responsive|perform|instant|time|prompt|slow|soon|delay|right away|long|lag/,
    "how long, in ms or s",
    "under 300 ms",
  ],
  [
    /scal|many|several|few|some|lots?\b|large|huge|big|massive|volume|amount|numerous|load/,
    "how many",
    "up to 90 days",
  ],
  [/availab|reliab|robust|stable|resilient|durable|fault/, "how often it may fail", "99.9% of requests"],
  [
    /easy|easi|simpl|intuitive|friendly|smooth|seamless|effortless/,
    "who does it, in how many steps",
    "3 steps",
  ],
  [
    /low|high|short|minim|maxim|optim|efficien|cost|memory|often|frequent|regular|period|recent|latest|immediate/,
    "how much",
    "1 in 100",
  ],
];

export const prd403: Rule = {
  code: "PRD403",
  name: "vague-word",
  severity: "information",
  seam: "handoff",
  owner: "product",
  check: phraseCheck("PRD403", ({ quote, term }) =>
    amountOf(term) === undefined
      ? `"${quote}" means different things to different people. What would an engineer test?`
      : `"${quote}" has no number that an engineer could test. How would you know that it holds?`,
  ),
  together: {
    say: ({ count, list, where }) =>
      `${count} words ${where} have no number that an engineer could test (${list}). Which of them would people notice first?`,
  },
};

export function amountOf(term: string): (typeof asked)[number] | undefined {
  return asked.find(([words]) => words.test(term));
}

export const docs: RuleDocs = {
  summary: `"fast" has no number that an engineer could test.`,
  rationale: `"The export must be fast" is agreed on by everybody and tested by nobody: product thinks of a second, engineering of a
minute. A number with a unit — a time, an amount, a rate, a count of steps — makes it one requirement for both.

In a requirement and what it is accepted by, such a word is enough ("Clear error messages"); before the first heading it takes a
verb of requirement (must, should, needs to …) beside it; other prose explains, and is left alone. So do the sentences behind the
first one, which need that verb too, and what stands in brackets. A number excuses a word where it measures something: with a unit or a bound.
Words that name something are left alone ("fail fast", "real-time database"). A word that means something precise to your
team goes into \`phrases: { vague: { remove: [simple] } }\` of \`seamwork.yaml\`; \`add\` is for words of your own.`,
  examples: [
    {
      title: "A speed without a number",
      bad: `### R1 · Filter by date range

The export must be fast.
`,
      good: `### R1 · Filter by date range

The export must be there within 2 s for up to 90 days.
`,
    },
    {
      title: "In list items; numbers in words count",
      bad: `- **FR-1:** The file has to be reliable even on bad networks.
- **FR-2:** The page must handle many ranges.
- **FR-3:** An analyst must be able to find a range easily.
`,
      good: `- **FR-1:** A download that breaks off must go on where it stopped, up to three times.
- **FR-2:** The page must handle 200 ranges.
- **FR-3:** An analyst must be able to find a range within 10 s.
`,
      count: 3,
    },
    {
      title: "A requirement without a verb; a digit that measures nothing",
      bad: `- **FR-1:** Clear error messages
- **FR-2:** Blanks in a range such as "2026-01 – 2026-03" are handled gracefully.
`,
      good: `- **FR-1:** An error message names the field and what it may hold
- **FR-2:** Blanks in a range such as "2026-01 – 2026-03" are ignored.
`,
      count: 2,
    },
    {
      title: "A team's own words",
      config: `version: 1
phrases:
  vague: { add: [bank-grade], remove: [simple] }
`,
      bad: `- **FR-1:** The link must be bank-grade.
- **FR-2:** The form must be simple.
`,
      good: `- **FR-1:** The link must expire after 24 hours.
- **FR-2:** The form must be simple.
`,
    },
  ],
};
