/**
 * One measurement in a process of its own: `node measure.mjs WHAT TOOL ARGUMENT`; prints JSON. All times are of this
 * process's CPU (user and system, all threads), in milliseconds, unless a name says otherwise.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { overviewOf } from "../../../src/core/readiness/overview-of.ts";
import { readiness } from "../../../src/core/readiness/readiness.ts";
import { fingerprintOf } from "../../../src/core/review/fingerprint.ts";
import { peer } from "./peers.js";
import type { Lint } from "./peers.js";

const today = "2026-08-01";
const options = { config: defaultConfig, today, as: "in-review" } as const;

/** Loads a tool; loading it is no part of any figure. */
async function toolNamed(name: string): Promise<Lint> {
  if (name !== "seamwork") return peer(name);
  return (_, text) => void checkDocument(parseDocument(text, defaultConfig), options);
}

function cpu(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Every file of a folder, once in a cold process, then again until it is warm. */
async function passes(tool: string, folder: string): Promise<object> {
  const files = readdirSync(folder).sort();
  const texts = files.map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
  const lint = await toolNamed(tool);
  const pass = (): number =>
    cpu(() => {
      for (const [file, text] of texts) lint(file, text);
    });
  const first = pass();
  for (let i = 0; i < 5; i++) pass();
  return { first, warm: percentile(Array.from({ length: 7 }, pass), 0.5) };
}

/** Times of one keystroke each (parse and all local rules), at places spread over the text: by the clock, and of the CPU. */
function keystrokes(file: string): object {
  let text = readFileSync(file, "utf8");
  let document = parseDocument(text, defaultConfig);
  checkDocument(document, options);
  const times: number[] = [];
  const spent: number[] = [];
  const count = 400;
  let seed = 1;
  for (let i = 0; i < count + 100; i++) {
    seed = (seed * 48_271) % 2_147_483_647;
    const at = 400 + Math.floor((seed / 2_147_483_647) * (text.length - 400));
    text = text.slice(0, at) + "x" + text.slice(at);
    const before = performance.now();
    const used = cpu(() => {
      document = parseDocument(text, defaultConfig, document);
      checkDocument(document, options);
    });
    if (i < 100) continue;
    times.push(performance.now() - before);
    spent.push(used);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), cpu: percentile(spent, 0.5) };
}

/** Wall-clock times of a whole run over one text. */
async function runs(tool: string, file: string): Promise<object> {
  const text = readFileSync(file, "utf8");
  const lint = await toolNamed(tool);
  const times: number[] = [];
  for (let i = 0; i < 14; i++) {
    const before = performance.now();
    lint("a.md", text);
    if (i >= 4) times.push(performance.now() - before);
  }
  return { p50: percentile(times, 0.5) };
}

/**
 * Wall-clock times of the fingerprints of 300 requirements, each of them anew: the first time in this process, and once
 * it is warm.
 */
function fingerprints(file: string): object {
  const text = readFileSync(file, "utf8");
  const times: number[] = [];
  for (let i = 0; i < 30; i++) {
    const document = parseDocument(text, defaultConfig);
    const some = document.requirements.slice(0, 300);
    if (some.length < 300) throw new Error(`${some.length} requirements are too few.`);
    const before = performance.now();
    for (const one of some) fingerprintOf(document, one);
    times.push(performance.now() - before);
  }
  return { first: times[0], p50: percentile(times.slice(10), 0.5) };
}

/**
 * Wall-clock times of what the readiness panel adds to a keystroke in a PRD of 300 requirements, after the check that
 * the editor does anyway: what would be said at the next status, what stands open, and the message to the panel.
 */
function panel(file: string): object {
  const lines = readFileSync(file, "utf8").split("\n### R");
  let text = lines.slice(0, 301).join("\n### R");
  let document = parseDocument(text, defaultConfig);
  const { length } = document.requirements;
  if (length !== 300) throw new Error(`There are ${length} requirements, not 300.`);
  const at = text.indexOf("An analyst");
  const times: number[] = [];
  let units = 0;
  for (let i = 0; i < 130; i++) {
    text = `${text.slice(0, at)}x${text.slice(at)}`;
    document = parseDocument(text, defaultConfig, document);
    const problems = checkDocument(document, options);
    const before = performance.now();
    const next = checkDocument(document, { ...options, as: "agreed" });
    const found = readiness(document, problems, next, options);
    units = JSON.stringify(overviewOf(document, found, { config: defaultConfig, today })).length;
    if (i >= 30) times.push(performance.now() - before);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), units };
}

const [what, tool = "", argument = ""] = process.argv.slice(2);
const result =
  what === "passes"
    ? await passes(tool, argument)
    : what === "keystrokes"
      ? keystrokes(argument)
      : what === "fingerprints"
        ? fingerprints(argument)
        : what === "panel"
          ? panel(argument)
          : await runs(tool, argument);
console.log(JSON.stringify(result));
