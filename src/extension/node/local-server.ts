import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { LocalServer, RunningServer } from "../platform.ts";

/** How long the server may take to say where it listens, in milliseconds. */
const START_MS = 20_000;

interface Started {
  readonly process: ChildProcess;
  readonly server: RunningServer;
}

/** The co-editing server of dist/server.js as a process of its own, which ends when VS Code does. */
export function localServer(): LocalServer {
  let started: Promise<Started> | undefined;
  return {
    async start(extension, data) {
      if (started === undefined) {
        const now = begin(join(extension.fsPath, "dist/server.js"), data.fsPath);
        const over = (): void => {
          if (started === now) started = undefined;
        };
        started = now;
        now.then(({ process }) => process.once("exit", over), over);
      }
      return (await started).server;
    },
    async stop() {
      const { process } = (await started?.catch(() => undefined)) ?? {};
      if (process === undefined || process.exitCode !== null) return;
      const ended = new Promise((resolve) => process.once("exit", resolve));
      process.kill("SIGTERM");
      await ended;
    },
  };
}

async function begin(program: string, data: string): Promise<Started> {
  await mkdir(data, { recursive: true });
  const file = join(data, "port");
  const before = Number(await readFile(file, "utf8").catch(() => "0"));
  // Links that were sent name the port, so the same one is best; any other is better than none.
  const started = await listen(program, data, before).catch(async (error: unknown) => {
    if (before === 0) throw error;
    return listen(program, data, 0);
  });
  await writeFile(file, String(started.server.port));
  return started;
}

/** @throws Error with what the server said when it could not start */
function listen(program: string, data: string, port: number): Promise<Started> {
  const args = ["serve", "--json", "--data", data, "--host", "0.0.0.0", "--port", String(port)];
  const child = spawn(process.execPath, [program, ...args, "--tls-self-signed", "--stop-with-parent"], {
    env: environment(),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-4000)));
  const died = new Promise<string>((resolve) => {
    child.once("exit", () => resolve(lastSentence(said)));
    child.once("error", (error) => resolve(error.message));
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill();
      reject(new Error("The server on this computer did not start in time. Try again."));
    }, START_MS);
    const failed = async (): Promise<void> => {
      const reason = await died;
      clearTimeout(late);
      reject(new Error(`The server on this computer could not start. ${reason}`));
    };
    void failed();
    createInterface({ input: child.stdout }).once("line", (line) => {
      clearTimeout(late);
      const { url, fingerprint } = JSON.parse(line) as { url: string; fingerprint: string };
      resolve({
        process: child,
        server: {
          port: Number(new URL(url).port),
          fingerprint,
          addresses: addresses(),
          invite: async (room, { handle, name, role, right, days }) => {
            const who = ["--handle", handle, "--name", name, "--role", role, "--right", right];
            const secret = ["--secret-file", join(data, "secret"), "--expires", `${days}d`];
            const text = await run(program, ["invite", room, "--json", "--server", url, ...secret, ...who]);
            return (JSON.parse(text) as { token: string }).token;
          },
        },
      });
    });
  });
}

function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { env: environment(), windowsHide: true });
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
    child.once("error", reject);
    child.once("close", (code) => (code === 0 ? resolve(out) : reject(new Error(lastSentence(err)))));
  });
}

/** VS Code's own program runs scripts as Node does when it is told so. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
}

function lastSentence(said: string): string {
  return said.trim().split("\n").at(-1) ?? "";
}

/** IPv4 addresses that others may reach, those of private networks first. */
function addresses(): string[] {
  const all = Object.values(networkInterfaces())
    .flatMap((one) => one ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
  const isPrivate = (address: string): boolean =>
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
  return [...all.filter(isPrivate), ...all.filter((address) => !isPrivate(address))];
}
