/** `seamwork serve` and `seamwork invite`, as they ship. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { parseLink } from "../../src/collab/link.ts";
import { closeAll, joined, later, temporaryFolder, until } from "./harness.ts";

let folder = "";

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function seamwork(...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "cli.js"), ...args], {
    encoding: "utf8",
    env: { ...process.env, SEAMWORK_SECRET: "" },
  });
  return { code: status, out: stdout, err: stderr };
}

interface Served {
  readonly child: ChildProcess;
  readonly url: string;
  readonly fingerprint?: string;
  readonly ended: Promise<number | null>;
  readonly err: () => string;
}

async function serve(...args: string[]): Promise<Served> {
  const child = spawn(process.execPath, [join(folder, "cli.js"), "serve", "--port", "0", "--json", ...args], {
    env: { ...process.env, SEAMWORK_SECRET: "" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  later(() => child.kill("SIGKILL"));
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const ended = new Promise<number | null>((done) => void child.on("close", done));
  await until("it listens", () => out.includes("\n") || child.exitCode !== null, 20_000);
  assert.match(out, /^\{.*\}\n$/, err);
  return { child, ended, err: () => err, ...(JSON.parse(out) as { url: string; fingerprint?: string }) };
}

const person = ["--name", "Lena Fischer", "--handle", "@lena", "--role", "pm", "--right", "edit"];

function invited(
  room: string,
  url: string,
  secret: string,
  ...more: string[]
): Record<"url" | "room" | "token" | "link", string> {
  const { code, out, err } = seamwork(
    "invite",
    room,
    "--server",
    url,
    "--secret-file",
    secret,
    ...person,
    "--json",
    ...more,
  );
  assert.equal(code, 0, err);
  return JSON.parse(out) as Record<"url" | "room" | "token" | "link", string>;
}

/** One line that says why, and exit code 2. */
function assertRefused({ code, out, err }: Outcome, reason: RegExp): void {
  assert.match(err, reason);
  assert.equal(err.trimEnd().split("\n").length, 1, err);
  assert.equal(code, 2);
  assert.equal(out, "");
}

