/**
 * VS Code's own server, for machines where the desktop VS Code cannot be downloaded or shown.
 *
 * It comes from npm with a Node of its own, because it dies on older ones, and is kept in the cache folder.
 */
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { cache } from "./paths.js";
import { runQuietly } from "./process.js";

/**
 * The newest VS Code that was tried, and the oldest that the manifest's engines.vscode names, each with a Node it runs on.
 * @typedef {"newest" | "oldest"} Release
 */
const releases = {
  newest: { server: "4.139.1", node: "24.21.0" },
  oldest: { server: "4.106.3", node: "22.23.3" },
};
const nodePackage = `node-${process.platform}-${process.arch}`;
const nodeFolder = join("node_modules", nodePackage, "bin");
const codeFolder = join("node_modules", "code-server", "lib", "vscode");

/** @param {Release} release */
const homeOf = (release) =>
  join(cache, `vscode-server-${releases[release].server}-node-${releases[release].node}`);

/** The extensions that VS Code brings, such as its markdown grammar. */
export const builtInExtensions = join(homeOf("newest"), codeFolder, "extensions");

/** Settings that keep what has nothing to do with us out of the window. */
export const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/**
 * Installs the server when it is missing. The folder gets its name only when everything is in it, so an install that
 * was cut off is never taken for a whole one.
 * @param {Release} [release]
 */
export async function installServer(release = "newest") {
  const home = homeOf(release);
  const { server, node } = releases[release];
  if (existsSync(home)) return;
  await mkdir(cache, { recursive: true });
  for (const left of readdirSync(cache).filter((name) => isTorn(name))) {
    console.log(`Removing an unfinished install: ${left}`);
    await rm(join(cache, left), { recursive: true, force: true });
  }
  console.log(`Installing VS Code's server ${server} (once, about 800 MB) …`);
  const started = Date.now();
  const folder = `${home}.${process.pid}.part`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  await runQuietly("npm", ["install", `code-server@${server}`, `${nodePackage}@${node}`, ...quiet], {
    cwd: folder,
  });
  await avoidGit(join(folder, codeFolder));
  // The packages of VS Code itself are named by its own lock file.
  const env = { ...process.env, PATH: join(folder, nodeFolder) + delimiter + process.env["PATH"] };
  for (const part of [codeFolder, join(codeFolder, "extensions")]) {
    console.log(part === codeFolder ? "  its packages …" : "  its built-in extensions …");
    await runQuietly("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: join(folder, part),
      env,
    });
  }
  try {
    await rename(folder, home);
  } catch (error) {
    // Another run was faster; its install is as good as ours.
    await rm(folder, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  console.log(`  done in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * The oldest server names a commit of its file watcher; the published package does the same and comes prebuilt.
 * @param {string} folder of VS Code's own package
 */
async function avoidGit(folder) {
  /** @type {[name: string, version: string]} */
  const [name, version] = ["@parcel/watcher", "2.5.6"];
  const manifestFile = join(folder, "package.json");
  const lockFile = join(folder, "npm-shrinkwrap.json");
  const manifest = JSON.parse(await readFile(manifestFile, "utf8"));
  if (!manifest.dependencies[name]?.includes("#")) return;
  const lock = JSON.parse(await readFile(lockFile, "utf8"));
  manifest.dependencies[name] = version;
  lock.packages[""].dependencies[name] = version;
  delete lock.packages[`node_modules/${name}`];
  await writeFile(manifestFile, JSON.stringify(manifest));
  await writeFile(lockFile, JSON.stringify(lock));
}

/** @param {string} name of a folder in the cache: is it a part whose maker is gone? */
function isTorn(name) {
  const pid = /\.(\d+)\.part$/.exec(name)?.[1];
  if (!pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch {
    return true;
  }
}

/**
 * Starts the server on a free port of this machine only.
 * @param {{ dataFolder: string, extensionsFolder?: string | undefined, release?: Release, settings?: object,
 *   env?: NodeJS.ProcessEnv }} options `settings` beside the quiet ones; `env` is what extensions find, beside this process's
 * @returns {Promise<{ port: number, died: Promise<never>, stop: () => void }>} `died` rejects when the server ends by itself
 */
export async function startServer({
  dataFolder,
  extensionsFolder,
  release = "newest",
  settings = {},
  env = {},
}) {
  // A user's settings stay in the browser; the server's machine settings have the same effect.
  const machine = join(dataFolder, "data", "Machine");
  await mkdir(machine, { recursive: true });
  await writeFile(join(machine, "settings.json"), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const home = homeOf(release);
  const child = spawn(
    join(home, nodeFolder, "node"),
    [
      join(home, codeFolder, "out", "server-main.js"),
      ...[
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--without-connection-token",
        "--accept-server-license-terms",
      ],
      ...["--server-data-dir", dataFolder, "--disable-telemetry", "--disable-workspace-trust"],
      ...(extensionsFolder ? ["--extensions-dir", extensionsFolder] : []),
      // Without it the workbench ignores the test suite in the address.
      "--enable-smoke-test-driver",
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      env: { ...process.env, ...env },
    },
  );
  let stopped = false;
  let output = "";
  /** @type {Promise<never>} */
  const died = new Promise((_resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (!stopped)
        reject(new Error(`VS Code's server ended by itself (${signal ?? code}).\n${output.slice(-2000)}`));
    });
  });
  died.catch(() => {});
  /** @type {Promise<number>} */
  const listening = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-20_000);
        const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
        if (port) resolve(Number(port));
      });
    }
  });
  const stop = () => {
    stopped = true;
    try {
      // The group, because extension hosts are children of the server.
      if (child.pid) process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGTERM");
    } catch {
      // It is gone already.
    }
  };
  try {
    return { port: await Promise.race([listening, died]), died, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * The address that opens a folder with an extension under development.
 * @param {number} port
 * @param {{ folder: string, extension: string, tests?: string | undefined, file?: string }} what absolute paths; `file`
 *   is opened in the editor
 */
export function workbenchAddress(port, { folder, extension, tests, file }) {
  const authority = `127.0.0.1:${port}`;
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const payload = [
    ["extensionDevelopmentPath", remote(extension)],
    ...(tests ? [["extensionTestsPath", remote(tests)]] : []),
    ...(file ? [["openFile", remote(file)]] : []),
    ["skipWelcome", "true"],
  ];
  return `http://${authority}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}
