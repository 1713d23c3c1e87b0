import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { rewrite } from "../../src/cli/workspace/write.ts";
import { readText } from "../../src/cli/workspace/read.ts";
import {
  checkJson,
  command,
  folderWith,
  git,
  removeFolders,
  seamwork,
  startSeamwork,
  unpaired,
} from "./cli.ts";

/** Two safe fixes: a field's name, and handles without quotes. */
const slips =
  '---\nprd: PRD-1\nschema: prd/1\nname: Something\nstauts: draft\npm: "@lena"\neng: "@mara"\n---\n\n# Something\n';

function read(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

describe("seamwork fix", () => {
  after(removeFolders);

  it("fixes what is safe, says what, and has nothing to do the second time", () => {
    const folder = folderWith({ "a.prd.md": slips, "README.md": "stauts\n", "prds/candidate.md": "# C\n" });
    const { code, out, err } = seamwork(folder, "fix");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^a\.prd\.md: \d+ × PRD003\n1 problem in 1 file is fixed\.\n$/);
    assert.equal(read(folder, "a.prd.md"), slips.replace("stauts", "status"));
    assert.equal(read(folder, "prds/candidate.md"), "# C\n");
    assert.equal(seamwork(folder, "fix").out, "Nothing to fix that needs no person.\n");
  });

  it("keeps byte order mark, line ends, mode and links", () => {
    const text = `\uFEFF${slips.replaceAll("\n", "\r\n")}`;
    const folder = folderWith({ "real.md": text });
    chmodSync(join(folder, "real.md"), 0o640);
    symlinkSync("real.md", join(folder, "link.md"));
    assert.equal(seamwork(folder, "fix", "link.md").code, 0);
    assert.equal(read(folder, "real.md"), text.replace("stauts", "status"));
    assert.equal(statSync(join(folder, "real.md")).mode & 0o777, 0o640);
    assert.ok(lstatSync(join(folder, "link.md")).isSymbolicLink());
    assert.deepEqual(readdirSync(folder).sort(), ["link.md", "real.md"]);
  });

  for (const [what, text] of [
    ["plain", slips],
    ["with CRLF and a byte order mark", `\uFEFF${slips.replaceAll("\n", "\r\n")}`],
    ["without a last line end", slips.trimEnd()],
  ] as const) {
    it(`--dry-run changes nothing, and prints what git applies to the same effect: a file ${what}`, () => {
      const folder = folderWith({ "sub/a b.prd.md": text });
      const { code, out, err } = seamwork(folder, "fix", "--dry-run");
      assert.equal(code, 0);
      assert.match(err, /1 problem in 1 file would be fixed\.\n$/);
      assert.equal(read(folder, "sub/a b.prd.md"), text);
      git(folder, "init", "-q");
      git(folder, "config", "core.autocrlf", "false");
      writeFileSync(join(folder, "x.patch"), out);
      git(folder, "apply", "--whitespace=nowarn", "x.patch");
      assert.equal(read(folder, "sub/a b.prd.md"), text.replace("stauts", "status"));
    });
  }

  it("says which files it could not change, and changes the others", () => {
    const folder = folderWith({ "a.prd.md": slips, "b.prd.md": Buffer.from([0]) });
    const { code, out, err } = seamwork(folder, "fix");
    assert.equal(code, 2);
    assert.match(err, /^b\.prd\.md: not read, .*\n$/);
    assert.match(out, /^a\.prd\.md: /);
  });

  it("does not say that nothing is to be fixed where it could not look or write", () => {
    const { code, out } = seamwork(folderWith({ "b.prd.md": Buffer.from([0]) }), "fix");
    assert.deepEqual([code, out], [2, ""]);
  });

  it("never overwrites what somebody wrote meanwhile", () => {
    const folder = folderWith({ "a.md": "one\n" });
    const path = join(folder, "a.md");
    const before = readText(path);
    assert.ok(!("refused" in before));
    writeFileSync(path, "two\n");
    assert.match(rewrite(path, before, "three\n") ?? "", /somebody else changed it meanwhile/);
    assert.equal(read(folder, "a.md"), "two\n");
    assert.deepEqual(readdirSync(folder), ["a.md"]);
  });

  it("is stopped by Ctrl+C between two files, with every file whole and nothing left behind", async () => {
    const rest = "\n## Why\n\nWords that take time to read, see the numbers.\n".repeat(400);
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, n) => [`${n}.prd.md`, slips.replace("PRD-1", `PRD-${n}`) + rest]),
    );
    const folder = folderWith(files);
    const { child, ended } = startSeamwork(folder, "fix");
    let changed = 0;
    for (;;) {
      await new Promise((resolve) => void setTimeout(resolve, 10));
      changed = Object.entries(files).filter(([path, text]) => read(folder, path) !== text).length;
      if (changed > 0 || child.exitCode !== null) break;
    }
    child.kill("SIGINT");
    const { code, err } = await ended;
    assert.equal(code, 130);
    assert.match(err, /^Stopped\. .*\n$/);
    const names = readdirSync(folder);
    assert.deepEqual(names.sort(), Object.keys(files).sort());
    const now = Object.entries(files).map(([path, text]) => [read(folder, path), text] as const);
    assert.ok(now.every(([text, before]) => text === before || text === before.replace("stauts", "status")));
    const done = now.filter(([text, before]) => text !== before).length;
    assert.ok(done >= 1 && done < 80, `${done} files`);
  });
});

