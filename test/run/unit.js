/**
 * Unit tests: bundles test/unit/**\/*.test.ts and runs them in mocha. Arguments go to mocha (`--grep X`).
 *
 * Packages stay outside of the bundles; what the tests share is built once. The working folder is the project's,
 * so fixtures are `test/fixtures/…`.
 */
import { join } from "node:path";
import { bundleTests } from "./bundle.js";
import { root } from "./paths.js";
import { run } from "./process.js";

const files = await bundleTests({ from: "test/unit", to: "unit" });
process.exitCode = await run(process.execPath, [
  "--enable-source-maps",
  join(root, "node_modules/mocha/bin/mocha.js"),
  "--reporter",
  join(root, "test/run/reporter.cjs"),
  ...files,
  ...process.argv.slice(2),
]);
