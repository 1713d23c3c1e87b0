/** The co-editing server of this machine, for `npm start` and for the live test: started, killed, and asked for invitations. */
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * `server` is the address to put into the link, where it is not the server's own.
 * @typedef {{ room: string, name: string, handle: string, role: string, right: "edit" | "read", server?: string }} Invitation
 *
 * @typedef {object} LiveServer
 * @property {string} url `ws://127.0.0.1:PORT`
 * @property {number} port
 * @property {Promise<never>} died rejects when the server ends by itself
 * @property {(invitation: Invitation) => Promise<string>} invite a link that is good for a day
 * @property {(room: string, text: string) => Promise<void>} seed gives a new room its text
 * @property {(signal: "SIGTERM" | "SIGKILL") => Promise<void>} stop and wait until it is gone
 */

/**
 * @param {{ program: string, data: string, port?: number, fileKilobytes?: number }} options the `seamwork` program, and a
 *   folder that survives restarts: the same one with the same port is the same server; `fileKilobytes` is how large each of
 *   its files can become, as if the disk were full then (not on Windows)
 * @returns {Promise<LiveServer>}
 */
export async function startLiveServer({ program, data, port: wanted = 0, fileKilobytes }) {
  await mkdir(data, { recursive: true });
  const secretFile = join(data, "test-secret");
  if (!existsSync(secretFile)) await writeFile(secretFile, randomBytes(32).toString("hex"), { mode: 0o600 });
  const command = [
    ...[process.execPath, program, "serve", "--json", "--data", join(data, "rooms")],
    ...["--port", String(wanted), "--secret-file", secretFile],
  ];
  // A process is ended by a signal at its largest file, unless it was told to ignore that.
  const full = ["sh", "-c", `trap "" XFSZ; ulimit -f ${(fileKilobytes ?? 0) * 2}; exec "$@"`, "sh"];
  const [file = "", ...args] = fileKilobytes === undefined ? command : [...full, ...command];
  const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"] });
  let stopped = false;
  let output = "";
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.on("error", () => resolve());
  });
  /** @type {Promise<never>} */
  const died = new Promise((_resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (!stopped)
        reject(new Error(`The co-editing server ended by itself (${signal ?? code}).\n${output}`));
    });
  });
  died.catch(() => {});
  /** @type {Promise<string>} */
  const listening = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-20_000);
        const url = /"url":"(ws:[^"]+)"/.exec(output)?.[1];
        if (url) resolve(url);
      });
    }
  });
  const url = await Promise.race([listening, died]);
  /**
   * @param {Invitation} invitation
   * @returns {Promise<{ link: string, token: string }>}
   */
  async function invite({ room, name, handle, role, right, server = url }) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...[program, "invite", room, "--json", "--server", server, "--secret-file", secretFile],
      ...["--name", name, "--handle", handle, "--role", role, "--right", right, "--expires", "1d"],
    ]);
    return JSON.parse(stdout);
  }
  return {
    url,
    port: Number(new URL(url).port),
    died,
    invite: async (invitation) => (await invite(invitation)).link,
    async seed(room, text) {
      const { token } = await invite({ room, name: "Test", handle: "@test", role: "pm", right: "edit" });
      const response = await fetch(`${url.replace(/^ws/, "http")}/rooms/${room}`, {
        method: "PUT",
        headers: { authorization: `Bearer ${token}`, "content-type": "text/plain" },
        body: text,
      });
      if (!response.ok) throw new Error(`The room ${room} was not made: ${await response.text()}`);
    },
    async stop(signal) {
      stopped = true;
      child.kill(signal);
      await gone;
    },
  };
}
