/**
 * `npm start`: two windows, a PM and an engineer, joined in one live PRD of docs/example, in a fresh clone too.
 *
 * With `code` on PATH that VS Code opens twice; without, VS Code's own server serves two addresses for a browser until
 * Ctrl+C. Each has a copy of the example with its history, in which it is always the same day; everything is gone afterwards.
 * `npm start -- --check` prints the problems of the example and ends.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { installPackages } from "./bootstrap.js";
import { makeExample } from "./example-history.js";
import { storyDay } from "./example-story.js";
import { root } from "./paths.js";
import { run } from "./process.js";

installPackages();
const { buildAll } = await import("../../esbuild.js");
await buildAll({ folder: join(root, "dist"), dev: false }).catch((error) => {
  console.error(error.message);
  process.exit(2);
});
const program = join(root, "dist/cli.js");

if (process.argv.includes("--check")) {
  // Problems are what this shows; only a command that could not work is a failure.
  const code = await run(process.execPath, [program, "check", "docs/example", "--today", storyDay]);
  process.exit(code > 1 ? code : 0);
}

const { browserOf, openIn, shortAddresses } = await import("./browser.js");
const { onPath } = await import("./chromium.js");
const { openDesktopWindow } = await import("./start-desktop.js");
const { startLiveServer } = await import("./live-server.js");
const { installServer, quietSettings, startServer, workbenchAddress } = await import("./vscode-server.js");

// The thin draft: whoever opens the example sees at once what Seamwork asks.
const prd = "prds/PRD-103-waiting-list.prd.md";
const room = "fernwick.PRD-103";
const people = {
  pm: { name: "Tomas Vesely", handle: "@tomas", role: "pm" },
  eng: { name: "Priya Raman", handle: "@priya", role: "eng" },
};
const whatFirst = `What to do first: put the two windows side by side, click into the PM's text, and type a sentence below “## Why”. It
appears in the engineer's window, with your name on the cursor. Then read on beside the PRD: there are eight things to
try. In both windows it is ${storyDay}.`;
const code = onPath("code");
if (!code) await installServer();

const data = await mkdtemp(join(tmpdir(), "seamwork-start-"));
/** @type {(() => unknown)[]} what ends the programs that this one started */
const stops = [];
/** @type {Promise<void> | undefined} */
let ending;
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => void end(0));

try {
  const live = await startLiveServer({ program, data: join(data, "live") });
  stops.push(() => live.stop("SIGTERM"));
  await live.seed(room, await readFile(join(root, "docs/example", prd), "utf8"));
  const path = [await programIn(join(data, "bin")), process.env["PATH"]].join(delimiter);
  const windows = await Promise.all(
    /** @type {const} */ (["pm", "eng"]).map(async (who) => {
      const folder = join(data, who, "fernwick");
      await exampleIn(folder);
      const link = await live.invite({ ...people[who], room, right: "edit" });
      const settings = { "seamwork.me": people[who].handle, "files.autoSave": "off" };
      // What there is to try stands beside the PRD, once: in the window in which one begins.
      const beside = who === "pm" ? { SEAMWORK_READ_BESIDE: "README.md" } : {};
      const env = { SEAMWORK_LIVE_LINK: link, SEAMWORK_TODAY: storyDay, PATH: path, ...beside };
      return { who, folder, file: join(folder, prd), settings, env };
    }),
  );
  await (code ? openDesktop(code, windows, live.died) : openBrowsers(windows, live.died));
  await end(0);
} catch (error) {
  // What stops because everything ends is no mishap.
  if (ending === undefined) console.error(error instanceof Error ? error.message : error);
  await end(1);
}

/**
 * The example with the year behind it; without git, as it is now.
 * @param {string} folder
 */
async function exampleIn(folder) {
  try {
    makeExample(folder);
  } catch {
    console.log("Git could not be run, so the example comes without its history: the board shows no trend.");
    await cp(join(root, "docs/example"), folder, { recursive: true, force: true });
  }
}

/**
 * Puts `seamwork` where the windows' terminals find it.
 * @param {string} folder
 */
async function programIn(folder) {
  await mkdir(folder);
  const command = `"${process.execPath}" "${program}"`;
  await writeFile(join(folder, "seamwork"), `#!/bin/sh\nexec ${command} "$@"\n`, { mode: 0o755 });
  await writeFile(join(folder, "seamwork.cmd"), `@${command} %*\r\n`);
  return folder;
}

/** @param {number} code of this process; that of the first call counts */
function end(code) {
  return (ending ??= cleanUp(code));
}

/** @param {number} code */
async function cleanUp(code) {
  await Promise.allSettled(stops.map((stop) => stop()));
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}

/**
 * Both windows of the desktop, until both are closed.
 * @param {string} program
 * @param {readonly Window[]} windows
 * @param {Promise<never>} died the co-editing server
 *
 * @typedef {{ who: "pm" | "eng", folder: string, file: string, settings: object, env: NodeJS.ProcessEnv }} Window
 */
async function openDesktop(program, windows, died) {
  console.log(
    `Opening two windows of VS Code, a PM's and an engineer's, in one live PRD.\n\n${whatFirst}\n\nClose both windows, or press Ctrl+C here, to end.`,
  );
  const opened = await Promise.all(
    windows.map(async ({ who, folder, file, settings, env }) => {
      const what = { data: join(data, who), folder, file, settings: { ...quietSettings, ...settings }, env };
      const window = await openDesktopWindow(program, what);
      stops.push(window.stop);
      return window;
    }),
  );
  await Promise.race([died, Promise.all(opened.map(({ closed }) => closed))]);
}

/**
 * @param {readonly Window[]} windows
 * @param {Promise<never>} died the co-editing server
 */
async function openBrowsers(windows, died) {
  const servers = await Promise.all(
    windows.map(async ({ who, settings, env, folder, file }) => {
      const server = await startServer({ dataFolder: join(data, who, "server"), settings, env });
      stops.push(server.stop);
      return { ...server, address: workbenchAddress(server.port, { folder, extension: root, file }) };
    }),
  );
  const [pm = "", eng = ""] = servers.map(({ address }) => address);
  const short = await shortAddresses({ pm, eng });
  stops.push(short.stop);
  const browser = browserOf({ env: process.env, platform: process.platform, onPath });
  const opened = browser
    ? "They open in your browser now; if not, open both addresses:"
    : "Open both addresses in a browser:";
  console.log(
    `\nA PM and an engineer are in one live PRD, each in a VS Code of their own. ${opened}\n\n  The PM:       ${short.address("pm")}\n  The engineer: ${short.address("eng")}\n\n${whatFirst}\n\nPress Ctrl+C here to end.\n`,
  );
  if (browser) for (const name of ["pm", "eng"]) openIn(browser, short.address(name));
  await Promise.race([died, ...servers.map((server) => server.died)]);
}