describe("seamwork adopt", () => {
  after(removeFolders);

  const found =
    "# Storage tiers\n\n## Requirements\n\n- Tiers are created by API.\n\n## Assumptions\n\n- Disks are fast.\n";

  it("makes a PRD of a named file, whatever it is called, and check then speaks about it", () => {
    const folder = folderWith({ "docs/notes.md": found });
    const { code, out } = seamwork(folder, "adopt", "docs/notes.md");
    assert.equal(code, 0);
    assert.match(out, /^docs\/notes\.md is now PRD-001: a header and ids R1, A1\.\n/);
    assert.deepEqual(
      read(folder, "docs/notes.md")
        .split("\n")
        .filter((line) => !found.split("\n").includes(line)),
      [
        ...["---", "prd: PRD-001", "schema: prd/1", "name: Storage tiers", "status: draft", "---"],
        ...["- **R1** Tiers are created by API.", "- **A1** Disks are fast."],
      ],
    );
    assert.ok(checkJson(folder).report.files[0]?.problems.some(({ code }) => code === "PRD101"));
    assert.match(
      seamwork(folder, "adopt", "docs/notes.md").out,
      /^docs\/notes\.md is already a PRD: PRD-001\.\n$/,
    );
  });

  it("fills in the product manager: the author, else who asks", () => {
    const folder = folderWith({
      "seamwork.yaml":
        'version: 1\npeople:\n  "@lena": { name: Lena Fox, role: pm, email: lena@example.com }\n  "@tomas": { name: Tomas Vesely, role: pm }\n',
      "his.md": "# Exports\n\n- Author: Tomas Vesely\n",
      "hers.md": "# Imports\n",
    });
    git(folder, "init", "-q");
    git(folder, "config", "user.email", "lena@example.com");
    const { out } = seamwork(folder, "adopt", "his.md", "hers.md");
    assert.match(read(folder, "his.md"), /^pm: "@tomas"$/m);
    assert.match(read(folder, "hers.md"), /^pm: "@lena"$/m);
    assert.match(out, /You adopted it, so the header says `pm: "@lena"`/);
  });

  it("takes the candidates of a folder and leaves other files alone", () => {
    const folder = folderWith({
      "prds/b.md": found,
      "prds/a.md": found,
      "README.md": found,
      "c.prd.md": unpaired("PRD-004"),
    });
    assert.equal(seamwork(folder, "adopt", ".").code, 0);
    assert.equal(read(folder, "README.md"), found);
    const { report } = checkJson(folder);
    assert.deepEqual(
      report.files.map(({ path, id }) => [path, id]),
      [
        ["c.prd.md", "PRD-004"],
        ["prds/a.md", "PRD-005"],
        ["prds/b.md", "PRD-006"],
      ],
    );
    assert.match(seamwork(folder, "adopt", ".").out, /^Nothing to adopt here/);
  });

  it("--dry-run prints a diff and changes nothing", () => {
    const folder = folderWith({ "prds/a.md": found });
    const { code, out, err } = seamwork(folder, "adopt", "prds", "--dry-run");
    assert.equal(code, 0);
    assert.match(err, /^prds\/a\.md would be PRD-001: /);
    assert.equal(read(folder, "prds/a.md"), found);
    writeFileSync(join(folder, "x.patch"), out);
    git(folder, "init", "-q");
    git(folder, "apply", "x.patch");
    assert.match(read(folder, "prds/a.md"), /^---\nprd: PRD-001\n/);
  });

  it("says in one line why a file cannot be adopted", () => {
    const folder = folderWith({
      "prds/a.md": "---\nname: [x\n---\n# A\n",
      "prds/b.md": Buffer.from([0xff]),
      "prds/c.md": found,
    });
    const { code, out, err } = seamwork(folder, "adopt", "prds", "gone.md");
    assert.equal(code, 2);
    const said = err.split("\n").map((line) => line.split(":")[0] ?? "");
    assert.deepEqual(said.sort(), ["", "gone.md", "prds/a.md", "prds/b.md"]);
    assert.match(out, /^prds\/c\.md is now/);
    assert.equal(read(folder, "prds/a.md"), "---\nname: [x\n---\n# A\n");
  });
});

