import assert from "node:assert/strict";
import { checked, withHeader } from "./checked.ts";

const prd = (body: string): string =>
  withHeader("status: draft", `\n## Why\n\ntext\n\n${body}\n\n## Review\n`);

describe("PRD012 too-deep", () => {
  it("names the limit of nesting, on one line", () => {
    for (const body of [`${"> ".repeat(101)}a`, `${"- ".repeat(101)}a`, `${" ".repeat(300)}- a`]) {
      const { messages, places } = checked("PRD012", prd(body));
      assert.match(messages[0] ?? "", /nest up to 100 deep on a line, and 240 columns/);
      assert.equal(messages.length, 1);
      assert.doesNotMatch(places[0] ?? "\n", /\n/);
    }
  });

  it("names the limit of markup between two headings", () => {
    const body = "- **item** that says something, and goes on for a line\n".repeat(5500);
    assert.match(
      checked("PRD012", prd(body)).messages[0] ?? "",
      /more than about 4,400 list items, or as much in long paragraphs and tables, without a heading/,
    );
  });

  it("names the limit of a document, and of its length", () => {
    const section = `## Notes\n\n${"- **item** that says something, and goes on for a line\n".repeat(1000)}\n`;
    assert.match(
      checked("PRD012", prd(section.repeat(14))).messages[0] ?? "",
      /more markup than about 11,100 list items/,
    );
    const long = prd(`${"word ".repeat(20)}\n\n## Notes\n\n`.repeat(90_000));
    assert.match(checked("PRD012", long).messages.join("\n"), /Nothing from here on is checked/);
  });

  it("has nothing against long and ordinary texts", () => {
    assert.deepEqual(
      checked("PRD012", prd(`${"> ".repeat(40)}a\n\n${"- item\n".repeat(1500)}`)).messages,
      [],
    );
  });
});
