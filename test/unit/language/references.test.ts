import assert from "node:assert/strict";
import { renamableAt } from "../../../src/core/language/ids.ts";
import { definitionsAt, referencesAt, renamesAt } from "../../../src/core/language/references.ts";
import { prd, workspaceOf } from "./workspace.ts";

const first = prd(
  "PRD-1",
  `## Requirements

### R1 · Filter

- **Constraints:**
  - **C1** (perf, @mara, 2026-11-17): 300 ms.

C1 holds for R1.
`,
);
const second = prd("PRD-2", "After R1 of PRD-1, and C1 of PRD-1.\n");
const files = { "one.md": first, "two.md": second };

describe("definition", () => {
  it("of an id is where this document defines it", async () => {
    const { reader, shown } = workspaceOf({ ...files, "one.md": first.replace("C1 holds", "C‸1 holds") });
    assert.deepEqual(shown(await definitionsAt(reader)), ["one.md:17:7 C1"]);
  });

  it("of an id with a document's name is there", async () => {
    const { reader, shown } = workspaceOf({ ...files, "two.md": second.replace("C1 of", "C‸1 of") });
    assert.deepEqual(shown(await definitionsAt(reader)), ["one.md:17:7 C1"]);
  });

  it("of a document is its id in the header", async () => {
    const { reader, shown } = workspaceOf({
      ...files,
      "two.md": second.replace("R1 of PRD-1", "R1 of PR‸D-1"),
    });
    assert.deepEqual(shown(await definitionsAt(reader)), ["one.md:2:6 PRD-1"]);
  });

  it("is nowhere for plain words, and for an id that nothing defines", async () => {
    for (const word of ["wo‸rds", "C‸9"]) {
      const { reader, shown } = workspaceOf({ "one.md": `${first}\n${word}\n` });
      assert.deepEqual(shown(await definitionsAt(reader)), []);
    }
  });
});

describe("references", () => {
  const asked = { ...files, "one.md": first.replace("C1 holds", "C‸1 holds") };

  it("are in this document and in those that name it with this one's id", async () => {
    const { reader, shown } = workspaceOf(asked);
    assert.deepEqual(shown(await referencesAt(reader, true)), [
      "one.md:17:7 C1",
      "one.md:19:1 C1",
      "two.md:12:24 C1",
    ]);
  });

  it("leave out the definition where nobody asks for it", async () => {
    const { reader, shown } = workspaceOf(asked);
    assert.deepEqual(shown(await referencesAt(reader, false)), ["one.md:19:1 C1", "two.md:12:24 C1"]);
  });

  it("from another document find the same, each once", async () => {
    const { reader, shown } = workspaceOf({ ...files, "two.md": second.replace("C1 of", "C‸1 of") });
    assert.deepEqual(shown(await referencesAt(reader, true)).sort(), [
      "one.md:17:7 C1",
      "one.md:19:1 C1",
      "two.md:12:24 C1",
    ]);
  });

  it("of a document are where others name it; its own header is its definition", async () => {
    const { reader, shown } = workspaceOf({ ...files, "one.md": first.replace("prd: PRD-1", "prd: PR‸D-1") });
    assert.deepEqual(shown(await referencesAt(reader, false)), ["two.md:12:13 PRD-1", "two.md:12:30 PRD-1"]);
    assert.deepEqual(shown(await referencesAt(reader, true))[0], "one.md:2:6 PRD-1");
  });

  it("stay in the document where no other can be named", async () => {
    const { reader, shown } = workspaceOf(asked);
    assert.deepEqual(shown(await referencesAt({ ...reader, others: undefined }, true)), [
      "one.md:17:7 C1",
      "one.md:19:1 C1",
    ]);
  });
});

describe("rename", () => {
  const { reader, shown } = workspaceOf({ ...files, "one.md": first.replace("C1 holds", "C‸1 holds") });

  it("reaches every document that names it", async () => {
    assert.deepEqual(shown(await renamesAt(reader, "C5")), [
      "one.md:17:7 C1",
      "one.md:19:1 C1",
      "two.md:12:24 C1",
    ]);
  });

  it("asks for another id where one does not fit", async () => {
    await assert.rejects(renamesAt(reader, "five"), /An id is letters and a number/);
    await assert.rejects(renamesAt(reader, "R1"), /R1 is the id of something else here/);
    await assert.rejects(renamesAt(reader, "Q5"), /The letter C says what C1 is/);
  });

  it("begins on an id, or says where to begin", () => {
    assert.equal(renamableAt(reader.model, reader.offset).id, "C1");
    assert.throws(() => renamableAt(reader.model, 0), /Put the cursor on an id/);
  });
});
