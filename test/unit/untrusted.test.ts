import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

/** What of the extension's own files is called here, as far as the calls go. */
interface OfTheExtension {
  readonly git: {
    blame(file: Place, text: string): Promise<unknown>;
    texts(file: Place, most: number): AsyncIterable<{ readonly text: string }>;
  };
  trendOf(
    folder: Place,
    request: { extension: Place; from: string; today: string },
    token: unknown,
  ): Promise<unknown>;
}

interface Place {
  readonly scheme: string;
  readonly fsPath: string;
}

/** As much of VS Code as stands between these files and git: addresses, and whether the person trusts the folder. */
const vscode = `
const { join } = require("node:path");
const file = (fsPath) => ({ scheme: "file", fsPath });
module.exports = {
  workspace: { isTrusted: false },
  Uri: { file, joinPath: ({ fsPath }, ...parts) => file(join(fsPath, ...parts)) },
};`;

/** A program in place of the one that works out the trend; it leaves a trace of having run. */
const program = `require("node:fs").writeFileSync(require("node:path").join(__dirname, "ran"), "");
console.log(JSON.stringify({ points: [] }));`;

describe("history in a workspace that is not trusted", () => {
  let folder = "";
  let ours: OfTheExtension;
  let workspace: { isTrusted: boolean };
  const at = (...path: string[]): string => join(folder, ...path);
  const never = { onCancellationRequested: () => ({ dispose: () => {} }), isCancellationRequested: false };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "seamwork-trust-"));
    mkdirSync(at("repository"));
    mkdirSync(at("dist"));
    writeFileSync(at("dist", "cli.js"), program);
    writeFileSync(at("repository", "one.md"), "# One\n");
    const run = (...args: string[]): unknown =>
      execFileSync("git", ["-c", "user.name=Lena", "-c", "user.email=lena@example.com", ...args], {
        cwd: at("repository"),
        stdio: "pipe",
      });
    run("init", "--quiet");
    run("add", ".");
    run("commit", "--quiet", "--message", "One");
    await build({
      stdin: {
        contents: `export { git } from "./git.ts"; export { trendOf } from "./trend.ts";`,
        resolveDir: "src/extension/node",
        loader: "ts",
      },
      outfile: at("ours.cjs"),
      bundle: true,
      format: "cjs",
      platform: "node",
      external: ["vscode"],
      logLevel: "warning",
    });
    mkdirSync(at("node_modules", "vscode"), { recursive: true });
    writeFileSync(at("node_modules", "vscode", "index.js"), vscode);
    const require = createRequire(at("ours.cjs"));
    ours = require("./ours.cjs") as OfTheExtension;
    ({ workspace } = require("vscode") as { workspace: { isTrusted: boolean } });
  });
  beforeEach(() => {
    // Git writes each of its runs there.
    process.env["GIT_TRACE"] = at("trace");
    rmSync(at("trace"), { force: true });
    rmSync(at("dist", "ran"), { force: true });
  });
  afterEach(() => delete process.env["GIT_TRACE"]);
  after(() => rmSync(folder, { recursive: true, force: true }));

  const on = (fsPath: string): Place => ({ scheme: "file", fsPath });
  const file = (): Place => on(at("repository", "one.md"));
  const texts = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const { text } of ours.git.texts(file(), 10)) found.push(text);
    return found;
  };
  const trend = (): Promise<unknown> => {
    const request = { extension: on(folder), from: "2026-01-01", today: "2026-03-01" };
    return ours.trendOf(on(at("repository")), request, never);
  };

  it("is not asked for: git does not run for agendas and authors, nor the program for the board's trend", async () => {
    workspace.isTrusted = false;
    assert.deepEqual(await texts(), []);
    assert.equal(await ours.git.blame(file(), "# One\n"), undefined);
    assert.equal(await trend(), undefined);
    assert.equal(existsSync(at("trace")), false);
    assert.equal(existsSync(at("dist", "ran")), false);
  });

  it("is asked for as soon as the person trusts it", async () => {
    workspace.isTrusted = true;
    assert.deepEqual(await texts(), ["# One\n"]);
    assert.ok(await ours.git.blame(file(), "# One\n"));
    assert.match(readFileSync(at("trace"), "utf8"), /log --follow/);
    assert.deepEqual(await trend(), { points: [] });
    assert.equal(existsSync(at("dist", "ran")), true);
  });
});
