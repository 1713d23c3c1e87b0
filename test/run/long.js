/**
 * `npm run test:long`: what takes longer than anybody waits for a change: 200 kills of the server, logs of a million lines,
 * long searches of the property and fuzz tests, and every host test on every VS Code. For a release; half an hour and more.
 */
import { installPackages } from "./bootstrap.js";
import { runLayers } from "./layers.js";

installPackages();
// test/long.ts reads the first, test/run/seed.js the second: a long run looks where no run has looked before.
process.env["SEAMWORK_LONG"] = "1";
process.env["SEAMWORK_SEED"] ??= "random";
await runLayers([
  ["build"],
  ["test:unit"],
  ["test:cli"],
  ["test:server"],
  ["test:host", "--all"],
  ["test:host:oldest", "--all"],
  ["test:live"],
]);
