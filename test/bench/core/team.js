/**
 * `node test/bench/core/team.js [--smoke]`: the board and the trend of a team with 1,000 PRDs, 20 cycles and 500 commits
 * of as many days, beside a check of the same folder. The team is made up from the example workspace.
 *
 * Times are of whole processes, by the clock and of their CPU; the board and the check are compared by CPU; `--smoke` takes a tenth of everything, once.
 */
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buildAll } from "../../../esbuild.js";
import { root } from "../../run/paths.js";

const smoke = process.argv.includes("--smoke");
const [prds, cycles, commits, rounds] = smoke ? [100, 4, 50, 1] : [1000, 20, 500, 3];
const today = "2026-11-20";

const work = await mkdtemp(join(tmpdir(), "seamwork-team-bench-"));
try {
  const dist = join(work, "dist");
  await buildAll({ folder: dist, dev: false, names: ["cli.js"] });
  await writeFile(join(dist, "package.json"), '{"type":"module"}');
  const team = join(work, "team");
  await mkdir(team);
  const files = await teamFiles();
  makeHistory(team, files);
  const cache = join(work, "cache");
  const seamwork = (/** @type {string[]} */ ...args) => {
    const started = performance.now();
    // The kernel accounts a finished child's CPU; bash's `times` prints it for the shell and its children.
    const script = 'out="$1"; shift; "$0" "$@" > "$out"; code=$?; times; exit $code';
    const out = join(work, "out");
    const { status, stdout, stderr } = spawnSync(
      "bash",
      [
        "-c",
        script,
        process.execPath,
        out,
        join(dist, "cli.js"),
        ...args,
        "--today",
        today,
        "--cache-dir",
        cache,
      ],
      { cwd: team, encoding: "utf8" },
    );
    if (status !== 0) throw new Error(`seamwork ${args.join(" ")} failed:\n${stderr}`);
    const ms = performance.now() - started;
    const spent = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
    const cpu = spent.reduce(
      (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
      0,
    );
    return { ms, cpu, out };
  };
  const check = () => seamwork("check", "--fail-on", "never", "--format", "json");
  const board = () => seamwork("board", "--format", "html");
  const trend = () => seamwork("trend", "--since", `${commits + 30}d`, "--format", "json");
  console.log(
    `${prds} PRDs, ${cycles} cycles, ${commits} commits; ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}\n`,
  );

  const first = trend();
  const points = JSON.parse(await readFile(first.out, "utf8")).points.length;
  row(`trend over ${points} days, the first time`, first, 60_000);
  commitOne(team, files);
  row("trend after one more commit", trend(), 3000);
  row("trend, nothing new", trend(), 3000);

  /** @type {number[][]} */
  const [cold, warm] = [[], []];
  for (let round = 0; round < rounds; round++) {
    await forget(cache, "check-");
    await forget(cache, "board-");
    cold.push([check().cpu, board().cpu]);
    warm.push([check().cpu, board().cpu]);
  }
  for (const [when, pairs] of /** @type {const} */ ([
    ["nothing remembered", cold],
    ["everything remembered", warm],
  ])) {
    const ratio = median(pairs.map(([one = 0, two = 0]) => two / one));
    const [checked, made] = [0, 1].map((at) => median(pairs.map((pair) => pair[at] ?? 0)));
    console.log(
      `board beside check, ${when}: ${made?.toFixed(0)} ms beside ${checked?.toFixed(0)} ms, ${ratio.toFixed(2)} × (to reach: 2)${ratio <= 2 ? "" : "  ← above"}`,
    );
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

/** @param {string} what @param {{ ms: number, cpu: number }} took @param {number} limit */
function row(what, { ms, cpu }, limit) {
  console.log(
    `${what}: ${(ms / 1000).toFixed(2)} s, ${(cpu / 1000).toFixed(2)} s of CPU (to reach: ${limit / 1000} s)${ms <= limit ? "" : "  ← above"}`,
  );
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {string} folder @param {string} prefix */
async function forget(folder, prefix) {
  for (const name of await readdir(folder)) if (name.startsWith(prefix)) await rm(join(folder, name));
}

/** Files by path: the example's PRDs again and again with ids of their own, cycles, and the team's data. */
async function teamFiles() {
  const example = join(root, "docs/example");
  const names = (await readdir(join(example, "prds"))).filter((name) => name.endsWith(".md")).sort();
  const sources = await Promise.all(names.map((name) => readFile(join(example, "prds", name), "utf8")));
  const headed = sources.filter((source) => /^prd: /m.test(source));
  /** @type {Map<string, string>} */
  const files = new Map();
  files.set("seamwork.yaml", await readFile(join(example, "seamwork.yaml"), "utf8"));
  for (let n = 1; n <= prds; n++) {
    const cycle = (n % cycles) + 1;
    const source = (headed[n % headed.length] ?? "").replace(/^prd: .*$/m, `prd: MANY-${n}`);
    const text = source.replace(/^cycle: .*\n/m, "").replace(/^status: /m, `cycle: C-${cycle}\nstatus: `);
    files.set(`prds/many-${n}.prd.md`, `${text}\nNumber ${n}.\n`);
  }
  for (let n = 1; n <= cycles; n++) files.set(`cycles/C-${n}.md`, cycleText(n));
  return files;
}

/** @param {number} n */
function cycleText(n) {
  const [from, to] = [dayAt(n * 25), dayAt(n * 25 + 24)];
  const weeklies = Array.from(
    { length: 12 },
    (_, week) => `- ${dayAt(n * 25 + 2 * week)} weekly @nadia @priya, 20 min`,
  );
  return `---
cycle: C-${n}
schema: cycle/1
from: ${from}
to: ${to}
capacity: 120w
product: 60
health: 25
ops: 15
---

# C-${n}

## Agreement

- **Agreed** @nadia, ${dayAt(n * 25 - 3)} \`p60 h25 o15\`
- **Agreed** @priya, ${dayAt(n * 25 - 3)} \`p60 h25 o15\`
- **Gave up** @nadia: receipts by post.
- **Gave up** @priya: the new queue.

## Work

| Item         | Bucket | Effort | Who    |
| ------------ | ------ | ------ | ------ |
| The database | health | 4w     | @priya |
| Alarms       | ops    | 3w     | @wei   |

## Pairs

| Item    | PM     | Engineer | Since      | Hold until |
| ------- | ------ | -------- | ---------- | ---------- |
| MANY-${n} | @nadia | @priya   | ${from} |            |
| MANY-${n + 1} | @tomas | @wei     | ${from} |            |

## Disagreements

- **D1** tier 1 (trade-off), @nadia and @priya, ${from}: two teams need one person. Resolved ${to}: half of the time each.

## Cadence

${weeklies.join("\n")}
- ${from} managers @ruth @olek, 45 min
`;
}

/** @param {number} days */
function dayAt(days) {
  return new Date(Date.UTC(2025, 5, 20) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Everything in the first commit; each further day changes three PRDs and a cycle. @param {string} folder @param {Map<string, string>} files */
function makeHistory(folder, files) {
  git(folder, "init", "-q", "-b", "main");
  const lines = [];
  for (let n = 0; n < commits; n++) {
    const day = Date.UTC(2026, 10, 20, 9) / 1000 - (commits - n) * 86_400;
    const changed = n === 0 ? [...files.keys()] : changedOn(n);
    for (const path of n === 0 ? [] : changed) files.set(path, `${files.get(path)}\nOn day ${n}.\n`);
    lines.push(`commit refs/heads/main\ncommitter Bench <bench@example.com> ${day} +0000\ndata 3\nday\n`);
    for (const path of changed) {
      const text = files.get(path) ?? "";
      lines.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`);
    }
  }
  const { status, stderr } = spawnSync("git", ["fast-import", "--quiet"], {
    cwd: folder,
    input: lines.join(""),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  git(folder, "checkout", "-q", "-f", "main");
}

/** @param {number} n */
function changedOn(n) {
  const changed = [7, 11, 13].map((step) => `prds/many-${((n * step) % prds) + 1}.prd.md`);
  return [...new Set([...changed, `cycles/C-${(n % cycles) + 1}.md`])];
}

/** @param {string} folder @param {Map<string, string>} files */
function commitOne(folder, files) {
  const path = "prds/many-5.prd.md";
  spawnSync(process.execPath, [
    "-e",
    `require("fs").appendFileSync(process.argv[1], "\\nOne more.\\n")`,
    join(folder, path),
  ]);
  git(
    folder,
    "-c",
    "user.name=Bench",
    "-c",
    "user.email=bench@example.com",
    "commit",
    "-q",
    "-am",
    `more in ${dirname(path)}`,
  );
  files.set(path, `${files.get(path)}\nOne more.\n`);
}

/** @param {string} folder @param {string[]} args */
function git(folder, ...args) {
  const date = "2026-11-20T12:00:00Z";
  const env = { ...process.env, GIT_CONFIG_NOSYSTEM: "1", GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const { status, stderr } = spawnSync("git", args, { cwd: folder, encoding: "utf8", env });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
}
