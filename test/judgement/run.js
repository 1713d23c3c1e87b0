/**
 * `npm run test:judgement -- [--gold FOLDER] [--show] [--min]`: holds what Seamwork sees in documents, and what it asks,
 * against what people labelled in them. FOLDER holds `gold.tsv` and `files/`; without one, documents that were written for this
 * in every style and language. `--show` prints what was missed and what was too much; with `--min` the run fails below the goals.
 *
 * `-- --draw FOLDER [--seed 1] [--count 20] [--code PRD106] [--as draft]`: prints places for people to read instead, of each
 * code so many, from all markdown files of a folder.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../run/paths.js";
import { asking } from "./ask.js";
import { drawPlaces, placesIn, sheetOf } from "./draw.js";
import { heldAgainstGoals, percent } from "./goals.js";
import { readLabelled } from "./labels.js";
import { score } from "./score.js";
import { sumOf } from "./sum.js";

const { values } = parseArgs({
  options: {
    gold: { type: "string", default: join(root, "test/fixtures/styles") },
    show: { type: "boolean", default: false },
    min: { type: "boolean", default: false },
    draw: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "20" },
    code: { type: "string" },
    as: { type: "string", default: "draft" },
  },
});
if (values.draw === undefined) measure(resolve(values.gold));
else printSheets(resolve(values.draw));

/** @param {string} folder */
function measure(folder) {
  const documents = readLabelled(folder);
  const names = documents.map(({ name }) => name);
  const [outlines, checks] = asking(join(folder, "files"), names, (ask) => [
    ask("outline"),
    ask("check", "--try", "--as", "in-review", "--fail-on", "never"),
  ]);
  const sum = sumOf(
    documents.map((document) => {
      const { name } = document;
      const outline = outlines.get(name);
      const problems = checks.get(name)?.problems;
      return [name, outline && problems && score(document, outline, problems)];
    }),
  );
  print(sum);
  const { met, missed } = heldAgainstGoals(sum);
  if (values.min) console.log(missed.length > 0 ? `short of: ${missed.join("; ")}` : "all goals hold");
  const failed = values.min ? missed.length : 0;
  const file = process.env["SEAMWORK_COUNTS"];
  if (file) writeFileSync(file, JSON.stringify({ passed: values.min ? met : 1, failed }));
  process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {string} folder */
function printSheets(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  const checks = asking(folder, names, (ask) =>
    ask("check", "--try", "--as", values.as, "--fail-on", "never"),
  );
  const places = placesIn([...checks].map(([name, { problems }]) => [name, problems]));
  const wanted = places.filter(({ code }) => values.code === undefined || code === values.code);
  for (const [code, { drawn, of }] of drawPlaces(wanted, {
    seed: values.seed,
    count: Number(values.count),
  })) {
    console.log(`# ${code}: ${drawn.length} of ${of} places in ${names.length} files, seed ${values.seed}\n`);
    for (const [nth, place] of drawn.entries())
      console.log(`${nth + 1}. ${sheetOf(place, readFileSync(join(folder, place.path), "utf8"))}\n`);
  }
}

/** @param {import("./sum.js").Sum} sum */
function print({ counts, median, p90, most, taken, silent, unanswered, notes }) {
  const share = (/** @type {number} */ part, /** @type {number} */ all) =>
    all === 0 ? "–" : percent(part / all);
  if (values.show && notes.length > 0) console.log(notes.join("\n"));
  for (const { name, labelled, seen, named, right } of counts) {
    console.log(
      `${name.padEnd(12)} seen ${seen}/${labelled} ${share(seen, labelled)}, right ${right}/${named} ${share(right, named)}`,
    );
  }
  console.log(
    `lines that people said are no requirement, taken for one: ${taken}; documents in which none was seen and nothing says so: ${silent.length} ${silent.join(" ")}; files without an answer: ${unanswered.length}`,
  );
  console.log(`messages a file: median ${median}, p90 ${p90}, most ${most}`);
}
