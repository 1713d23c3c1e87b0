import assert from "node:assert/strict";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import { checked, withHeader } from "./checked.ts";

const constraint = (text: string): string =>
  exampleDocument(`- **R1** Filter\n  - **Constraints:**\n    - ${text}\n`);

describe("PRD108", () => {
  it("finds the handle that lacks its @ and keeps the ids that the brackets name", () => {
    const text = constraint("**C1** (perf, mara, 2026-07-30; R1, R2): 2 s.");
    assert.match(
      checked("PRD108", text, { as: "agreed" }).after(),
      /\*\*C1\*\* \(perf, @mara, 2026-07-30; R1, R2\): 2 s\./,
    );
  });

  it("writes the brackets behind a bold colon too", () => {
    assert.match(
      checked("PRD108", constraint("**C1:** 2 s at most."), { as: "agreed" }).after(),
      /\*\*C1:\*\* \(perf, @mara, 2026-07-30\): 2 s at most\./,
    );
  });
});

describe("PRD108 in a table", () => {
  const table = (row: string): string =>
    exampleDocument(`## Constraints\n\n| ID | Limit | Kind | Who | Since |\n|--|--|--|--|--|\n${row}\n`);

  it("finds kind, author and day in cells of their own", () => {
    const { messages } = checked("PRD108", table("| C1 | 2 s at most | Perf | @mara | 2026-07-30 |"), {
      as: "agreed",
    });
    assert.deepEqual(messages, []);
  });

  it("asks for what no cell says, and takes brackets in the cell of the limit", () => {
    const run = checked("PRD108", table("| C1 | 2 s at most | | @mara | |"), { as: "agreed" });
    assert.match(run.messages[0] ?? "", /^C1 has no kind or date\. /);
    assert.match(run.after(), /\| C1 \| \([a-z]+, @mara, 2026-[-\d]+\): 2 s at most \|/);
  });
});

describe("PRD109", () => {
  it("takes numbers in words, not the digits of an id", () => {
    const count = (body: string): number =>
      checked("PRD109", constraint(`**C1** (perf, @mara, 2026-07-30): ${body}`), { as: "agreed" }).messages
        .length;
    assert.equal(count("half of the exports time out."), 0);
    assert.equal(count("see FR-12 and R3."), 1);
    assert.equal(count("`p95` under 300 ms."), 0);
  });
});

describe("PRD110", () => {
  const waits = (text: string, today: string, team?: string) =>
    checked("PRD110", constraint(text), { as: "agreed", today, ...(team === undefined ? {} : { team }) });

  const early = (text: string, today: string, team?: string): unknown[] =>
    waits(text, today, team).problems.map(({ severity, message }) => [severity, message]);

  it("counts calendar days from the constraint's day, and warns on the fifth", () => {
    const text = "**C1** (perf, @mara, 2026-07-20): 2 s.";
    const ask = "Accept it, counter it, or open a disagreement?";
    const waiting = ["information", `C1 from @mara waits for product. ${ask}`];
    assert.deepEqual(early(text, "2026-07-24"), [waiting]);
    assert.deepEqual(early(text, "2026-07-25"), [
      ["warning", `C1 from @mara has waited 5 days for product. ${ask}`],
    ]);
    assert.deepEqual(early(text, "2026-07-25", "version: 1\nwaiting: { constraint: 6 }\n"), [waiting]);
  });

  it("names whose turn it is", () => {
    const turn = (text: string): unknown[] =>
      waits(text, "2026-08-01").problems.map(({ owner, severity }) => `${owner} ${severity}`);
    assert.deepEqual(turn("**C1** (perf, @mara, 2026-07-20): 2 s."), ["product warning"]);
    assert.deepEqual(turn("**C1** (perf, @mara, 2026-07-01): 2 s. Countered @lena 2026-07-20: 3 s?"), [
      "engineering error",
    ]);
    assert.deepEqual(turn("**C1** (perf, @mara, 2026-07-01): 2 s. Countered @lena 2026-07-30: 3 s?"), [
      "engineering error",
    ]);
    const review = checked(
      "PRD110",
      constraint("**C1** (perf, @mara, 2026-07-01): 2 s. Countered @lena 2026-07-20: 3 s?"),
      { as: "in-review" },
    );
    assert.deepEqual(
      review.problems.map(({ severity }) => severity),
      ["warning"],
      "what is countered is not agreed",
    );
    assert.deepEqual(turn("**C1** (perf, @mara): 2 s."), ["product information"]);
    assert.deepEqual(turn("**C1** (perf, @mara, 2026-02-30): 2 s."), ["product information"]);
    assert.deepEqual(turn("**C1** 2 s."), []);
  });
});

