/**
 * `npm test [-- --corpus FOLDER… --gold FOLDER…]`: every layer, in a fresh clone too. A layer that cannot run has failed; none skips itself.
 * With `--corpus`, what must hold on other people's PRDs as well, and that the benchmarks run; with
 * `--gold`, what is seen and asked is held against labels of more documents.
 */
import { installPackages } from "./bootstrap.js";
import { runLayers } from "./layers.js";

installPackages();

/** The quick ones first. @type {(import("./layers.js").Layer | import("./layers.js").Lanes)[]} */
const layers = [
  { sideBySide: [[["lint"]], [["typecheck"], ["format:check"]]] },
  ["build"],
  { sideBySide: [[["test:unit"]], [["test:cli"], ["test:judgement", "--min"], ["test:grammar"]]] },
  ["test:server"],
  ["test:launcher"],
  ["test:host"],
  ["test:host:web"],
  ["test:host:vsix"],
  ["test:host:oldest"],
  ["test:live"],
];
const corpus = foldersBehind("--corpus");
if (corpus.length > 0) {
  layers.push(["test:corpus", ...corpus], ["bench:core", ...corpus, "--smoke"], ["bench:server", "--smoke"]);
}
for (const folder of foldersBehind("--gold")) layers.push(["test:judgement", "--gold", folder, "--min"]);
await runLayers(layers);

/**
 * The folders that follow an option.
 * @param {string} option
 */
function foldersBehind(option) {
  const at = process.argv.indexOf(option);
  if (at < 0) return [];
  const rest = process.argv.slice(at + 1);
  const end = rest.findIndex((arg) => arg.startsWith("--"));
  return end < 0 ? rest : rest.slice(0, end);
}
