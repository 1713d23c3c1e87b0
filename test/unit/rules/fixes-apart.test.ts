import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixesByCode } from "../../../src/core/rules/fixes.ts";

const folder = "src/core/rules";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" });

describe("what mends a rule's findings", () => {
  it("is listed by the rule's code", () => {
    const codes = files.flatMap((file) => /prd\d+(?=-fixes\.ts$)/.exec(file)?.[0].toUpperCase() ?? []);
    assert.ok(codes.length > 50);
    assert.deepEqual(Object.keys(fixesByCode).sort(), codes.sort());
  });

  it("is loaded by no rule", () => {
    for (const file of files.filter((name) => /prd\d+\.ts$/.test(name)))
      assert.doesNotMatch(readFileSync(join(folder, file), "utf8"), /-fixes\.ts"|\/fixes\.ts"/, file);
  });
});
