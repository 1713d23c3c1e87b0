import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";
import type { Outcome } from "./cli.ts";

/** One line on standard error, exit code 2, and the good file beside it was still checked. */
function assertOneLine({ code, out, err }: Outcome, line: RegExp): void {
  assert.match(err, line);
  assert.equal(err.split("\n").length, 2, err);
  assert.equal(code, 2);
  assert.match(out, /good\.prd\.md/);
}

const good = { "good.prd.md": unpaired("PRD-1") };

describe("seamwork check on bad input", () => {
  after(removeFolders);

  it("a file above 10 MB: one line, never half-read", () => {
    const folder = folderWith({
      ...good,
      "big.prd.md": unpaired("PRD-2", "draft", "x".repeat(10 * 1024 * 1024)),
    });
    const line = /^big\.prd\.md: not read, since it holds 10\.1 MB and the limit is 10/;
    assertOneLine(seamwork(folder, "check"), line);
    assertOneLine(seamwork(folder, "check", "big.prd.md", "good.prd.md"), line);
    const { report } = checkJson(folder);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["good.prd.md"],
    );
    assert.deepEqual(
      report.errors.map(({ path }) => path),
      ["big.prd.md"],
    );
  });

  it("a file of just 10 MB is checked", () => {
    const head = unpaired("PRD-2", "draft");
    const folder = folderWith({ "big.prd.md": head + "x".repeat(10 * 1024 * 1024 - head.length) });
    const { code, report } = checkJson(folder);
    assert.equal(code, 0);
    assert.deepEqual(
      report.files.map(({ id }) => id),
      ["PRD-2"],
    );
  });

  it("a large file that is no PRD is left alone", () => {
    const folder = folderWith({ ...good, "log.md": "x".repeat(11 * 1024 * 1024) });
    assert.equal(seamwork(folder, "check").err, "");
  });

  it("a binary file", () => {
    const folder = folderWith({ ...good, "a.prd.md": Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]) });
    assertOneLine(seamwork(folder, "check"), /^a\.prd\.md: not read, since it is a binary file/);
  });

  it("a file in UTF-16", () => {
    const text = Buffer.from(`\uFEFF${unpaired("PRD-2")}`, "utf16le");
    for (const bytes of [text, Buffer.from(text).swap16()]) {
      const line = /^other\.prd\.md: not read, since it is UTF-16; could you save it as UTF-8\?\n/;
      assertOneLine(seamwork(folderWith({ ...good, "other.prd.md": bytes }), "check"), line);
    }
  });

  it("a file in another encoding", () => {
    const folder = folderWith({ ...good, "a.prd.md": Buffer.from("# Caf\u00E9\n", "latin1") });
    assertOneLine(seamwork(folder, "check"), /^a\.prd\.md: not read, since it is not UTF-8 text/);
  });

  it("a named path that does not exist, or is no path at all", () => {
    const folder = folderWith(good);
    assertOneLine(
      seamwork(folder, "check", "gone.md", "."),
      /^gone\.md: not read: there is no such file or folder/,
    );
    assertOneLine(
      seamwork(folder, "check", "good.prd.md/x.md", "."),
      /^good\.prd\.md\/x\.md: .* is a file, not a folder/,
    );
    assertOneLine(
      seamwork(folder, "check", `${"x".repeat(300)}.md`, "."),
      /: not read: the name is too long/,
    );
    assertOneLine(seamwork(folder, "check", "no/*.md", "."), /^no\/\*\.md: matches no file/);
  });

  it("a folder that is named like a file is a folder", () => {
    const folder = folderWith({ "a.prd.md/b.prd.md": unpaired("PRD-1") });
    const { report } = checkJson(folder, "a.prd.md");
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["a.prd.md/b.prd.md"],
    );
  });

  it("a folder where a file is wanted", () => {
    const folder = folderWith({ ...good, "folder/x": "" });
    for (const option of ["--config", "--baseline", "--write-baseline"]) {
      const { code, err } = seamwork(folder, "check", option, "folder");
      assert.equal(code, 2, option);
      assert.match(err, /^folder\b.*\n$/);
    }
  });

  it("a file that cannot be read", () => {
    const folder = folderWith(good);
    // Permissions do not stop root; reading this file fails for everybody.
    if (process.platform === "linux") symlinkSync("/proc/self/mem", join(folder, "secret.prd.md"));
    else symlinkSync(join(folder, "gone"), join(folder, "secret.prd.md"));
    assertOneLine(seamwork(folder, "check"), /^secret\.prd\.md: not read: /);
    assertOneLine(seamwork(folder, "check", "secret.prd.md", "."), /^secret\.prd\.md: not read: /);
  });

  it("a link to nowhere", () => {
    const folder = folderWith(good);
    symlinkSync("nowhere.md", join(folder, "a.prd.md"));
    assertOneLine(seamwork(folder, "check"), /^a\.prd\.md: not read: there is no such file/);
  });

  it("a pipe, which is never waited for", function () {
    const folder = folderWith(good);
    const { status } = spawnSync("mkfifo", [join(folder, "a.prd.md")]);
    assert.equal(status, 0);
    assertOneLine(seamwork(folder, "check"), /^a\.prd\.md: not read, since it is not a regular file/);
    assertOneLine(
      seamwork(folder, "check", "a.prd.md", "."),
      /^a\.prd\.md: not read, since it is not a regular file/,
    );
  });

  it("a link to itself", () => {
    const folder = folderWith(good);
    symlinkSync("a.prd.md", join(folder, "a.prd.md"));
    assertOneLine(seamwork(folder, "check"), /^a\.prd\.md: not read: it is a link that leads back to itself/);
    assertOneLine(seamwork(folder, "check", "a.prd.md", "."), /^a\.prd\.md: not read: it is a link/);
  });

  it("team data that links to itself: said, for it is not as if there were none", () => {
    const folder = folderWith(good);
    symlinkSync("seamwork.yaml", join(folder, "seamwork.yaml"));
    const { code, err } = seamwork(folder, "check", "good.prd.md");
    assert.equal(code, 2);
    assert.match(err, /^seamwork\.yaml: not read: it is a link that leads back to itself/);
  });

  it("a folder that links to a folder above it: said, and everything else is checked once", () => {
    const folder = folderWith(good);
    mkdirSync(join(folder, "sub"));
    symlinkSync("..", join(folder, "sub", "up"));
    const { code, err, report } = checkJson(folder);
    assert.equal(err, "sub/up: left out, since this link leads back to a folder above itself.\n");
    assert.equal(code, 1);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["good.prd.md"],
    );
  });

  const headers: [string, string][] = [
    ["broken YAML", "prd: PRD-2\nname: [a, b\nstatus: draft\n"],
    ["duplicate keys", "prd: PRD-2\nstatus: draft\nstatus: agreed\n"],
    ["anchors", "prd: PRD-2\nname: &a x\nstatus: *a\n"],
  ];
  for (const [what, header] of headers) {
    it(`a header with ${what} is a problem of the document, with its line`, () => {
      const folder = folderWith({ "a.prd.md": `---\n${header}---\n\n# A\n` });
      const { code, err, report } = checkJson(folder, "--as", "agreed");
      assert.deepEqual([code, err], [1, ""]);
      const lines = report.files[0]?.problems
        .filter((problem) => problem.code === "PRD003")
        .map(({ line }) => line);
      assert.ok(
        lines?.some((line) => line === 3 || line === 4),
        JSON.stringify(report.files),
      );
    });
  }

  const teams: [string, string, RegExp][] = [
    ["a typing slip", "version: 1\nwaitng: { question: 3 }\n", /^seamwork\.yaml:2:1: .*waiting/],
    ["broken YAML", "version: 1\npeople: {\n", /^seamwork\.yaml:2:\d+: /],
    [
      "duplicate keys",
      "version: 1\nwaiting: { question: 3 }\nwaiting: { question: 4 }\n",
      /^seamwork\.yaml:3:1: /,
    ],
    [
      "a value that is not allowed",
      "version: 1\nrules: { PRD403: loud }\n",
      /^seamwork\.yaml:2:18: .*warning/,
    ],
    ["bytes that are not UTF-8", "version: 1\n# \uDCFF", /^seamwork\.yaml: not read, since it is not UTF-8/],
  ];
  for (const [what, text, line] of teams) {
    it(`a seamwork.yaml with ${what}: one line with the place, and the documents are still checked`, () => {
      const bytes = text.includes("\uDCFF")
        ? Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff])])
        : Buffer.from(text);
      const folder = folderWith({ ...good, "seamwork.yaml": bytes });
      assertOneLine(seamwork(folder, "check"), line);
      const { report } = checkJson(folder);
      assert.deepEqual(
        report.errors.map(({ path }) => path),
        ["seamwork.yaml"],
      );
    });
  }

  it("two bad files are two lines, and 2 wins over 1", () => {
    const folder = folderWith({ ...good, "a.prd.md": Buffer.from([0]), "b.prd.md": Buffer.from([0xff]) });
    const { code, err } = seamwork(folder, "check");
    assert.equal(code, 2);
    assert.deepEqual(
      err.split("\n").map((line) => line.split(":")[0]),
      ["a.prd.md", "b.prd.md", ""],
    );
  });
});
