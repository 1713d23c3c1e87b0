import assert from "node:assert/strict";
import { statuses } from "../../../src/core/format/status.ts";
import { checked, withHeader } from "./checked.ts";

const headings = (text: string): string[] =>
  text.split(/\r?\n/).filter((line) => /^#+ |^[-=]{3,}$/.test(line));

describe("PRD004 missing-feasibility", () => {
  it("asks from the review on, and is an error once the PRD is agreed", () => {
    const severities = statuses.map(
      (status) => checked("PRD004", withHeader(`status: ${status}`)).problems[0]?.severity,
    );
    assert.deepEqual(severities, [undefined, "warning", "error", "error", "error", "information", undefined]);
  });

  it("points at the status that asks for it", () => {
    assert.deepEqual(checked("PRD004", withHeader("status: agreed")).places, ["status: agreed"]);
  });

  it("is content with any of its names, at any level", () => {
    for (const heading of ["# Alternatives", "#### 6.2 Options considered", "Technical Feasibility\n---"]) {
      assert.deepEqual(checked("PRD004", withHeader("status: agreed", `\n${heading}\n`)).messages, []);
    }
  });

  const places: [string, string, string[]][] = [
    [
      "before the first later section",
      "\n## Why\n\ntext\n## Review\n",
      ["## Why", "## Feasibility", "## Review"],
    ],
    ["at the end", "\n## Why\n\ntext", ["## Why", "## Feasibility"]],
    [
      "behind sections that it does not know",
      "\n### Why\n\n### Glossary\n\n\n",
      ["### Why", "### Glossary", "### Feasibility"],
    ],
    [
      "not inside of another section",
      "\n## Why\n\n### Open Questions\n\n## Retro\n",
      ["## Why", "### Open Questions", "## Feasibility", "## Retro"],
    ],
    ["in an empty document", "", ["## Feasibility"]],
  ];
  for (const [title, body, expected] of places) {
    for (const ending of ["\n", "\r\n"]) {
      it(`adds it ${title} (${JSON.stringify(ending)})`, () => {
        const text = withHeader("status: agreed", body).replaceAll("\n", ending);
        const after = checked("PRD004", text).after();
        assert.deepEqual(
          headings(after).filter((line) => line !== "---"),
          expected,
        );
        assert.deepEqual(checked("PRD004", after).messages, []);
        assert.ok(!after.includes(`${ending}${ending}${ending}${ending}`));
      });
    }
  }
});
