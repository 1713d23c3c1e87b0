/**
 * `npm run test:mutation`: puts deliberate bugs into the product, one at a time, and counts how many of them a test notices.
 *
 *   --seed N      which ones are drawn (1)
 *   --count N     how many (300)
 *   --only PATH   of files below this folder, or of one file; can stand more than once
 *   --again       tries again only what survived the last run of this draw, for who has written tests since
 *   --seconds N   how much of the tests' own time a mutant is met by, and how long a property is tried (60)
 *   --workers N   how many processes at a time (1); they are as nice as can be
 *
 * Ends with 1 when less than 80% were noticed. Run once more after an interruption it goes on; when a file has changed it
 * begins anew. A first look with --seconds 5 and then --again takes less time. All it writes is in out/mutation, report.md among it.
 *
 * Mutants are made by Stryker's instrumenter, used as a library. Its own runner would do for unit tests, but it runs every
 * mutant of the files that it is given and draws none by a seed, and it tells no process that tests start which one is on:
 * nothing of src/cli would ever be noticed. With the instrumenter all drawn mutants are in one copy of the product behind
 * a switch in the environment, so it is bundled once.
 *
 * Each test file runs alone without a mutant first, to see which test comes by which mutant and how long it takes. Then a
 * mutant is met by the tests that come by it, quick ones first, until one fails or the seconds are over: with every
 * long property test in it this were a day's work. What no test comes by has survived. A test that fails without any mutant in the copy counts for nothing.
 */
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../run/paths.js";
import { runQuietly } from "../run/process.js";

/**
 * @typedef {import("./draw.js").Drawn} Drawn
 * @typedef {{ layer: string, bundle: string, test: string, print: string, tests: Timed[], reached: import("./play.js").Reached, fails: number[] }} Clean
 *   a test file as it ran without a mutant
 * @typedef {{ title: string, ms: number }} Timed
 * @typedef {{ verdict: "killed" | "timed out" | "survived" | "not reached", by: string, ms: number, left: number }} Result
 *   `left` is how many tests were too long to be run
 * @typedef {{ print: string, product: string, draw: string, drawn: Drawn[], of: number, clean: Clean[], results: Record<string, Result> }} State
 */

/** The share that must be killed. */
const ENOUGH = 0.8;
/** Which layers of tests a mutant of a folder must fear. @type {[folder: string, layers: string[]][]} */
const LAYERS = [
  ["src/core/", ["unit"]],
  ["src/collab/", ["unit", "server"]],
  ["src/cli/", ["unit", "cli"]],
  ["server/", ["unit", "server"]],
];
/** About the sources as they are written and packed, not about what they do. */
const NOT_ABOUT_BEHAVIOUR = [
  "test/unit/bundle.test.ts",
  "test/unit/dependency-rule.test.ts",
  "test/unit/lock-file.test.ts",
  "test/server/package.test.ts",
];

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "300" },
    only: { type: "string", multiple: true, default: [] },
    again: { type: "boolean", default: false },
    seconds: { type: "string", default: "60" },
    workers: { type: "string", default: "1" },
  },
});
const count = Number(values.count);
const only = values.only.map((path) => path.replace(/^\.\//, "").replace(/\/$/, ""));

setPriority(constants.priority.PRIORITY_LOW);
const here = join(root, "test/mutation");
if (!existsSync(join(here, "node_modules/@stryker-mutator/instrumenter")))
  await runQuietly("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here });
const { draw, nameOf } = await import("./draw.js");
const { bundle, fingerprintOf, plant, projectFiles, testOf } = await import("./tree.js");
const { endAll, play } = await import("./process.js");
const { report } = await import("./report.js");

const folder = join(realpathSync(root), "out/mutation");
const tree = join(folder, "tree");
const temporary = join(folder, "temporary");
const stateFile = join(folder, "state.json");
mkdirSync(folder, { recursive: true });
rmSync(temporary, { recursive: true, force: true });
mkdirSync(temporary);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
  process.on(signal, () => {
    endAll();
    console.log("\nInterrupted. The same command goes on from here.");
    process.exit(130);
  });

const paths = projectFiles();
const state = await begin();
const keep = () => writeFileSync(stateFile, JSON.stringify(state));
keep();
const layers = [...new Set(state.drawn.flatMap(({ path }) => layersOf(path)))];
const ids = await plant(tree, paths, state.drawn);
const { bundles, programs } = await bundle(tree, layers);
const where = { tree, temporary, programs };
/** Tests that failed with a mutant, and once more without. */
const unsteady = new Set();
let orders = 0;
const drawing = { seed: join(tree, "test/run/seed.js"), seconds: Number(values.seconds) };

await runClean();
await meetAll();

const figures = report({
  file: join(folder, "report.md"),
  command: `npm run test:mutation -- --seed ${values.seed} --count ${count}${only.map((path) => ` --only ${path}`).join("")}`,
  state,
  reasons: JSON.parse(readFileSync(join(here, "equivalent.json"), "utf8")),
  nameOf,
});
rmSync(temporary, { recursive: true, force: true });
console.log(
  `\n${figures.killed} of ${figures.all} killed: ${(figures.share * 100).toFixed(1)}%. ${join(folder, "report.md")} lists the others.`,
);
process.exitCode = figures.share >= ENOUGH ? 0 : 1;

/** @returns {Promise<State>} where the last run stopped, or the beginning of a new one */
async function begin() {
  const print = fingerprintOf(paths);
  // What a test came by stays true when only other tests have changed.
  const product = fingerprintOf(
    paths.filter((path) => !path.endsWith(".test.ts") && !path.startsWith("test/fixtures/")),
  );
  const key = JSON.stringify([values.seed, count, only]);
  /** @type {State | undefined} */
  const last = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, "utf8")) : undefined;
  const same = last?.draw === key;
  if (same && last.product === product) {
    const clean = last.clean.filter(
      ({ test, print }) => paths.includes(test) && fingerprintOf([test]) === print,
    );
    const results = values.again ? killedOf(last.results) : last.print === print ? last.results : {};
    const done = Object.keys(results).length;
    if (done > 0) console.log(`Goes on after ${done} mutants.`);
    return { ...last, print, clean, results };
  }
  const sources = paths.filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      LAYERS.some(([layer]) => path.startsWith(layer)) &&
      (only.length === 0 || only.some((wanted) => path === wanted || path.startsWith(`${wanted}/`))),
  );
  console.log(`Looks for all mutants of ${sources.length} files …`);
  const { drawn, of } = await draw(root, sources, { seed: values.seed, count });
  if (drawn.length === 0) throw new Error("There is nothing to draw from.");
  console.log(`${drawn.length} of ${of} are drawn.`);
  return {
    print,
    product,
    draw: key,
    drawn,
    of,
    clean: [],
    results: same && values.again ? killedOf(last.results) : {},
  };
}

