/**
 * The live test: two real VS Code windows, in which keys are really pressed. `node test/run/live.js [--grep TEXT]`
 *
 * Takes VS Code's own server and Chromium on every machine: two windows with keys need no desktop.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleTests } from "./bundle.js";
import { chromium } from "./chromium.js";
import { root } from "./paths.js";
import { run } from "./process.js";
import { stageExtension } from "./stage.js";
import { installServer } from "./vscode-server.js";

await installServer();
const executable = await chromium();
const temp = await mkdtemp(join(tmpdir(), "seamwork-live-"));
try {
  await stageExtension(join(temp, "extension"), { web: false });
  const files = await bundleTests({ from: "test/live", to: "live", paths: [] });
  process.exitCode = await run(
    process.execPath,
    [
      "--enable-source-maps",
      join(root, "node_modules/mocha/bin/mocha.js"),
      ...["--reporter", join(root, "test/run/reporter.cjs"), "--timeout", "180000"],
      ...files,
      ...process.argv.slice(2),
    ],
    { env: { ...process.env, SEAMWORK_LIVE_TEST: temp, SEAMWORK_CHROMIUM: executable } },
  );
} finally {
  await rm(temp, { recursive: true, force: true, maxRetries: 5 });
}
