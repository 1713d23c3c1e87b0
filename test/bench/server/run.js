/**
 * `npm run bench:server -- [SCENARIO…] [--smoke]`: Seamwork's server beside the reference y-websocket server, Hocuspocus
 * and a relay that only passes messages on.
 *
 * Each server runs in a process of its own and its people in another one. In each round every server is started anew, one
 * after the other, so that a ratio holds when the machine's speed drifts; each figure is the median over the rounds.
 * `--smoke` runs one small round, to see that everything works.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { buildAll } from "../../../esbuild.js";
import { out, root } from "../../run/paths.js";
import { runQuietly } from "../../run/process.js";

const here = join(root, "test/bench/server");
const args = process.argv.slice(2);
const smoke = args.includes("--smoke");
const chosen = args.filter((arg) => !arg.startsWith("--"));
const rounds = smoke ? 1 : 3;

if (!existsSync(join(here, "node_modules/@hocuspocus/server")))
  await runQuietly("npm", ["ci"], { cwd: here });
const bundles = join(out, "bench-server");
await build({
  absWorkingDir: root,
  entryPoints: [join(here, "measure.ts")],
  outfile: join(bundles, "measure.mjs"),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
});
await buildAll({ folder: join(bundles, "dist"), dev: false, names: ["server.js"] });

const everyone = ["seamwork", "reference", "hocuspocus", "relay"];

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}, rounds: ${rounds}`,
);

await scenario("rooms", "300 rooms × 4 readers, 10 keys a second each: server CPU per 100,000 deliveries", {
  servers: everyone,
  size: { rooms: 300, readers: 4, rate: 10, warm: 20, keys: 84 },
  small: { rooms: 10, readers: 4, rate: 50, warm: 5, keys: 20 },
  print(figures) {
    beside(figures, "cpu", 2, "s");
    goal(ratio(figures, "cpu", "reference"), "≤", 1, "× the reference, without any store");
    goal(ratio(figures, "cpu", "hocuspocus"), "≤", 1, "× Hocuspocus");
    goal(ratio(figures, "cpu", "relay"), "", undefined, "× the relay");
    beside(figures, "p99", 1, "ms", "a key to a reader, p99");
  },
});
await scenario(
  "presence",
  "1 room × 100 readers, everybody's caret moves once a second: CPU per 100,000 deliveries",
  {
    servers: everyone,
    size: { readers: 100, rate: 10, warm: 30, keys: 100 },
    small: { readers: 20, rate: 50, warm: 5, keys: 20 },
    print(figures) {
      beside(figures, "cpu", 2, "s");
      goal(ratio(figures, "cpu", "reference"), "≤", 1, "× the reference");
      goal(ratio(figures, "cpu", "hocuspocus"), "≤", 1, "× Hocuspocus");
      goal(ratio(figures, "cpu", "relay"), "", undefined, "× the relay");
      beside(figures, "p99", 1, "ms", "a key to a reader, p99");
      goal(ratio(figures, "p99", "relay"), "≤", 3, "× the relay's p99");
    },
  },
);
await scenario(
  "durable",
  "390 rooms × 4 readers, each writer waits until its key is on disk: such keys a second",
  {
    servers: ["seamwork"],
    size: { rooms: 390, readers: 4, keys: 100 },
    small: { rooms: 10, readers: 4, keys: 20 },
    print(figures) {
      goal(middle(figures, "seamwork", "perSecond"), "≥", 5000, "a second", 0);
      beside(figures, "perCpu", 0, "for each second of processor time");
      beside(figures, "p50", 1, "ms", "until a key is on disk, p50");
      beside(figures, "p99", 1, "ms", "until a key is on disk, p99");
    },
  },
);
await scenario(
  "cold",
  "a document of 100 KB and 100,000 edits that nobody has open: until its text is there",
  {
    servers: ["seamwork", "relay"],
    size: { rooms: 5, edits: 100_000 },
    small: { rooms: 1, edits: 2000 },
    print(figures) {
      beside(
        figures,
        "ms",
        1,
        "ms",
        `${middle(figures, "relay", "kilobytes").toFixed(0)} KB as Yjs keeps it`,
      );
      goal(
        median(pairs(figures, "ms", "relay").map(([ours, theirs]) => ours - theirs)),
        "≤",
        50,
        "ms beyond the relay",
        1,
      );
    },
  },
);
await scenario(
  "reconnects",
  "2,000 reconnects over 200 rooms at once, ours with nothing but its disk: until everybody is in sync",
  {
    servers: everyone,
    size: { rooms: 200, each: 10 },
    small: { rooms: 10, each: 5 },
    print(figures, { rooms = 0 }) {
      beside(figures, "seconds", 2, "s");
      goal(middle(figures, "seamwork", "seconds"), "≤", 2, "s");
      beside(figures, "cpu", 2, "s", "server CPU");
      const most = Math.max(...(figures["seamwork"] ?? []).map(({ loads = Number.NaN }) => loads));
      goal(most, "≤", rooms, `loads of ${rooms} rooms`, 0);
      if (most !== rooms) process.exitCode = 1;
    },
  },
);
await scenario("memory", "an idle open room of 20 KB with one person in it: memory of the whole process", {
  servers: ["seamwork", "reference", "hocuspocus"],
  size: { rooms: 1000 },
  small: { rooms: 50 },
  print(figures) {
    beside(figures, "rss", 0, "KB");
    beside(figures, "heap", 0, "KB", "of that JavaScript's heap and its buffers");
    goal(middle(figures, "seamwork", "rss"), "≤", 150, "KB", 0);
  },
});

/**
 * @typedef {Record<string, number>} Figures what one run of a scenario found
 * @typedef {Record<string, Figures[]>} All by server, one for each round
 */

