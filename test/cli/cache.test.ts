import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { commit, repository } from "./commits.ts";
import { checkJson, command, folderWith, removeFolders, seamwork, startSeamwork, unpaired } from "./cli.ts";

function cacheFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function codes(folder: string, ...args: string[]): string[] {
  const { report } = checkJson(folder, "--cache-dir", "cache", ...args);
  return report.files.flatMap(({ path, problems }) => problems.map(({ code }) => `${path} ${code}`));
}

describe("the cache", () => {
  after(removeFolders);

  it("gives the same answer as checking anew", () => {
    const folder = folderWith({
      "a.prd.md": unpaired("PRD-1"),
      "b.prd.md": unpaired("PRD-1", "draft"),
      "prds/c.md": "# C\n",
    });
    const [first, second, anew] = [["--cache-dir", "cache"], ["--cache-dir", "cache"], ["--no-cache"]].map(
      (args) => seamwork(folder, "check", "--format", "json", ...args),
    );
    assert.ok(first?.out.includes("PRD010"));
    assert.deepEqual(second, first);
    assert.deepEqual(anew, first);
    assert.equal(cacheFiles(join(folder, "cache")).length, 1);
  });

  it("is not fooled by a file that changed without its time or size", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1"), "b.prd.md": unpaired("PRD-2") });
    const file = join(folder, "a.prd.md");
    codes(folder);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, unpaired("PRD-2"));
    utimesSync(file, atime, mtime);
    assert.ok(codes(folder).includes("a.prd.md PRD010"));
  });

  it("knows flags, day, team data and place", () => {
    const question = unpaired(
      "PRD-1",
      "agreed",
      "\n## Questions\n\n- **Q1** (@lena, by 2026-08-10): Which?\n",
    );
    const folder = folderWith({ "a.prd.md": question });
    const asked = (today: string): unknown =>
      checkJson(folder, "--cache-dir", "cache", "--today", today)
        .report.files.flatMap(({ problems }) => problems)
        .find(({ code }) => code === "PRD306")?.severity;
    assert.equal(asked("2026-08-01"), "information");
    assert.equal(asked("2026-09-01"), "warning");
    assert.equal(asked("2026-08-01"), "information");
    const severity = (...args: string[]): string | undefined =>
      checkJson(folder, "--cache-dir", "cache", "--today", "2026-08-01", ...args).report.files[0]?.problems[0]
        ?.severity;
    assert.equal(severity(), "error");
    assert.equal(severity("--as", "draft"), "warning");
    writeFileSync(join(folder, "seamwork.yaml"), 'version: 1\nrules: { PRD002: "off" }\n');
    assert.ok(!codes(folder, "--today", "2026-08-01").includes("a.prd.md PRD002"));
  });

  it("sees a neighbour's id change, though the file itself did not", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1"), "b.prd.md": unpaired("PRD-2") });
    assert.ok(!codes(folder).some((code) => code.endsWith("PRD010")));
    writeFileSync(join(folder, "b.prd.md"), unpaired("PRD-1"));
    assert.ok(codes(folder).includes("a.prd.md PRD010"));
    writeFileSync(join(folder, "b.prd.md"), unpaired("PRD-3"));
    assert.ok(!codes(folder).some((code) => code.endsWith("PRD010")));
  });

  it("is never used by another build", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1") });
    codes(folder);
    const [file = ""] = cacheFiles(join(folder, "cache"));
    const emptied = readFileSync(join(folder, "cache", file), "utf8").replace(
      /"facts":\[.*?\](?=\}\])/,
      '"facts":[]',
    );
    writeFileSync(join(folder, "cache", file), emptied);
    // The cache is believed by the build that wrote it …
    assert.deepEqual(codes(folder), []);
    // … and not by one that differs in anything.
    const other = folderWith({});
    writeFileSync(join(other, "cli.mjs"), `${readFileSync(command(), "utf8")}// another build\n`);
    cpSync(folder, join(other, "w"), { recursive: true });
    const { stdout } = spawnSync(
      process.execPath,
      [join(other, "cli.mjs"), "check", "--cache-dir", "cache"],
      {
        cwd: join(other, "w"),
        encoding: "utf8",
      },
    );
    assert.match(stdout, /PRD002/);
  });

  for (const [what, text] of [
    ["cut off", '{"documents":[["a.prd.md",{"hash":"'],
    ["of another shape", '{"documents":[["a.prd.md",{"hash":1}],["a.prd.md",null],3]}'],
    ["of an older version", '[["a.prd.md",{"hash":"0","summary":{},"problems":[]}]]'],
    ["empty", ""],
    ["not text", "\0\uFFFD"],
  ] as const) {
    it(`that is ${what} is no cache`, () => {
      const folder = folderWith({ "a.prd.md": unpaired("PRD-1") });
      const before = codes(folder);
      const [file = ""] = cacheFiles(join(folder, "cache"));
      writeFileSync(join(folder, "cache", file), text);
      assert.deepEqual(codes(folder), before);
      assert.deepEqual(codes(folder), before);
    });
  }

  for (const [good, bad] of [
    [/"line":\d+/, '"line":"x"'],
    [/"message":"/, '"message":null,"was":"'],
    [/"pm":\[\]/, '"pm":3'],
  ] as const) {
    it(`with ${bad} for a known content is no cache`, () => {
      const folder = folderWith({ "a.prd.md": unpaired("PRD-1") });
      const before = codes(folder);
      const [name = ""] = cacheFiles(join(folder, "cache"));
      const file = join(folder, "cache", name);
      const text = readFileSync(file, "utf8");
      assert.match(text, good);
      writeFileSync(file, text.replace(good, bad));
      assert.deepEqual(codes(folder), before);
      assert.equal(readFileSync(file, "utf8"), text);
    });
  }

  it("survives runs at the same time", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, n) => [`${n}.prd.md`, unpaired(`PRD-${n}`)] as const),
    );
    const folder = folderWith(files);
    const anew = seamwork(folder, "check", "--format", "json", "--no-cache");
    const runs = Array.from(
      { length: 4 },
      () => startSeamwork(folder, "check", "--format", "json", "--cache-dir", "cache").ended,
    );
    for (const outcome of await Promise.all(runs)) assert.deepEqual(outcome, anew);
    assert.deepEqual(seamwork(folder, "check", "--format", "json", "--cache-dir", "cache"), anew);
    assert.deepEqual(
      cacheFiles(join(folder, "cache")).filter((name) => name.endsWith(".tmp")),
      [],
    );
  });

  it("lies with the nearest package, else with the person, and --no-cache writes none", () => {
    const folder = folderWith({ "package.json": "{}", "docs/a.prd.md": unpaired("PRD-1") });
    mkdirSync(join(folder, "node_modules"));
    seamwork(folder, "check", "--no-cache");
    assert.deepEqual(cacheFiles(join(folder, "node_modules", ".cache", "seamwork")), []);
    seamwork(join(folder, "docs"), "check");
    assert.equal(cacheFiles(join(folder, "node_modules", ".cache", "seamwork")).length, 1);
    const bare = folderWith({ "a.prd.md": unpaired("PRD-1") });
    seamwork(bare, "check");
    assert.equal(cacheFiles(join(bare, ".cache", "seamwork")).length, 1);
    assert.deepEqual(readdirSync(bare).sort(), [".cache", "a.prd.md"]);
  });

  it("says when the named folder cannot hold it", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1"), file: "" });
    const { code, err } = seamwork(folder, "check", "--cache-dir", "file");
    assert.equal(code, 2);
    assert.match(err, /^.*file: cannot hold the cache: .*\n$/);
  });

  for (const [name, args, usefulDays] of [
    ["check", ["check"], 3],
    ["board", ["board"], 3],
    ["trend", ["trend"], 30],
  ] as const) {
    it(`of ${name} expires after ${usefulDays} days, and nothing else goes with it`, () => {
      const folder = folderWith({});
      repository(folder);
      commit(folder, "2026-08-01", { "a.prd.md": unpaired("PRD-1") });
      const file = (kind: string, digit: string): string => `${kind}-${digit.repeat(32)}.json`;
      const ages: [string, number][] = [
        [file(name, "0"), usefulDays + 0.5],
        [`.${file(name, "1")}.123.tmp`, usefulDays + 0.5],
        [file(name, "2"), usefulDays - 0.5],
        [file("foreign", "3"), 1000],
        ["mine.txt", 1000],
      ];
      mkdirSync(join(folder, "cache"));
      for (const [one, days] of ages) {
        const when = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
        writeFileSync(join(folder, "cache", one), "[]");
        utimesSync(join(folder, "cache", one), when, when);
      }
      seamwork(folder, ...args, "--today", "2026-08-02", "--cache-dir", "cache");
      const left = ages.map(([one]) => existsSync(join(folder, "cache", one)));
      assert.deepEqual(left, [false, false, true, true, true]);
    });

    it(`of ${name} is neither read nor written with --no-cache`, () => {
      const folder = folderWith({ "package.json": "{}", "node_modules/.keep": "" });
      repository(folder);
      commit(folder, "2026-08-01", { "a.prd.md": unpaired("PRD-1"), ".gitignore": "node_modules\n" });
      const run = (...more: string[]): string =>
        seamwork(folder, ...args, "--today", "2026-08-02", "--format", "json", ...more).out;
      const cache = join(folder, "node_modules/.cache/seamwork");
      const anew = run("--no-cache");
      assert.deepEqual(cacheFiles(cache), []);
      assert.equal(run(), anew);
      for (const one of cacheFiles(cache)) {
        const text = readFileSync(join(cache, one), "utf8");
        writeFileSync(
          join(cache, one),
          text.replace(/"handoff":\d+/g, '"handoff":99').replace(/"facts":\[.*?\](?=\}\])/g, '"facts":[]'),
        );
      }
      assert.notEqual(run(), anew);
      assert.equal(run("--no-cache"), anew);
    });

    for (const [what, change] of [
      ["torn", (text: string) => text.slice(0, -20)],
      ["of an older version", () => '[["a.prd.md",{"hash":"0","summary":{},"open":[]}]]'],
      ["of a version with other tables", () => '{"entries":[]}'],
    ] as const) {
      it(`of ${name} that is ${what} is ignored in silence`, () => {
        const folder = folderWith({});
        repository(folder);
        commit(folder, "2026-08-01", { "a.prd.md": unpaired("PRD-1") });
        const run = () => seamwork(folder, ...args, "--today", "2026-08-02", "--cache-dir", "cache");
        const before = run();
        for (const one of cacheFiles(join(folder, "cache"))) {
          const path = join(folder, "cache", one);
          writeFileSync(path, change(readFileSync(path, "utf8")));
        }
        assert.deepEqual(run(), before);
      });
    }
  }
});
