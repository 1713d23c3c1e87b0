/**
 * The entry of both host suites: VS Code loads the bundle and calls `run`. Mocha's browser build is used in both hosts,
 * because the web worker has no Node and the oldest VS Code has a Node that mocha's other build refuses.
 */
import "mocha/mocha.js";
import { load } from "seamwork:tests";
import { report } from "./driver.ts";

/** Put in by the bundler: what the titles must contain, or nothing. */
declare const SEAMWORK_GREP: string;

/** Runs every test of the bundle. Rejects when one failed or none ran, which makes VS Code end with an exit code. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: "bdd",
    timeout: 90_000,
    reporter: class {} as unknown as Mocha.ReporterConstructor,
  });
  if (SEAMWORK_GREP) mocha.grep(SEAMWORK_GREP);
  mocha.suite.emit("pre-require", globalThis, null, mocha);
  const sent: Promise<void>[] = [];
  // Of a host's console only this reaches the terminal. VS Code's own getter ignores assignments.
  Object.defineProperty(console, "log", {
    value: (...values: unknown[]) => {
      const text = values
        .map((value) => (typeof value === "string" ? value : JSON.stringify(value)))
        .join(" ");
      sent.push(report({ event: "log", text }));
    },
  });
  await load();
  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on("pass", (test) => {
      passed += 1;
      sent.push(report({ event: "pass", title: test.fullTitle() }));
    });
    runner.on("fail", (test, error: Error) => {
      failed += 1;
      sent.push(report({ event: "fail", title: test.fullTitle(), error: error.stack ?? String(error) }));
    });
    runner.on("pending", (test) => {
      failed += 1;
      sent.push(report({ event: "fail", title: test.fullTitle(), error: "This test is skipped." }));
    });
  });
  await Promise.all(sent);
  await report({ event: "end", passed, failed });
  if (failed > 0 || passed === 0) throw new Error(`${passed} passed, ${failed} failed`);
}
