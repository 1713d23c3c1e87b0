import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SeamCounts } from "../../src/core/trend/figures.ts";
import { folderWith, git, removeFolders, seamwork, startSeamwork } from "./cli.ts";
import { commit, repository } from "./commits.ts";

interface Printed {
  readonly version: number;
  readonly from: string;
  readonly today: string;
  readonly points: readonly {
    readonly day: string;
    readonly commit: string;
    readonly documents: number;
    readonly open: SeamCounts;
  }[];
}

function trend(folder: string, ...args: string[]): Printed {
  const { code, out, err } = seamwork(folder, "trend", "--format", "json", ...args);
  assert.equal(code, 0, err);
  return JSON.parse(out) as Printed;
}

interface PrintedBoard {
  readonly boards: readonly {
    readonly team: string;
    readonly seams: readonly { readonly seam: keyof SeamCounts; readonly open: number }[];
    readonly trend: { readonly points: Printed["points"] } & { readonly missing?: string };
  }[];
}

/** What the board of the working tree says is open. */
function boardNow(folder: string, today: string, ...args: string[]): PrintedBoard["boards"] {
  const { out, err } = seamwork(folder, "board", "--format", "json", "--today", today, ...args);
  assert.notEqual(out, "", err);
  return (JSON.parse(out) as PrintedBoard).boards;
}

function openOf(board: PrintedBoard["boards"][number] | undefined): Record<string, number> {
  return Object.fromEntries((board?.seams ?? []).map(({ seam, open }) => [seam, open]));
}

function prd(id: string, rest = "", header = ""): string {
  return `---\nprd: ${id}\nschema: prd/1\nname: Something\nstatus: agreed\npm: "@lena"\neng: "@mara"\n${header}---\n\n# Something\n\n${rest}`;
}

const cycle = `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2026-Q3

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-20: who goes first.
`;

const question = "## Questions\n\n- **Q1** (@lena, by 2026-08-20): why?\n";

