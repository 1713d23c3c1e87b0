import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, git, removeFolders, seamwork } from "./cli.ts";

const team = `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm, manager: "@omar" }
  "@mara": { name: Mara Lind, role: eng, manager: "@omar" }
  "@omar": { name: Omar Diaz, role: manager }
`;

const prd = (id = "PRD-042", status = "building"): string => `---
prd: ${id}
schema: prd/1
name: Exports
status: ${status}
pm: "@lena"
eng: "@mara"
launch: 2026-08-20
---

# Exports

## Requirements

### R1 · Filter by date

Only rows of the range.

## Questions

- **Q1** (@mara, by 2026-08-10): how many rows are there?

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-08-01: queue or refuse?
`;

const cycle = (log: string): string => `---
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

## Cadence

${log}
`;

const files = {
  "seamwork.yaml": team,
  "prds/a.prd.md": prd(),
  "cycles/2026-Q3.md": cycle("- 2026-08-07 weekly @lena @mara, 15 min\n- 2026-08-07 managers @omar, 30 min"),
};
const day = ["--today", "2026-08-14"];
const pair = ["--pair", "@lena,@mara"];

interface JsonAgenda {
  readonly version: number;
  readonly kind: string;
  readonly since: string | null;
  readonly notes: readonly string[];
  readonly leftOut: Readonly<Record<string, unknown>>;
  readonly sections: readonly {
    readonly key: string;
    readonly items: readonly Readonly<
      Record<string, unknown> & { path: string; line: number; text: string }
    >[];
  }[];
  readonly errors: readonly unknown[];
}

function agenda(folder: string, ...args: string[]): JsonAgenda {
  const { out, err } = seamwork(folder, "agenda", ...args, "--format", "json", ...day);
  assert.equal(err, "");
  return JSON.parse(out) as JsonAgenda;
}

function texts({ sections }: JsonAgenda, key: string): string[] | undefined {
  return sections.find((one) => one.key === key)?.items.map(({ text }) => text);
}

