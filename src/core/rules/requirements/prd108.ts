import type { Config } from "../../config/config.ts";
import { nearest } from "../../config/nearest.ts";
import { handlesIn } from "../../document/answers.ts";
import type { Constraint } from "../../document/model.ts";
import { asRead } from "../../document/moved.ts";
import { seldom } from "../../document/seldom.ts";
import { inRow } from "../../document/state.ts";
import { isDay } from "../../text/days.ts";
import { listed } from "../../words/listed.ts";
import { requirementsOf } from "../asked-together.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd108: Rule = {
  code: "PRD108",
  name: "incomplete-constraint",
  severity: "warning",
  seam: "handoff",
  owner: "engineering",
  check: {
    pass: "local",
    *run({ document, config }) {
      const group = { ...requirementsOf(document), of: document.constraints.length };
      for (const [index, constraint] of seldom(document.constraints, incompleteFor(config))) {
        const message = messageFor(asRead(constraint), config) ?? "";
        const { start, end } = constraint.head ?? constraint.idRange;
        yield { start, end, message, data: index, member: { id: constraint.id, group } };
      }
    },
  },
  together: {
    say: ({ count, of, list }) =>
      `${count} of ${of} constraints have no author, date or kind (${list}). Who has seen these limits, when, and what are they about?`,
  },
};

type Part = "kind" | "who" | "date";

/** What a constraint says about itself, in its brackets or, as a row, in cells of its own. */
export function partsOf(
  { head, passage }: Constraint,
  { kinds }: Config,
): Readonly<Partial<Record<Part, string>>> {
  const words =
    head !== undefined || !inRow(passage) ? [head?.words[0]?.text ?? ""] : passage.text.split("\n");
  const kind = words.find((word) => kinds.includes(word.trim().toLowerCase()));
  const who = head === undefined ? words.flatMap(handlesIn)[0] : head.who.join(", ") || undefined;
  const date = head === undefined ? words.find((word) => isDay(word.trim())) : head.date;
  return {
    ...(kind === undefined ? {} : { kind: kind.trim() }),
    ...(who === undefined ? {} : { who }),
    ...(date === undefined ? {} : { date: date.trim() }),
  };
}

export function missingOf(constraint: Constraint, config: Config): Part[] {
  const known = partsOf(constraint, config);
  return (["kind", "who", "date"] as const).filter((part) => known[part] === undefined);
}

const names: Readonly<Record<Part, string>> = { kind: "kind", who: "author", date: "date" };

const tests = new WeakMap<Config, (constraint: Constraint) => boolean>();

/** The same function for each team's kinds. */
function incompleteFor(config: Config): (constraint: Constraint) => boolean {
  let test = tests.get(config);
  if (test === undefined) tests.set(config, (test = (one) => messageFor(one, config) !== undefined));
  return test;
}

function messageFor(constraint: Constraint, config: Config): string | undefined {
  const { head, topic } = constraint;
  if (
    head !== undefined &&
    head.date !== undefined &&
    head.who.length > 0 &&
    config.kinds.includes(topic ?? "")
  ) {
    return undefined;
  }
  const missing = missingOf(constraint, config);
  if (missing.length === 0) return undefined;
  const word = constraint.head?.words[0]?.text;
  if (missing.length === 1 && missing[0] === "kind" && word !== undefined) {
    const meant = nearest(word, config.kinds);
    const ask = meant === undefined ? `Is it ${listed(config.kinds, "or")}?` : `Is it \`${meant}\`?`;
    return `\`${word}\` is not among this team's kinds of constraints. ${ask}`;
  }
  const parts = missing.map((part) => names[part]);
  const list = listed(parts, "or");
  return `${constraint.id} has no ${list}. Who has seen this limit, when, and what is it about?`;
}

export const docs: RuleDocs = {
  summary: "C1 has no author, date or kind.",
  rationale: `A limit without a name cannot be asked about, one without a day cannot be told from one that ended last year, and one
without a kind does not reach the people who review that kind.

The brackets behind the id hold all three: "**C1** (perf, @mara, 2026-07-20): …". A team can add kinds of its own in
\`seamwork.yaml\` under \`constraints.kinds\`.`,
  examples: [
    {
      title: "Nothing but the limit",
      bad: `### R1 · Filter by date range

- **Constraints:**
  - **C1** p95 under 300 ms up to 90 days. Accepted @lena 2026-07-21.
`,
      good: `### R1 · Filter by date range

- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms up to 90 days. Accepted @lena 2026-07-21.
`,
    },
    {
      title: "Brackets with a part missing, in list items",
      bad: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:**
    - **C1:** (perf, @mara): p95 under 300 ms up to 90 days.
    - **C2** (2026-07-20): the file is kept for 30 days.
`,
      good: `- **FR-1:** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-30): p95 under 300 ms up to 90 days.
    - **C2** (legal, @mara, 2026-07-30): the file is kept for 30 days.
`,
      count: 2,
    },
    {
      title: "A kind that the team does not have",
      bad: `- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (securty, @mara, 2026-07-30): links expire after 24 hours.
    - **C2** (hardware, @mara, 2026-07-30): the scanner reads 40 labels a minute.
`,
      good: `- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (security, @mara, 2026-07-30): links expire after 24 hours.
    - **C2** (hardware, @mara, 2026-07-30): the scanner reads 40 labels a minute.
`,
      config: `version: 1
constraints:
  kinds: [hardware]
`,
    },
  ],
};
