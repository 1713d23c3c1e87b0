import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { findFiles } from "../../src/cli/workspace/find.ts";
import { readHead } from "../../src/cli/workspace/read.ts";
import { folderWith, git, removeFolders } from "./cli.ts";

async function found(folder: string, ...paths: string[]): Promise<string[]> {
  const { files } = await findFiles(paths, folder, () => Promise.resolve());
  return files.map(({ shown }) => shown);
}

describe("finding files", () => {
  after(removeFolders);

  it("takes files, folders and globs, each file once, in one order", async () => {
    const folder = folderWith({ "b.md": "", "a.md": "", "d/c.MD": "", "d/e.markdown": "", "d/f.txt": "" });
    assert.deepEqual(await found(folder, "."), ["a.md", "b.md", "d/c.MD", "d/e.markdown"]);
    assert.deepEqual(await found(folder, "b.md", "d", "./a.md", "b.md"), [
      "a.md",
      "b.md",
      "d/c.MD",
      "d/e.markdown",
    ]);
    assert.deepEqual(await found(folder, "**/*.{MD,md}"), ["a.md", "b.md", "d/c.MD"]);
    assert.deepEqual(await found(folder, "d/*"), ["d/c.MD", "d/e.markdown"]);
    assert.deepEqual(await found(folder, join(folder, "d")), ["d/c.MD", "d/e.markdown"]);
    assert.deepEqual(await found(join(folder, "d"), ".."), ["../a.md", "../b.md", "c.MD", "e.markdown"]);
  });

  it("takes a named file whatever it is called, also one whose name is a glob", async () => {
    const folder = folderWith({ "notes.txt": "", "[a].md": "", "a.md": "" });
    assert.deepEqual(await found(folder, "notes.txt", "[a].md"), ["[a].md", "notes.txt"]);
  });

  it("honours .gitignore files of every folder, the nearest one last", async () => {
    const folder = folderWith({
      ".gitignore": "build/\n*.draft.md\n/top.md\n",
      "a.md": "",
      "top.md": "",
      "x.draft.md": "",
      "build/b.md": "",
      "sub/top.md": "",
      "sub/.gitignore": "!x.draft.md\nsecret.md\n",
      "sub/x.draft.md": "",
      "sub/secret.md": "",
      "sub/deep/secret.md": "",
      "secret.md": "",
    });
    assert.deepEqual(await found(folder, "."), ["a.md", "secret.md", "sub/top.md", "sub/x.draft.md"]);
    assert.deepEqual(await found(folder, "**/*.md"), ["a.md", "secret.md", "sub/top.md", "sub/x.draft.md"]);
  });

  it("ignores what git ignores, as git lists it", async () => {
    const folder = folderWith({
      ".gitignore": "# comment\nlogs/*\n!logs/keep.md\n**/gen/**\n\\#hash.md\ntrail \nfoo/bar\n",
      "logs/keep.md": "",
      "logs/other.md": "",
      "a/gen/b/c.md": "",
      "#hash.md": "",
      "foo/bar/x.md": "",
      "y/foo/bar/x.md": "",
      "y/.gitignore": "*\n!.gitignore\n!ok.md\n",
      "y/ok.md": "",
      "z.md": "",
    });
    git(folder, "init", "-q");
    const listed = git(folder, "ls-files", "--others", "--exclude-standard", "-z", "*.md")
      .split("\0")
      .filter(Boolean);
    assert.deepEqual(await found(folder, "."), listed.sort());
  });

  it("honours .gitignore files above a named folder, up to the repository", async () => {
    const folder = folderWith({
      ".gitignore": "outside.md\n",
      "repo/.gitignore": "inside.md\nbuild\n",
      "repo/sub/inside.md": "",
      "repo/sub/outside.md": "",
      "repo/build/c.md": "",
    });
    git(join(folder, "repo"), "init", "-q");
    assert.deepEqual(await found(folder, "repo/sub"), ["repo/sub/outside.md"]);
    assert.deepEqual(await found(folder, "repo"), ["repo/sub/outside.md"]);
    // Naming an ignored folder or file includes it.
    assert.deepEqual(await found(folder, "repo/build"), ["repo/build/c.md"]);
    assert.deepEqual(await found(folder, "repo/sub/inside.md"), ["repo/sub/inside.md"]);
  });

  it("never looks into node_modules and .git", async () => {
    const folder = folderWith({
      "node_modules/a/b.md": "",
      ".git/c.md": "",
      "x/node_modules/d.md": "",
      "e.md": "",
    });
    assert.deepEqual(await found(folder, "."), ["e.md"]);
  });

  it("follows links, and gives each file one path, the one that is no link if there is one", async () => {
    const folder = folderWith({ "docs/a.md": "", "elsewhere/b.md": "", "inner/x.txt": "" });
    symlinkSync("docs/a.md", join(folder, "0-first.md"));
    symlinkSync("../elsewhere", join(folder, "inner", "link"));
    assert.deepEqual(await found(folder, "."), ["docs/a.md", "elsewhere/b.md"]);
    assert.deepEqual(await found(folder, "inner"), ["inner/link/b.md"]);
    // Two links to one file are one file, and a name says which of its paths is meant.
    symlinkSync("../docs/a.md", join(folder, "inner", "a1.md"));
    symlinkSync("../docs/a.md", join(folder, "inner", "a2.md"));
    assert.equal((await found(folder, "inner")).length, 2);
    assert.deepEqual(await found(folder, "docs", "inner/a2.md"), ["inner/a2.md"]);
  });

  it("ends on links that lead round in circles", async () => {
    const folder = folderWith({ "a/x.md": "", "b/y.md": "" });
    symlinkSync("../b", join(folder, "a", "b"));
    symlinkSync("../a", join(folder, "b", "a"));
    assert.deepEqual(await found(folder, "."), ["a/x.md", "b/y.md"]);
    assert.deepEqual(await found(folder, "a"), ["a/b/y.md", "a/x.md"]);
  });

  it("reads a head as far as its header goes, and not further", async () => {
    const long = `---\nprd: PRD-1\nname: ${"x".repeat(20_000)}\n---\n`;
    const folder = folderWith({
      "long.md": `${long}${"y".repeat(500_000)}`,
      "plain.md": "z".repeat(500_000),
    });
    const head = readHead(join(folder, "long.md"));
    assert.ok(typeof head === "string" && head.startsWith(long) && head.length < 100_000);
    const plain = readHead(join(folder, "plain.md"));
    assert.ok(typeof plain === "string" && plain.length === 4096);
  });
});
