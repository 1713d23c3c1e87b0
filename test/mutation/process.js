/** Runs some tests in a process of their own (`play.js`), and ends it with all that it started when it hangs. */
import { fork } from "node:child_process";
import { join } from "node:path";
import { root } from "../run/paths.js";

/**
 * @typedef {import("./play.js").Order} Order
 * @typedef {import("./play.js").Ended} Ended
 * @typedef {{ kind: "passed" | "failed" | "hung" | "died", by: string | undefined, error: string | undefined,
 *   ended: Ended[], reached: import("./play.js").Reached | undefined }} Outcome `by` is `bundle place` of the test
 */

/** @type {Set<number>} groups of processes that are on */
const running = new Set();

export function endAll() {
  for (const group of running) end(group);
}

/** @param {number} group */
function end(group) {
  running.delete(group);
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/**
 * @param {Order} order
 * @param {{ tree: string, temporary: string, programs: string, mutant?: string | undefined }} options
 * @returns {Promise<Outcome>}
 */
export function play(order, { tree, temporary, programs, mutant }) {
  const { __STRYKER_ACTIVE_MUTANT__: _on, ...env } = process.env;
  const child = fork(join(root, "test/mutation/play.js"), {
    cwd: tree,
    // A group of its own, so that what the tests start ends too.
    detached: true,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    execArgv: ["--max-old-space-size=2048"],
    env: {
      ...env,
      TMPDIR: temporary,
      SEAMWORK_PROGRAMS: programs,
      ...(mutant !== undefined && { __STRYKER_ACTIVE_MUTANT__: mutant }),
    },
  });
  const group = child.pid ?? 0;
  running.add(group);
  return new Promise((resolve) => {
    /** @type {Ended[]} */
    const ended = [];
    /** @type {string | undefined} */
    let by;
    /** @type {NodeJS.Timeout} */
    let watch;
    const settle = (/** @type {Partial<Outcome> & Pick<Outcome, "kind">} */ outcome) => {
      clearTimeout(watch);
      end(group);
      resolve({ by, error: undefined, reached: undefined, ended, ...outcome });
    };
    const wait = (/** @type {number} */ ms) => {
      clearTimeout(watch);
      watch = setTimeout(() => settle({ kind: "hung" }), ms);
    };
    // To load, and for what is done between tests.
    wait(PATIENCE);
    /** @type {{ by: string | undefined, error: string | undefined } | undefined} */
    let failed;
    child.on("message", (message) => {
      const step = /** @type {import("./play.js").Step} */ (message);
      if ("begins" in step) {
        by = step.begins;
        // Mocha has its limit too, and can say more; this one is for what never gives it back its turn.
        const limit = order.limits[step.begins];
        wait(limit === undefined ? 10 * PATIENCE : limit + 30_000);
      } else if ("ended" in step) {
        ended.push(step.ended);
        if (!step.ended.ok) failed ??= { by, error: step.ended.error };
        wait(PATIENCE);
      } else if ("hook" in step) {
        failed ??= { by, error: `${step.hook}: ${step.error}` };
        wait(PATIENCE);
      } else if (failed !== undefined) settle({ kind: "failed", ...failed, reached: step.done });
      else settle({ kind: "passed", reached: step.done });
      if (order.bail && failed !== undefined) settle({ kind: "failed", ...failed });
    });
    child.on("exit", (code, signal) => settle({ kind: "died", error: `exit ${code ?? signal}` }));
    child.send(order);
  });
}

const PATIENCE = 120_000;