describe("seamwork new prd", () => {
  after(removeFolders);

  it("begins a PRD with the next free id, in prds or in the folder that is named", () => {
    const folder = folderWith({
      "seamwork.yaml": "version: 1\n",
      "x/a.md": unpaired("PRD-007"),
      "sub/b.txt": "",
    });
    const first = seamwork(join(folder, "sub"), "new", "prd", "Export by date");
    assert.deepEqual([first.code, first.err], [0, ""]);
    assert.match(first.out, /^\.\.\/prds\/PRD-008-export-by-date\.prd\.md is PRD-008\./);
    const second = seamwork(folder, "new", "prd", "Crème: 50% & more/../x", "docs/new");
    assert.equal(second.code, 0);
    assert.deepEqual(readdirSync(join(folder, "docs", "new")), ["PRD-009-creme-50-more-x.prd.md"]);
    const { code, report } = checkJson(folder);
    assert.equal(code, 1, "the agreed one has no pair");
    assert.deepEqual(
      report.files.map(({ id, kind }) => [id, kind]),
      [
        ["PRD-009", "prd"],
        ["PRD-008", "prd"],
        ["PRD-007", "prd"],
      ],
    );
    assert.ok(
      report.files
        .filter(({ id }) => id !== "PRD-007")
        .every(({ problems }) => problems.every(({ severity }) => severity !== "error")),
    );
  });

  it("asks for a name and a folder where it got none", () => {
    const folder = folderWith({ "prds/PRD-001-x.prd.md": unpaired("PRD-001") });
    for (const args of [[""], ["  "], ["foo", "prds/PRD-001-x.prd.md"]]) {
      const { code, out, err } = seamwork(folder, "new", "prd", ...args);
      assert.match(err, /^(?:seamwork: what is it called\?|prds\/PRD-001-x\.prd\.md is a file;) .*\n$/);
      assert.equal(out, "");
      assert.equal(code, 2);
    }
    assert.deepEqual(readdirSync(join(folder, "prds")), ["PRD-001-x.prd.md"]);
  });

  it("knows who begins it by the address that git has", () => {
    const people = 'version: 1\npeople:\n  "@lena": { name: Lena, role: pm, email: lena@example.com }\n';
    const folder = folderWith({ "seamwork.yaml": people });
    git(folder, "init", "-q");
    git(folder, "config", "user.email", "Lena@example.com");
    seamwork(folder, "new", "prd", "Something");
    assert.match(read(folder, "prds/PRD-001-something.prd.md"), /\npm: "@lena"\n/);
  });

  it("says why it cannot", () => {
    const folder = folderWith({ prds: "a file where the folder would be" });
    const { code, out, err } = seamwork(folder, "new", "prd", "Something");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^prds\/PRD-001-something\.prd\.md was not created: .*\n$/);
  });
});