/** @param {Record<string, Result>} results */
function killedOf(results) {
  return Object.fromEntries(
    Object.entries(results).filter(([, { verdict }]) => verdict === "killed" || verdict === "timed out"),
  );
}

/** @param {string} path */
function layersOf(path) {
  return LAYERS.find(([layer]) => path.startsWith(layer))?.[1] ?? [];
}

/** Runs every test file alone, without a mutant. */
async function runClean() {
  const done = new Set(state.clean.map(({ bundle }) => bundle));
  const files = [...bundles]
    .flatMap(([layer, all]) => all.map((bundle) => ({ layer, bundle, test: testOf(tree, bundle) })))
    .filter(({ bundle, test }) => !done.has(bundle) && !NOT_ABOUT_BEHAVIOUR.includes(test));
  let nth = 0;
  await atATime(files, async ({ layer, bundle, test }) => {
    const outcome = await play(
      {
        files: [{ bundle, count: 0, tests: undefined }],
        bail: false,
        limits: {},
        reached: join(temporary, `reached-${++nth}`),
        ...drawing,
      },
      where,
    );
    const fails = outcome.ended.filter(({ ok }) => !ok).map(({ index }) => index);
    /** @type {Timed[]} */
    const tests = [];
    // Of a process what it works, whatever else the machine does; those that start others wait for them.
    for (const { index, title, ms, cpu } of outcome.ended)
      tests[index] = { title, ms: layer === "unit" ? cpu : ms };
    const reached = outcome.reached ?? { always: [], byTest: {} };
    if (outcome.kind === "hung" || outcome.kind === "died") tests.length = 0;
    state.clean.push({ layer, bundle, test, print: fingerprintOf([test]), tests, reached, fails });
    keep();
    const seconds = (tests.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1);
    const trouble =
      outcome.kind === "passed" ? "" : `  ${outcome.kind}: ${outcome.error ?? ""} (${fails.length} left out)`;
    console.log(`${counter(nth, files.length)}  ${test}  ${seconds} s${trouble}`);
  });
}

