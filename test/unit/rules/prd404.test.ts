import assert from "node:assert/strict";
import { fillSnippet } from "../../../src/core/writing/snippet.ts";
import { checked, withHeader } from "./checked.ts";

const text = `---
prd: PRD-1
schema: prd/1
status: agreed
pm: "@lena"
---

## Why

Analysts wait. The longest range is TBD. It is short.
`;

describe("PRD404 placeholder", () => {
  it("makes a question that keeps the sentence, which is what is typed over first", () => {
    const [fix] = checked("PRD404", text).fixes();
    const [link, question] = fix?.edits ?? [];
    assert.equal(link?.newText, " (see Q1)");
    assert.match(question?.newText ?? "", /\$\{1:The longest range is TBD\}\?/);
    const written = fillSnippet(question?.newText ?? "", ["What is the longest range"]);
    assert.match(written, /- \*\*Q1\*\* \(@lena, by 2026-\d\d-\d\d\): What is the longest range\?/);
  });
});

describe("the words that a rule quotes", () => {
  it("stand on one line with single blanks, however they are set", () => {
    for (const said of ["not feasible", "not  feasible", "not\n  feasible"])
      assert.deepEqual(
        checked("PRD405", withHeader("status: agreed", `\n### R1 · Export\n\nThat is ${said}.\n`)).messages,
        ['"not feasible" hides the price. What would it take?'],
      );
  });
});
