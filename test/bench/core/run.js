/**
 * `npm run bench:core -- FOLDER… [--smoke]`: Seamwork's core beside markdownlint and remark-lint, on adopted copies of
 * the markdown in the folders and those in them (the project's own PRDs when none is named).
 *
 * Each figure is the median over rounds in which every tool has a new process, one after the other, so that a ratio
 * holds when the machine's speed drifts. `--smoke` runs one round, to see that everything works.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { buildAll, fieldInContext } from "../../../esbuild.js";
import { out, root } from "../../run/paths.js";
import { runQuietly } from "../../run/process.js";

const here = join(root, "test/bench/core");
const args = process.argv.slice(2);
const smoke = args.includes("--smoke");
const named = args.filter((arg) => !arg.startsWith("--")).map((arg) => resolve(arg));
const folders =
  named.length > 0 ? named : [join(root, "docs/example/prds"), join(root, "test/fixtures/prds")];
const rounds = smoke ? 1 : 7;

if (!existsSync(join(here, "node_modules/markdownlint"))) await runQuietly("npm", ["ci"], { cwd: here });
const bundles = join(out, "bench");
await build({
  absWorkingDir: root,
  entryPoints: ["measure", "adopted"].map((name) => join(here, `${name}.ts`)),
  outdir: bundles,
  bundle: true,
  minify: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  plugins: [fieldInContext],
  outExtension: { ".js": ".mjs" },
  // CommonJS packages ask for Node's modules by `require`.
  banner: {
    js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
const dist = join(bundles, "dist");
const sizes = await buildAll({ folder: dist, dev: false });

const work = await mkdtemp(join(tmpdir(), "seamwork-bench-"));
try {
  await mkdir(join(work, "adopted"));
  node(join(bundles, "adopted.mjs"), work, ...folders);
  const files = await readdir(join(work, "adopted"));
  console.log(
    `${files.length} PRDs, ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, ${rounds} rounds\n`,
  );

  const tools = ["seamwork", "markdownlint", "remark-lint", "remark-lint, bare"];
  /** @type {Record<string, { first: number, warm: number }[]>} */
  const passes = Object.fromEntries(tools.map((tool) => [tool, []]));
  for (let round = 0; round < rounds; round++)
    for (const tool of tools) passes[tool]?.push(measure("passes", tool, join(work, "adopted")));
  const [ours = [], mdl = [], rl = [], bare = []] = tools.map((tool) => passes[tool]);
  for (const [when, key, limits] of /** @type {const} */ ([
    ["first pass", "first", [1.1, 1.1]],
    ["warm", "warm", [0.5, 0.8]],
  ])) {
    const own = median(ours.map((one) => one[key]));
    console.log(`check of all, CPU, ${when}: ${own.toFixed(0)} ms`);
    row(
      `of markdownlint (${median(mdl.map((one) => one[key])).toFixed(0)} ms)`,
      ratio(ours, mdl, key),
      limits[0],
    );
    row(
      `of remark-lint (${median(rl.map((one) => one[key])).toFixed(0)} ms)`,
      ratio(ours, rl, key),
      limits[1],
    );
    const alone = median(bare.map((one) => one[key])).toFixed(0);
    console.log(
      `  ${ratio(ours, bare, key).toFixed(3)} × of remark-lint without frontmatter and GFM (${alone} ms)`,
    );
  }

  const keys2 = [];
  const keys10 = [];
  const cpu10 = [];
  const whole = [];
  for (let round = 0; round < rounds; round++) {
    keys2.push(measure("keystrokes", "seamwork", join(work, "2000.md")).p95);
    whole.push(measure("runs", "markdownlint", join(work, "2000.md")).p50);
    const long = measure("keystrokes", "seamwork", join(work, "10000.md"));
    keys10.push(long.p95);
    cpu10.push(long.cpu);
  }
  console.log(`keystroke in 2,000 lines, p95: ${median(keys2).toFixed(2)} ms`);
  row(
    `of markdownlint (${median(whole).toFixed(0)} ms)`,
    median(keys2.map((key, i) => key / whole[i])),
    0.06,
  );
  console.log(
    `keystroke in 10,000 lines, p95: ${median(keys10).toFixed(2)} ms (to reach: 16 ms on a quiet machine), ` +
      `CPU, p50: ${median(cpu10).toFixed(2)} ms`,
  );

  const prints = [];
  for (let round = 0; round < rounds; round++)
    prints.push(measure("fingerprints", "seamwork", join(work, "10000.md")));
  console.log(
    `fingerprints of 300 requirements: first ${median(prints.map(({ first }) => first)).toFixed(1)} ms, ` +
      `warm ${median(prints.map(({ p50 }) => p50)).toFixed(1)} ms (to reach: 20 ms)`,
  );

  const panels = [];
  for (let round = 0; round < rounds; round++)
    panels.push(measure("panel", "seamwork", join(work, "10000.md")));
  console.log(
    `the panel's message after a keystroke, 300 requirements: p50 ${median(panels.map(({ p50 }) => p50)).toFixed(1)} ms, ` +
      `p95 ${median(panels.map(({ p95 }) => p95)).toFixed(1)} ms beyond the check (to reach: 50 ms), ${(panels[0]?.units / 1000).toFixed(0)} KB`,
  );

  const cli = await commandLine(work, smoke ? 100 : 1000);
  console.log(
    `seamwork check on ${cli.count} PRDs, CPU: first ${cli.first.toFixed(0)} ms, again ${cli.second.toFixed(0)} ms`,
  );
  row("of the first", cli.second / cli.first, 0.2);
  for (const [name, bytes] of Object.entries(sizes))
    console.log(`dist/${name}: ${(bytes / 1024).toFixed(0)} KB`);
} finally {
  await rm(work, { recursive: true, force: true });
}

