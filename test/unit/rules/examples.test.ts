import assert from "node:assert/strict";
import { runExample } from "../../../src/core/docs/example-run.ts";
import { documentedRules as rules } from "../../../src/core/rules/documented.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import type { DocumentedRule } from "../../../src/core/rules/rule.ts";
import type { Fix, Problem } from "../../../src/core/problem.ts";
import { countByCode, fixed } from "./fixed.ts";

/** The same text in other habits, which no rule may notice; line ends are kept by every fix. */
const habits: readonly (readonly [name: string, convert: (text: string) => string])[] = [
  ["LF", (text) => text],
  ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
  ["tabs", (text) => text.replace(/^(?: {2})+(?=[-*+] )/gm, (blanks) => "\t".repeat(blanks.length / 2))],
  ["four blanks", (text) => text.replace(/^(?: {2})+(?=[-*+] )/gm, (blanks) => blanks + blanks)],
];

describe("the examples of every rule", () => {
  for (const rule of rules) {
    describe(`${rule.code} ${rule.name}`, () => {
      for (const example of rule.examples) {
        for (const [habit, convert] of habits) {
          const bad = convert(exampleDocument(example.bad));
          it(`${example.title}: the bad text is found and the good one is not (${habit})`, () => {
            const { own } = runExample(rule, example, bad);
            assert.equal(own.length, example.count ?? 1, own.map(({ message }) => message).join("\n"));
            assert.deepEqual(runExample(rule, example, convert(exampleDocument(example.good))).own, []);
          });
          it(`${example.title}: each fix removes its problem and adds none (${habit})`, () => {
            const run = runExample(rule, example, bad);
            for (const problem of run.own) {
              assertMessage(problem);
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

  /** One sentence or two that end in a mark, name nobody as the one who failed and use no template's leftovers. */
  function assertMessage({ message, start, end }: Problem): void {
    const sentences = message.replace(/`[^`]*`|"[^"]*"/g, "x").match(/[.!?](?=\s|$)/g)?.length ?? 0;
    assert.ok(sentences === 1 || sentences === 2, message);
    assert.match(message, /^\S[^]*[.?!]$/);
    assert.doesNotMatch(message, /undefined|NaN|\[object|  |\n/);
    assert.doesNotMatch(
      message,
      /\b(?:forgot|failed|neglect\w*|careless|fault|blame|wrongly|you (?:must|should|did|have))\b/i,
    );
    assert.ok(start <= end);
  }

  function assertFix(
    rule: DocumentedRule,
    example: DocumentedRule["examples"][number],
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