/** Commits everything as if it were noon of that day. */
function commitOn(folder: string, date: string): void {
  git(folder, "add", ".");
  const at = `${date}T12:00:00Z`;
  const env = { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at, GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=Lena", "-c", "user.email=lena@example.com", "-c", "commit.gpgsign=false"];
  const { status, stderr } = spawnSync("git", [...who, "commit", "-q", "-m", date], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
}

describe("seamwork agenda", () => {
  after(removeFolders);

  it("prints the weekly of a pair as markdown, each line with its place", () => {
    const { code, out, err } = seamwork(folderWith(files), "agenda", "weekly", ...pair, ...day);
    assert.equal(code, 0);
    assert.equal(err, "");
    const lines = out.split("\n");
    assert.equal(lines[0], "# Weekly of `@lena` and `@mara`, 2026-08-14");
    assert.equal(lines[2], "20 minutes. The last one was on 2026-08-07, 7 days ago.");
    const d1 =
      prd()
        .split("\n")
        .findIndex((line) => line.includes("**D1**")) + 1;
    assert.ok(
      lines.includes(
        `- **PRD-042** D1 is open at tier 1 (the pair): queue or refuse? \`@lena\` and \`@mara\`, for 13 days. \`prds/a.prd.md:${d1}\``,
      ),
      out,
    );
    assert.ok(out.indexOf("## What is in the way") < out.indexOf("## What is waiting"));
  });

  it("reads the whole workspace, whichever folder or file of it is named", () => {
    const folder = folderWith(files);
    const whole = agenda(folder, "weekly", ...pair);
    for (const path of [".", "prds", "prds/a.prd.md", "cycles"])
      assert.deepEqual(agenda(folder, "weekly", ...pair, path), whole, path);
    assert.equal(whole.version, 1);
    assert.equal(whole.since, "2026-08-07");
    assert.deepEqual(Object.keys(whole.sections[0]?.items[0] ?? {}).sort(), [
      ...["conversations", "days", "document", "due", "line", "new", "owner", "path", "people", "text"],
    ]);
  });

  it("goes by the team data that --config names, from where it is called", () => {
    const often = `${team}cadence: { weekly: { every: 7, minutes: 45 } }\n`;
    const folder = folderWith({ ...files, "other.yaml": often });
    const { out } = seamwork(folder, "agenda", "weekly", ...pair, ...day, "--config", "other.yaml");
    assert.equal(out.split("\n")[2], "45 minutes. The last one was on 2026-08-07, 7 days ago.");
  });

  it("asks git what changed since the last meeting, and says when nobody knows", () => {
    const folder = folderWith(files);
    const said =
      "Changes inside the documents are left out: there is no earlier version to compare them with.";
    assert.deepEqual(agenda(folder, "weekly", ...pair).notes, [said]);
    git(folder, "init", "-q", "-b", "main");
    commitOn(folder, "2026-08-07");
    assert.equal(texts(agenda(folder, "weekly", ...pair), "drifted"), undefined);
    writeFileSync(join(folder, "prds/a.prd.md"), prd().replace("the range", "the last 90 days"));
    commitOn(folder, "2026-08-10");
    writeFileSync(join(folder, "prds/b.prd.md"), prd("PRD-043", "agreed"));
    const after = agenda(folder, "weekly", ...pair);
    assert.deepEqual(after.notes, []);
    const changed = "R1 changed: Statement, after building began.";
    assert.deepEqual(texts(after, "drifted"), [changed]);
    assert.deepEqual(texts(agenda(folder, "managers"), "drifted"), [changed, "It is new."]);

    // Logged: the state of that day is the one to compare with.
    writeFileSync(
      join(folder, "cycles/2026-Q3.md"),
      cycle("- 2026-08-07 weekly @lena @mara\n- 2026-08-14 weekly @lena @mara, 15 min"),
    );
    commitOn(folder, "2026-08-14");
    const later = agenda(folder, "weekly", ...pair);
    assert.equal(later.since, "2026-08-14");
    assert.equal(texts(later, "drifted"), undefined);
    assert.deepEqual(texts(later, "blocks"), texts(after, "blocks"));
  });

  it("finds for a retro the state in which the PRD was agreed, under an older name too", () => {
    const folder = folderWith({
      ...files,
      "prds/a.prd.md": prd("PRD-042", "in-review").replace("the range", "a week"),
    });
    const path = join(folder, "prds/a.prd.md");
    git(folder, "init", "-q", "-b", "main");
    commitOn(folder, "2026-06-01");
    writeFileSync(path, prd("PRD-042", "agreed"));
    commitOn(folder, "2026-07-01");
    writeFileSync(path, readFileSync(path, "utf8").replace("status: agreed", "status: launched"));
    git(folder, "mv", "prds/a.prd.md", "prds/exports.prd.md");
    commitOn(folder, "2026-08-01");
    const moved = join(folder, "prds/exports.prd.md");
    writeFileSync(moved, readFileSync(moved, "utf8").replace("the range", "90 days"));
    const [drifted] = texts(agenda(folder, "retro", "PRD-042"), "drifted") ?? [];
    assert.equal(drifted, "The status went from agreed to launched. R1 changed: Statement.");
  });

  it("runs nothing that the repository asks for", () => {
    const folder = folderWith({ ...files, ".gitattributes": "*.md diff=bad filter=bad\n" });
    const path = join(folder, "prds/a.prd.md");
    git(folder, "init", "-q", "-b", "main");
    commitOn(folder, "2026-08-07");
    writeFileSync(path, prd().replace("the range", "the last 90 days"));
    const trap = `touch ${join(folder, "trapped")}`;
    for (const name of [
      ...["diff.bad.textconv", "diff.bad.command", "diff.external", "core.fsmonitor"],
      ...["filter.bad.smudge", "filter.bad.clean", "filter.bad.process"],
    ])
      git(folder, "config", name, trap);
    assert.deepEqual(texts(agenda(folder, "weekly", ...pair), "drifted"), [
      "R1 changed: Statement, after building began.",
    ]);
    assert.equal(agenda(folder, "retro", "PRD-042").version, 1);
    assert.equal(seamwork(folder, "check", "--since", "main").code, 1);
    assert.ok(!readdirSync(folder).includes("trapped"));
  });

  it("makes the other three", () => {
    const folder = folderWith(files);
    assert.match(
      seamwork(folder, "agenda", "managers", ...day).out,
      /^# Managers, 2026-08-14\n\nThe last one was on 2026-08-07, 7 days ago\./,
    );
    assert.match(
      seamwork(folder, "agenda", "planning", "--cycle", "2026-q3", ...day).out,
      /^# Planning for 2026-Q3, 2026-08-14\n/,
    );
    assert.match(
      seamwork(folder, "agenda", "retro", "PRD-042", ...day).out,
      /^# Retro for PRD-042, 2026-08-14\n\n## The three questions\n/,
    );
  });

  it("names what there is, in one line, when there is no such pair, cycle or document", () => {
    const folder = folderWith(files);
    const cases: [string[], string][] = [
      [
        ["weekly", "--pair", "lena,@bo"],
        "No document here is by @lena and @bo; the pairs here are @lena with @mara.",
      ],
      [
        ["planning", "--cycle", "2027-Q1"],
        "No cycle here is called 2027-Q1; there is 2026-Q3. `seamwork new cycle 2027-Q1` creates it.",
      ],
      [["planning", "--cycle", ""], 'No cycle here is called ""; there is 2026-Q3.'],
      [["retro", "PRD-9"], "No PRD or retro here has the id PRD-9; nothing here has launched yet."],
    ];
    for (const [args, message] of cases) {
      const { code, out, err } = seamwork(folder, "agenda", ...args);
      assert.deepEqual([code, out, err], [2, "", `${message}\n`]);
    }
  });

  it("says what it takes when it is called wrongly", () => {
    const folder = folderWith(files);
    const wrong: [string[], RegExp][] = [
      [["weekly"], /required option '--pair <handles>'/],
      [["weekly", "--pair", "@lena"], /a PM and an engineer, such as @lena,@mara/],
      [["weekly", "--pair", "@a,@b,@c"], /a PM and an engineer/],
      [["weekly", "--pair", "@mara,Mara"], /a PM and an engineer/],
      [["planning"], /required option '--cycle <id>'/],
      [["retro"], /missing required argument 'id'/],
      [["weekly", ...pair, "--today", "2026-02-30"], /a day such as 2026-08-01/],
      [["managers", "--format", "html"], /Allowed choices are markdown, json/],
      [["daily"], /unknown command 'daily'/],
    ];
    for (const [args, message] of wrong) {
      const { code, out, err } = seamwork(folder, "agenda", ...args);
      assert.equal(code, 2, args.join(" "));
      assert.equal(out, "");
      assert.match(err, message);
      assert.match(err, /`seamwork agenda( \w+)? --help` shows how to use it\.\n$/);
    }
  });

  it("does not mix teams", () => {
    const folder = folderWith({
      "one/seamwork.yaml": team,
      "one/a.prd.md": prd(),
      "two/seamwork.yaml": team,
      "two/a.prd.md": prd("PRD-007"),
      "two/b.prd.md": prd("PRD-008"),
    });
    const { code, err } = seamwork(folder, "agenda", "weekly", ...pair);
    assert.deepEqual(
      [code, err],
      [2, "There is more than one team here (one, two); name the folder of one.\n"],
    );
    assert.equal(seamwork(folder, "agenda", "weekly", ...pair, "two").code, 0);
    assert.equal(seamwork(folder, "agenda", "retro", "PRD-008").code, 0, "only one of them has it");
  });

  it("goes on without what cannot be read, and exits with 2", () => {
    const folder = folderWith({
      ...files,
      "seamwork.yaml": `${team}waiting: { question: soon }\n`,
      "prds/b.prd.md": new Uint8Array([
        0x2d, 0x2d, 0x2d, 0x0a, 0x70, 0x72, 0x64, 0x3a, 0x20, 0xff, 0xfe, 0x0a, 0x2d, 0x2d, 0x2d,
      ]),
    });
    const { code, out, err } = seamwork(folder, "agenda", "weekly", ...pair, ...day);
    assert.equal(code, 2);
    assert.match(out, /D1 is open at tier 1/);
    assert.match(err, /^seamwork\.yaml:\d+:\d+: /m);
    assert.match(err, /^prds\/b\.prd\.md: not read, since it is not UTF-8/m);
  });

  it("prints nothing that a terminal would take for a command", () => {
    const evil = prd().replace("queue or refuse?", "queue \u001B[31mor\u0007 refuse?");
    const { out } = seamwork(
      folderWith({ ...files, "prds/a.prd.md": evil }),
      "agenda",
      "weekly",
      ...pair,
      ...day,
    );
    assert.match(out, /D1 is open/);
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    assert.doesNotMatch(out, /[\u0000-\u0009\u000B-\u001F\u007F]/);
  });

  it("has nothing to say where there is nothing", () => {
    const folder = folderWith({ "notes.md": "# Notes\n" });
    const { code, out } = seamwork(folder, "agenda", "managers", ...day);
    assert.equal(code, 0);
    assert.match(out, /Nothing is open\./);
    assert.match(
      seamwork(folder, "agenda", "weekly", ...pair).err,
      /no PRD here names a PM and an engineer yet\.\n$/,
    );
  });

  it("prints what docs/agendas.md shows of the example", () => {
    const page = readFileSync("docs/agendas.md", "utf8");
    const shown = [...page.matchAll(/^```console\n\$ seamwork (.*)\n([^]*?)^```/gm)];
    assert.ok(shown.length > 0);
    for (const [, args = "", text] of shown)
      assert.equal(seamwork("docs/example", ...args.split(" ")).out, text);
  });
});
