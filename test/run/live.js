/**
 * The live test: two real VS Code windows, in which keys are really pressed. `node test/run/live.js [--pictures] [--grep TEXT]`
 * `--pictures` replaces those of the documentation by what the tests show.
 *
 * Takes VS Code's own server and Chromium on every machine: two windows with keys need no desktop.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleTests } from "./bundle.js";
import { chromium } from "./chromium.js";
import { root } from "./paths.js";
import { stageExtension } from "./stage.js";
import { installServer } from "./vscode-server.js";

await installServer();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pictures: { type: "boolean" }, grep: { type: "string" } },
});
const executable = await chromium();
const temp = await mkdtemp(join(tmpdir(), "seamwork-live-"));
try {
  await stageExtension(join(temp, "extension"), { web: false });
  const files = await bundleTests({ from: "test/live", to: "live", paths: positionals });
  const child = spawn(
    process.execPath,
    [
      "--enable-source-maps",
      join(root, "node_modules/mocha/bin/mocha.js"),
      ...["--reporter", join(root, "test/run/reporter.cjs"), "--timeout", "180000", "--exit"],
      ...files,
      ...(values.grep ? ["--grep", values.grep] : []),
    ],
    {
      env: {
        ...process.env,
        SEAMWORK_LIVE_TEST: temp,
        SEAMWORK_CHROMIUM: executable,
        SEAMWORK_PICTURES: values.pictures ? "docs" : "",
      },
      stdio: "inherit",
    },
  );
  // Whoever ends this ends the windows too.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"]))
    process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
} finally {
  await rm(temp, { recursive: true, force: true, maxRetries: 5 });
}
