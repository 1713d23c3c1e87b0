import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { parseLink } from "../../src/collab/link.ts";
import { claimsOf } from "../../src/collab/session/token.ts";

/**
 * Stands in for `code` and the VS Code that it opens: two processes, of which the first waits for the second. The second
 * notes its process where VS Code does, writes down what it was given, and ends when a file says that its window is closed.
 */
const standIn = `#!${process.execPath}
const { spawn } = require("node:child_process");
const { existsSync, writeFileSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const home = process.env.STAND_IN_HOME;
const [role, ...args] = process.argv.slice(2);
if (process.env.STAND_IN_FAILS) {
  console.error("There is no screen.");
  process.exit(3);
} else if (role !== "window") {
  spawn(process.execPath, [__filename, "window", role, ...args], { detached: true, stdio: "ignore" })
    .on("exit", () => process.exit(0));
} else {
  const user = args.find((arg) => arg.startsWith("--user-data-dir=")).replace(/^.*?=/, "");
  const lock = join(user, "code.lock");
  const closed = join(home, "closed-" + process.pid);
  const close = () => {
    rmSync(lock, { force: true });
    process.exit(0);
  };
  process.on("SIGTERM", close);
  writeFileSync(lock, String(process.pid));
  const { SEAMWORK_LIVE_LINK: link, SEAMWORK_READ_BESIDE: beside, PATH: path } = process.env;
  const opened = { pid: process.pid, args, link, beside, path };
  writeFileSync(join(home, "opened-" + process.pid + ".part"), JSON.stringify(opened));
  require("node:fs").renameSync(join(home, "opened-" + process.pid + ".part"), join(home, "opened-" + process.pid));
  setInterval(() => existsSync(closed) && close(), 50);
}
`;

interface Opened {
  readonly pid: number;
  readonly args: readonly string[];
  readonly link: string;
  readonly beside?: string;
  readonly path: string;
}

