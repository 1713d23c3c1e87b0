/**
 * `npm test [-- --corpus FOLDER…]`: every layer, in a fresh clone too. A layer that cannot run has failed; none skips itself.
 * With `--corpus`, what must hold on other people's PRDs as well, and that the benchmarks run.
 */
import { installPackages } from "./bootstrap.js";
import { runLayers } from "./layers.js";

installPackages();

/** The quick ones first. @type {[string, ...string[]][]} */
const layers = [
  ["lint"],
  ["typecheck"],
  ["format:check"],
  ["build"],
  ["test:unit"],
  ["test:cli"],
  ["test:judgement"],
  ["test:server"],
  ["test:grammar"],
  ["test:launcher"],
  ["test:host"],
  ["test:host:web"],
  ["test:host:vsix"],
  ["test:host:oldest"],
  ["test:live"],
];
const corpus = process.argv.indexOf("--corpus");
if (corpus > 0) {
  const folders = process.argv.slice(corpus + 1);
  layers.push(
    ["test:corpus", ...folders],
    ["bench:core", ...folders, "--smoke"],
    ["bench:server", "--smoke"],
  );
}
await runLayers(layers);
