/**
 * Tests that need no VS Code: `node test/run/mocha.js FOLDER`, where FOLDER is one of test/. Bundles its *.test.ts files
 * and runs them in mocha. Paths that follow choose some of the files, and all else goes to mocha (`--grep X`).
 *
 * Packages stay outside of the bundles; what the tests share is built once. The working folder is the project's,
 * so fixtures are `test/fixtures/…`.
 */
import { join } from "node:path";
import { bundleTests } from "./bundle.js";
import { root } from "./paths.js";
import { run } from "./process.js";

const [folder = "", ...args] = process.argv.slice(2);
const paths = args.filter((arg) => arg.startsWith("test/"));
const files = await bundleTests({ from: `test/${folder}`, to: folder, paths });
process.exitCode = await run(process.execPath, [
  "--enable-source-maps",
  join(root, "node_modules/mocha/bin/mocha.js"),
  "--require",
  join(root, "test/run/seed.js"),
  "--reporter",
  join(root, "test/run/reporter.cjs"),
  // Nothing is timed here; this only ends what hangs, also on a busy machine.
  "--timeout",
  "120000",
  ...files,
  ...args.filter((arg) => !paths.includes(arg)),
]);
