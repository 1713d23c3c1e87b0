import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { limitTable } from "../../../server/limits.ts";
import { closeCodes } from "../../../src/collab/protocol.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import type { Globs } from "../../../src/core/config/default-globs.ts";
import { maxConfigLength } from "../../../src/core/config/read.ts";
import { MAX_HEADER } from "../../../src/core/document/header.ts";
import {
  MAX_DEPTH,
  MAX_DOCUMENT_COST,
  MAX_INDENT,
  MAX_PIECE_COST,
  MAX_TEXT,
} from "../../../src/core/markdown/limits.ts";
import { MOST_ITEMS } from "../../../src/core/agenda/weekly.ts";
import { filesIn, page, rowsOf } from "./documents.ts";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number as the code has it behind what is said here, where no module gives it away. */
function constant(file: string, behind: RegExp): number {
  const folders = ["src", "server", "test/bench", "test/host"];
  const path = [...folders.flatMap(filesIn), "esbuild.js"].find((one) => one.endsWith(file));
  assert.ok(path, file);
  const found = new RegExp(`${behind.source}[ ([]+([\\d_. *]+)`).exec(readFileSync(path, "utf8"));
  const [, value = ""] = found ?? [];
  assert.notEqual(value, "", `${file}: ${behind.source}`);
  return value.split("*").reduce((product, factor) => product * Number(factor.replaceAll("_", "")), 1);
}

/** The day on which the example's story stands still, from whichever script has it. */
function storyDay(): string {
  const scripts = filesIn("test/run").map((path) => readFileSync(path, "utf8"));
  const [day] = scripts.flatMap((text) => /storyDay = "([\d-]+)"/.exec(text)?.[1] ?? []);
  assert.ok(day, "storyDay");
  return day;
}

const bench = "bench/core/run.js";

const mb = (bytes: number): string => `${bytes / 1024 ** 2} MB`;
const count = (value: number): string => value.toLocaleString("en");
const code = (...globs: readonly Globs[]): string =>
  globs.flatMap(({ list }) => list.map((glob) => `\`${glob}\``)).join(", ");

const { waiting, escalation, cadence, documents, kinds } = defaultConfig;

/** What a page has to say, word for word, because the code does so. */
const said: Record<string, () => readonly string[]> = {
  "docs/format.md": () => [
    `longer than ${MAX_HEADER / 1024} KB`,
    `only the first ${mb(MAX_TEXT)} are read`,
    `about ${count(MAX_PIECE_COST)} characters`,
    `about ${count(MAX_DOCUMENT_COST)} characters`,
    `\`escalation.tier1\`: ${escalation.tier1}`,
    `\`escalation.tier2\`: ${escalation.tier2}`,
    `Kinds: ${kinds.join(", ")}`,
    `default ${code(documents.prd)}`,
  ],
  "docs/team.md": () => [
    `${waiting.constraint} and ${waiting.question}`,
    `${escalation.tier1} and ${escalation.tier2}`,
    `weekly: { every: ${cadence.weekly.every}, minutes: ${cadence.weekly.minutes} }`,
    `managers: { every: ${cadence.managers.every} }`,
    `planning: { before: ${cadence.planning.before} }`,
    `retro: { after: ${cadence.retro.after} }`,
    `rotation: { every: ${cadence.rotation.every} }`,
    `${count(maxConfigLength)} characters`,
    kinds.join(", "),
    code(documents.prd),
    code(documents.cycle, documents.retro),
  ],
  "docs/cli.md": () => [`Files above ${mb(MAX_TEXT)}`, code(documents.prd)],
  "docs/agendas.md": () => [`at most ${words[MOST_ITEMS]} items`],
  "docs/board.md": () => [
    `the last ${constant("board/cadence.ts", /WEEKS =/)} weeks`,
    `the usual ${constant("commands/trend.ts", /days:/)} days`,
  ],
  "docs/review.md": () => [
    `the last ${constant("features/review/signed-text.ts", /MOST_COMMITS =/)} commits`,
  ],
  "docs/live.md": () => [`up to ${mb(limitTable.frameBytes.value)}`],
  "docs/server.md": () => [
    `port ${constant("server/main.ts", /portOf,/)}`,
    ...Object.values(closeCodes).map((code) => `| ${code} |`),
  ],
  "docs/decisions/server.md": () => [`after ${constant("http/routes.ts", /DISK_MS =/) / 1000} seconds`],
  "docs/performance.md": () => [
    `at most ${constant("esbuild.js", /FIRST_PRD_LIMIT =/) / 1024} KB`,
    `activation | 7 to 17 ms | ${constant("activation.test.ts", /worked <=/)} ms`,
    `first pass in a new process, CPU | ≤ ${constant(bench, /"first",/).toFixed(1)} × markdownlint`,
    `warm | ≤ ${constant(bench, /"warm",/)} × markdownlint`,
    `10,000 lines, p95 | ≤ ${constant(bench, /10,000 lines.*\(to reach:/)} ms`,
    `300 requirements, warm | ≤ ${constant(bench, /warm .*\(to reach:/)} ms`,
    `beyond the check, p95 | ≤ ${constant(bench, /beyond the check \(to reach:/)} ms`,
    `with nothing changed, CPU | ≤ ${constant(bench, /cli\.second \/ cli\.first,/)} × the first`,
  ],
  "docs/example/README.md": () => [
    `it is ${new Date(storyDay()).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" })}`,
    `--today ${storyDay()}`,
  ],
  "docs/agendas.md, the example": () => [`--today ${storyDay()}`],
};

describe("figures in the documents are those of the code:", () => {
  for (const [name, figures] of Object.entries(said)) {
    it(name, () => {
      // Columns are padded there.
      const text = page(name.replace(/,.*/, "")).replaceAll(/ +/g, " ");
      assert.deepEqual(
        figures().filter((figure) => !text.includes(figure)),
        [],
      );
    });
  }

  it("docs/format.md, what is left out", () => {
    const rows = rowsOf(page("docs/format.md"), "limit").map(([, value = ""]) => Number.parseFloat(value));
    assert.deepEqual(
      [MAX_TEXT / 1024 ** 2, MAX_DEPTH, MAX_INDENT].map((limit) => rows.includes(limit)),
      [true, true, true],
    );
  });
});
