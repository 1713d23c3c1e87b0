import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rulePages } from "../../../src/core/docs/rule-page.ts";
import { ruleUrl } from "../../../src/core/docs/rule-url.ts";
import { documentedRules as rules } from "../../../src/core/rules/documented.ts";

const folder = join("docs", "rules");

describe("the pages of the rules", () => {
  it("are those that `npm run docs` writes", () => {
    const pages = rulePages(rules);
    assert.deepEqual(readdirSync(folder).sort(), [...pages.keys()].sort(), "run `npm run docs`");
    for (const [name, text] of pages) {
      assert.equal(readFileSync(join(folder, name), "utf8"), text, `${name}: run \`npm run docs\``);
    }
  });

  it("are where diagnostics point", () => {
    for (const { code } of rules) {
      const file = ruleUrl(code).split("/").slice(-3).join("/");
      assert.ok(readFileSync(file, "utf8").startsWith(`# ${code} · `), file);
    }
  });
});

describe("the catalogue", () => {
  it("is in the order of the codes, without a code or name twice", () => {
    const codes = rules.map(({ code }) => code);
    assert.deepEqual(codes, [...new Set(codes)].sort());
    assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
  });
});
