import assert from "node:assert/strict";
import { runExample } from "../../../src/core/docs/example-run.ts";
import { rules } from "../../../src/core/rules/catalogue.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import type { Fix, Problem, Rule } from "../../../src/core/rules/rule.ts";
import { countByCode, fixed } from "./fixed.ts";

/** The same text with other line ends, which no rule may notice and every fix must keep. */
const lineEnds: readonly (readonly [name: string, convert: (text: string) => string])[] = [
  ["LF", (text) => text],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
];

describe("the examples of every rule", () => {
  for (const rule of rules) {
    describe(`${rule.code} ${rule.name}`, () => {
      for (const example of rule.examples) {
        for (const [ends, convert] of lineEnds) {
          const bad = convert(exampleDocument(example.bad));
          it(`${example.title}: the bad text is found and the good one is not (${ends})`, () => {
            const { own } = runExample(rule, example, bad);
            assert.equal(own.length, example.count ?? 1, own.map(({ message }) => message).join("\n"));
            assert.deepEqual(runExample(rule, example, convert(exampleDocument(example.good))).own, []);
          });
          it(`${example.title}: each fix removes its problem and adds none (${ends})`, () => {
            const run = runExample(rule, example, bad);
            for (const problem of run.own) {
              const fixes = run.fixes(problem);
              assert.equal(
                problem.fixable,
                fixes.some(({ kind }) => kind === "safe"),
                "fixable means a safe fix",
              );
              for (const fix of fixes) assertFix(rule, example, bad, run.problems, fix);
            }
          });
        }
      }
    });
  }

  function assertFix(
    rule: Rule,
    example: Rule["examples"][number],
    text: string,
    before: readonly Problem[],
    fix: Fix,
  ): void {
    const after = fixed(text, fix);
    const said = `${fix.title}\n${after}`;
    assert.ok(
      text.includes("\r\n") ? !/(?<!\r)\n/.test(after) : !after.includes("\r"),
      `other line ends: ${said}`,
    );
    if (fix.edits.length === 0 && fix.filled === undefined) return;
    const was = countByCode(before);
    const now = countByCode(runExample(rule, example, after).problems);
    assert.equal(now.get(rule.code) ?? 0, (was.get(rule.code) ?? 0) - 1, said);
    for (const [code, count] of now) {
      if (fix.kind === "guided" && example.mayFollow?.some((one) => one === code)) continue;
      assert.ok(count <= (was.get(code) ?? 0), `${code} follows ${said}`);
    }
  }
});
