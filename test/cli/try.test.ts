import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";

const labels = "# Labels\n\n## Requirements\n\n- **R1** Print a label\n";

describe("seamwork check --try", () => {
  after(removeFolders);

  it("says what a check would say, on the lines of the file as it is, and writes nothing", () => {
    const text = labels.replaceAll("\n", "\r\n");
    const folder = folderWith({ "labels.md": text });
    const { code, err, report } = checkJson(folder, "--try", "labels.md");
    assert.deepEqual([code, err], [0, ""]);
    const [file] = report.files;
    assert.deepEqual(
      [file?.path, file?.kind, file?.id, file?.status],
      ["labels.md", "candidate", null, null],
    );
    const problems = file?.problems ?? [];
    const lines = problems.map(({ code: rule, line }) => `${rule} ${line}`);
    for (const expected of ["PRD002 1", "PRD101 5", "PRD105 5"])
      assert.ok(lines.includes(expected), lines.join(", "));
    assert.ok(!lines.some((line) => line.startsWith("PRD001")));
    assert.ok(problems.every(({ fixable, severity }) => fixable === false && severity !== "error"));
    assert.equal(readFileSync(join(folder, "labels.md"), "utf8"), text);
    assert.deepEqual(readdirSync(folder), ["labels.md"]);
  });

  it("checks as a draft, whatever the file calls its status, unless --as says otherwise", () => {
    const folder = folderWith({ "labels.md": `---\nstatus: agreed\n---\n\n${labels}` });
    const errors = (...args: string[]): number | undefined =>
      checkJson(folder, "--try", "labels.md", ...args).report.summary["errors"];
    assert.equal(errors(), 0);
    assert.ok((errors("--as", "agreed") ?? 0) > 0);
    assert.equal(seamwork(folder, "check", "--try", "labels.md", "--as", "agreed").code, 1);
  });

  it("takes the candidates of folders, and of named files each that is no document yet", () => {
    const folder = folderWith({
      "a.prd.md": unpaired("PRD-1"),
      "prds/b.md": labels,
      "README.md": labels,
    });
    const paths = (...args: string[]): unknown =>
      checkJson(folder, "--try", ...args).report.files.map(({ path }) => path);
    assert.deepEqual(paths(), ["prds/b.md"]);
    assert.deepEqual(paths("README.md", "**/*.md"), ["README.md", "prds/b.md"]);
    const { err } = seamwork(folder, "check", "--try", "a.prd.md");
    assert.equal(err, "a.prd.md: a PRD already. `seamwork check` says what is open in it.\n");
    const nothing = seamwork(folderWith({ "a.prd.md": unpaired("PRD-1") }), "check", "--try");
    assert.equal(nothing.out, "No candidates here. Name the file that you want to try.\n");
  });

  it("says of a file that cannot be adopted why, like adopt", () => {
    const folder = folderWith({ "labels.md": `---\nname: [\n---\n${labels}` });
    const { code, err } = seamwork(folder, "check", "--try", "labels.md");
    assert.equal(code, 2);
    assert.match(err, /^labels\.md: The header at the top cannot be read: .*\n$/);
  });

  it("prints every format", () => {
    const folder = folderWith({ "labels.md": labels });
    const out = (format: string): string =>
      seamwork(folder, "check", "--try", "labels.md", "--format", format).out;
    assert.match(out("text"), /^labels\.md {2}not adopted yet\n/);
    assert.match(out("text"), /\n1 candidate: .*`seamwork adopt` turns a candidate into a PRD\.\n$/);
    const sarif = JSON.parse(out("sarif")) as { runs: [{ results: { ruleId: string }[] }] };
    assert.ok(sarif.runs[0].results.some(({ ruleId }) => ruleId === "PRD101"));
    assert.match(out("github"), /::.*file=labels\.md,line=5/);
    assert.match(out("junit"), /<testsuite name="labels\.md"/);
  });

  for (const [args, reason] of [
    [["--write-baseline", "b.json"], /--write-baseline records/],
    [["--since", "main"], /--since compares/],
    [["--verify-signers"], /--verify-signers looks/],
  ] as const) {
    it(`refuses ${args[0]}`, () => {
      const folder = folderWith({ "labels.md": labels });
      const { code, out, err } = seamwork(folder, "check", "--try", "labels.md", ...args);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, reason);
      assert.equal(err.split("\n").length, 2);
      assert.deepEqual(readdirSync(folder), ["labels.md"]);
    });
  }
});