/** Lets every mutant meet the tests that come by it. */
async function meetAll() {
  const open = state.drawn.filter(({ key }) => !(key in state.results));
  let nth = state.drawn.length - open.length;
  await atATime(open, async (one) => {
    const began = performance.now();
    const result = await meet(one);
    const ms = performance.now() - began;
    state.results[one.key] = { ...result, ms };
    keep();
    console.log(
      `${counter(++nth, state.drawn.length)}  ${result.verdict.padEnd(11)}  ${one.path}:${one.line}  ${result.by}  ${(ms / 1000).toFixed(1)} s`,
    );
  });
}

/**
 * @param {Drawn} one
 * @returns {Promise<Omit<Result, "ms">>}
 */
async function meet(one) {
  const mutant = ids.get(one.key) ?? "";
  const { chosen, left } = testsFor(one.path, mutant);
  if (chosen.length === 0) return { verdict: "not reached", by: "", left };
  for (const part of parts(chosen)) {
    const { order, names } = orderOf(part);
    const outcome = await play(order, { ...where, mutant });
    if (outcome.kind === "passed") continue;
    const by = names.get(outcome.by ?? "") ?? "before the first test";
    if (outcome.kind === "hung") return { verdict: "timed out", by, left };
    const failed = part.find(({ bundle, index }) => `${bundle} ${index}` === outcome.by);
    // These wait for processes and sockets: on a busy machine one can fail without a mutant too.
    if (failed !== undefined && failed.layer !== "unit") {
      const alone = await play(orderOf([failed]).order, where);
      if (alone.kind !== "passed") {
        unsteady.add(outcome.by ?? "");
        return meet(one);
      }
    }
    return { verdict: "killed", by: `${by}: ${outcome.error ?? ""}`.slice(0, 300), left };
  }
  return { verdict: "survived", by: "", left };
}

/**
 * @typedef {{ layer: string, bundle: string, index: number, test: string, title: string, ms: number, count: number }} Chosen
 * @param {string} path of the mutant
 * @param {string} mutant
 * @returns {{ chosen: Chosen[], left: number }}
 */
function testsFor(path, mutant) {
  const wanted = layersOf(path);
  const all = state.clean
    .filter(({ layer }) => wanted.includes(layer))
    .flatMap(({ layer, bundle, test, tests, reached, fails }) => {
      const always = reached.always.includes(mutant);
      return (
        tests
          .map((timed, index) => ({ layer, bundle, index, test, count: tests.length, ...timed }))
          // What follows a hook that failed never ran.
          .filter(({ title }) => title !== undefined)
          .filter(
            ({ index }) =>
              !fails.includes(index) &&
              !unsteady.has(`${bundle} ${index}`) &&
              (always || (reached.byTest[index]?.includes(mutant) ?? false)),
          )
      );
    });
  all.sort((a, b) => a.ms - b.ms);
  let sum = 0;
  const chosen = all.filter(({ ms }) => (sum += ms) - ms < Number(values.seconds) * 1000);
  return { chosen, left: all.length - chosen.length };
}

/**
 * The quick ones first, in a process that has little to load: most mutants need no more.
 * @param {Chosen[]} chosen
 */
function parts(chosen) {
  const times = new Map();
  for (const { bundle, ms } of chosen) times.set(bundle, (times.get(bundle) ?? 0) + ms);
  const bundles = [...times].sort((a, b) => a[1] - b[1]).map(([bundle]) => bundle);
  const first = new Set(bundles.slice(0, 12));
  const inOrder = chosen.toSorted((a, b) => bundles.indexOf(a.bundle) - bundles.indexOf(b.bundle));
  return [
    inOrder.filter(({ bundle }) => first.has(bundle)),
    inOrder.filter(({ bundle }) => !first.has(bundle)),
  ].filter((part) => part.length > 0);
}

/** @param {Chosen[]} chosen */
function orderOf(chosen) {
  /** @type {Map<string, { bundle: string, count: number, tests: number[] }>} */
  const files = new Map();
  /** @type {Record<string, number>} */
  const limits = {};
  const names = new Map();
  for (const { bundle, index, count, ms, test, title } of chosen) {
    const file = files.get(bundle) ?? { bundle, count, tests: [] };
    file.tests.push(index);
    files.set(bundle, file);
    limits[`${bundle} ${index}`] = 60_000 + 20 * ms;
    names.set(`${bundle} ${index}`, `${test} ${title}`);
  }
  const reached = join(temporary, `order-${++orders}`);
  return { order: { files: [...files.values()], bail: true, limits, reached, ...drawing }, names };
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Promise<void>} work
 */
async function atATime(items, work) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: Number(values.workers) }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}

/** @param {number} nth @param {number} all */
function counter(nth, all) {
  return `${String(nth).padStart(String(all).length)}/${all}`;
}
