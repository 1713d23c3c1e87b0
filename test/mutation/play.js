/**
 * A process that runs some tests once, with the mutant on that the environment names, or with none. It is told which
 * tests, and tells what it does, one message for each step, because a mutant may keep it from ever telling the end.
 *
 * @typedef {object} Order
 * @property {{ bundle: string, count: number, tests: number[] | undefined }[]} files tests by their place in the file,
 *   since a mutant can change titles; `count` is how many there were without one. All where there are none given
 * @property {boolean} bail whether to end at the first failure
 * @property {Record<string, number>} limits milliseconds for a test, by bundle and place; without one, what the test says
 * @property {string} reached a folder for notes of what processes came by
 * @property {string} seed a module that makes property tests draw the same examples each time
 * @property {number} seconds how long a property test looks for a counterexample at most
 *
 * @typedef {{ bundle: string, index: number, title: string, ms: number, cpu: number, ok: boolean, error: string | undefined }} Ended
 * @typedef {{ begins: string } | { ended: Ended } | { hook: string, error: string } | { done: Reached }} Step
 * @typedef {{ always: string[], byTest: Record<string, string[]> }} Reached ids of mutants
 */
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import Mocha from "mocha";

/** @param {Step} step */
const tell = (step) => process.send?.(step);

/** @type {{ currentTestId?: string | undefined, mutantCoverage?: { static: object, perTest: Record<string, object> } }} */
const stryker = {};
Object.assign(globalThis, { __stryker__: stryker });

process.once("message", (order) => void play(/** @type {Order} */ (order)));
process.on("disconnect", () => process.exit(1));

/** @param {Order} order */
async function play({ files, bail, limits, reached, seed, seconds }) {
  await import(pathToFileURL(seed).href);
  fc.configureGlobal({ ...fc.readConfigureGlobal(), interruptAfterTimeLimit: seconds * 1000 });
  const mocha = new Mocha({ bail, timeout: 120_000, reporter: "dot" });
  for (const { bundle } of files) mocha.addFile(bundle);
  await mocha.loadFilesAsync();
  /** @type {Map<Mocha.Runnable, { bundle: string, index: number }>} */
  const places = new Map();
  const counts = new Map();
  mocha.suite.eachTest((/** @type {Mocha.Test} */ test) => {
    const bundle = test.file ?? "";
    const index = counts.get(bundle) ?? 0;
    counts.set(bundle, index + 1);
    places.set(test, { bundle, index });
    const limit = limits[`${bundle} ${index}`];
    if (limit !== undefined) test.timeout(Math.min(limit, test.timeout()));
  });
  const chosen = new Map(
    files.map(({ bundle, count, tests }) => [bundle, count === counts.get(bundle) ? tests : undefined]),
  );
  keep(mocha.suite, (test) => {
    const { bundle, index } = places.get(test) ?? { bundle: "", index: 0 };
    return chosen.get(bundle)?.includes(index) ?? true;
  });
  mkdirSync(reached, { recursive: true });
  /** @param {string} name of the test that is on, or "always" */
  const attribute = (name) => {
    stryker.currentTestId = name === "always" ? undefined : name;
    if (process.env["__STRYKER_ACTIVE_MUTANT__"] === undefined)
      process.env["__STRYKER_REACHED__"] = join(reached, name);
  };
  attribute("always");

  let began = 0;
  let used = process.cpuUsage();
  const runner = mocha.run(() => {
    tell({ done: whatWasReached(reached) });
    // Servers and timers that a mutant left behind would keep this process.
    setTimeout(() => process.exit(0), 50);
  });
  const { EVENT_TEST_BEGIN, EVENT_TEST_END, EVENT_TEST_FAIL, EVENT_SUITE_BEGIN, EVENT_SUITE_END } =
    Mocha.Runner.constants;
  runner.on(EVENT_SUITE_BEGIN, () => attribute("always"));
  runner.on(EVENT_SUITE_END, () => attribute("always"));
  runner.on(EVENT_TEST_BEGIN, (test) => {
    const { bundle = "", index = 0 } = places.get(test) ?? {};
    began = performance.now();
    used = process.cpuUsage();
    attribute(String(index));
    tell({ begins: `${bundle} ${index}` });
  });
  /** @type {Map<unknown, string>} */
  const errors = new Map();
  runner.on(EVENT_TEST_FAIL, (test, error) => {
    const said = String(error?.message ?? error).split("\n")[0] ?? "";
    errors.set(test, said);
    if (!places.has(test)) tell({ hook: test.fullTitle(), error: said });
  });
  runner.on(EVENT_TEST_END, (test) => {
    const { bundle = "", index = 0 } = places.get(test) ?? {};
    const ok = test.state === "passed";
    const { user, system } = process.cpuUsage(used);
    const took = { ms: performance.now() - began, cpu: (user + system) / 1000 };
    tell({ ended: { bundle, index, title: test.fullTitle(), ok, ...took, error: errors.get(test) } });
  });
}

/**
 * @param {Mocha.Suite} suite
 * @param {(test: Mocha.Test) => boolean} wanted
 */
function keep(suite, wanted) {
  suite.tests = suite.tests.filter(wanted);
  for (const inner of suite.suites) keep(inner, wanted);
}

/** @param {string} folder @returns {Reached} */
function whatWasReached(folder) {
  /** @type {Record<string, Set<string>>} */
  const by = {};
  const add = (/** @type {string} */ name, /** @type {string[]} */ ids) => {
    by[name] ??= new Set();
    for (const id of ids) by[name].add(id);
  };
  const { static: loaded = {}, perTest = {} } = stryker.mutantCoverage ?? {};
  add("always", Object.keys(loaded));
  for (const [name, ids] of Object.entries(perTest)) add(name, Object.keys(ids));
  for (const name of readdirSync(folder))
    add(name, readFileSync(join(folder, name), "utf8").split("\n").filter(Boolean));
  const { always = new Set(), ...rest } = by;
  return {
    always: [...always],
    byTest: Object.fromEntries(Object.entries(rest).map(([name, ids]) => [name, [...ids]])),
  };
}
