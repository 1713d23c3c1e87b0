import { asksOf } from "../../document/asks.ts";
import type { Asks } from "../../document/asks.ts";
import type { Requirement } from "../../document/model.ts";
import { asRead } from "../../document/moved.ts";
import type { Passage } from "../../document/passage.ts";
import { seldom } from "../../document/seldom.ts";
import { sectionAround } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const words = ["", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

export const prd106: Rule = {
  code: "PRD106",
  name: "several-in-one",
  severity: "information",
  seam: "handoff",
  owner: "product",
  check: {
    pass: "local",
    *run({ document }) {
      for (const [index, requirement] of seldom(document.requirements, asksForSeveral)) {
        const count = firstAsking(asRead(requirement))?.asks.things.length ?? 0;
        const { id, idRange } = requirement;
        const message = `${id} seems to ask for ${words[count] ?? count} things. Could each have an id of its own?`;
        const member = { id, group: sectionAround(document, idRange.start) };
        yield { start: idRange.start, end: idRange.end, message, data: index, member };
      }
    },
  },
  together: {
    say: ({ count, list, where }) =>
      `${count} requirements ${where} seem to ask for three things or more each (${list}). Could each thing have an id of its own?`,
  },
};

interface Asking {
  readonly asks: Asks;
  readonly passage: Passage;
}

/** By statement, which is the same object for as long as its text stands. */
const remembered = new WeakMap<readonly Passage[], Asking | "none">();

/** The first passage that asks for three things or more. */
export function firstAsking({
  statement,
  form,
}: Pick<Requirement, "statement" | "form">): Asking | undefined {
  let found = remembered.get(statement);
  if (found === undefined) {
    found = "none";
    for (const passage of statement) {
      const asks = asksOf(passage, form === "item" || form === "row");
      if (asks === undefined) continue;
      found = { asks, passage };
      break;
    }
    remembered.set(statement, found);
  }
  return found === "none" ? undefined : found;
}

function asksForSeveral(requirement: Requirement): boolean {
  return (firstAsking(requirement)?.asks.things.length ?? 0) >= 3;
}

export const docs: RuleDocs = {
  summary: "R4 seems to ask for three things.",
  rationale: `A requirement that asks for three things has three whys, three sets of cases and three prices, of which usually one is
written down. It can also only be accepted, moved or dropped as a whole.

One id for each thing lets an engineer answer each for itself. Where the things are worth nothing without each other, they
are one: say so in the why, and suppress this line.`,
  examples: [
    {
      title: "One sentence with a chain of verbs",
      bad: `### R4 · The desk keeps control

The desk must see the list, move an owner up, take an owner off and print the list for the evening.

- **Why:** a nurse knows which animal cannot wait.
`,
      good: `### R4 · Move an owner up

The desk can move an owner up.

- **Why:** a nurse knows which animal cannot wait.

### R5 · Print the list

The desk can print the list for the evening.
`,
      mayFollow: ["PRD101", "PRD103", "PRD105", "PRD107"],
    },
    {
      title: "A list item that goes on and on",
      bad: `- **FR-3:** The analyst must be able to name an export, and the page must show who made it. Managers can also delete exports of others.
- **FR-4:** The range must be part of the name.
`,
      good: `- **FR-3:** The analyst must be able to name an export.
- **FR-4:** The range must be part of the name.
- **FR-5:** The page must show who made an export.
- **FR-6:** Managers can delete exports of others.
`,
      mayFollow: ["PRD101", "PRD103", "PRD105", "PRD107"],
    },
    {
      title: "A list of things in one requirement",
      bad: `- **FR-5:** Accounts: registration with approval, suspension and password reset
`,
      good: `- **FR-5:** Registration with approval
- **FR-6:** Suspension of an account
- **FR-7:** Password reset
`,
      mayFollow: ["PRD101", "PRD103", "PRD105", "PRD107"],
    },
    {
      title: "A row of a table",
      bad: `| ID | Requirement |
| --- | --- |
| R1 | An analyst can pick a range, send the export to an address and delete exports of last year |
`,
      good: `| ID | Requirement |
| --- | --- |
| R1 | An analyst can pick a range |
| R2 | An analyst can send the export to an address |
`,
    },
  ],
};
