import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, git, removeFolders, seamwork, unpaired } from "./cli.ts";

describe("seamwork check", () => {
  after(removeFolders);

  it("exits with 0 when nothing is at or above --fail-on, with 1 otherwise", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1"), "b.prd.md": unpaired("PRD-2", "draft") });
    const code = (...args: string[]): number | null => seamwork(folder, "check", ...args).code;
    assert.equal(code("a.prd.md"), 1);
    assert.equal(code("b.prd.md"), 0);
    assert.equal(code("b.prd.md", "--fail-on", "warning"), 1);
    assert.equal(code("b.prd.md", "--as", "agreed"), 1);
    assert.equal(code("a.prd.md", "--as", "parked"), 0);
    assert.equal(code("a.prd.md", "--as", "parked", "--fail-on", "information"), 1);
    assert.equal(code("--fail-on", "never"), 0);
    assert.equal(code(), 1);
  });

  it("writes exactly the JSON that the format describes", () => {
    const folder = folderWith({
      "prds/b.md": "# B\n",
      "a.prd.md": unpaired("PRD-1"),
      "README.md": "# Read me\n",
    });
    const { report, err } = checkJson(folder);
    assert.equal(err, "");
    assert.deepEqual(Object.keys(report), ["version", "files", "errors", "summary"]);
    assert.equal(report.version, 1);
    assert.deepEqual(
      report.files.map(({ path, kind, id, status }) => ({ path, kind, id, status })),
      [
        { path: "a.prd.md", kind: "prd", id: "PRD-1", status: "agreed" },
        { path: "prds/b.md", kind: "candidate", id: null, status: null },
      ],
    );
    const keys = ["code", "column", "endColumn", "endLine", "fixable", "line", "message", "name", "owner"];
    const [several, one] = report.files[0]?.problems ?? [];
    assert.deepEqual(Object.keys(one ?? {}).sort(), [...keys, "seam", "severity"]);
    assert.deepEqual(Object.keys(several ?? {}).sort(), [...keys, "related", "seam", "severity"]);
    assert.deepEqual(several?.related, [
      { id: "pm", line: 2 },
      { id: "eng", line: 2 },
    ]);
    assert.deepEqual(
      report.files[1]?.problems.map(({ code, severity }) => [code, severity]),
      [["PRD001", "information"]],
    );
    assert.deepEqual(report.errors, []);
    const all = report.files.flatMap(({ problems }) => problems);
    assert.deepEqual(report.summary, {
      files: 2,
      documents: 1,
      candidates: 1,
      errors: all.filter(({ severity }) => severity === "error").length,
      warnings: all.filter(({ severity }) => severity === "warning").length,
      information: all.filter(({ severity }) => severity === "information").length,
    });
  });

  it("counts lines and columns from 1, columns in UTF-16 units, in files with byte order mark and CRLF too", () => {
    const text = `\uFEFF${unpaired("PRD-1", "agreed", "\n😀 See R9 for more.\n")}`.replaceAll("\n", "\r\n");
    const folder = folderWith({ "a.prd.md": text });
    const { report } = checkJson(folder);
    const found = report.files[0]?.problems.find(({ code }) => code === "PRD008");
    assert.deepEqual(
      [found?.line, found?.["column"], found?.["endLine"], found?.["endColumn"]],
      [10, 8, 10, 10],
    );
  });

  it("says nothing about other markdown, but tells whoever names it", () => {
    const folder = folderWith({ "README.md": "# Read me, TBD\n", "a.prd.md": unpaired("PRD-1", "draft") });
    assert.deepEqual(
      checkJson(folder).report.files.map(({ path }) => path),
      ["a.prd.md"],
    );
    const { code, out, err } = seamwork(folder, "check", "README.md");
    assert.equal(code, 0);
    assert.match(err, /^README\.md: not a PRD.*\n$/);
    assert.match(out, /^No PRDs here\./);
  });

  it("counts days from --today", () => {
    const question = "\n## Questions\n\n- **Q1** (@lena, by 2026-08-10): Which one?\n";
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1", "agreed", question) });
    const asked = (today: string): string | undefined =>
      checkJson(folder, "--today", today).report.files[0]?.problems.find(({ code }) => code === "PRD306")
        ?.severity;
    assert.equal(asked("2026-08-01"), "information");
    assert.equal(asked("2026-09-01"), "warning");
  });

  it("finds an id that another file of the workspace has, whether that file is checked or not", () => {
    const folder = folderWith({
      "seamwork.yaml": "version: 1\n",
      "prds/a.md": unpaired("PRD-1"),
      "prds/b.md": unpaired("PRD-1"),
      "other/seamwork.yaml": "version: 1\n",
      "other/prds/c.md": unpaired("PRD-2"),
      "prds/d.md": unpaired("PRD-2"),
    });
    const codes = (...paths: string[]): string[] =>
      checkJson(folder, ...paths).report.files.flatMap(({ path, problems }) =>
        problems.filter(({ code }) => code === "PRD010").map(() => path),
      );
    assert.deepEqual(codes("."), ["prds/a.md", "prds/b.md"]);
    assert.deepEqual(codes("prds/a.md"), ["prds/a.md"]);
    assert.deepEqual(codes("prds/d.md", "other"), []);
  });

  it("takes a link for the file that it leads to, not for a second one with the same id", () => {
    const folder = folderWith({ "seamwork.yaml": "version: 1\n", "prds/a.md": unpaired("PRD-1") });
    symlinkSync("prds/a.md", join(folder, "link.md"));
    const { report } = checkJson(folder, "link.md");
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["link.md"],
    );
    assert.ok(!report.files[0]?.problems.some(({ code }) => code === "PRD010"));
  });

  it("takes globs of candidates from the folder of the nearest seamwork.yaml, else the repository, else here", () => {
    const folder = folderWith({
      "team/seamwork.yaml": 'version: 1\ndocuments: { prd: ["product/*.md"] }\n',
      "team/product/a.md": "# A\n",
      "team/prds/b.md": "# B\n",
      "repo/deep/prds/c.md": "# C\n",
    });
    assert.deepEqual(
      checkJson(folder).report.files.map(({ path }) => path),
      ["repo/deep/prds/c.md", "team/product/a.md"],
    );
    assert.deepEqual(checkJson(join(folder, "repo/deep/prds")).report.files.length, 0);
    git(join(folder, "repo"), "init", "-q");
    assert.deepEqual(
      checkJson(join(folder, "repo/deep/prds")).report.files.map(({ path }) => path),
      ["c.md"],
    );
    const { report } = checkJson(join(folder, "repo"), "../team");
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["../team/product/a.md"],
    );
  });

  it("takes --config instead of what lies near the files", () => {
    const folder = folderWith({
      "seamwork.yaml": "version: 1\n",
      "strict/team.yaml": 'version: 1\nrules: { PRD002: "off" }\n',
      "a.prd.md": unpaired("PRD-1"),
    });
    assert.ok(checkJson(folder).report.files[0]?.problems.some(({ code }) => code === "PRD002"));
    const { report } = checkJson(folder, "--config", "strict/team.yaml");
    assert.ok(!report.files[0]?.problems.some(({ code }) => code === "PRD002"));
  });

  it("has words for an empty folder", () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "empty"));
    const { code, out, err } = seamwork(folder, "check", "empty");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^No PRDs here\. .*seamwork new prd/);
  });

  it("prints problems under their file, and no escape sequences that a document holds", () => {
    const folder = folderWith({
      "a.prd.md": unpaired("PRD-1").replace("name: Something", "stauts\u001B[31m: x\nname: S"),
    });
    const { out } = seamwork(folder, "check");
    assert.match(out, /^a\.prd\.md {2}PRD-1 {2}agreed\n(?: .*\n)+\n1 PRD: /);
    assert.match(out, / error +Nobody is paired .* {2}PRD002\n/);
    // oxlint-disable-next-line no-control-regex -- what must not be there
    assert.doesNotMatch(out, /\u001B/);
  });
});
