import assert from "node:assert/strict";
import { adopt } from "../../../src/core/adopt/adopt.ts";
import { checkDocument } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import { addToList } from "../../../src/core/config/add-to-list.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { kindOf } from "../../../src/core/document/kind.ts";
import { fixAll } from "../../../src/core/fix/fix-all.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { conflictMarkers } from "../../../src/core/text/conflicts.ts";

const options = { config: defaultConfig, today: "2026-08-01", rules: allRules };

function markers(text: string): string[] {
  return conflictMarkers(text).map(({ start, end }) => text.slice(start, end));
}

/** A problem of each marker, as `line severity`. */
function found(text: string): string[] {
  const document = parseDocument(text, defaultConfig);
  return checkDocument(document, options).flatMap(({ code, severity, start }) =>
    code === "PRD014" ? [`${text.slice(0, start).split("\n").length} ${severity}`] : [],
  );
}

const both = "<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> b\n";
const all = ["<<<<<<< HEAD", "=======", ">>>>>>> b"];

describe("an open merge conflict", () => {
  const cases: [what: string, text: string, found: string[]][] = [
    ["the lines that git leaves", both, all],
    ["with Windows line ends", both.replaceAll("\n", "\r\n"), all],
    [
      "with what both came from",
      "<<<<<<< a\n||||||| base\n=======\n>>>>>>> b",
      ["<<<<<<< a", "||||||| base", "=======", ">>>>>>> b"],
    ],
    ["half of one, which is left in a hurry", "- two\n>>>>>>> b\n", [">>>>>>> b"]],
    ["the other half", "<<<<<<< HEAD\n- one\n", ["<<<<<<< HEAD"]],
    ["a heading with a line below it", "Title\n=======\n\ntext\n", []],
    ["a heading in a file with half of one", "Title\n=======\n\n>>>>>>> b\n", [">>>>>>> b"]],
    ["lines of other lengths", "<<<<<<<< a\n========\n>>>>>>>> b\n>>>>>> c\n", []],
    ["an example that is indented", both.replaceAll(/^/gm, "    "), []],
    ["a fence that has all three, since git knows of no fences", `\`\`\`\n${both}\`\`\`\n`, all],
    ["a fence that quotes one line", "```\n>>>>>>> b\n```\n", []],
  ];
  for (const [what, text, expected] of cases) it(what, () => assert.deepEqual(markers(text), expected));

  it("is an error on each of its lines, in every kind of document and at every status", () => {
    for (const head of [
      "prd: PRD-1\nstatus: draft",
      "prd: PRD-1\nstatus: closed",
      "cycle: 2026-Q3\nschema: cycle/1",
      "retro: RETRO-1\nschema: retro/1",
    ])
      assert.deepEqual(found(`---\n${head}\n---\n\n${both}`), ["6 error", "8 error", "10 error"], head);
    assert.deepEqual(found(both), ["1 error", "3 error", "5 error"], "in what is no PRD yet");
  });

  it("is silenced by nobody", () => {
    const ignored = "<!-- prd-ignore PRD014 until 2026-12-01: later -->\n\n";
    assert.equal(found(`---\nprd: PRD-1\nstatus: agreed\n---\n\n${ignored}${both}`).length, 3);
    const { config } = parseConfig('version: 1\nrules: { PRD014: "off" }\n', "seamwork.yaml");
    const document = parseDocument(`---\nprd: PRD-1\n---\n\n${both}`, config);
    const problems = checkDocument(document, { ...options, config });
    assert.equal(problems.filter(({ code }) => code === "PRD014").length, 3);
  });

  it("in a header hides neither the document nor what it says", () => {
    const text =
      '---\nprd: PRD-1\n<<<<<<< HEAD\nstatus: agreed\n=======\nstatus: building\n>>>>>>> b\npm: "@lena"\n---\n';
    assert.equal(kindOf(text, "a.md", defaultConfig), "prd");
    const { header } = parseDocument(text, defaultConfig);
    assert.deepEqual(header.people("pm"), ["@lena"]);
    assert.equal(header.field("status")?.values[0]?.text, "agreed");
    assert.deepEqual(found(text), ["3 error", "5 error", "7 error"]);
    const above = "<<<<<<< HEAD\n---\nprd: PRD-1\n---\n=======\n>>>>>>> b\n\n# Title\n";
    assert.equal(kindOf(above, "notes/a.md", defaultConfig), "candidate");
    assert.equal(found(above).length, 3);
  });

  it("is a file into which nothing is written", () => {
    const text = `---\nprd: PRD-1\nstauts: draft\n---\n\n${both}`;
    assert.ok(fixAll(text.replace(both, ""), options).edits.length > 0, "there would be something to fix");
    const fixed = fixAll(text, options);
    assert.deepEqual([fixed.text, fixed.edits], [text, []]);
    assert.match(fixed.refused ?? "", /^a merge conflict is still open in this file; /);
    const document = parseDocument(text, defaultConfig);
    for (const problem of checkDocument(document, options))
      assert.deepEqual(fixesFor(problem, document, options), []);
    const place = { config: defaultConfig, path: "prds/a.md", takenIds: [] };
    for (const one of [text, `# Title\n\n${both}`]) {
      const adopted = adopt(one, place);
      assert.deepEqual(adopted.edits, []);
      assert.match(adopted.problem ?? "", /^A merge conflict is still open/);
    }
  });

  it("in team data is said once on each line, what stands around it holds, and nothing is added", () => {
    const text =
      'version: 1\npeople:\n<<<<<<< HEAD\n  "@lena": { role: pm }\n=======\n  "@lena": { role: eng }\n>>>>>>> b\n  "@mara": { role: eng }\n';
    const { config, errors } = parseConfig(text, "seamwork.yaml");
    assert.deepEqual(
      errors.map(({ line }) => line),
      [3, 5, 7],
    );
    assert.match(errors[0]?.message ?? "", /^A merge conflict is still open here/);
    assert.equal(config.people.get("@mara")?.role, "eng");
    assert.equal(addToList(text, ["ids", "ignore"], "A4"), undefined);
  });
});
