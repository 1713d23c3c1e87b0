/**
 * `npm start`: the extension on docs/example, in a fresh clone too.
 *
 * With `code` on PATH that VS Code opens; without, VS Code's own server serves a browser until Ctrl+C.
 * `npm start -- --check` prints the problems of the example and ends.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPackages } from "./bootstrap.js";
import { cache, root } from "./paths.js";
import { run } from "./process.js";

installPackages();
const { buildAll } = await import("../../esbuild.js");
await buildAll({ folder: join(root, "dist"), dev: false }).catch((error) => {
  console.error(error.message);
  process.exit(2);
});

const example = join(root, "docs/example");
// The thin draft: whoever opens the example sees at once what Seamwork asks.
const file = join(example, "prds/PRD-103-waiting-list.prd.md");
const data = join(cache, "start");

if (process.argv.includes("--check")) {
  // Problems are what this shows; only a command that could not work is a failure.
  const code = await run(process.execPath, [join(root, "dist/cli.js"), "check", "docs/example"]);
  process.exit(code > 1 ? code : 0);
}

const { onPath } = await import("./chromium.js");
const code = onPath("code");
if (code) {
  console.log("Opening VS Code on docs/example …");
  const args = [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${join(data, "code")}`,
    "--new-window",
    example,
    file,
  ];
  process.exit(await run(code, args));
}

const { installServer, startServer, workbenchAddress } = await import("./vscode-server.js");
await installServer();
const server = await startServer({ dataFolder: join(data, "server") });
const address = workbenchAddress(server.port, { folder: example, extensions: [root], file });
console.log(`\nVS Code runs here, with Seamwork on docs/example, until you press Ctrl+C:\n\n  ${address}\n`);
openBrowser(address);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => {
    server.stop();
    process.exit(0);
  });
}
await server.died.catch((error) => {
  console.error(error.message);
  process.exit(1);
});

/** @param {string} url opened where there is a screen */
function openBrowser(url) {
  const screen = process.platform !== "linux" || process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"];
  const opener =
    process.platform === "darwin" ? "open" : process.platform === "win32" ? "explorer" : "xdg-open";
  if (screen) spawn(opener, [url], { stdio: "ignore", detached: true }).on("error", () => {});
}
