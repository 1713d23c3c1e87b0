import assert from "node:assert/strict";
import { checked, withHeader } from "./checked.ts";

const team = `people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
  "@tom": { name: Tom Birk, role: engineer }
  "@old": { name: Olga Old, role: eng, left: 2026-07-31 }
  "@tbd": { name: Theo B. Dahl, role: eng }
`;

describe("PRD002 not-paired", () => {
  it("asks whose turn it is", () => {
    const asked = (header: string): unknown =>
      checked("PRD002", `---\nprd: PRD-1\nstatus: agreed\n${header}---\n`).problems.map(
        ({ owner, severity, message }) => [owner, severity, message],
      );
    assert.deepEqual(asked('eng: "@mara"\n'), [
      [
        "product",
        "error",
        'No product manager is paired on this PRD yet; who is it? In the header it looks like `pm: "@lena"`.',
      ],
    ]);
    assert.deepEqual(asked('pm: "@lena"\n'), [
      [
        "engineering",
        "error",
        'No engineer is paired on this PRD yet; who is it? In the header it looks like `eng: "@mara"`.',
      ],
    ]);
  });

  it("asks once where both are missing, and offers to fill in each", () => {
    const { problems, fixes } = checked("PRD002", "---\nprd: PRD-1\nstatus: agreed\n---\n");
    assert.deepEqual(
      problems.map(({ owner, severity, related }) => [owner, severity, related?.map(({ id }) => id)]),
      [["both", "error", ["pm", "eng"]]],
    );
    assert.deepEqual(
      fixes().map(({ title }) => title),
      ["Write the handle of a product manager", "Write the handle of an engineer"],
    );
  });

  for (const value of ["", " []", ' ""', " TBD", " tbc", ' "?"', " n/a", " [tbd]", " # later", " nobody"]) {
    it(`knows that "eng:${value}" is nobody`, () => {
      const text = withHeader(`eng:${value}`);
      const { places, after } = checked("PRD002", text);
      assert.equal(places.length, 1);
      const comment = value.includes("#") ? " # later" : "";
      assert.equal(after(), withHeader(`eng: "@mara"${comment}`));
    });
  }

  it("takes a handle that looks like a place for a person, where the team has that person", () => {
    assert.equal(checked("PRD002", withHeader('eng: "@tbd"')).problems.length, 1);
    assert.equal(checked("PRD002", withHeader('eng: "@tbd"'), { team }).problems.length, 0);
  });

  it("offers the people with that role who are still there, then a place to write", () => {
    const { fixes, after } = checked("PRD002", withHeader("eng:"), { team });
    assert.deepEqual(
      fixes().map(({ title, preferred }) => [title, preferred]),
      [
        ["Pair Mara Lind as engineer", undefined],
        ["Pair Tom Birk as engineer", undefined],
        ["Pair Theo B. Dahl as engineer", undefined],
        ["Write the handle of an engineer", false],
      ],
    );
    assert.equal(after("Pair Tom"), withHeader('eng: "@tom"'));
  });

  it("writes a new field in its usual place, indented like its neighbours", () => {
    const text = '---\n  prd: PRD-1\n  status: draft # so far\n  pm: "@lena"\n  launch: 2026-09-01\n---\n';
    assert.equal(checked("PRD002", text).after(), text.replace("  launch", '  eng: "@mara"\n  launch'));
    const block = '---\nprd: PRD-1\nname: |\n  two\n  lines\neng: "@mara"\n---\n';
    assert.equal(checked("PRD002", block).after(), block.replace("eng:", 'pm: "@lena"\neng:'));
  });

  it("offers no line for a header in braces", () => {
    assert.deepEqual(checked("PRD002", "---\n{prd: PRD-1, pm: lena}\n---\n").fixes(), []);
  });

  it("does not blame a header for what stands below a line that YAML cannot read", () => {
    const text = '---\nprd: PRD-1\npm: "@lena"\ntags: [a\neng: "@mara"\n---\n';
    assert.deepEqual(checked("PRD002", text).messages, []);
  });
});
