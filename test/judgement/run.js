/**
 * `npm run test:judgement -- [--gold FOLDER] [--show] [--min]`: holds what Seamwork sees in documents, and what it asks,
 * against what people labelled in them. FOLDER holds `gold.tsv` and `files/`; without one, documents that were written for this
 * in every style and language. `--show` prints what was missed and what was too much; with `--min` the run fails below the goals.
 *
 * The files are copied to a folder of their own, so that no team data is near, and read by the built command line.
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../run/paths.js";
import { heldAgainstGoals, percent } from "./goals.js";
import { readLabelled } from "./labels.js";
import { score } from "./score.js";
import { sumOf } from "./sum.js";

const { values } = parseArgs({
  options: {
    gold: { type: "string", default: join(root, "test/fixtures/styles") },
    show: { type: "boolean", default: false },
    min: { type: "boolean", default: false },
  },
});
const cli = join(root, "dist/cli.js");
if (!existsSync(cli)) {
  console.error("There is no dist/cli.js: `npm run build` first.");
  process.exit(2);
}

const folder = resolve(values.gold);
const documents = readLabelled(folder);
const names = documents.map(({ name }) => name);
const copies = mkdtempSync(join(tmpdir(), "seamwork-judgement-"));
try {
  for (const name of names) copyFileSync(join(folder, "files", name), join(copies, name));
  /** @type {(...args: string[]) => Map<string, any>} */
  const said = (...args) => {
    const options = { cwd: copies, maxBuffer: 256 * 1024 * 1024 };
    const out = execFileSync(process.execPath, [cli, ...args, "--format", "json", ...names], options);
    const { files } = JSON.parse(out.toString("utf8"));
    return new Map(files.map((/** @type {{ path: string }} */ file) => [file.path, file]));
  };
  const outlines = said("outline");
  const checks = said("check", "--try", "--as", "in-review", "--fail-on", "never");
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
} finally {
  rmSync(copies, { recursive: true });
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
