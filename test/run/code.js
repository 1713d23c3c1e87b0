#!/usr/bin/env node
/**
 * Stands in for the desktop VS Code where there is no desktop: takes its arguments, opens VS Code's own server in a
 * headless Chromium, runs the test suite there and ends with the suite's exit code.
 *
 * Ends with 1 and says why when the server dies, the page crashes or the time is up.
 */
import { appendFileSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium as browsers } from "playwright-core";
import { chromium, chromiumFlags } from "./chromium.js";
import { installServer, startServer, workbenchAddress } from "./vscode-server.js";

const limit = Number(process.env["SEAMWORK_HOST_LIMIT"] ?? 900) * 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    extensionDevelopmentPath: { type: "string" },
    extensionTestsPath: { type: "string" },
    "user-data-dir": { type: "string" },
    "extensions-dir": { type: "string" },
    "remote-debugging-port": { type: "string" },
  },
});

/** @param {string} name */
function option(name) {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

const extension = option("extensionDevelopmentPath");
const tests = option("extensionTestsPath");
const [folder] = positionals;
if (!extension || !tests || !folder) {
  console.error("Usage: code.js FOLDER --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE");
  process.exit(2);
}

const release = process.env["SEAMWORK_RELEASE"] === "oldest" ? "oldest" : "newest";
await installServer(release);
const executablePath = await chromium();
const data = option("user-data-dir") ?? mkdtempSync(join(tmpdir(), "seamwork-code-"));
mkdirSync(data, { recursive: true });

/** What the page says goes to a file: it is noise as long as nothing breaks. */
const log = join(data, "host.log");
/** Native parts that nothing here needs and that are not built, and services out of reach: complaints to leave out. */
const expected = /spdlog|watchdog|AgentHost|Failed to load resource|manifest\.json|serviceWorker|open-vsx/;
/** @param {string} line */
const note = (line) => void (expected.test(line) || appendFileSync(log, `${line}\n`));

const server = await startServer({
  dataFolder: join(data, "server"),
  extensionsFolder: option("extensions-dir"),
  release,
});
/** @type {import("playwright-core").BrowserContext | undefined} */
let browser;

/** @param {number} code */
async function end(code) {
  server.stop();
  await browser?.close().catch(() => {});
  process.exit(code);
}
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => void end(1));

try {
  const port = option("remote-debugging-port");
  browser = await browsers.launchPersistentContext(join(data, "browser"), {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 800 },
    handleSIGINT: false,
    args: [...chromiumFlags, ...(port ? [`--remote-debugging-port=${port}`] : [])],
  });
  const context = browser;
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) note(message.text());
  });

  /** @type {(code: number) => void} */
  let exit = () => {};
  /** @type {Promise<number>} */
  const finished = new Promise((done, fail) => {
    exit = done;
    page.on("crash", () => fail(new Error("The page of VS Code crashed.")));
    page.on("close", () => fail(new Error("The page of VS Code was closed.")));
    context.on("close", () => fail(new Error("Chromium ended by itself.")));
    setTimeout(() => fail(new Error(`The suite did not end within ${limit / 1000} s.`)), limit);
  });
  finished.catch(() => {});
  await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => exit(code));
  await page.exposeFunction(
    "codeAutomationLog",
    (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      if (type === "error") note(args.map(String).join(" "));
    },
  );

  const address = workbenchAddress(server.port, {
    folder: resolve(folder),
    extension: resolve(extension),
    tests: resolve(tests),
  });
  await Promise.race([page.goto(address), finished, server.died]);
  await end(await Promise.race([finished, server.died]));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await end(1);
}
