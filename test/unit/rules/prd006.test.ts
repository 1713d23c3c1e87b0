import assert from "node:assert/strict";
import fc from "fast-check";
import { checked, withHeader } from "./checked.ts";

const status = "status: draft";
const headings = (text: string): string[] => text.split(/\r?\n/).filter((line) => /^#+ /.test(line));
const sorted = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .sort();

/** Applies the first safe fix until there is none; fails when that does not end. */
function allMoved(text: string): string {
  let now = text;
  for (let round = 0; round < 20; round++) {
    const { problems, fixes } = checked("PRD006", now);
    const index = problems.findIndex(({ fixable }) => fixable);
    if (index < 0) return now;
    const title = fixes(index)[0]?.title;
    const next = checked("PRD006", now).after(title);
    assert.equal(checked("PRD006", next).problems.length, problems.length - 1, next);
    now = next;
  }
  throw new Error(`Sections are moved for ever: ${text}`);
}

describe("PRD006 section-order", () => {
  it("names the section that it follows by its own heading", () => {
    const text = withHeader(status, "\n## Sign-off\n\n## Why\n\n## User Stories\n");
    assert.deepEqual(checked("PRD006", text).messages, [
      '"Sign-off" usually follows "User Stories". Would it read better there?',
    ]);
    assert.deepEqual(headings(checked("PRD006", text).after()), ["## Why", "## User Stories", "## Sign-off"]);
  });

  it("leaves the order of another style alone, though one of its sections is called as here", () => {
    const other = "\n## Motivation\n\n## Proposal\n\n## Questions\n\n## Alternatives\n\n## Drawbacks\n";
    assert.deepEqual(checked("PRD006", withHeader(status, other)).messages, []);
    const ours = "\n## Disagreements\n\n## Why\n\n## Questions\n";
    assert.equal(checked("PRD006", withHeader(status, ours)).messages.length, 1);
  });

  it("moves a section with its deeper headings, and lets unknown ones stand", () => {
    const text = withHeader(
      status,
      "\n# T\n\n## Retro\n\n### Due\n\nx\n\n## Why\n\n## Glossary\n\n## Requirements\n\n### R1 · A\n\n## Links\n",
    );
    assert.deepEqual(headings(checked("PRD006", text).after()), [
      ...["# T", "## Why", "## Glossary", "## Requirements", "### R1 · A", "## Retro", "### Due", "## Links"],
    ]);
  });

  it("says nothing about numbered sections, nested ones, and those that may stand anywhere", () => {
    for (const body of [
      "\n## 1. Requirements\n\n## 2. Problem Statement\n",
      "\n## Why\n\n## Solution\n\n### Alternatives Considered\n\n## Requirements\n",
      "\n## Constraints\n\n## Why\n\n## Acceptance Criteria\n\n## Requirements\n",
      "\n## Why\n\n## Requirements\n\n## Context\n\n## Non-Functional Requirements\n",
      "\n## Sign-off\n\n## Background\n\n## User Stories\n",
    ]) {
      assert.deepEqual(checked("PRD006", withHeader(status, body)).messages, [], body);
    }
  });

  it("follows behind the last part of a section that has several", () => {
    const text = withHeader(
      status,
      "\n## Assumptions\n\n## Why\n\n## Functional Requirements\n\n## Non-Functional Requirements\n\n## Questions\n",
    );
    assert.deepEqual(headings(checked("PRD006", text).after()).slice(1, 4), [
      ...["## Functional Requirements", "## Non-Functional Requirements", "## Assumptions"],
    ]);
  });

  it("moves nothing behind code or HTML that may be open, and nothing to another parent", () => {
    for (const body of [
      "\n## Retro\n\n## Why\n\n```\nopen\n",
      "\n## Retro\n\n## Why\n\n<!-- open\n",
      "\n# A\n\n## Retro\n\n# B\n\n## Why\n",
    ]) {
      const { problems, fixes } = checked("PRD006", withHeader(status, body));
      assert.equal(problems.length, 1, body);
      assert.equal(problems[0]?.fixable, false);
      assert.deepEqual(fixes(), []);
    }
  });

  it("puts any order right, keeps every line, and adds blank lines only", () => {
    const section = fc.constantFrom(
      "Why",
      "Requirements",
      "Assumptions",
      "Feasibility",
      "Questions",
      "Review",
      "Notes",
    );
    const body = fc.constantFrom(
      "",
      "\n",
      "\ntext\n",
      "\ntext  \n\n",
      "- item\n",
      "\n```\n# code\n```\n\n",
      "<b>\n\n",
      "\n### Deep\n\nx\n",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(section, body, fc.boolean()), { minLength: 2, maxLength: 8 }),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        (parts, ending, final) => {
          const sections = parts.map(([name, text, closed]) =>
            closed ? `## ${name} ##\n${text}` : `## ${name}\n${text}`,
          );
          const whole = withHeader(status, `\n${sections.join("")}`).replace(/\n+$/, final ? "\n" : "");
          const text = whole.replaceAll("\n", ending);
          const after = allMoved(text);
          assert.deepEqual(sorted(after), sorted(text));
          assert.ok(ending === "\n" ? !after.includes("\r") : !/(?<!\r)\n/.test(after));
        },
      ),
      { numRuns: 200 },
    );
  });
});
