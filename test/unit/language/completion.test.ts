import assert from "node:assert/strict";
import { completionsAt } from "../../../src/core/language/completion/completion.ts";
import type { Offer } from "../../../src/core/language/completion/offer.ts";
import { prd, workspaceOf } from "./workspace.ts";

const body = `## Requirements

### R1 · Filter by day

An analyst can pick a day.

- **Edge cases:**
  - **E1** Empty: nothing.
- **Constraints:**
  - **C4** (perf, @mara, 2026-07-20): 300 ms.

## Assumptions

Text.
`;

/** What is offered where the text is written behind another. */
function offers(
  behind: string,
  typed: string,
  others: Readonly<Record<string, string>> = {},
): readonly Offer[] {
  const text = prd("PRD-1", body);
  assert.ok(text.includes(behind), behind);
  const files = { "a.md": text.replace(behind, `${behind}${typed}‸`), ...others };
  return completionsAt(workspaceOf(files, { me: "@mara" }).writer);
}

const labels = (some: readonly Offer[]): string[] => some.map(({ label }) => label);

describe("completion", () => {
  it("offers the header's missing fields, and goes on to their values", () => {
    const found = offers("status: in-review", "\nbu");
    assert.ok(labels(found).includes("bucket"));
    assert.ok(!labels(found).includes("status"));
    assert.equal(found[0]?.again, true);
    assert.deepEqual(labels(offers("status: in-review", "\nbucket: ")), ["product", "health", "ops"]);
  });

  it("offers the people of a side first for that side, and nobody who has left", () => {
    const found = labels(offers("status: in-review", "\neng: "));
    assert.equal(found[0], "@mara");
    assert.ok(!found.includes("@ines"));
  });

  it("offers the sections that are missing", () => {
    const found = labels(offers("Text.", "\n\n## "));
    assert.ok(found.includes("Why") && !found.includes("Assumptions"));
  });

  it("offers the next free id that fits the place, with facets that are missing", () => {
    assert.equal(offers("Empty: nothing.", "\n  - **")[0]?.label, "E2");
    const found = labels(offers("300 ms.", "\n  - **"));
    assert.deepEqual(
      found,
      ["C5", "Why", "Accept"].filter((one) => found.includes(one)),
    );
    assert.equal(offers("Text.", "\n\n- **")[0]?.label, "A1");
  });

  it("writes a whole constraint, by whoever writes, on the day that it is", () => {
    const [constraint] = offers("300 ms.", "\n  - **");
    assert.equal(
      constraint?.text,
      "**C5** (${1:perf}, ${2:@mara}, 2026-11-27): ${3:what limits this, with a number}",
    );
    assert.equal(constraint?.snippet, true);
    assert.equal(constraint?.filter, "**C5");
  });

  it("replaces what was typed, and swallows the asterisks that the editor has closed", () => {
    const files = { "a.md": prd("PRD-1", body).replace("Empty: nothing.", "Empty: nothing.\n  - **‸**") };
    const { writer } = workspaceOf(files);
    const [edge] = completionsAt(writer);
    assert.equal(writer.model.text.slice(edge?.replace, writer.offset + (edge?.swallow ?? 0)), "****");
  });

  it("offers kinds of constraints inside the brackets, then who and when", () => {
    assert.equal(offers("300 ms.", "\n  - **C5** (")[0]?.label, "perf");
    const next = labels(offers("300 ms.", "\n  - **C5** (perf, "));
    assert.equal(next[0], "@mara");
    assert.equal(next.at(-1), "2026-11-27");
  });

  it("offers people behind an @, oneself first", () => {
    assert.deepEqual(labels(offers("Text.", " Ask @")), ["@mara", "@lena"]);
  });

  it("offers documents whose id has begun, with their names", () => {
    const [found] = offers("Text.", " After PRD-", { "b.md": prd("PRD-2", body) }).filter(
      ({ label }) => label === "PRD-2",
    );
    assert.deepEqual([found?.label, found?.detail], ["PRD-2", "Exports"]);
  });

  it("offers nothing in plain words", () => {
    assert.deepEqual(offers("Text.", " and mo"), []);
  });
});
