import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDocument, checkInWorkspace } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { headerKind } from "../../../src/core/document/header.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import type { Problem } from "../../../src/core/problem.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";
import { fixed } from "../rules/fixed.ts";

const { config } = parseConfig(
  `version: 1
people:
  "@lena": { name: Lena, role: pm, manager: "@omar" }
  "@mara": { name: Mara, role: eng, manager: "@ines" }
  "@ivo": { name: Ivo, role: eng, left: 2028-02-29 }
  "@omar": { name: Omar, role: lead, left: 2028-03-10 }
  "@ines": { name: Ines, role: lead }
`,
  "seamwork.yaml",
);

/** The rules about people: pairs, disagreements, retros, meetings. */
const codes: ReadonlySet<string> = new Set(
  [507, 508, 509, 510, 511, 512, 513, 515, 516, 517].map((code) => `PRD${code}`),
);

const rules = allRules.filter(({ code }) => codes.has(code));

const day = fc.constantFrom(
  "2028-01-03",
  "2028-02-28",
  "2028-02-29",
  "2028-03-01",
  "2028-12-24",
  "2029-02-29",
  "0000-00-00",
  "soon",
  "",
);
const who = fc.constantFrom("@lena", "@mara", "@ivo", "@omar", "@ines", "@stranger", "");
const number = fc.constantFrom("0", "1", "2", "3", "7");

function lineOf(template: string): fc.Arbitrary<string> {
  const parts = template.split(/(DAY|WHO|NUMBER)/);
  return fc
    .tuple(
      ...parts.map((part) =>
        part === "DAY" ? day : part === "WHO" ? who : part === "NUMBER" ? number : fc.constant(part),
      ),
    )
    .map((said) => said.join(""));
}

function section(name: string, templates: readonly string[], head = ""): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(...templates.map(lineOf)), { maxLength: 5 })
    .map((lines) => `\n## ${name}\n\n${head}${lines.map((line) => `${line}\n`).join("")}`);
}

const disagreements = section("Disagreements", [
  "- **D1** tier NUMBER (strategic), WHO and WHO, DAY: which",
  "- **D2** tier NUMBER (missing context), WHO, DAY: why? Raised to tier NUMBER, WHO, DAY. Resolved DAY: so.",
  "- **D3** tier NUMBER: when? Raised to tier NUMBER. Raised to tier NUMBER, WHO and WHO, DAY",
  "- D4: nothing",
]);
const retro = section("Retro", [
  "- **Due:** DAY",
  "- **Held:** DAY WHO, WHO",
  "- **Built it well together?** TBD",
  "- **K1** (handoff, WHO, by DAY): a page. Done DAY",
  "- **K2** (by DAY): a page",
]);
const pairs = section(
  "Pairs",
  ["| PRD-1 | WHO | WHO | DAY | DAY |", "| | WHO | WHO | DAY |"],
  "| Item | PM | Engineer | Since | Hold until |\n| --- | --- | --- | --- | --- |\n",
);
const cadence = section("Cadence", [
  "- DAY weekly WHO WHO, 3NUMBER min",
  "- 2028-02-28 weekly @lena @mara, 3NUMBER min",
  "- DAY managers WHO WHO",
  "- nothing",
]);

const headed = (kind: "prd" | "cycle" | "retro", header: string): fc.Arbitrary<string> =>
  lineOf(`---\n${header}\n---\n\n# ${kind}\n`);
const prd = fc
  .tuple(
    fc.oneof(
      headed(
        "prd",
        'prd: PRD-1\nschema: prd/1\nstatus: launched\npm: "WHO"\neng: "WHO"\npaired: DAY\nlaunch: DAY',
      ),
      headed(
        "prd",
        'prd: PRD-1\nschema: prd/1\nstatus: building\npm: ["@lena"]\neng: "@mara"\npaired: DAY\nlaunch: DAY',
      ),
    ),
    disagreements,
    retro,
  )
  .map((parts) => parts.join(""));
const cycle = fc
  .tuple(
    fc.oneof(
      headed("cycle", "cycle: C\nschema: cycle/1\nfrom: DAY\nto: DAY"),
      headed("cycle", "cycle: C\nschema: cycle/1\nfrom: 2028-01-03\nto: 2028-12-24"),
    ),
    pairs,
    disagreements,
    cadence,
  )
  .map((parts) => parts.join(""));
const retroDocument = fc
  .tuple(headed("retro", 'retro: RETRO-1\nschema: retro/1\nname: PRD-1\nlaunch: DAY\npm: "WHO"'), retro)
  .map((parts) => parts.join(""));

describe("the rules about people", () => {
  it("say nothing that makes no sense, and every fix takes its own problem away, whatever documents say", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        prd,
        cycle,
        cycle,
        retroDocument,
        fc.constantFrom("2028-02-29", "2028-03-20", "2028-12-25"),
        (one, two, three, four, today) => {
          const texts: Record<string, string> = { "a.md": one, "b.md": two, "c.md": three, "d.md": four };
          const options: CheckOptions = { config, today, rules };
          const index = workspaceIndex();
          const place = (path: string, text: string): ReturnType<typeof parseDocument> => {
            const document = parseDocument(text, config);
            index.set(summarise(document, path, headerKind(document.header) ?? "prd", teamFactsOf(document)));
            return document;
          };
          for (const [path, text] of Object.entries(texts)) place(path, text);
          const problemsOf = (path: string, text: string): Problem[] => {
            const document = place(path, text);
            return [
              ...checkDocument(document, options),
              ...checkInWorkspace(document, path, index, options),
            ].filter(({ code }) => codes.has(code));
          };
          for (const [path, text] of Object.entries(texts)) {
            const problems = problemsOf(path, text);
            for (const problem of problems) {
              seen.set(problem.code, (seen.get(problem.code) ?? 0) + 1);
              assert.doesNotMatch(problem.message, /undefined|NaN|-\d+ days|\(\)|  /, text);
              assert.ok(problem.start >= 0 && problem.start <= problem.end && problem.end <= text.length);
              for (const fix of fixesFor(problem, place(path, text), options, { path, index })) {
                const after = problemsOf(path, fixed(text, { ...fix, filled: [] }));
                place(path, text);
                // A disagreement with several shortcuts is asked about them one after the other.
                const still = after.some(
                  ({ code, message, start }) =>
                    code === problem.code && message === problem.message && start === problem.start,
                );
                assert.ok(!still, `${problem.message}\n${fix.title}\n${fixed(text, { ...fix, filled: [] })}`);
              }
            }
          }
        },
      ),
      { numRuns: 80 },
    );
    assert.deepEqual([...seen.keys()].sort(), [...codes].sort(), "each of them spoke");
  });
});
