import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonReport } from "./cli.ts";
import { folderWith, git, removeFolders, seamwork, unpaired } from "./cli.ts";
import { commit, lena, mara, path, prd, repository, signed, write } from "./signed-prd.ts";

/** What a check says in JSON: `path code:line`. */
function said(out: string): string[] {
  const { files } = JSON.parse(out) as JsonReport;
  return files.flatMap((file) => file.problems.map(({ code, line }) => `${file.path} ${code}:${line}`));
}

describe("check --staged", () => {
  after(removeFolders);

  const staged = (folder: string, ...args: string[]): string[] =>
    said(seamwork(folder, "check", "--staged", "--format", "json", ...args).out);

  it("checks what the next commit will have, not the working folder", () => {
    const folder = folderWith({ "prds/a.prd.md": unpaired("PRD-1", "agreed", "\nSee R8 first.\n") });
    git(folder, "init", "-q", "-b", "main");
    git(folder, "add", ".");
    const has = (list: string[]): boolean => list.some((one) => one === "prds/a.prd.md PRD008:10");
    writeFileSync(join(folder, "prds/a.prd.md"), unpaired("PRD-1"));
    assert.equal(has(staged(folder)), true, "mended, and not added");
    git(folder, "add", ".");
    assert.equal(has(staged(folder)), false);
    appendFileSync(join(folder, "prds/a.prd.md"), "\nSee R8 first.\n");
    assert.equal(has(staged(folder)), false, "broken, and not added");
    assert.deepEqual(staged(folder, "prds"), staged(folder, "prds/a.prd.md"));
  });

  it("sees files that are gone from the folder, and none that nobody added", () => {
    const folder = folderWith({ "prds/a.prd.md": unpaired("PRD-1"), "seamwork.yaml": "version: 1\n" });
    git(folder, "init", "-q", "-b", "main");
    git(folder, "add", ".");
    rmSync(join(folder, "prds/a.prd.md"));
    writeFileSync(join(folder, "b.prd.md"), unpaired("PRD-1"));
    writeFileSync(join(folder, "seamwork.yaml"), 'version: 1\nrules: { PRD002: "off" }\n');
    const list = staged(folder);
    assert.ok(list.includes("prds/a.prd.md PRD002:2"), "by the team data of the index");
    assert.ok(!list.some((one) => one.startsWith("b.prd.md") || one.includes("PRD010")));
    git(folder, "add", "b.prd.md");
    assert.ok(staged(folder, "b.prd.md").includes("b.prd.md PRD010:2"), "against the others of the index");
    const { code, err } = seamwork(folder, "check", "--staged", "prds/c.prd.md");
    assert.deepEqual([code, err], [2, "prds/c.prd.md: not read: it is not in git's index.\n"]);
  });

  it("refuses what a merge has left open, and a folder without a repository", () => {
    const folder = repository(prd("draft"));
    git(folder, "checkout", "-q", "-b", "mine");
    write(folder, prd("draft", "one"));
    commit(folder, lena, "One");
    git(folder, "checkout", "-q", "main");
    write(folder, prd("draft", "other"));
    commit(folder, lena, "Other");
    assert.throws(() => git(folder, "-c", "user.name=L", "-c", "user.email=l@x", "merge", "-q", "mine"));
    const open = seamwork(folder, "check", "--staged");
    assert.equal(open.code, 2);
    assert.match(open.err, /^prds\/a\.md: not read, since a merge of it is not finished/);
    const outside = seamwork(folderWith({}), "check", "--staged");
    assert.deepEqual([outside.code, outside.err], [2, "--staged: this folder is not in a git repository.\n"]);
  });

  it("compares and verifies what is staged, as a hook would", () => {
    const folder = repository(prd("agreed"));
    write(folder, signed(prd("agreed"), "@mara", "R1"));
    commit(folder, mara, "Sign off");
    const text = readFileSync(join(folder, path), "utf8");
    write(folder, text.replace("rolling 30 days", "months"));
    git(folder, "add", ".");
    write(folder, "nothing");
    const hook = join(folder, ".git/hooks/pre-commit");
    mkdirSync(join(folder, ".git/hooks"), { recursive: true });
    writeFileSync(hook, "#!/bin/sh\nenv > seen\n", { mode: 0o755 });
    const { out, err } = seamwork(folder, "check", "--staged", "--since", "HEAD", "--verify-signers", "prds");
    assert.match(out, /\nSince HEAD\n prds\/a\.md:14:5 {2}R1 changed: Statement\.\n/, err);
    assert.doesNotMatch(out, /PRD304/);
    assert.equal(existsSync(join(folder, "seen")), false);
  });
});

describe("check --stdin", () => {
  after(removeFolders);

  const stdin = (folder: string, input: string | Uint8Array, ...args: string[]) =>
    seamwork({ folder, input }, "check", "--stdin", ...args);

  it("checks a file as an editor has it, among the others of its workspace", () => {
    const folder = folderWith({
      "seamwork.yaml": "version: 1\n",
      "prds/a.prd.md": unpaired("PRD-1"),
      "prds/b.prd.md": unpaired("PRD-2"),
    });
    const args = ["--path", "prds/a.prd.md", "--format", "json"];
    assert.ok(said(stdin(folder, unpaired("PRD-2"), ...args).out).includes("prds/a.prd.md PRD010:2"));
    const list = said(stdin(folder, unpaired("PRD-1"), ...args).out);
    assert.ok(list.length > 0 && list.every((one) => one.startsWith("prds/a.prd.md ")));
    assert.ok(!list.some((one) => one.includes("PRD010")), "not against itself on disk");
    assert.equal(stdin(folder, unpaired("PRD-1"), "--path", "prds/a.prd.md").code, 1);
    assert.equal(stdin(folder, unpaired("PRD-1", "draft"), "--path", "prds/a.prd.md").code, 0);
  });

  it("takes a name that is not on disk yet, also from a folder below", () => {
    const folder = folderWith({ "seamwork.yaml": "version: 1\n", "prds/a.prd.md": unpaired("PRD-1") });
    const { out } = stdin(
      join(folder, "prds"),
      unpaired("PRD-1"),
      "--path",
      "new/b.prd.md",
      "--format",
      "json",
    );
    assert.ok(said(out).includes("new/b.prd.md PRD010:2"));
    const plain = stdin(folder, "# Notes\n", "--path", "notes.md");
    assert.equal(plain.code, 0);
    assert.match(plain.err, /^notes\.md: not a PRD, so it was left alone\./);
    assert.match(stdin(folder, "# Notes\n", "--path", "prds/c.prd.md").out, /PRD001/);
  });

  it("says what it cannot read, and what does not go together", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1") });
    const wrong = (...args: string[]) => stdin(folder, "", ...args);
    for (const [outcome, message] of [
      [
        stdin(folder, Buffer.from([0x23, 0]), "--path", "a.prd.md"),
        /^a\.prd\.md: not read, since it is a binary/,
      ],
      [wrong(), /--stdin needs --path NAME/],
      [wrong("--path", "a.prd.md", "b.prd.md"), /leave out the others/],
      [wrong("--path", "a.prd.md", "--staged"), /which one is it/],
      [wrong("--path", "a.prd.md", "--write-baseline", "k.json"), /not what comes on standard input/],
      [seamwork(folder, "check", "--path", "a.prd.md"), /did you mean --stdin/],
    ] as const) {
      assert.equal(outcome.code, 2);
      assert.match(outcome.err, message);
    }
  });
});
