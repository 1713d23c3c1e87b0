import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { Problem } from "../../../src/core/problem.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

/** As much of VS Code as tells that something happened. */
const vscode = `
class EventEmitter {
  listeners = new Set();
  event = (listener) => (this.listeners.add(listener), { dispose: () => this.listeners.delete(listener) });
  fire(value) { for (const one of [...this.listeners]) one(value); }
  dispose() { this.listeners.clear(); }
}
module.exports = { EventEmitter };`;

interface Emitter<T> {
  readonly event: (listener: (value: T) => void) => unknown;
  fire(value: T): void;
}

interface OpenPrd {
  readonly document: { readonly uri: string; version: number };
  readonly kind: "prd";
  readonly team: { readonly config: typeof defaultConfig };
  model(): ReturnType<typeof parseDocument>;
}

interface Problems {
  of(prd: OpenPrd): readonly Problem[];
  readonly onDidChange: (listener: (prd: OpenPrd) => void) => unknown;
  dispose(): void;
}

const text = (name: string): string =>
  `---\nprd: PRD-1\nschema: prd/1\nname: ${name}\nstatus: draft\n---\n\n# ${name}\n`;

describe("the problems of the open PRDs", () => {
  let folder = "";
  let emitter: new <T>() => Emitter<T>;
  let makeProblems: (openPrds: unknown, library: unknown, clock: unknown) => Problems;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "seamwork-problems-"));
    mkdirSync(join(folder, "node_modules", "vscode"), { recursive: true });
    writeFileSync(join(folder, "node_modules", "vscode", "index.js"), vscode);
    await build({
      entryPoints: ["src/extension/services/problems.ts"],
      outfile: join(folder, "problems.cjs"),
      bundle: true,
      format: "cjs",
      platform: "node",
      external: ["vscode"],
      logLevel: "warning",
    });
    const require = createRequire(join(folder, "problems.cjs"));
    ({ EventEmitter: emitter } = require("vscode") as { EventEmitter: typeof emitter });
    ({ createProblems: makeProblems } = require("./problems.cjs") as { createProblems: typeof makeProblems });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  let index = workspaceIndex();
  let opened: Emitter<OpenPrd>;
  let announced: Emitter<void>;
  let prd: OpenPrd;
  let problems: Problems;
  let taken: string[];
  let told: number;

  /** Writes another document of the workspace, which the library announces. */
  const write = (path: string, id = "PRD-1"): void => {
    index.set(
      summarise(parseDocument(text("Other").replace("PRD-1", id), defaultConfig), path, "prd", undefined),
    );
    announced.fire();
  };

  beforeEach(() => {
    index = workspaceIndex();
    opened = new emitter<OpenPrd>();
    announced = new emitter<void>();
    taken = [];
    told = 0;
    const model = parseDocument(text("Own"), defaultConfig);
    prd = {
      document: { uri: "/w/a.md", version: 1 },
      kind: "prd",
      team: { config: defaultConfig },
      model: () => model,
    };
    const never = (): unknown => ({ dispose: () => {} });
    problems = makeProblems(
      { all: () => [], get: () => prd, onDidChange: opened.event, onDidClose: never },
      {
        rules: () => allRules,
        placeOf: () => ({ index, path: "a.md" }),
        update({ document, model }: OpenPrd) {
          taken.push(document.uri);
          index.set(summarise(model(), "a.md", "prd", undefined));
        },
        onDidChange: announced.event,
      },
      { today: () => "2026-11-27", onNewDay: never },
    );
    problems.onDidChange(() => told++);
  });
  afterEach(() => problems.dispose());

  const twins = (): string[] =>
    problems
      .of(prd)
      .filter(({ message }) => message.includes("PRD-1"))
      .map(({ message }) => message);

  it("are a question that changes nothing", () => {
    const before = problems.of(prd);
    assert.equal(problems.of(prd), before);
    assert.deepEqual(taken, []);
    assert.equal(told, 0);
  });

  it("are told, and the library told of the document, when it was opened or edited", () => {
    opened.fire(prd);
    assert.deepEqual(taken, ["/w/a.md"]);
    assert.equal(told, 1);
  });

  it("are told again when another document takes the id, and not when it changes nothing here", () => {
    opened.fire(prd);
    assert.deepEqual(twins(), []);
    write("b.md");
    assert.equal(told, 2);
    assert.match(twins().join(), /b\.md/);
    write("c.md", "PRD-7");
    announced.fire();
    assert.equal(told, 2);
  });

  it("are told again when they only name another document", () => {
    write("b.md");
    opened.fire(prd);
    const before = twins();
    index.delete("b.md");
    write("c.md");
    assert.equal(told, 2);
    assert.match(twins().join(), /c\.md/);
    assert.notDeepEqual(twins(), before);
    assert.equal(twins().length, before.length);
  });

  it("are of the other documents as they stand, announced or not", () => {
    opened.fire(prd);
    index.set(summarise(parseDocument(text("Other"), defaultConfig), "b.md", "prd", undefined));
    assert.match(twins().join(), /b\.md/);
    assert.equal(told, 1);
  });

  it("wait for the check of a text in which somebody types", () => {
    opened.fire(prd);
    prd.document.version++;
    write("b.md");
    assert.equal(told, 1);
    opened.fire(prd);
    assert.equal(told, 2);
    assert.deepEqual(taken, ["/w/a.md", "/w/a.md"]);
  });
});