/** @param {string} label @param {number} value @param {number} limit */
function row(label, value, limit) {
  console.log(`  ${value.toFixed(3)} × ${label}, to reach ≤ ${limit}${value <= limit ? "" : "  ← above"}`);
}

/** Median of the rounds' ratios. @param {any[]} a @param {any[]} b @param {string} key */
function ratio(a, b, key) {
  return median(a.map((one, i) => one[key] / b[i][key]));
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** @param {string} what @param {string} tool @param {string} argument */
function measure(what, tool, argument) {
  return JSON.parse(node(join(bundles, "measure.mjs"), what, tool, argument));
}

/** @param {string[]} command */
function node(...command) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(`node ${command.join(" ")} failed:\n${stderr}`);
  return stdout;
}

/** CPU of whole processes of the command line, with an empty cache and again. @param {string} folder @param {number} count */
async function commandLine(folder, count) {
  const prds = join(folder, "many");
  await mkdir(join(prds, "prds"), { recursive: true });
  const sources = await readdir(join(folder, "adopted"));
  for (let n = 0; n < count; n++) {
    const text = await readFile(join(folder, "adopted", sources[n % sources.length] ?? ""), "utf8");
    const unique = text.replace(/^prd: .*$/m, `prd: MANY-${n + 1}`) + `\nNumber ${n}.\n`;
    await writeFile(join(prds, "prds", `many-${n}.md`), unique);
  }
  const cache = join(folder, "cache");
  const check = () => {
    // The kernel accounts a finished child's CPU; bash's `times` prints it for the shell and its children.
    const script = `"$0" "$1" check . --cache-dir "$2" --fail-on never --today 2026-08-01 --format json >/dev/null; times`;
    const { stdout, status, stderr } = spawnSync(
      "bash",
      ["-c", script, process.execPath, join(dist, "cli.js"), cache],
      {
        cwd: prds,
        encoding: "utf8",
      },
    );
    if (status !== 0) throw new Error(stderr);
    const spent = [...(stdout.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
    return spent.reduce(
      (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
      0,
    );
  };
  const first = [];
  const second = [];
  for (let round = 0; round < (smoke ? 1 : 3); round++) {
    await rm(cache, { recursive: true, force: true });
    first.push(check());
    second.push(check());
  }
  if (!(await stat(cache)).isDirectory()) throw new Error("The command line kept no cache.");
  return { count, first: median(first), second: median(second) };
}