describe("seamwork trend", () => {
  after(removeFolders);

  it("has a point for each day with a commit, the last commit of it, and for today", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("X-1") });
    commit(folder, "2026-08-03", { "prds/a.md": prd("X-1", question) });
    const last = commit(folder, "2026-08-03", { "prds/b.md": prd("X-2") });
    const { points, version } = trend(folder, "--since", "30d", "--today", "2026-08-10");
    assert.equal(version, 1);
    assert.deepEqual(
      points.map(({ day, documents }) => [day, documents]),
      [
        ["2026-08-01", 1],
        ["2026-08-03", 2],
        ["2026-08-10", 2],
      ],
    );
    assert.equal(points[1]?.commit, last);
  });

  it("begins with the state that the first day began with", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-05-01", { "prds/a.md": prd("X-1") });
    commit(folder, "2026-08-03", { "prds/b.md": prd("X-2") });
    const { points } = trend(folder, "--since", "2026-08-01", "--today", "2026-08-10");
    assert.deepEqual(
      points.map(({ day, documents }) => [day, documents]),
      [
        ["2026-08-01", 1],
        ["2026-08-03", 2],
        ["2026-08-10", 2],
      ],
    );
  });

  it("agrees with the board of each day's state, whatever came, went and was overdue", () => {
    const folder = folderWith({});
    repository(folder);
    const states: [string, Record<string, string | undefined>][] = [
      ["2026-07-20", { "prds/a.md": prd("X-1", question), "cycles/q3.md": cycle }],
      ["2026-07-25", { "prds/b.md": prd("X-1", "## Requirements\n\n- **R1** It must be fast.\n") }],
      ["2026-08-02", { "seamwork.yaml": 'version: 1\nrules: { PRD403: "off" }\nescalation: { tier1: 3 }\n' }],
      [
        "2026-08-05",
        { "notes/plain.md": "# Notes\n", "prds/old name.md": prd("X-3"), "prds/b.md": undefined },
      ],
      ["2026-08-25", { "prds/old name.md": undefined, "prds/ünïcode.md": prd("X-3", question) }],
      ["2026-09-01", { "prds/bad.md": prd("X-9").replace("agreed", "lauched") }],
      ["2026-10-02", { ".gitignore": "prds/bad.md\n" }],
    ];
    const expected: [string, Record<string, number>][] = [];
    for (const [day, files] of states) {
      commit(folder, day, files);
      expected.push([day, openOf(boardNow(folder, day)[0])]);
    }
    // Ignored files of now are left out on every day, as they are from the board.
    writeFileSync(join(folder, ".gitignore"), "");
    const { points } = trend(folder, "--since", "2026-07-01", "--today", "2026-10-02");
    for (const [day, open] of expected.slice(0, -1))
      assert.deepEqual({ day, ...points.find((one) => one.day === day)?.open }, { day, ...open });
    git(folder, "checkout", "-q", "--", ".gitignore");
    const again = trend(folder, "--since", "2026-07-01", "--today", "2026-10-02");
    assert.deepEqual(again.points.at(-1)?.open, expected.at(-1)?.[1]);
    assert.deepEqual(openOf(boardNow(folder, "2026-10-02")[0]), again.points.at(-1)?.open);
    assert.deepEqual(boardNow(folder, "2026-10-02")[0]?.trend.points.at(-1)?.open, again.points.at(-1)?.open);
  });

  it("goes on from its cache, and says the same as without", () => {
    const folder = folderWith({ "package.json": "{}", "node_modules/.keep": "" });
    repository(folder);
    commit(folder, "2026-08-01", {
      "prds/a.md": prd("X-1", question),
      "cycles/q3.md": cycle,
      ".gitignore": "node_modules\n",
    });
    const first = trend(folder, "--today", "2026-08-02");
    commit(folder, "2026-08-19", { "prds/b.md": prd("X-2", question) });
    const args = ["--since", "60d", "--today", "2026-09-20"];
    const warm = trend(folder, ...args);
    assert.equal(first.points[0]?.day, "2026-08-01");
    const cold = trend(folder, ...args, "--cache-dir", join(folder, "node_modules/other"));
    assert.deepEqual(warm, cold);
    const kept = readdirSync(join(folder, "node_modules/.cache/seamwork"));
    assert.equal(kept.filter((name) => name.startsWith("trend-")).length, 1);
  });

  it("begins again where its cache is damaged or of an older version", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("X-1", question) });
    const cache = join(folder, ".git", "cache");
    const before = trend(folder, "--today", "2026-08-02", "--cache-dir", cache);
    const [name = ""] = readdirSync(cache);
    const whole = readFileSync(join(cache, name), "utf8");
    for (const damaged of [
      "",
      "{",
      whole.slice(0, -20),
      '{"texts":[["a",{}]],"days":[]}',
      '{"texts":[]}',
      "[]",
    ]) {
      writeFileSync(join(cache, name), damaged);
      assert.deepEqual(trend(folder, "--today", "2026-08-02", "--cache-dir", cache), before);
    }
  });

  it("takes the day of a commit from where it was made, and never one after the next", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01T23:30:00-07:00", { "prds/a.md": prd("X-1") });
    commit(folder, "2026-08-09", { "prds/b.md": prd("X-2") });
    commit(folder, "2026-08-05", { "prds/c.md": prd("X-3") });
    const { points } = trend(folder, "--today", "2026-08-10");
    assert.deepEqual(
      points.map(({ day, documents }) => [day, documents]),
      [
        ["2026-08-01", 1],
        ["2026-08-05", 3],
        ["2026-08-10", 3],
      ],
    );
  });

  it("follows the first parent of a merge, and counts what it brought on its day", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("X-1") });
    git(folder, "checkout", "-q", "-b", "side");
    commit(folder, "2026-08-02", { "prds/b.md": prd("X-2") });
    git(folder, "checkout", "-q", "main");
    commit(folder, "2026-08-04", { "prds/c.md": prd("X-3") });
    git(
      folder,
      "-c",
      "user.name=L",
      "-c",
      "user.email=l@example.com",
      "merge",
      "-q",
      "--no-ff",
      "--no-commit",
      "side",
    );
    commit(folder, "2026-08-06", {});
    const { points } = trend(folder, "--today", "2026-08-06");
    assert.deepEqual(
      points.map(({ day, documents }) => [day, documents]),
      [
        ["2026-08-01", 1],
        ["2026-08-04", 2],
        ["2026-08-06", 3],
      ],
    );
  });

  it("counts only what the paths mean, and knows the others", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "a/one.md": prd("X-1"), "b/two.md": prd("X-1") });
    const { points } = trend(folder, "a", "--today", "2026-08-01");
    assert.equal(points[0]?.documents, 1);
    const alone = openOf(boardNow(folder, "2026-08-01", "a")[0]);
    // PRD010: the id is in use in the other folder.
    assert.deepEqual(points[0]?.open, alone);
    commit(folder, "2026-08-02", { "b/two.md": undefined });
    const after = trend(folder, "a", "--today", "2026-08-02").points.at(-1);
    assert.equal((alone["handoff"] ?? 0) - (after?.open.handoff ?? 0), 1);
  });

  it("leaves out what was committed after --today", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("X-1") });
    commit(folder, "2026-08-05", { "prds/b.md": prd("X-2") });
    const { points } = trend(folder, "--today", "2026-08-03");
    assert.deepEqual(points.at(-1)?.documents, 1);
    const { code, err } = seamwork(folder, "trend", "--today", "2026-07-01");
    assert.equal(code, 2);
    assert.match(err, /^Nothing had been committed here by 2026-07-01, so there is no trend\.\n$/);
  });

  it("is a table for people", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("X-1") });
    commit(folder, "2026-08-05", { "prds/a.md": prd("X-1", question) });
    const { code, out } = seamwork(folder, "trend", "--today", "2026-08-10");
    assert.equal(code, 0);
    assert.match(
      out,
      /^Open conversations from 2026-05-12 to 2026-08-10\n\nday\s+handoff\s+prioritisation\s+narrative\s+documents\n2026-08-01/,
    );
    assert.match(out, /\nhandoff: \d+ open, 2 more than on 2026-08-01\n/);
  });

  it("says in one sentence why there is none", () => {
    const bare = folderWith({ "prds/a.md": prd("X-1") });
    assert.match(seamwork(bare, "trend").err, /^This is not a git repository, so there is no trend\.\n$/);
    repository(bare);
    const empty = seamwork(bare, "trend");
    assert.equal(empty.code, 2);
    assert.match(empty.err, /^Nothing is committed here yet, so there is no trend\.\n$/);
    commit(bare, "2026-08-01", {});
    commit(bare, "2026-08-02", { "prds/b.md": prd("X-2") });
    const shallow = folderWith({});
    git(shallow, "clone", "-q", "--depth", "1", `file://${bare}`, "clone");
    const { err, code } = seamwork(join(shallow, "clone"), "trend");
    assert.equal(code, 2);
    assert.match(
      err,
      /^This clone has only part of the history, so there is no trend; could you fetch all of it/,
    );
    const board = seamwork(join(shallow, "clone"), "board", "--today", "2026-08-02");
    assert.equal(board.code, 0);
    assert.match(board.out, /2 PRDs[\s\S]*This clone has only part of the history/);
  });

  it("is not there where files of the history are on another machine, and is right once they came", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("PRD-1") });
    commit(folder, "2026-08-02", { "prds/a.md": prd("PRD-1", "More.\n") });
    git(folder, "config", "uploadpack.allowFilter", "true");
    const partial = folderWith({});
    git(partial, "clone", "-q", "--no-checkout", "--filter=blob:none", `file://${folder}`, "clone");
    const clone = join(partial, "clone");
    const { err, code } = seamwork(clone, "trend", "--today", "2026-08-02");
    assert.deepEqual([code, err.split("\n").length], [2, 2], err);
    assert.match(err, /Some of the history's files are not on this machine/);
    git(clone, "checkout", "-q", "HEAD~1", "--", ".");
    git(clone, "checkout", "-q", "HEAD", "--", ".");
    assert.equal(trend(clone, "--today", "2026-08-02").points.at(-1)?.documents, 1);
  });

  it("says so when nothing of what was named was ever there", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("PRD-1") });
    const { err, code } = seamwork(folder, "trend", "--today", "2026-08-02", "nofolder");
    assert.equal(code, 2);
    assert.match(err, /nofolder: there is no such file or folder/);
  });

  it("says so where git is not installed, and the board has everything else", () => {
    const folder = folderWith({ "prds/a.md": prd("X-1") });
    const { PATH } = process.env;
    process.env["PATH"] = join(folder, "nothing here");
    try {
      assert.match(seamwork(folder, "trend").err, /^Git is not installed here, so there is no trend\.\n$/);
      const { code, out } = seamwork(folder, "board");
      assert.equal(code, 0);
      assert.match(out, /1 PRD,[\s\S]*Git is not installed here, so there is no trend\./);
    } finally {
      process.env["PATH"] = PATH;
    }
  });

  it("refuses a time that is none", () => {
    for (const value of ["90", "-3d", "0d", "99999y", "2026-02-30", "d"]) {
      const { code, err } = seamwork(folderWith({}), "trend", `--since=${value}`);
      assert.equal(code, 2);
      assert.match(err, /Give a time such as 90d, 12w or 6m, or a day such as 2026-08-01/);
    }
  });

  it("runs nothing that the repository asks for", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", { "prds/a.md": prd("X-1"), ".gitattributes": "*.md diff=bad filter=bad\n" });
    commit(folder, "2026-08-02", { "prds/a.md": prd("X-1", question) });
    const trap = `touch ${join(folder, "trapped")}`;
    for (const name of [
      "diff.bad.textconv",
      "diff.bad.command",
      "diff.external",
      "core.fsmonitor",
      "filter.bad.smudge",
    ])
      git(folder, "config", name, trap);
    git(folder, "config", "gpg.program", "trapped");
    git(folder, "config", "log.showSignature", "true");
    assert.equal(trend(folder, "--today", "2026-08-02").points.length, 2);
    assert.ok(!readdirSync(folder).includes("trapped"));
  });

  it("hears Ctrl+C, and goes on from there the next time", async () => {
    const folder = folderWith({});
    repository(folder);
    const requirements = Array.from(
      { length: 60 },
      (_, n) => `- **R${n + 1}** It must be fast and simple.\n`,
    );
    const long = (n: number): string => prd(`X-${n}`, `## Requirements\n\n${requirements.join("")}\n${n}\n`);
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`prds/${n}.md`, long(n)]));
    commit(folder, "2026-08-01", files);
    // Whoever reads the history's files is interrupted at that moment, however fast the machine is.
    const { PATH = "" } = process.env;
    mkdirSync(join(folder, "bin"));
    const interrupting = `#!/bin/sh\nPATH='${PATH}'\ncase " $* " in *" cat-file "*) kill -INT $PPID ;; esac\nexec git "$@"\n`;
    writeFileSync(join(folder, "bin", "git"), interrupting, { mode: 0o755 });
    process.env["PATH"] = `${join(folder, "bin")}:${PATH}`;
    const { ended } = startSeamwork(folder, "trend", "--today", "2026-08-02", "--format", "json");
    process.env["PATH"] = PATH;
    const { code, err } = await ended;
    assert.equal(code, 130, err);
    assert.match(err, /^Stopped\. No file is half-written\.\n$/);
    assert.equal(trend(folder, "--today", "2026-08-02").points.at(-1)?.documents, 400);
  });
});