/**
 * @param {string} name
 * @param {string} title
 * @param {{ servers: string[], size: Figures, small: Figures, print: (figures: All, size: Figures) => void }} what
 */
async function scenario(name, title, { servers, size, small, print }) {
  if (chosen.length > 0 && !chosen.includes(name)) return;
  /** @type {All} */
  const figures = Object.fromEntries(servers.map((server) => [server, []]));
  const chosenSize = smoke ? small : size;
  for (let round = 0; round < rounds; round++)
    for (const [n] of servers.entries()) {
      const server = servers[(n + round) % servers.length] ?? "";
      figures[server]?.push(await measure(name, server, chosenSize));
    }
  console.log(`\n${title}${smoke ? ` (smoke: ${JSON.stringify(small)})` : ""}`);
  print(figures, chosenSize);
}

/** @param {string} name @param {string} server @param {Figures} size @returns {Promise<Figures>} */
async function measure(name, server, size) {
  const folder = await mkdtemp(join(tmpdir(), "seamwork-bench-"));
  const command = [join(bundles, "measure.mjs"), name, server, folder, join(here, "serve.js")];
  command.push(join(bundles, "dist/server.js"), JSON.stringify(size));
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${name} with ${server} failed:\n${stdout}${stderr}`);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One line with every server's figure. @param {All} figures @param {string} key @param {number} digits @param {string} unit @param {string} [label] */
function beside(figures, key, digits, unit, label) {
  const line = Object.keys(figures)
    .map((server) => `${server} ${middle(figures, server, key).toFixed(digits)} ${unit}`)
    .join(" · ");
  console.log(`  ${label === undefined ? "" : `${label}: `}${line}`);
}

/** @param {number} value @param {"≤" | "≥" | ""} sign @param {number | undefined} limit @param {string} unit @param {number} [digits] */
function goal(value, sign, limit, unit, digits = 2) {
  const reached = limit === undefined || (sign === "≤" ? value <= limit : value >= limit);
  // A small round is no measure of anything.
  const aim = limit === undefined || smoke ? "" : `, to reach ${sign} ${limit}${reached ? "" : "  ← missed"}`;
  console.log(`  → ${value.toFixed(digits)} ${unit}${aim}`);
}

/** Ours and another's figure of each round. @param {All} figures @param {string} key @param {string} other @returns {[number, number][]} */
function pairs(figures, key, other) {
  return (figures["seamwork"] ?? []).map((ours, round) => [
    ours[key] ?? Number.NaN,
    figures[other]?.[round]?.[key] ?? Number.NaN,
  ]);
}

/** @param {All} figures @param {string} key @param {string} other */
function ratio(figures, key, other) {
  return median(pairs(figures, key, other).map(([ours, theirs]) => ours / theirs));
}

/** @param {All} figures @param {string} server @param {string} key */
function middle(figures, server, key) {
  return median((figures[server] ?? []).map((one) => one[key] ?? Number.NaN));
}

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
