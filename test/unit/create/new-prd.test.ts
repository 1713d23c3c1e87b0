import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { newPrd, slugOf } from "../../../src/core/create/new-prd.ts";
import { templatePlaceholders } from "../../../src/core/create/template.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { rounds } from "../../long.ts";

const today = "2026-08-01";
const { config } = parseConfig(
  'version: 1\npeople:\n  "@lena": { name: Lena, role: pm }\n  "@mara": { name: Mara, role: eng }\n  "@omar": { name: Omar, role: manager }\n',
  "seamwork.yaml",
);

function created(name: string, me?: string, takenIds: readonly string[] = []) {
  const prd = newPrd({ name, config, takenIds, me, today });
  return { ...prd, document: parseDocument(prd.text, config) };
}

describe("a new PRD", () => {
  it("has the next free id and a file name that says what it is about", () => {
    const { id, fileName, document } = created("Filter exports by date", "@lena", [
      "PRD-041",
      "PRD-042",
      "OSAC-7",
    ]);
    assert.deepEqual([id, fileName], ["PRD-043", "PRD-043-filter-exports-by-date.prd.md"]);
    assert.equal(document.title?.text, "Filter exports by date");
    assert.equal(document.header.field("prd")?.values[0]?.text, "PRD-043");
  });

  it("knows who began it, by role", () => {
    const pair = (me?: string): unknown => {
      const { header } = created("Exports", me).document;
      return [header.people("pm"), header.people("eng")];
    };
    assert.deepEqual(pair("lena"), [["@lena"], []]);
    assert.deepEqual(pair("@mara"), [[], ["@mara"]]);
    assert.deepEqual(pair("@somebody"), [["@somebody"], []]);
    assert.deepEqual(pair("@omar"), [[], []]);
    assert.deepEqual(pair(), [[], []]);
  });

  it("has every section of the format and one requirement with its facets", () => {
    const { document } = created("Exports", "@lena");
    assert.deepEqual(
      document.sections.flatMap(({ name }) => name ?? []),
      ["Why", "Requirements", "Assumptions", "Feasibility", "Questions", "Disagreements", "Review"],
    );
    assert.deepEqual(
      document.requirements.map(({ id, facets }) => [id, Object.keys(facets)]),
      [["R1", ["why", "edgeCases", "constraints", "accept"]]],
    );
    assert.deepEqual(document.definitions.map(({ id }) => id).sort(), ["A1", "E1", "R1"]);
    assert.deepEqual(document.header.errors, []);
  });

  it("holds each placeholder once, and is short", () => {
    const { text } = created("Exports");
    for (const placeholder of templatePlaceholders)
      assert.equal(text.split(placeholder).length, 2, placeholder);
    assert.ok(text.split("\n").length < 65);
  });

  it("meets few problems, and none that is grave", () => {
    const { document } = created("Exports", "@lena");
    const problems = checkDocument(document, { config, today });
    const said = new Set(problems.map(({ code, message }) => `${code} ${message}`));
    assert.ok(said.size <= 6, [...said].join("\n"));
    assert.ok(problems.every(({ severity }) => severity !== "error"));
    const codes = new Set(problems.map(({ code }) => code));
    assert.deepEqual([...codes].sort(), ["PRD002", "PRD005"]);
  });

  it("has nothing underlined where nobody has written yet, whichever of its questions is answered", () => {
    const { text } = created("Exports", "@lena");
    const told = (written: string): string[] => {
      const document = parseDocument(written, config);
      const header = document.header.end;
      return (
        checkDocument(document, { config, today })
          // What somebody has written and nobody has looked at yet is no fault of theirs.
          .filter(({ start, early }) => start > header && early !== true)
          .map(({ code }) => code)
      );
    };
    assert.deepEqual(told(text), []);
    for (const prompt of templatePlaceholders)
      assert.deepEqual(
        told(text.replace(prompt, "41% of 517 tickets (Q2): one month is named.")),
        [],
        prompt,
      );
  });

  it("asks who limits a requirement once that is written, in a draft too", () => {
    const answered = templatePlaceholders.reduce(
      (written, prompt) => written.replace(prompt, "41 of 517 tickets: one month is shown."),
      created("Exports", "@lena").text,
    );
    const codes = checkDocument(parseDocument(answered, config), { config, today }).map(({ code }) => code);
    assert.ok(codes.includes("PRD107") && !codes.includes("PRD005"), codes.join(" "));
  });

  const slugs: [string, string][] = [
    ["Filter exports by date", "filter-exports-by-date"],
    ["Größere Änderungen: ÅÉ / C#!", "großere-anderungen-ae-c"],
    ["../../etc/passwd", "etc-passwd"],
    ["導出を日付で絞る", "導出を日付で絞る"],
    ["한국어", "한국어"],
    ["🍜", ""],
    [`${"long ".repeat(30)}name`, "long-long-long-long-long-long-long-long-long-long-long-long"],
  ];
  for (const [name, slug] of slugs) {
    it(`is filed under ${JSON.stringify(slug)}`, () => {
      assert.equal(slugOf(name), slug);
    });
  }

  it("keeps any name in header and heading", () => {
    const names = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            ..."ab_*`[]()<>!&#;:@-+=|~\\\"'{}\n 1.".split(""),
            "amp;",
            "https://x.y ",
            "# ",
            "名",
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(names, (name) => {
        const { id, document } = created(name);
        const called = name.replace(/\s+/g, " ").trim() || id;
        assert.equal(document.header.field("name")?.values[0]?.text, called);
        assert.equal(document.title?.text, called);
        assert.deepEqual(document.header.errors, []);
      }),
      { numRuns: rounds(125, 500) },
    );
  });

  it("is the same in a team without people", () => {
    assert.match(
      newPrd({ name: "Exports", config: defaultConfig, takenIds: [], me: "@lena", today }).text,
      /pm: "@lena"\neng:\n/,
    );
  });
});
