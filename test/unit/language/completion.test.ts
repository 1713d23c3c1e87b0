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

  it("says beside each status what it means", () => {
    const found = offers('eng: "@mara"', "\nstatus: ");
    assert.deepEqual(
      found.slice(0, 2).map(({ label, detail }) => [label, detail]),
      [
        ["draft", "being written"],
        ["in-review", "engineering and product read it together"],
      ],
    );
  });

  it("offers the cycles that there are, the latest first, with their days where both are known", () => {
    const cycle = (id: string, days: string): string =>
      `---\ncycle: ${id}\nschema: cycle/1\n${days}---\n\n# ${id}\n`;
    const cycles = {
      "q3.md": cycle("2026-Q3", "from: 2026-07-01\nto: 2026-09-30\n"),
      "q4.md": cycle("2026-Q4", "from: 2026-10-01\nto: 2026-12-31\n"),
      "late.md": cycle("Winter", "to: 2027-02-28\n"),
    };
    assert.deepEqual(
      offers("status: in-review", "\ncycle: ", cycles).map(({ label, detail }) => [label, detail]),
      [
        ["2026-Q4", "2026-10-01 to 2026-12-31"],
        ["2026-Q3", "2026-07-01 to 2026-09-30"],
        ["Winter", undefined],
      ],
    );
  });

  it("offers a retro the next free id", () => {
    const files = {
      "a.md": "---\nschema: retro/1\nretro: ‸\n---\n\n# Outage\n",
      "b.md": "---\nretro: RETRO-7\nschema: retro/1\n---\n\n# Queue\n",
    };
    const found = completionsAt(workspaceOf(files).writer);
    assert.deepEqual(
      found.map(({ label, detail }) => [label, detail]),
      [["RETRO-8", "the next free id"]],
    );
  });

  it("offers a cycle the days of the quarter that it is called by", () => {
    const day = (key: string): (string | undefined)[] => {
      const text = `---\nschema: cycle/1\ncycle: 2027-Q1\n${key}: ‸\n---\n\n# 2027-Q1\n`;
      return completionsAt(workspaceOf({ "c.md": text }).writer).flatMap(({ label, detail }) => [
        label,
        detail,
      ]);
    };
    assert.deepEqual(day("from"), ["2027-01-01", "the first day of the quarter"]);
    assert.deepEqual(day("to"), ["2027-03-31", "the last day of the quarter"]);
  });

  it("puts a second person behind the first", () => {
    const [found] = offers("status: in-review", '\npm: ["@lena", "@m');
    const text = prd("PRD-1", body).replace("status: in-review", 'status: in-review\npm: ["@lena", "@m');
    assert.equal(text.slice(0, found?.replace).split("\n").at(-1), 'pm: ["@lena", ');
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

  it("offers no ids above the first heading", () => {
    const text = `${prd("PRD-1", "").split("# Exports")[0] ?? ""}- **‸`;
    assert.deepEqual(completionsAt(workspaceOf({ "a.md": text }).writer), []);
  });

  it("offers nothing in plain words", () => {
    assert.deepEqual(offers("Text.", " and mo"), []);
  });
});
