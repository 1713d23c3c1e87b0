import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { defaultConfig } from "../../src/core/config/config.ts";

/** As much of VS Code as says what is on the screen. */
const vscode = `
class EventEmitter {
  listeners = new Set();
  event = (listener) => (this.listeners.add(listener), { dispose: () => this.listeners.delete(listener) });
  fire(value) { for (const one of [...this.listeners]) one(value); }
  dispose() { this.listeners.clear(); }
}
const screen = new EventEmitter();
const nothing = new EventEmitter().event;
module.exports = {
  EventEmitter, screen,
  Range: class {}, TabInputText: class {}, TabInputTextDiff: class {},
  window: {
    visibleTextEditors: [],
    onDidChangeVisibleTextEditors: screen.event,
    tabGroups: { all: [], onDidChangeTabs: nothing },
  },
  workspace: {
    textDocuments: [],
    fs: { isWritableFileSystem: () => true },
    onDidOpenTextDocument: nothing, onDidCloseTextDocument: nothing, onDidChangeTextDocument: nothing,
  },
};`;

interface Fake {
  readonly window: { visibleTextEditors: readonly { document: unknown }[] };
  readonly screen: { fire(): void };
}

interface OpenPrds {
  all(): Iterable<unknown>;
  dispose(): void;
}

const lines = ["---", "prd: PRD-1", "---", "", "# One"];
const document = {
  uri: { path: "/w/one.md", scheme: "file", toString: () => "file:///w/one.md" },
  languageId: "markdown",
  lineCount: lines.length,
  lineAt: (line: number) => ({ text: lines[line] ?? "" }),
  getText: () => lines.join("\n"),
  version: 1,
  isDirty: false,
  // VS Code may keep a document for minutes after its tab was closed.
  isClosed: false,
};

describe("the open PRDs", () => {
  let folder = "";
  let fake: Fake;
  let makeOpenPrds: (teams: unknown) => OpenPrds;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "seamwork-open-"));
    mkdirSync(join(folder, "node_modules", "vscode"), { recursive: true });
    writeFileSync(join(folder, "node_modules", "vscode", "index.js"), vscode);
    await build({
      entryPoints: ["src/extension/services/open-prds.ts"],
      outfile: join(folder, "open-prds.cjs"),
      bundle: true,
      format: "cjs",
      platform: "node",
      external: ["vscode"],
      logLevel: "warning",
    });
    const require = createRequire(join(folder, "open-prds.cjs"));
    fake = require("vscode") as Fake;
    ({ createOpenPrds: makeOpenPrds } = require("./open-prds.cjs") as {
      createOpenPrds: typeof makeOpenPrds;
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const show = (...documents: readonly unknown[]): void => {
    fake.window.visibleTextEditors = documents.map((one) => ({ document: one }));
    fake.screen.fire();
  };

  for (const [what, stays, count] of [
    ["are those on the screen", true, 1],
    ["are none that left the screen while its team's data were read", false, 0],
  ] as const)
    it(what, async () => {
      let go = (): void => {};
      const team = { config: defaultConfig, root: { path: "/w", toString: () => "file:///w" } };
      const read = new Promise<unknown>((resolve) => (go = () => resolve(team)));
      const onDidChange = (): unknown => ({ dispose: () => {} });
      const openPrds = makeOpenPrds({ of: () => read, known: () => undefined, onDidChange });
      show(document);
      if (!stays) show();
      go();
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal([...openPrds.all()].length, count);
      openPrds.dispose();
      show();
    });
});