/** With `code` on PATH; what opens in a browser is in test/live/start.test.ts. */
describe("npm start where VS Code is installed", function () {
  this.timeout(120_000);
  const prd = "prds/PRD-103-waiting-list.prd.md";
  let home: string;
  let program: ChildProcess;
  let output = "";
  let ended: Promise<number | null>;
  const providers: WebsocketProvider[] = [];

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "seamwork-code-"));
    mkdirSync(join(home, "bin"));
    writeFileSync(join(home, "bin/code"), standIn);
    chmodSync(join(home, "bin/code"), 0o755);
  });

  afterEach(async () => {
    program.kill("SIGTERM");
    await ended;
    for (const provider of providers.splice(0)) {
      provider.destroy();
      // Its awareness has a clock that only the document ends.
      provider.doc.destroy();
    }
    rmSync(home, { recursive: true, force: true });
  });

  function start(env: NodeJS.ProcessEnv = {}): void {
    output = "";
    program = spawn(process.execPath, ["test/run/start.js"], {
      env: {
        ...process.env,
        PATH: [join(home, "bin"), dirname(process.execPath)].join(delimiter),
        // The folder in which it keeps what has to be gone afterwards.
        TMPDIR: home,
        STAND_IN_HOME: home,
        ...env,
      },
    });
    for (const stream of [program.stdout, program.stderr])
      stream?.on("data", (text) => (output += String(text)));
    ended = new Promise((resolve) => program.once("close", resolve));
  }

  /** What the two windows were given, the PM's first. */
  async function windows(): Promise<[Opened, Opened]> {
    const files = (): string[] => readdirSync(home).filter((name) => /^opened-\d+$/.test(name));
    await until(
      "both windows",
      () => {
        assert.equal(program.exitCode, null, output);
        return files().length === 2;
      },
      60_000,
    );
    const opened = files().map((name) => JSON.parse(readFileSync(join(home, name), "utf8")) as Opened);
    const [pm, eng] = opened.sort(
      (a, b) => Number(/\/eng\//.test(a.args.join())) - Number(/\/eng\//.test(b.args.join())),
    );
    assert.ok(pm !== undefined && eng !== undefined);
    return [pm, eng];
  }

  /** Goes in by a window's link, as another program does. */
  function enter({ link }: Opened): { text: Y.Text; token: string; server: string } {
    const invitation = parseLink(link);
    assert.ok(typeof invitation === "object", link);
    const { server, room, token } = invitation;
    const doc = new Y.Doc();
    const provider = new WebsocketProvider(server, room, doc, {
      params: { token },
      disableBc: true,
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    });
    providers.push(provider);
    return { text: doc.getText("content"), token, server };
  }

  const option = ({ args }: Opened, name: string): string =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.replace(/^.*?=/, "") ?? "";

  const isAlive = ({ pid }: Opened): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  const leftovers = (): string[] => readdirSync(home).filter((name) => name.startsWith("seamwork-"));

  it("opens a window for the PM and one for the engineer, each with a VS Code, a folder and a link of its own", async () => {
    start();
    const both = await windows();
    const example = readFileSync(join("docs/example", prd), "utf8");
    const texts: Y.Text[] = [];
    for (const [index, opened] of both.entries()) {
      assert.equal(option(opened, "extensionDevelopmentPath"), process.cwd());
      for (const flag of ["--new-window", "--wait", "--disable-workspace-trust"])
        assert.ok(opened.args.includes(flag), flag);
      const user = option(opened, "user-data-dir");
      const settings = JSON.parse(readFileSync(join(user, "User/settings.json"), "utf8")) as object;
      const handle = index === 0 ? "@tomas" : "@priya";
      assert.equal(settings["seamwork.me" as keyof object], handle);
      const [folder = "", file = ""] = opened.args.filter((arg) => !arg.startsWith("--"));
      assert.equal(file, join(folder, prd));
      assert.equal(readFileSync(file, "utf8"), example);
      assert.ok(existsSync(join(folder, "seamwork.yaml")));

      const { text, token } = enter(opened);
      texts.push(text);
      const { handle: whose, role, right } = claimsOf(token) ?? {};
      assert.deepEqual([whose, role, right], [handle, index === 0 ? "pm" : "eng", "edit"]);
    }
    for (const name of ["user-data-dir", "extensions-dir"])
      assert.notEqual(option(both[0], name), option(both[1], name));
    // The links lead into one room, which has the PRD.
    await until("both have the PRD", () => texts.every((text) => text.toJSON() === example));
    texts[0]?.insert(0, "!");
    await until("they are in one room", () => texts[1]?.toJSON() === `!${example}`);
  });

  it("says what to do first, shows what there is to try in the PM's window, and gives terminals the command of its last step", async () => {
    start();
    const [pm, eng] = await windows();
    await until("it says what to do first", () => /What to do first: .*\n(?:.+\n)+/.test(output));
    assert.deepEqual([pm.beside, eng.beside], ["README.md", undefined]);
    const steps = readFileSync("docs/example/README.md", "utf8");
    const folder = pm.args.find((arg) => !arg.startsWith("--")) ?? "";
    for (const { path } of [pm, eng])
      for (const [, command = ""] of steps.matchAll(/`seamwork ([^`]+)`/g)) {
        const [program = ""] = path.split(delimiter);
        const { status, stdout, stderr } = spawnSync(join(program, "seamwork"), command.split(" "), {
          cwd: folder,
          encoding: "utf8",
        });
        assert.ok(status === 0 || status === 1, `${command}: ${stderr}`);
        assert.match(stdout, /PRD-10[23]/, command);
      }
  });

  it("ends when both windows are closed, and not before, and leaves nothing behind", async () => {
    start();
    const [pm, eng] = await windows();
    assert.equal(leftovers().length, 1);
    const close = ({ pid }: Opened): void => writeFileSync(join(home, `closed-${pid}`), "");
    close(pm);
    await until("the PM's window is closed", () => !isAlive(pm));
    const { text, server } = enter(eng);
    await until("the engineer still has a server", () => text.length > 0);
    assert.equal(program.exitCode, null);
    close(eng);
    assert.equal(await ended, 0);
    assert.deepEqual(leftovers(), []);
    await assert.rejects(fetch(server.replace(/^ws/, "http")));
  });

  it("closes both windows when it is told to end", async () => {
    start();
    const both = await windows();
    program.kill("SIGINT");
    assert.equal(await ended, 0);
    assert.deepEqual(both.map(isAlive), [false, false]);
    assert.deepEqual(leftovers(), []);
  });

  it("fails when VS Code does not open", async () => {
    start({ STAND_IN_FAILS: "1" });
    assert.equal(await ended, 1);
    assert.match(output, /There is no screen\.\n(?:.*\n)*VS Code did not open: “.*code” ended with 3\./);
    assert.deepEqual(leftovers(), []);
  });
});

async function until(what: string, holds: () => boolean, limit = 10_000): Promise<void> {
  const end = Date.now() + limit;
  while (!holds()) {
    assert.ok(Date.now() < end, `After ${limit} ms there was still not: ${what}.`);
    await sleep(20);
  }
}
