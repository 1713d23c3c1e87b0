import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** The stand-in for the desktop VS Code must never report a success that it did not see. */
describe("the launcher", function () {
  this.timeout(120_000);
  let folder: string;
  let started = 0;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "seamwork-launcher-"));
    mkdirSync(join(folder, "workspace"));
    mkdirSync(join(folder, "extension"));
    const manifest = { name: "probe", publisher: "seamwork", version: "0.0.1", engines: { vscode: "*" } };
    writeFileSync(join(folder, "extension/package.json"), JSON.stringify(manifest));
  });

  after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  /** Runs a suite whose `run` has this body. */
  async function launch(
    body: string,
    { args = [], limit = 60 }: { args?: string[]; limit?: number } = {},
  ): Promise<{ code: number | null; output: string }> {
    const suite = join(folder, `suite-${(started += 1)}.cjs`);
    writeFileSync(suite, `exports.run = async () => { ${body} };`);
    const child = spawn(
      process.execPath,
      [
        "test/run/code.js",
        join(folder, "workspace"),
        `--extensionDevelopmentPath=${join(folder, "extension")}`,
        `--extensionTestsPath=${suite}`,
        `--user-data-dir=${join(folder, `data-${started}`)}`,
        ...args,
      ],
      { env: { ...process.env, SEAMWORK_HOST_LIMIT: String(limit) } },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, output };
  }

  it("ends with 0 when the suite does not complain", async () => {
    assert.deepEqual(await launch(""), { code: 0, output: "" });
  });

  it("ends with 1 when the suite complains", async () => {
    assert.equal((await launch("throw new Error('no')")).code, 1);
  });

  it("ends with 1 when the server dies", async () => {
    // The extension host is a child of the server.
    const { code, output } = await launch(
      "process.kill(process.ppid, 'SIGKILL'); await new Promise(() => {});",
    );
    assert.equal(code, 1);
    assert.match(output, /ended by itself/);
  });

  it("ends with 1 when the page crashes", async () => {
    const port = await freePort();
    const launched = launch("await new Promise(() => {});", { args: [`--remote-debugging-port=${port}`] });
    await crashPage(port);
    const { code, output } = await launched;
    assert.equal(code, 1);
    assert.match(output, /crashed/);
  });

  it("ends with 1 when the time is up", async () => {
    const { code, output } = await launch("await new Promise(() => {});", { limit: 8 });
    assert.equal(code, 1);
    assert.match(output, /did not end within 8 s/);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Waits for the workbench and crashes its page. */
async function crashPage(port: number): Promise<void> {
  for (;;) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const page = browser.contexts()[0]?.pages()[0];
      if (page?.url().includes("folder=")) {
        void page.goto("chrome://crash").catch(() => {});
        return;
      }
      await browser.close();
    } catch {
      // The browser is not there yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
