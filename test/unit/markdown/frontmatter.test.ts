import assert from "node:assert/strict";
import fc from "fast-check";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import { frontmatterEnd, frontmatterValue } from "../../../src/core/markdown/frontmatter.ts";

const whole = remark().use(remarkFrontmatter).freeze();

describe("frontmatter", () => {
  const read: readonly (readonly [text: string, value: string, end: number])[] = [
    ["---\nprd: x\n---\n# a", "prd: x", 14],
    ["---\r\nprd: x\r\n\r\n--- \r\n# a", "prd: x\r\n", 19],
    ["---\rprd: x\r---\r", "prd: x", 14],
    ["---\n---\n", "", 7],
    ["--- \t\na\n---", "a", 11],
    ["---\na\0b\n---\n", "a\uFFFDb", 11],
    // One of ours that is never closed has an end, but remark reads no value in it.
    ["---\nprd: x\n", "", 11],
    ["---\nprd: x\n----\n", "", 11],
    ["---\ntitle: x\n", "", 0],
    ["---\ntitle: x\n----\n", "", 0],
    ["\n---\nprd: x\n---\n", "", 0],
    ["# a\n", "", 0],
  ];
  for (const [text, value, end] of read) {
    it(JSON.stringify(text), () => {
      assert.equal(frontmatterValue(text), value);
      assert.equal(frontmatterEnd(text), end);
    });
  }

  it("ends where remark-frontmatter ends it in the whole text, on random texts", () => {
    const part = fc.constantFrom(
      "---",
      "---\n",
      "--- \t",
      "----\n",
      "a: b",
      " ",
      "\t",
      "\n",
      "\r",
      "\r\n",
      "# c\n",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        const [header] = whole.parse(text).children;
        const yaml = header?.type === "yaml" ? header : undefined;
        assert.equal(frontmatterEnd(text), yaml?.position?.end.offset ?? 0, text);
        assert.equal(frontmatterValue(text), yaml?.value ?? "", text);
      }),
      { numRuns: 5000 },
    );
  });
});
