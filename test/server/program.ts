/** The server as it ships, in a process of its own, and tokens for it. */
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What the tests' servers sign with. */
export const secret = "a secret of the tests, at least 32 bytes";

export interface Program {
  /** `ws://127.0.0.1:PORT` */
  readonly url: string;
  /** `http://127.0.0.1:PORT` */
  readonly http: string;
  /** How long it took until it listened, in milliseconds. */
  readonly ready: number;
  /** What it has written to its log so far. */
  log(): string;
  /** False as soon as the process has ended. */
  alive(): boolean;
  /** A sum of one of its metrics over all labels. */
  metric(name: string): Promise<number>;
  /** Ends it at once, as a power cut does. */
  kill(): Promise<void>;
  /** Asks it to end. @returns its exit code */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
const folders: string[] = [];
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

// A test that has failed leaves its server behind, and with it this process would never end.
after(() => {
  for (const child of running) child.kill("SIGKILL");
});

let bundle: string | undefined;

/** The server's program, built once per run from the sources of now. A mutation run has built it. */
function program(): string {
  if (bundle !== undefined) return bundle;
  const ready = process.env["SEAMWORK_PROGRAMS"];
  if (ready !== undefined) return (bundle = join(ready, "server.js"));
  // Below out/, from where the database's package is found; not dist/, which another run may be emptying.
  const folder = mkdtempSync(join("out", "server-"));
  folders.push(folder);
  const options = JSON.stringify({ folder, dev: true, names: ["server.js"] });
  const script = `import { buildAll } from "./esbuild.js"; await buildAll(${options});`;
  const built = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  if (built.status !== 0) throw new Error(`The server could not be built:\n${built.stderr}`);
  return (bundle = join(folder, "server.js"));
}

/** A folder that is gone when the tests end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "seamwork-server-test-"));
  folders.push(folder);
  return folder;
}

export interface ProgramOptions {
  readonly limits?: Record<string, number>;
  readonly flags?: readonly string[];
  readonly heap?: number;
  readonly fileKilobytes?: number;
}

/**
 * Starts the server on a folder of data and waits until it listens.
 *
 * @param limits by name; what is not named has its default
 * @param flags further ones of `serve`
 * @param heap the most that JavaScript's objects may take, in MB
 * @param fileKilobytes how large each of its files can become, as if the disk were full then (not on Windows)
 * @throws with its output when it ends instead
 */
export async function startProgram(
  data: string,
  { limits, flags = [], heap, fileKilobytes }: ProgramOptions = {},
): Promise<Program> {
  const args = ["serve", "--data", data, "--port", "0", "--json", ...flags];
  if (limits !== undefined) {
    const file = join(temporaryFolder(), "limits.json");
    writeFileSync(file, JSON.stringify(limits));
    args.push("--limits", file);
  }
  const began = performance.now();
  const memory = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
  const command = [process.execPath, ...memory, program(), ...args];
  // A process is ended by a signal at its largest file, unless it was told to ignore that.
  const full = ["sh", "-c", `trap "" XFSZ; ulimit -f ${(fileKilobytes ?? 0) * 2}; exec "$@"`, "sh"];
  const [file = "", ...rest] = fileKilobytes === undefined ? command : [...full, ...command];
  const child = spawn(file, rest, {
    env: { ...process.env, SEAMWORK_SECRET: secret },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.on("exit", () => running.delete(child));
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (log = (log + text).slice(-200_000)));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      log += `${line}\n`;
      if (line.startsWith('{"url":')) resolve((JSON.parse(line) as { url: string }).url);
    });
    child.on("exit", (code) =>
      reject(new Error(`The server ended with ${code} instead of listening:\n${log}`)),
    );
  });
  const http = url.replace(/^ws/, "http");
  return {
    url,
    http,
    ready: performance.now() - began,
    log: () => log,
    alive: () => child.exitCode === null && child.signalCode === null,
    metric: (name) => metric(http, name),
    async kill() {
      await ended(child, "SIGKILL");
    },
    stop: () => ended(child, "SIGTERM"),
  };
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode);
    child.on("exit", resolve);
    child.kill(signal);
  });
}

async function metric(http: string, name: string): Promise<number> {
  const response = await fetch(`${http}/metrics`, { headers: { authorization: `Bearer ${tokenFor("*")}` } });
  const values = (await response.text())
    .split("\n")
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .map((line) => Number(line.slice(line.lastIndexOf(" "))));
  if (values.length === 0) throw new Error(`The server has no metric ${name}.`);
  return values.reduce((sum, value) => sum + value, 0);
}

export interface Claims {
  readonly [claim: string]: unknown;
}

/** A token as `seamwork invite` makes it, for somebody who may edit unless the claims say otherwise. */
export function tokenFor(room: string, claims: Claims = {}): string {
  return signed({ alg: "HS256", typ: "JWT" }, { ...person(room), ...claims }, secret);
}

/** What such a token says. */
export function person(room: string): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    ...{ sub: "@lena", name: "Lena Ortiz", role: "pm", right: "edit", room },
    ...{ iat: now, exp: now + 3600, jti: randomUUID() },
  };
}

/** Any token at all. @param key of the signature; HS256 whatever the header says, or none */
export function signed(header: object, claims: object, key: string | undefined): string {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const content = `${base64(header)}.${base64(claims)}`;
  const signature = key === undefined ? "" : createHmac("sha256", key).update(content).digest("base64url");
  return `${content}.${signature}`;
}
