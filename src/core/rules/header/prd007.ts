import { knownDistinct } from "../../document/digest.ts";
import { idKey, isQuoted, parentId } from "../../recognise/ids.ts";
import type { Definition, PrdDocument } from "../../document/model.ts";
import type { Finding } from "../../problem.ts";
import { lineIndex } from "../../text/lines.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd007: Rule = {
  code: "PRD007",
  name: "duplicate-id",
  severity: "error",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "local", run },
};

interface Duplicate {
  readonly later: Definition;
  readonly first: Definition;
}

function run({ document }: RuleContext): Finding[] {
  const duplicates = duplicatesIn(document);
  if (duplicates.length === 0) return [];
  const lines = lineIndex(document.text);
  const numbers = highestNumbers(document);
  const mentioned = new Set(document.mentions.map(({ id }) => idKey(id)));
  return duplicates.map(({ later, first }) => {
    const { id, start, end } = later;
    const line = lines.positionAt(first.start).line + 1;
    if (isQuoted(id)) {
      const message = `${id} is signed, and stands on line ${line} as well. Which of the two is meant? An id would say so.`;
      return { start, end, message };
    }
    const newId = freeId(id, numbers);
    const referredTo = mentioned.has(idKey(id)) || numbers.has(`${idKey(id)}.`);
    const message = `${id} is also defined on line ${line}. Which of the two keeps the id?`;
    return { start, end, message, data: { newId }, fixable: !referredTo };
  });
}

/** Two requirements may have one title, as long as nobody has to say which of them is meant. */
function duplicatesIn({ definitions, requirements, signOffs }: PrdDocument): Duplicate[] {
  if (knownDistinct(definitions)) return [];
  const merged = new Set<number>();
  for (const { also } of requirements) for (const { start } of also) merged.add(start);
  const byKey = new Map<string, Definition>();
  const duplicates: Duplicate[] = [];
  for (const definition of definitions) {
    if (merged.has(definition.block.start)) continue;
    const key = idKey(definition.id);
    if (isQuoted(definition.id) && !signOffs.some(({ requirement = "" }) => idKey(requirement) === key))
      continue;
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, definition);
    else duplicates.push({ later: definition, first });
  }
  return duplicates;
}

/** The highest number in use by what stands before it: `FR` for `FR6`, `FR6.` for its children. */
type Numbers = Map<string, number>;

/** What is mentioned counts as taken: a mention of something missing must not come to mean something else. */
function highestNumbers({ definitions, mentions }: PrdDocument): Numbers {
  const numbers: Numbers = new Map();
  for (const { id } of [...definitions, ...mentions]) {
    for (let rest: string | undefined = id; rest !== undefined; rest = parentId(rest)) {
      const { family, number } = partsOf(rest);
      if (number > (numbers.get(family) ?? 0)) numbers.set(family, number);
    }
  }
  return numbers;
}

function partsOf(id: string): { family: string; number: number; written: string } {
  const [number = ""] = /\d+$/.exec(id) ?? [];
  const written = id.slice(0, id.length - number.length);
  return { family: idKey(written), number: Number(number), written };
}

/** The next id of the same kind, in the style of this one; it is taken from then on. */
function freeId(id: string, numbers: Numbers): string {
  const { family, written } = partsOf(id);
  const number = (numbers.get(family) ?? 0) + 1;
  numbers.set(family, number);
  return `${written}${number}`;
}

export const docs: RuleDocs = {
  summary: "R3 is also defined on line 41. Which of the two keeps the id?",
  rationale: `An id is how a test, a commit and a review say which requirement they mean. When two things have one id,
everybody picks the one that they saw first.

A table row and a heading with one id are one requirement as long as their titles share a word: the table is then a
summary of what follows. A list that says of the requirements of another section in which epic or test they are defines none.
Titles without an id may be there twice until somebody signs one of them.

Renumbering asks about the places that mention the id, since only you know which of the two they mean.`,
  examples: [
    {
      title: "Two requirements got the same number",
      bad: `### R1 · Filter by date range

### R2 · Queue long exports

### R2 · Remember the last range
`,
      good: `### R1 · Filter by date range

### R2 · Queue long exports

### R3 · Remember the last range
`,
      mayFollow: ["PRD101", "PRD103", "PRD105", "PRD107"],
    },
    {
      title: "A constraint was added by copying a line, and is mentioned",
      bad: `- **R1** Exports can be filtered by date.
  - **Why:** finance closes on calendar months.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.
    - **C1** (scale, @mara, 2026-07-20): at most 2,000,000 rows.
  - **Accept:**
    - [ ] 91 days are queued, as C1 says.
`,
      good: `- **R1** Exports can be filtered by date.
  - **Why:** finance closes on calendar months.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.
    - **C2** (scale, @mara, 2026-07-20): at most 2,000,000 rows.
  - **Accept:**
    - [ ] 91 days are queued, as C2 says.
`,
    },
    {
      title: "A table row and a heading that have nothing in common",
      bad: `| ID  | Requirement          |
| --- | -------------------- |
| R1  | Count working hours  |

### R1 · Show the calendar
`,
      good: `| ID  | Requirement          |
| --- | -------------------- |
| R1  | Count working hours  |

### R1 · Counting hours over midnight
`,
    },
  ],
};
