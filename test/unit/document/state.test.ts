import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import {
  assumptionState,
  constraintState,
  disagreementState,
  questionState,
} from "../../../src/core/document/state.ts";

function read(section: string, line: string): PrdDocument {
  return parseDocument(`---\nprd: PRD-1\n---\n\n## ${section}\n\n${line}\n`, defaultConfig);
}

describe("the last answer decides", () => {
  const constraint = (answers: string) => {
    const document = read("Constraints", `- **C1** (perf, @mara, 2026-07-01): 2 s. ${answers}`);
    const [found] = document.constraints;
    assert.ok(found);
    const { state, since } = constraintState(found, document);
    return { state, since };
  };
  const cases: readonly (readonly [answers: string, state: string, since: string | undefined])[] = [
    ["", "waits for product", "2026-07-01"],
    ["Accepted @lena 2026-07-02.", "settled", "2026-07-02"],
    ["Countered @lena 2026-07-03: why?", "waits for engineering", "2026-07-03"],
    ["Countered @lena 2026-07-03: why? Countered @mara 2026-07-04: so.", "waits for product", "2026-07-04"],
    [
      "Countered @lena 2026-07-03: why? Countered @ivo 2026-07-04: so.",
      "waits for engineering",
      "2026-07-04",
    ],
    [
      "Countered @lena 2026-07-03: why? Countered @mara and @ivo 2026-07-04: so.",
      "waits for engineering",
      "2026-07-04",
    ],
    ["Accepted @lena 2026-07-02. Countered @lena 2026-07-05: no.", "waits for engineering", "2026-07-05"],
    ["Countered @lena 2026-07-03: why? Accepted @lena 2026-07-04.", "settled", "2026-07-04"],
    ["See D1.", "waits for product", "2026-07-01"],
    ["See R2.", "waits for product", "2026-07-01"],
    ["Resolved 2026-07-06: measured again.", "settled", "2026-07-06"],
  ];
  for (const [answers, state, since] of cases) {
    it(`a constraint with "${answers}" ${state}`, () => {
      assert.deepEqual(constraint(answers), { state, since });
    });
  }

  it("of a question", () => {
    const question = (answers: string) => {
      const document = read("Questions", `- **Q1** (@lena, by 2026-07-01): who? ${answers}`);
      const [found] = document.questions;
      assert.ok(found);
      return questionState(found, document);
    };
    assert.deepEqual(question(""), { state: "open", since: undefined });
    assert.deepEqual(question("Answered @lena 2026-07-02: me."), { state: "settled", since: "2026-07-02" });
    assert.deepEqual(question("See D1."), { state: "open", since: undefined });
  });

  it("of what is handed over to a disagreement, which settles it and not before", () => {
    const states = (answers: string, first = "") => {
      const document = parseDocument(
        `---\nprd: PRD-1\n---\n\n## Constraints\n\n- **C1** (perf, @mara, 2026-07-01): 2 s. ${first}See D1.\n\n` +
          `## Questions\n\n- **Q1** (@lena, by 2026-08-01): who? See D1.\n\n` +
          `## Disagreements\n\n- **D1** tier 1, @a and @b, 2026-07-02: which? ${answers}\n`,
        defaultConfig,
      );
      const [constraint] = document.constraints;
      const [question] = document.questions;
      assert.ok(constraint && question);
      return [constraintState(constraint, document), questionState(question, document)];
    };
    const open = { state: "disputed", since: "2026-07-02", disputed: "D1" };
    assert.deepEqual(states(""), [{ ...open, countered: false }, open]);
    assert.deepEqual(states("", "Countered @lena 2026-07-01: why? "), [{ ...open, countered: false }, open]);
    const settled = { state: "settled", since: "2026-07-06" };
    assert.deepEqual(states("Resolved 2026-07-06: that one."), [{ ...settled, countered: false }, settled]);
  });

  it("of an assumption, in an item and in a row", () => {
    const assumption = (line: string) => {
      const [found] = read("Assumptions", line).assumptions;
      assert.ok(found);
      return assumptionState(found);
    };
    const untested = { state: "untested", since: undefined, ids: [] };
    assert.deepEqual(assumption("- **A1** Customers\n  held on."), untested);
    assert.deepEqual(
      assumption(
        "- **A1** It is so. Tested @lena 2026-07-01: held. Tested @mara 2026-07-02: broke, see C1 and R2.",
      ),
      {
        state: "broke",
        since: "2026-07-02",
        ids: ["C1", "R2"],
      },
    );
    const table = (row: string): string => `| ID | What | Tested | Result |\n|--|--|--|--|\n${row}`;
    assert.deepEqual(assumption(table("| A1 | It is so | 2026-07-01 | broke, see C1 |")), {
      state: "broke",
      since: "2026-07-01",
      ids: ["C1"],
    });
    assert.deepEqual(assumption(table("A1 | It held before | | held | ")), {
      state: "held",
      since: undefined,
      ids: [],
    });
    assert.deepEqual(assumption(table("| A1 | It is so | | |")), untested);
  });

  it("of a disagreement, which moves up the tiers", () => {
    const disagreement = (answers: string) => {
      const [found] = read(
        "Disagreements",
        `- **D1** tier 1, @a and @b, 2026-07-01: which? ${answers}`,
      ).disagreements;
      assert.ok(found);
      return disagreementState(found);
    };
    assert.deepEqual(disagreement(""), { state: "open", since: "2026-07-01", tier: 1 });
    assert.deepEqual(disagreement("Raised to tier 2, @o and @i, 2026-07-05."), {
      state: "open",
      since: "2026-07-05",
      tier: 2,
    });
    assert.deepEqual(
      disagreement("Raised to tier 2, @o and @i, 2026-07-05. Resolved 2026-07-06: that one."),
      {
        state: "settled",
        since: "2026-07-06",
        tier: 2,
      },
    );
  });
});