describe("seamwork readiness", () => {
  after(removeFolders);

  it("prints text, markdown and JSON", () => {
    const question = "\n## Questions\n\n- **Q1** (@lena, by 2026-08-10): Which one?\n";
    const folder = folderWith({
      "b.prd.md": unpaired("PRD-1", "draft", question),
      "a.prd.md": unpaired("PRD-1"),
    });
    const run = (...args: string[]): string => {
      const { code, out, err } = seamwork(folder, "readiness", "--today", "2026-08-01", ...args);
      assert.deepEqual([code, err], [0, ""]);
      return out;
    };
    assert.match(run(), /^PRD-1 Something \(agreed\)\nNot ready for building yet: /);
    assert.match(run("--format", "markdown", "a.prd.md"), /^### PRD-1 · Something\n/);
    const { version, files, errors } = JSON.parse(run("--format", "json")) as {
      version: number;
      files: {
        path: string;
        id: string;
        next: string;
        ready: boolean;
        blockedBy: { code: string }[];
        conversations: { id: string; due: string }[];
      }[];
      errors: unknown[];
    };
    assert.deepEqual([version, errors], [1, []]);
    assert.deepEqual(
      files.map(({ path, next, ready }) => [path, next, ready]),
      [
        ["a.prd.md", "building", false],
        ["b.prd.md", "in-review", false],
      ],
    );
    assert.ok(
      files[0]?.blockedBy.some(({ code }) => code === "PRD010"),
      "rules of the workspace count",
    );
    assert.equal(files[1]?.conversations.find(({ id }) => id === "Q1")?.due, "2026-08-10");
  });

  it("leaves open what follows where nothing does", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1", "closed") });
    const { code, out } = seamwork(folder, "readiness", "--format", "json", "--today", "2026-08-01");
    const { files } = JSON.parse(out) as { files: Record<string, unknown>[] };
    assert.equal(code, 0);
    assert.deepEqual(
      files.map(({ status, next, ready, blockedBy }) => [status, next, ready, blockedBy]),
      [["closed", null, null, []]],
    );
  });

  it("prints nothing that a terminal would take for a command, as markdown either", () => {
    const text = unpaired("PRD-1").replace("name: Something", 'name: "\\e[31mcrimson\\a"');
    const { out } = seamwork(folderWith({ "a.prd.md": text }), "readiness", "--format", "markdown");
    assert.match(out, /crimson/);
    // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
    assert.doesNotMatch(out, /[\u001B\u0007]/);
  });

  it("is about PRDs: of a cycle or a retro it says so when it is named", () => {
    const folder = folderWith({
      "a.prd.md": unpaired("PRD-1"),
      "cycles/2026-Q3.md": "---\ncycle: 2026-Q3\nschema: cycle/1\n---\n",
      "retros/r.md": "---\nretro: RETRO-1\nschema: retro/1\n---\n\n## Retro\n",
    });
    const { out, err } = seamwork(folder, "readiness", "--format", "json");
    const { files } = JSON.parse(out) as { files: { path: string }[] };
    assert.deepEqual([files.map(({ path }) => path), err], [["a.prd.md"], ""]);
    const named = seamwork(folder, "readiness", "cycles/2026-Q3.md");
    assert.deepEqual([named.code, named.out], [0, "No PRDs here.\n"]);
    assert.equal(
      named.err,
      "cycles/2026-Q3.md: a cycle, and not a PRD. `seamwork check` says what is open in it.\n",
    );
  });

  it("says what it could not read, and nothing about other files", () => {
    const folder = folderWith({ "README.md": "# R\n", "prds/c.md": "# C\n", "a.prd.md": Buffer.from([0]) });
    const { code, out, err } = seamwork(folder, "readiness");
    assert.deepEqual([code, out], [2, "No PRDs here.\n"]);
    assert.match(err, /^a\.prd\.md: not read.*\n$/);
  });
});

describe("the command file", () => {
  after(removeFolders);

  it("ends quietly when the reader of its output goes away", () => {
    const folder = folderWith(
      Object.fromEntries(
        Array.from({ length: 300 }, (_, n) => [`${n}.prd.md`, unpaired(`PRD-${n}`)] as const),
      ),
    );
    seamwork(folder, "--version");
    const { child, ended } = startSeamwork(folder, "check", "--format", "json");
    child.stdout?.destroy();
    return ended.then(({ err }) => assert.equal(err, ""));
  });

  it("says in one line that its output could not be written", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1", "draft") });
    // A file that is open for reading only takes no output on any system.
    const readOnly = openSync(join(folder, "a.prd.md"), "r");
    const { status, stderr } = spawnSync(process.execPath, [command(), "check", "--no-cache"], {
      cwd: folder,
      stdio: ["ignore", readOnly, "pipe"],
      encoding: "utf8",
    });
    closeSync(readOnly);
    assert.match(stderr, /^seamwork: output not written: [^\n]+\n$/);
    assert.equal(status, 2);
  });

  it("runs by itself", () => {
    assert.match(readFileSync(command(), "utf8"), /^#!\/usr\/bin\/env node\n/);
    assert.equal(statSync(command()).mode & 0o111, 0o111);
  });
});