describe("assumptions and options by status", () => {
  const guess = withHeader("status: draft", "\n## Assumptions\n\n- **A1** It is so.\n");

  it("lets a draft guess, and asks from the review on", () => {
    const draft = checked("PRD201", guess, { team: "rules: { PRD201: error }\n" }).problems;
    assert.deepEqual(
      draft.map(({ severity, message }) => [severity, message]),
      [["information", "A1 is untested. Who could look, and how?"]],
    );
    assert.equal(checked("PRD201", guess, { as: "in-review" }).problems[0]?.severity, "warning");
    assert.equal(checked("PRD201", guess, { as: "closed" }).problems[0]?.severity, "information");
  });

  const prose =
    "\n## Alternatives Considered\n\n| Alternative | Why not |\n| --- | --- |\n| A mail | late |\n";
  it("says nothing about tables that hold no options", () => {
    for (const code of ["PRD203", "PRD204", "PRD205", "PRD206"] as const) {
      assert.deepEqual(checked(code, withHeader("status: agreed", prose)).messages, [], code);
    }
  });

  it("says nothing about who was there where nobody is known to be from product", () => {
    const room = "\n## Feasibility\n\n- **In the room:** @mara, 2026-07-22\n";
    assert.deepEqual(checked("PRD206", withHeader("status: agreed\npm:", room)).messages, []);
    assert.equal(checked("PRD206", withHeader("status: agreed", room)).messages.length, 1);
  });

  it("finds a requirement that answers a broken assumption by naming it, and stays linear", () => {
    const lines = Array.from(
      { length: 900 },
      (_, index) => `- **A${index + 1}** So. Tested @lena 2026-07-01: broke.\n`,
    );
    const body = `\n## Requirements\n\n- **R1** As A7 broke, this.\n\n## Assumptions\n\n${lines.join("")}`;
    const { messages } = checked("PRD202", withHeader("status: agreed", body));
    assert.equal(messages.length, 899);
    assert.ok(!messages.some((message) => message.startsWith("A7 ")));
  });
});

describe("PRD207 compares durations, not words", () => {
  const differ = (effort: string, time: string): number => {
    const table = `\n## Feasibility\n\n| Option | Time | Chosen |\n| --- | --- | --- |\n| F1 | ${time} | yes |\n| F2 | 9w | |\n`;
    return checked("PRD207", withHeader(`status: agreed\neffort: ${effort}`, table)).messages.length;
  };
  it("across units, ranges and signs", () => {
    assert.equal(differ("3w", "15d"), 0);
    assert.equal(differ("1m", "4w"), 0);
    assert.equal(differ("1m", "22 days"), 0);
    assert.equal(differ("3w", "2–4 weeks"), 0);
    assert.equal(differ("3w", "~3w"), 0);
    assert.equal(differ("3w", "soon"), 0);
    assert.equal(differ("3w", "4w"), 1);
    assert.equal(differ("1m", "5w"), 1);
  });
});

describe("PRD306 leaves questions alone that are settled", () => {
  it("by an answer, a tick, a word or a None", () => {
    const text = withHeader(
      "status: agreed",
      `
## Questions

- **Q1** Who? Answered @lena 2026-07-01: me.
- **Q2** (@lena): without a day?
- [x] Who pays?
- None at this time.
- **Bundle size** — Resolved: accept it.
`,
    );
    assert.deepEqual(checked("PRD306", text).messages, ["Q2 waits for @lena. What is the answer?"]);
  });
});

describe("PRD306 on a list of questions without ids", () => {
  const asked = (heading: string): readonly string[] =>
    checked("PRD306", withHeader("status: agreed", `\n## ${heading}\n\n- Who prints?\n- When?\n`)).messages;

  it("leaves it alone where its heading says that they are settled", () => {
    assert.equal(asked("Open questions").length, 1);
    assert.deepEqual(asked("Open questions (resolved)"), []);
    assert.deepEqual(asked("Open questions (all answered)"), []);
  });
});

describe("PRD306 on questions that stand where they came up", () => {
  const marked = (...asked: string[]): string =>
    exampleDocument(
      `## Requirements\n\n${asked.map((words, index) => `- **FR-00${index + 1}**: Print. [NEEDS CLARIFICATION${words}]\n`).join("")}`,
    );

  it("asks about each, and from three on once", () => {
    assert.deepEqual(checked("PRD306", marked(": which roles?", "")).messages, [
      'Nobody owns "which roles?" yet. Who finds out, and by when?',
      "Nobody owns what is asked here yet. Who finds out, and by when?",
    ]);
    assert.deepEqual(checked("PRD306", marked(": who?", ": when?", "：何时?")).messages, [
      'Nobody owns 3 open questions under "Requirements" yet ("who?", "when?" and "何时?"). Who finds each of them out, and by when?',
    ]);
  });

  it("makes it a question in its section", () => {
    const after = checked("PRD306", marked(": which roles?")).after();
    assert.match(after, /^- \*\*FR-001\*\*: Print\. \(see Q1\)$/m);
    assert.match(after, /^- \*\*Q1\*\* \(@lena, by [-\d]+\): which roles\?$/m);
  });

  it("leaves code, quotations and the questions' own section alone", () => {
    const text = `## Requirements

- **FR-001**: Write \`[NEEDS CLARIFICATION: x]\`.

> [NEEDS CLARIFICATION: theirs]

## Questions

- **Q1** (@lena, by 2099-01-01): [NEEDS CLARIFICATION: which roles?]
`;
    assert.deepEqual(checked("PRD306", exampleDocument(text)).messages, [
      "Q1 waits for @lena, wanted by 2099-01-01. What is the answer?",
    ]);
  });
});

describe("PRD306 gives a late question a new day", () => {
  it("in its own table, whichever of the section it is", () => {
    const table = (id: string, day: string): string =>
      `| # | Question | Owner | Due |\n|---|---|---|---|\n| ${id} | How many? | @lena | ${day} |\n`;
    const text = withHeader(
      "status: agreed",
      `\n## Questions\n\n${table("Q1", "2026-09-01")}\nAsked later:\n\n${table("Q2", "2026-07-01")}`,
    );
    const late = checked("PRD306", text);
    assert.ok(late.messages.some((one) => one.startsWith("Q2 was due on 2026-07-01.")));
    assert.equal(late.after("Give Q2 a new day"), text.replace("2026-07-01", "2026-08-20"));
  });
});
