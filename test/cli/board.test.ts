import assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Board, Place } from "../../src/core/board/model.ts";
import { checkJson, folderWith, removeFolders, seamwork } from "./cli.ts";
import { commit, repository } from "./commits.ts";

const today = "2026-08-20";

const prd = `---
prd: PRD-1
schema: prd/1
name: Filter exports by date
status: agreed
pm: "@lena"
eng: "@mara"
bucket: product
cycle: 2026-Q3
effort: 4w
---

# Filter exports by date

## Requirements

- **R1** The export must hold only rows of the range.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-08-01: who goes first.
`;

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

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`

## Pairs

| Item  | PM    | Engineer | Since      | Hold until |
| ----- | ----- | -------- | ---------- | ---------- |
| PRD-1 | @lena | @mara    | 2026-03-01 |            |

## Cadence

- 2026-07-06 weekly @lena @mara, 15 min
- 2026-07-10 managers @omar @ines, 45 min
`;

const team = { "prds/a.md": prd, "cycles/2026-Q3.md": cycle };

interface Printed {
  readonly version: number;
  readonly boards: readonly Board[];
  readonly errors: readonly { readonly path: string }[];
}

function boards(folder: string, ...args: string[]): Printed {
  const { out, err } = seamwork(folder, "board", "--format", "json", "--today", today, ...args);
  assert.notEqual(out, "", err);
  return JSON.parse(out) as Printed;
}

function places(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  if ("line" in value && "path" in value && "start" in value) return [value as Place];
  return Object.values(value).flatMap(places);
}

