import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";

const labels = unpaired("PRD-001", "draft", "\nPRD-001 D1 is open; see D2 of PRD-001.\n");

function twins(): string {
  return folderWith({
    "seamwork.yaml": "version: 1\n",
    "prds/PRD-001-labels.prd.md": labels,
    "prds/PRD-001-returns.prd.md": unpaired("PRD-001", "draft", "\nPRD-001 is this one.\n"),
    "prds/c.prd.md": unpaired(
      "PRD-002",
      "draft",
      "\nAfter [PRD-001 labels](PRD-001-labels.prd.md#r1), and before [PRD-001](./PRD-001-returns.prd.md).\n\nSee D1 of PRD-001.\n",
    ),
    "retros/r.md":
      "---\nretro: RETRO-1\nschema: retro/1\nname: About PRD-001\n---\n\n# About [it](../prds/PRD-001-labels.prd.md)\n",
  });
}

describe("seamwork renumber", () => {
  after(removeFolders);

  const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

  it("gives one of two PRDs another id, wherever it is surely meant, and lists the rest", () => {
    const folder = twins();
    const dry = seamwork(folder, "renumber", "prds/PRD-001-labels.prd.md", "--dry-run");
    assert.equal(dry.code, 0);
    assert.match(dry.out, /^\+prd: PRD-003$/m);
    assert.equal(read(folder, "prds/PRD-001-labels.prd.md"), labels);
    const { code, out, err } = seamwork(folder, "renumber", "prds/PRD-001-labels.prd.md");
    assert.deepEqual([code, err], [0, ""]);
    assert.equal(
      out,
      "prds/PRD-001-labels.prd.md: PRD-001 is PRD-003, in 6 places of 3 files.\n" +
        "The file is prds/PRD-003-labels.prd.md.\n" +
        "prds/c.prd.md:12: PRD-001 may mean either; which one is it?\n" +
        "retros/r.md:4: PRD-001 may mean either; which one is it?\n",
    );
    assert.equal(existsSync(join(folder, "prds/PRD-001-labels.prd.md")), false);
    assert.equal(read(folder, "prds/PRD-003-labels.prd.md"), labels.replaceAll("PRD-001", "PRD-003"));
    assert.match(read(folder, "prds/PRD-001-returns.prd.md"), /^PRD-001 is this one\.$/m);
    assert.match(
      read(folder, "prds/c.prd.md"),
      /^After \[PRD-003 labels\]\(PRD-003-labels\.prd\.md#r1\), and before \[PRD-001\]\(\.\/PRD-001-returns\.prd\.md\)\.$/m,
    );
    assert.match(read(folder, "retros/r.md"), /\(\.\.\/prds\/PRD-003-labels\.prd\.md\)/);
    const { report } = checkJson(folder);
    assert.deepEqual(
      report.files.flatMap(({ problems }) => problems.filter(({ code }) => code === "PRD010")),
      [],
    );
  });

  it("changes every reference where no other PRD has the id", () => {
    const folder = folderWith({
      "seamwork.yaml": "version: 1\n",
      "a.prd.md": unpaired("PRD-001"),
      "b.prd.md": unpaired("PRD-002", "draft", "\nSee D1 of PRD-001, not PRD-0011.\n"),
    });
    const { out } = seamwork(folder, "renumber", "a.prd.md", "GROW-7");
    assert.equal(out, "a.prd.md: PRD-001 is GROW-7, in 2 places of 2 files.\n");
    assert.match(read(folder, "b.prd.md"), /^See D1 of GROW-7, not PRD-0011\.$/m);
  });

  it("refuses an id that is taken or none, and what is no PRD", () => {
    const folder = twins();
    for (const [args, message] of [
      [["prds/c.prd.md", "PRD-001"], /^PRD-001 is the id of prds\/PRD-001-labels\.prd\.md already\.\n$/],
      [["prds/c.prd.md", "seven"], /^seven is no id; one looks like PRD-042\.\n$/],
      [["prds"], /Name one file/],
      [["retros/r.md"], /Name one file/],
      [["nowhere.md"], /^nowhere\.md: not read: there is no such file/],
    ] as const) {
      const { code, out, err } = seamwork(folder, "renumber", ...args);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, message);
    }
  });

  it("is what PRD010 says to use", () => {
    const { report } = checkJson(twins());
    const messages = report.files.flatMap(({ problems }) =>
      problems.filter(({ code }) => code === "PRD010").map(({ message }) => String(message)),
    );
    assert.equal(messages.length, 2);
    for (const message of messages) assert.match(message, /`seamwork renumber` gives one of them another/);
  });
});
