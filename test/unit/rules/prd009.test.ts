import assert from "node:assert/strict";
import { checked } from "./checked.ts";

const prd = (schema: string): string => `---\nprd: PRD-1\n${schema}status: draft\n---\n`;

describe("PRD009 schema", () => {
  it("adds the schema behind the id", () => {
    assert.equal(checked("PRD009", prd("")).after(), prd("schema: prd/1\n"));
    assert.equal(checked("PRD009", prd("schema:\n")).after(), prd("schema: prd/1\n"));
    assert.equal(checked("PRD009", prd("schema: PRD/1\n")).after(), prd("schema: prd/1\n"));
  });

  it("asks for a newer Seamwork, and never makes a document older", () => {
    const { messages, fixes } = checked("PRD009", prd("schema: prd/2\n"));
    assert.match(
      messages[0] ?? "",
      /`prd\/2` is newer than this Seamwork, which knows `prd\/1`: could you update it\?/,
    );
    assert.deepEqual(fixes(), []);
  });

  it("is content with prd/1, in quotes too", () => {
    assert.deepEqual(checked("PRD009", prd('schema: "prd/1" # ours\n')).messages, []);
  });

  it("has nothing to add to a header in braces", () => {
    const { problems, fixes } = checked("PRD009", "---\n{prd: PRD-1}\n---\n");
    assert.deepEqual([problems[0]?.fixable, fixes()], [false, []]);
  });
});