describe("seamwork board", () => {
  after(removeFolders);

  it("prints JSON whose every place is a line of a document", () => {
    const { version, boards: found } = boards(folderWith(team));
    assert.equal(version, 1);
    const [board] = found;
    assert.equal(found.length, 1);
    assert.deepEqual(board?.documents, { prds: 1, cycles: 1, retros: 0 });
    assert.deepEqual(board.cycles[0]?.planned.shares, { product: 100, health: 0, ops: 0 });
    assert.equal(board.disagreements.open, 1);
    assert.equal(board.pairs.pairs[0]?.rotation?.due, true);
    const all = places(found);
    assert.ok(all.length > 20);
    for (const { path, line, start } of all) {
      const text = team[path as keyof typeof team];
      assert.equal(line, text.slice(0, start).split("\n").length);
    }
  });

  it("counts what check and readiness say is open", () => {
    const folder = folderWith(team);
    const { boards: found } = boards(folder);
    const { report } = checkJson(folder, "--today", today, "--fail-on", "never");
    const said = JSON.parse(
      seamwork(folder, "readiness", "prds", "--format", "json", "--today", today).out,
    ) as { files: readonly { conversations: readonly { seam: string; code: string | null }[] }[] };
    // Of other documents than PRDs readiness says nothing; theirs are the problems of check here.
    const others = report.files.filter(({ kind }) => kind !== "prd").flatMap(({ problems }) => problems);
    const prds = report.files.filter(({ kind }) => kind === "prd").flatMap(({ problems }) => problems);
    const conversations = said.files.flatMap((file) => file.conversations);
    assert.equal(conversations.length, prds.length);
    for (const { seam, open } of found[0]?.seams ?? [])
      assert.equal(open, [...conversations, ...others].filter((one) => one.seam === seam).length, seam);
  });

  it("writes one page that loads and runs nothing, with each chart in words and as a table too", () => {
    const folder = folderWith(team);
    repository(folder);
    commit(folder, "2026-08-01", {});
    commit(folder, "2026-08-10", { "prds/b.md": prd.replace("PRD-1", "PRD-2") });
    const { code, out } = seamwork(folder, "board", "--format", "html", "--today", today);
    assert.equal(code, 0);
    assert.match(out, /^<!doctype html>\n<html lang="en">/);
    assert.match(out, /default-src 'none'/);
    assert.doesNotMatch(out, /<script|<link|\ssrc=|\sstyle="|\son\w+="/);
    assert.deepEqual(
      [...out.matchAll(/url\(([^)]*)/g)].filter(([, target]) => !/^#b0-\w+$/.test(target ?? "")),
      [],
    );
    const pictures = [...out.matchAll(/<svg viewBox[^>]*role="img" aria-labelledby="(\S+) (\S+)">/g)];
    assert.ok(pictures.length >= 6, `${pictures.length} pictures`);
    for (const [, name, words] of pictures) {
      assert.match(out, new RegExp(`<title id="${name}">[^<]+</title><desc id="${words}">[^<]+</desc>`));
    }
    const ids = [...out.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(out.split("<table>").length > 6);
    assert.match(out, /href="\.\/prds\/a\.md#L\d+"/);
  });

  it("keeps whatever a document says as text, and all paths as paths", () => {
    const bad = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)> "' \u202e\u05d0 👩‍👩‍👧‍👦`;
    const path = `javascript:alert(1)/"><b>&.md`;
    const folder = folderWith({
      [path]: prd
        .replace("Filter exports by date\n", `${JSON.stringify(bad)}\n`)
        .replace("who goes first", bad)
        .replace("2026-Q3", JSON.stringify(bad)),
      "cycles/q.md": cycle
        .replace("cycle: 2026-Q3", `cycle: ${JSON.stringify(bad)}`)
        .replace("| PRD-1 |", `| ${bad} |`),
    });
    for (const format of ["html", "markdown", "json"]) {
      const { code, out, err } = seamwork(folder, "board", "--format", format, "--today", today);
      assert.equal(code, 0, err);
      if (format === "html") {
        assert.doesNotMatch(out, /<script|<img|href="(?!\.\/)/i);
        assert.equal(out.split("</style>").length, 2);
        assert.ok(out.includes("👩‍👩‍👧‍👦"));
        assert.ok(out.includes(`href="./javascript%3Aalert(1)/%22%3E%3Cb%3E%26.md#L`), "the path");
      } else if (format === "markdown") {
        assert.doesNotMatch(out, /(?<!\\)<script/);
        assert.doesNotMatch(out, /\]\((?!\.\/)/);
      }
    }
  });

  it("is markdown for a message unless something else is asked for", () => {
    const { out } = seamwork(folderWith(team), "board", "--today", today);
    assert.match(out, /^# Board, 2026-08-20\n/);
    for (const part of ["Seams", "Cycles", "Disagreements", "Pairs", "Cadences", "Retros", "PRDs"])
      assert.ok(out.includes(`\n## ${part}\n`), part);
    assert.match(out, /This is not a git repository, so there is no trend\./);
  });

  it("says so where there is nothing", () => {
    const folder = folderWith({ "a.md": "# Notes\n" });
    assert.match(seamwork(folder, "board").out, /^There are no PRDs here yet\.\n$/);
    assert.match(seamwork(folder, "board", "--format", "html").out, /No PRDs here/);
    assert.deepEqual(boards(folder).boards, []);
  });

  it("makes a board for each team, each with a trend of its own", () => {
    const folder = folderWith({});
    repository(folder);
    commit(folder, "2026-08-01", {
      "seamwork.yaml": "version: 1\n",
      "prds/a.md": prd,
      "other/seamwork.yaml": 'version: 1\nrules: { PRD107: "off" }\n',
      "other/prds/b.md": prd,
      "other/prds/c.md": prd.replace("PRD-1", "PRD-3"),
    });
    const { boards: found } = boards(folder);
    assert.deepEqual(
      found.map(({ team, documents }) => [team, documents.prds]),
      [
        [".", 1],
        ["other", 2],
      ],
    );
    for (const { seams, trend, documents } of found) {
      const last = trend !== undefined && "points" in trend ? trend.points.at(-1) : undefined;
      assert.equal(last?.documents, documents.prds);
      assert.deepEqual(last?.open, Object.fromEntries(seams.map(({ seam, open }) => [seam, open])));
    }
  });

  it("says the same from its cache, and anew when a document changed", () => {
    const folder = folderWith({ ...team, "package.json": "{}", "node_modules/.keep": "" });
    const first = boards(folder);
    assert.deepEqual(boards(folder), first);
    const kept = readdirSync(join(folder, "node_modules/.cache/seamwork"));
    assert.equal(kept.filter((name) => name.startsWith("board-")).length, 1);
    writeFileSync(
      join(folder, "prds/a.md"),
      prd.replace("who goes first.", "who goes first. Resolved 2026-08-10: she."),
    );
    const after = boards(folder);
    assert.deepEqual(
      [after.boards[0]?.disagreements.open, after.boards[0]?.disagreements.settledAtTier1],
      [0, 1],
    );
  });

  it("names files that it cannot read, shows the rest, and ends with 2", () => {
    const folder = folderWith({
      ...team,
      "prds/broken.md": new Uint8Array([45, 45, 45, 10, 112, 114, 100, 58, 0xff, 10, 45, 45, 45, 10]),
    });
    const { code, out, err } = seamwork(folder, "board", "--format", "json", "--today", today);
    assert.equal(code, 2);
    assert.match(err, /^prds\/broken\.md: not read/);
    assert.equal((JSON.parse(out) as Printed).boards[0]?.documents.prds, 1);
  });

  it("refuses a format that it does not have", () => {
    const { code, err } = seamwork(folderWith({}), "board", "--format", "pdf");
    assert.equal(code, 2);
    assert.match(err, /html, markdown, json/);
  });
});
