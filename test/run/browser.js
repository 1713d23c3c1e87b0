import { spawn } from "node:child_process";
import { createServer } from "node:http";

/** What opens an address on Linux, the best first; the second is for Windows' Linux. */
const openers = ["xdg-open", "wslview", "gio", "firefox", "chromium", "chromium-browser", "google-chrome"];

/**
 * The program that opens an address in the person's browser, and its arguments before the address; undefined where there
 * is no browser to see.
 * @param {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, onPath: (program: string) => string | undefined }} machine
 * @returns {[program: string, ...args: string[]] | undefined}
 */
export function browserOf({ env, platform, onPath }) {
  // Terminals of remote machines say so, without a screen of their own: the browser is where the person sits.
  const named = env["BROWSER"]?.split(":").find((one) => onPath(one) !== undefined || one.startsWith("/"));
  if (named && !/^(?:echo|true|none|\/bin\/true|\/bin\/false)$/.test(named)) return [named];
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["explorer"];
  if (!env["DISPLAY"] && !env["WAYLAND_DISPLAY"]) return undefined;
  const program = openers.find((one) => onPath(one) !== undefined);
  return program === undefined ? undefined : program === "gio" ? [program, "open"] : [program];
}

/**
 * @param {readonly [program: string, ...args: string[]]} browser
 * @param {string} address
 */
export function openIn([program, ...args], address) {
  spawn(program, [...args, address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}

/**
 * Short names for long addresses, on a free port of this machine only.
 * @param {Readonly<Record<string, string>>} addresses by their short names
 * @returns {Promise<{ address: (name: string) => string, stop: () => void }>}
 */
export async function shortAddresses(addresses) {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    const location = Object.hasOwn(addresses, name) ? addresses[name] : undefined;
    if (location === undefined)
      response.writeHead(404, { "content-type": "text/plain" }).end(`There is ${list(addresses)} here.\n`);
    else response.writeHead(302, { location, "cache-control": "no-store" }).end();
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", () => resolve(undefined));
  });
  const bound = server.address();
  const port = bound !== null && typeof bound === "object" ? bound.port : 0;
  return {
    address: (name) => `http://127.0.0.1:${port}/${name}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {Readonly<Record<string, string>>} addresses */
function list(addresses) {
  return Object.keys(addresses)
    .map((name) => `/${name}`)
    .join(" and ");
}
