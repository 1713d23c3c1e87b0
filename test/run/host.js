/**
 * Host suites: tests that run inside a real VS Code. `node test/run/host.js node|web|vsix|oldest [--all] [--grep TEXT]`
 *
 *   vsix    test/host/*.test.ts on the unpacked package, as users get it
 *   node    the same on the sources' own build: one or two tests of each feature, those with @smoke in their title
 *   web     test/host/web/*.test.ts in the web worker extension host, with a manifest that has no `main`
 *   oldest  the @smoke tests of both in the oldest VS Code that the manifest allows
 *
 * `--all` runs every test where else those with @smoke would do; `--grep` chooses among all of them too.
 *
 * Everything runs on copies in a temporary folder: the extension, and test/host/workspace as the open folder.
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import { bundleSuite, mapStack } from "./bundle.js";
import { desktop } from "./desktop.js";
import { startDriver } from "./driver.js";
import { root } from "./paths.js";
import { stageExtension, unpackedVsix } from "./stage.js";
import { quietSettings } from "./vscode-server.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean" }, grep: { type: "string" } },
});
const layer = positionals[0] ?? "";
/** @type {Record<string, ("node" | "web" | "vsix")[]>} */
const kindsOf = { node: ["node"], web: ["web"], vsix: ["vsix"], oldest: ["node", "web"] };
const kinds = kindsOf[layer];
if (!kinds) throw new Error("Which host: node, web, vsix or oldest?");
const oldest = layer === "oldest";
const smoke = (layer === "node" || oldest) && !values.all;
const grep = values.grep ?? (smoke ? "@smoke" : undefined);

let passed = 0;
let failed = 0;
const executable = await desktop({ oldest });
for (const kind of kinds) {
  const temp = await mkdtemp(join(tmpdir(), "seamwork-"));
  try {
    await runSuite(kind, temp);
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}
const counts = process.env["SEAMWORK_COUNTS"];
if (counts) await writeFile(counts, JSON.stringify({ passed, failed }));
console.log(`  ${passed} passing, ${failed} failing`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {"node" | "web" | "vsix"} kind
 * @param {string} temp an empty folder
 */
async function runSuite(kind, temp) {
  const name = `${oldest ? "the oldest " : ""}${executable ?? "VS Code server in Chromium"}`;
  console.log(`Host suite (${kind}${grep === undefined ? "" : `, only ${grep}`}) in ${name}`);
  const extension = join(temp, "extension");
  await (kind === "vsix" ? unpackedVsix(extension) : stageExtension(extension, { web: kind === "web" }));
  const debuggingPort = await freePort();
  let ended = false;
  const driver = await startDriver({
    debuggingPort,
    cli: (args) =>
      execFileSync(process.execPath, [join(extension, "dist/cli.js"), ...args], {
        cwd: join(temp, "workspace"),
        encoding: "utf8",
      }),
    report(report) {
      if (report.event === "log") {
        console.log(`    ${report.text}`);
      } else if (report.event === "pass") {
        passed += 1;
        console.log(`  ✔ ${report.title}`);
      } else if (report.event === "fail") {
        failed += 1;
        console.log(`  ✘ ${report.title}\n    ${mapStack(report.error, suite).replaceAll("\n", "\n    ")}`);
      } else {
        ended = report.passed + report.failed > 0;
      }
    },
  });
  // The worker may only load files of the extension.
  const suite = join(kind === "web" ? extension : temp, "suite.cjs");
  const workspace = join(temp, "workspace");
  const data = join(temp, "data");
  await cp(join(root, "test/host/workspace"), workspace, { recursive: true });
  await mkdir(join(data, "User"), { recursive: true });
  await writeFile(join(data, "User", "settings.json"), JSON.stringify(quietSettings));
  try {
    await bundleSuite({
      from: kind === "web" ? "test/host/web" : "test/host",
      file: suite,
      driver: driver.address,
      grep,
      platform: kind === "web" ? "browser" : "node",
    });
    await runTests({
      vscodeExecutablePath: executable ?? join(root, "test/run/code.js"),
      extensionTestsEnv: { SEAMWORK_RELEASE: oldest ? "oldest" : "newest" },
      extensionDevelopmentPath: extension,
      extensionTestsPath: suite,
      launchArgs: [
        workspace,
        `--user-data-dir=${data}`,
        `--extensions-dir=${join(temp, "extensions")}`,
        `--remote-debugging-port=${debuggingPort}`,
        ...(kind === "web" ? ["--extensionDevelopmentKind=web"] : []),
      ],
    });
    if (!ended) throw new Error("No test ran.");
  } catch (error) {
    // A failed test is counted already; a host that broke is one failure more.
    if (!ended) {
      failed += 1;
      console.log(
        await readFile(join(data, "host.log"), "utf8").then(
          (log) => log.slice(-6000),
          () => "",
        ),
      );
      console.log(
        `  ✘ the host suite (${kind}) in ${name}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  } finally {
    await driver.stop();
  }
}

/** @returns {Promise<number>} a port that nobody listens on right now */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