describe("seamwork serve and invite", () => {
  // A mutation run has built them.
  const ready = process.env["SEAMWORK_PROGRAMS"];
  before(() => {
    if (ready !== undefined) return void (folder = ready);
    // Below out/, from where nothing but the packages of the project is found.
    folder = mkdtempSync(join("out", "program-"));
    const options = JSON.stringify({ folder, dev: false, names: ["cli.js", "server.js"] });
    const script = `import { buildAll } from "./esbuild.js"; await buildAll(${options});`;
    const built = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
    });
    assert.equal(built.status, 0, built.stderr);
  });
  after(() => {
    if (ready === undefined) rmSync(folder, { recursive: true, force: true });
  });
  afterEach(closeAll);

  it("serve what a stock client types, with a secret of their own, and keep it over a restart", async () => {
    const data = join(temporaryFolder(), "new", "data");
    const server = await serve("--data", data);
    assert.match(server.url, /^ws:\/\/127\.0\.0\.1:\d+$/);
    assert.match(server.err(), /^Created a secret in .*secret; /);
    const secret = join(data, "secret");
    if (process.platform !== "win32") assert.equal(statSync(secret).mode & 0o777, 0o600);
    const { token, room, url, link } = invited("prd-1", server.url, secret);
    assert.deepEqual(parseLink(link), { server: server.url, room: "prd-1", token });
    const client = await joined({ url }, room, token);
    client.text.insert(0, "from a stock client");
    client.provider.disconnect();
    const other = await joined({ url }, room, token);
    await until("there", () => other.text.length > 0 || client.text.length === 0);
    server.child.kill("SIGTERM");
    assert.equal(await server.ended, 0);
    const again = await serve("--data", data);
    assert.equal(again.err(), "");
    assert.equal((await joined(again, room, token)).text.toJSON(), "from a stock client");
  });

  it("stop with whoever started them, only if they are asked to", async () => {
    const stays = await serve("--data", temporaryFolder());
    stays.child.stdin!.end();
    const goes = await serve("--data", temporaryFolder(), "--stop-with-parent");
    goes.child.stdin!.end();
    assert.equal(await goes.ended, 0);
    assert.equal(stays.child.exitCode, null);
  });

  it("make a certificate whose fingerprint stays, and say an address that others reach", async () => {
    const data = temporaryFolder();
    const args = ["--data", data, "--tls-self-signed", "--host", "0.0.0.0"];
    const server = await serve(...args, "--public-address", "prds.example.com");
    assert.match(server.url, /^wss:\/\/prds\.example\.com:\d+$/);
    assert.match(server.fingerprint!, /^[0-9a-f]{64}$/);
    server.child.kill("SIGTERM");
    assert.equal(await server.ended, 0);
    const again = await serve(...args);
    assert.equal(again.fingerprint, server.fingerprint);
    assert.doesNotMatch(again.url, /0\.0\.0\.0/);
    const { link } = invited("prd-1", again.url, join(data, "secret"), "--fingerprint", again.fingerprint!);
    const invitation = parseLink(link);
    assert.ok(typeof invitation === "object" && invitation.fingerprint === again.fingerprint);
  });

  it("refuse what would not be safe or cannot work, with the reason", async () => {
    const data = temporaryFolder();
    const file = (name: string, text: string): string => {
      writeFileSync(join(data, name), text);
      return join(data, name);
    };
    const start = (...args: string[]): Outcome => seamwork("serve", "--data", data, "--port", "0", ...args);
    assertRefused(start("--host", "0.0.0.0"), /anyone on the network could read along.*--behind-proxy/);
    assertRefused(start("--tls-cert", "x"), /--tls-cert and --tls-key belong together/);
    assertRefused(start("--tls-cert", "x", "--tls-key", "y"), /^x cannot be read: /);
    assertRefused(
      start("--tls-cert", file("cert", "no"), "--tls-key", file("key", "no")),
      /should be a certificate and its key/,
    );
    assertRefused(start("--secret-file", file("short", "short")), /at least 32 characters/);
    assertRefused(start("--secret-file", join(data, "none")), /cannot be read/);
    assertRefused(start("--limits", file("limits", "roms: 1")), /there is no limit “roms”/);
    assertRefused(
      start("--host", "203.0.113.9", "--behind-proxy"),
      /203\.0\.113\.9 is not an address of this machine/,
    );
    assertRefused(start("--port", "x"), /--port.*a number from 0 to 65535/);
    assertRefused(seamwork("serve"), /--data/);
    assertRefused(seamwork("serve", "--data", join(file("file", ""), "x")), /cannot be created/);
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => taken.once("listening", done));
    const { port } = taken.address() as AddressInfo;
    assertRefused(
      start("--port", String(port)),
      /Port \d+ on 127\.0\.0\.1 is in use by another program; choose another with --port/,
    );
    taken.close();
    await serve("--data", data);
    assertRefused(start(), /stays untouched: another server is using it/);
  });

  it("refuse an invitation that could not work, with the reason", () => {
    const began = Math.floor(Date.now() / 1000);
    const secret = join(temporaryFolder(), "secret");
    writeFileSync(secret, "0123456789abcdef0123456789abcdef\n");
    const invite = (room: string, server: string, ...more: string[]): Outcome =>
      seamwork("invite", room, "--server", server, "--secret-file", secret, ...person, ...more);
    const url = "wss://live.example.com";
    assertRefused(invite("a/b", url), /“a\/b” is not a room name/);
    assertRefused(invite("prd-1", "https://live.example.com"), /not the address of a server, such as wss:/);
    assertRefused(invite("prd-1", url, "--expires", "soon"), /a time such as 30m, 12h or 7d/);
    assertRefused(invite("prd-1", url, "--right", "own"), /edit, read/);
    assertRefused(invite("prd-1", url, "--handle", "a b"), /a name such as @lena/);
    assertRefused(invite("prd-1", url, "--fingerprint", "12"), /64 hex digits/);
    assertRefused(
      seamwork("invite", "prd-1", "--server", url, ...person),
      /Which secret does the server use\?/,
    );
    const { out } = invite("team.*", url, "--handle", "lena", "--expires", "90d");
    const invitation = parseLink(out);
    assert.ok(typeof invitation === "object" && invitation.room === "team.*");
    const claims = JSON.parse(Buffer.from(invitation.token.split(".")[1]!, "base64url").toString()) as Record<
      string,
      unknown
    >;
    assert.equal(claims["sub"], "@lena");
    const expires = Number(claims["exp"]) - 90 * 86_400;
    assert.ok(began <= expires && expires <= Date.now() / 1000, `${expires}`);
  });

  it("are in the help, and help themselves", () => {
    assert.match(seamwork("--help").out, /serve .*\n[^]*invite /);
    for (const args of [
      ["serve", "--help"],
      ["help", "serve"],
    ])
      assert.match(seamwork(...args).out, /--stop-with-parent/);
    assert.match(seamwork("invite", "--help").out, /--fingerprint/);
    assert.match(readFileSync("docs/server.md", "utf8"), /seamwork invite /);
  });
});
