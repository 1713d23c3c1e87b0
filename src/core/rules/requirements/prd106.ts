import { asksOf } from "../../document/asks.ts";
import type { Asks } from "../../document/asks.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument, Requirement } from "../../document/model.ts";
import { asRead } from "../../document/moved.ts";
import { rangeIn } from "../../document/passage.ts";
import type { Passage } from "../../document/passage.ts";
import { seldom } from "../../document/seldom.ts";
import type { Fix } from "../../problem.ts";
import { lineEnding } from "../../text/lines.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { SnippetPart } from "../../writing/snippet.ts";
import { sectionAround } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";
import { requirementOf } from "./missing-facet.ts";

const words = ["", "", "", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

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
  fixes: (finding, { document }) => {
    const requirement = requirementOf(finding, document);
    const found = requirement === undefined ? undefined : firstAsking(requirement);
    if (requirement === undefined || found === undefined) return [];
    const { asks, passage } = found;
    const range = rangeIn(passage, asks.start, asks.end);
    if (requirement.form === "row") {
      const title = `Rewrite ${requirement.id}`;
      return [
        {
          title,
          kind: "guided",
          edits: [],
          select: range,
          preferred: true,
          filled: ["An analyst can pick a range"],
        },
      ];
    }
    return [splitOf(document, requirement, range.start, range.end, asks)];
  },
};

interface Asking {
  readonly asks: Asks;
  readonly passage: Passage;
}

/** By statement, which is the same object for as long as its text stands. */
const remembered = new WeakMap<readonly Passage[], Asking | "none">();

/** The first passage that asks for three things or more. */
function firstAsking({ statement, form }: Pick<Requirement, "statement" | "form">): Asking | undefined {
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

/** Leaves the first thing where it is and gives each further one a requirement behind this one. */
function splitOf(
  document: PrdDocument,
  requirement: Requirement,
  start: number,
  end: number,
  asks: Asks,
): Fix {
  const { text } = document;
  const line = lineEnding(text);
  const prefix = /^[A-Z]+/.exec(requirement.id)?.[0] ?? "R";
  const taken = document.definitions.map(({ id }) => id);
  const said: SnippetPart[] = [place(asks.things[0] ?? ""), text.slice(end, requirement.end)];
  const filled = ["The desk can see the list."];
  for (const thing of asks.things.slice(1)) {
    const id = nextId(prefix, taken);
    taken.push(id);
    said.push(...openingOf(text, requirement, id, line), place(thing));
    filled.push("Print the list");
  }
  return {
    title: `Split ${requirement.id} into ${words[asks.things.length] ?? asks.things.length}`,
    kind: "guided",
    edits: [editOf({ start, end: requirement.end }, said)],
    preferred: true,
    filled,
  };
}

/** How a requirement begins that follows one, in its form. */
function openingOf(
  text: string,
  { form, start, idRange }: Requirement,
  id: string,
  line: string,
): SnippetPart[] {
  const opening = text.slice(start, idRange.start);
  if (form === "heading") return [line, line, `${/^#+/.exec(opening)?.[0] ?? "###"} ${id} · `];
  const from = text.slice(0, start).search(/[^\r\n]*$/);
  const bold = text.slice(idRange.end, idRange.end + 3).startsWith(":") ? `**${id}:** ` : `**${id}** `;
  return [line, text.slice(from, start), `${/^(?:[-*+]|\d+[.)])/.exec(opening)?.[0] ?? "-"} `, bold];
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
