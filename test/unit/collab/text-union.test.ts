import assert from "node:assert/strict";
import fc from "fast-check";
import { union } from "../../../src/collab/text/union.ts";

describe("both of two texts", () => {
  it("has what they share once, and where they differ the shared lines first", () => {
    assert.equal(union("# A\n\nmine\n\nend\n", "# A\n\nshared\n\nend\n"), "# A\n\nshared\nmine\n\nend\n");
    assert.equal(union("", "a\n"), "a\n");
    assert.equal(union("a", ""), "a\n");
  });

  it("leaves no line of either out", () => {
    const lines = fc
      .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
      .map((all) => all.join("\n"));
    fc.assert(
      fc.property(lines, lines, (mine, shared) => {
        const result = union(mine, shared).split("\n");
        for (const text of [mine, shared]) {
          let at = 0;
          for (const line of text.split("\n")) {
            if (line === "" && at >= result.length) continue;
            at = result.indexOf(line, at) + 1;
            assert.ok(at > 0 || line === "", `“${line}” is missing`);
          }
        }
      }),
    );
  });
});
