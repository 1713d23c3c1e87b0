import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { apart } from "../../../src/core/check/group.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { documentedRules } from "../../../src/core/rules/documented.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import { runExample } from "../../../src/core/docs/example-run.ts";
import { checked } from "./checked.ts";
import type { Checked } from "./checked.ts";

const silence = "<!-- prd-ignore PRD103 until 2026-12-01: a label has one size -->";

function shop(requirements: readonly string[], more = ""): string {
  const items = requirements.map((text, index) => `- **R${index + 1}** ${text}\n`).join("");
  return exampleDocument(
    `## Why\n\nA parcel without a label comes back.\n\n## Requirements\n\n${items}${more}`,
  );
}

const labels = ["Print a label.", "Print it again.", "Print all of a day.", "Print none."];

function asked(code: `PRD${number}`, text: string): Checked {
  return checked(code, text, { as: "agreed" });
}

describe("what several requirements lack", () => {
  it("is asked once, on the heading, with all of them related", () => {
    const text = shop(
      labels,
      "- **R5** Show labels.\n  - **Edge cases:**\n    - **E1** No printer: say so.\n",
    );
    const { problems, messages, places } = asked("PRD103", text);
    assert.deepEqual(messages, [
      "4 of 5 requirements say no edge case (R1–R4). Which three would hurt most if guessed wrong?",
    ]);
    assert.deepEqual(places, ["## Requirements"]);
    const related = problems[0]?.related ?? [];
    assert.deepEqual(
      related.map(({ id, start, end }) => [id, text.slice(start, end)]),
      [1, 2, 3, 4].map((number) => [`R${number}`, `R${number}`]),
    );
    assert.equal(related[0]?.message, "R1 lists no edge cases: empty, huge, twice, late, offline?");
  });

  it("is asked of each where they are two", () => {
    const { problems, places } = asked("PRD103", shop(labels.slice(0, 2)));
    assert.deepEqual(places, ["R1", "R2"]);
    assert.ok(problems.every(({ related }) => related === undefined));
  });

  it("leaves out what somebody has silenced, one by one until they are too few", () => {
    const quiet = labels.map((text, index) => (index < 1 ? `${text} ${silence}` : text));
    assert.match(asked("PRD103", shop(quiet)).messages[0] ?? "", /^3 of 4 requirements .*\(R2–R4\)/);
    const more = labels.map((text, index) => (index < 2 ? `${text} ${silence}` : text));
    assert.deepEqual(asked("PRD103", shop(more)).places, ["R3", "R4"]);
  });

  it("can be silenced where it stands", () => {
    const text = shop(labels).replace("## Requirements", `${silence}\n\n## Requirements`);
    assert.deepEqual(asked("PRD103", text).messages, []);
    assert.equal(asked("PRD105", text).messages.length, 1);
  });

  it("has the severity and the owner that each would have", () => {
    const problems = (as: "draft" | "agreed"): unknown =>
      checked("PRD107", shop(labels), { as }).problems.map(({ severity, owner }) => [severity, owner]);
    assert.deepEqual(problems("draft"), [["information", "engineering"]]);
    assert.deepEqual(problems("agreed"), [["warning", "engineering"]]);
  });
});

describe("what is said several times in a section", () => {
  const vague = ["It must be fast.", "It must be easy.", "It must be intuitive."];

  it("is asked once on its outermost heading", () => {
    const [one, two, three] = vague;
    const text = shop([one ?? "", two ?? ""], `\n### Labels\n\n- **R3** ${three}\n`);
    const { messages, places, problems } = asked("PRD403", text);
    assert.deepEqual(messages, [
      '3 words under "Requirements" have no number that an engineer could test ("fast", "easy" and "intuitive"). Which of them would people notice first?',
    ]);
    assert.deepEqual(places, ["## Requirements"]);
    assert.deepEqual(
      problems[0]?.related?.map(({ id }) => id),
      ['"fast"', '"easy"', '"intuitive"'],
    );
  });

  it("is asked of each where sections have fewer", () => {
    const [one, two, three] = vague;
    const text = shop([one ?? "", two ?? ""], `\n## Functional requirements\n\n${three}\n`);
    assert.deepEqual(asked("PRD403", text).places, ["fast", "easy", "intuitive"]);
  });

  it("names one word once", () => {
    const text = shop(["It must be fast.", "It must be fast, too.", "This must be fast."]);
    assert.match(asked("PRD403", text).messages[0] ?? "", /^3 words .* \("fast"\)/);
  });

  it("has a place before the first heading too", () => {
    const places = ["TBD", "TBC", "TBD"].map((word) => `The price is ${word}.\n`).join("\n");
    const { messages } = asked("PRD404", `---\nprd: PRD-1\nstatus: agreed\n---\n\n${places}`);
    assert.deepEqual(messages.length, 1);
    assert.match(messages[0] ?? "", /^3 places here have no owner or date \("TBD" and "TBC"\)/);
  });
});

describe("a message about several", () => {
  it("is made of what each rule finds: apart they are the same problems, in order", () => {
    for (const rule of documentedRules)
      for (const example of rule.examples) {
        const text = exampleDocument(example.bad);
        const { problems } = runExample(rule, example, text);
        const document = parseDocument(text, defaultConfig);
        const options = {
          config: defaultConfig,
          today: "2026-08-01",
          rules: allRules,
          as: "agreed" as const,
        };
        const found = checkDocument(document, options);
        const places = found.map(({ start, end }) => [start, end]);
        assert.deepEqual(
          places,
          [...places].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d),
        );
        if (example.config !== undefined || example.previous !== undefined || example.others !== undefined)
          continue;
        if (example.status !== undefined || example.today !== undefined) continue;
        const single = found.flatMap(apart).map(({ code, start, message }) => `${code} ${start} ${message}`);
        const alone = problems.map(({ code, start, message }) => `${code} ${start} ${message}`);
        for (const one of single) assert.ok(alone.includes(one), one);
      }
  });

  it("never has a safe fix, which would have to be one for each", () => {
    for (const rule of documentedRules) {
      if (rule.together === undefined) continue;
      for (const example of rule.examples)
        for (const problem of runExample(rule, example, exampleDocument(example.bad)).own)
          assert.equal(problem.fixable, false, rule.code);
    }
  });

  it("is one sentence or two that ask", () => {
    for (const { code, together } of allRules) {
      if (together === undefined) continue;
      const said = together.say({
        count: 4,
        of: 12,
        list: "R1–R4",
        where: 'under "Scope"',
        which: "Which three",
      });
      assert.match(said, /^[A-Z0-9][^]*[.?]$/, code);
      assert.doesNotMatch(said, /undefined|  /, code);
    }
  });
});
