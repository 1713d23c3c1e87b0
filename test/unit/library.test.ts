import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";

/** Files in memory, and as much of VS Code as reads and watches them. A read can be held back to let something happen meanwhile. */
const vscode = `
const { posix } = require("node:path");
class Uri {
  constructor(path) { this.path = path; this.scheme = "mem"; this.fsPath = path; }
  toString() { return "mem:" + this.path; }
  with({ path }) { return new Uri(path); }
  static joinPath({ path }, ...parts) { return new Uri(posix.join(path, ...parts)); }
}
class EventEmitter {
  listeners = new Set();
  event = (listener) => (this.listeners.add(listener), { dispose: () => this.listeners.delete(listener) });
  fire(value) { for (const one of [...this.listeners]) one(value); }
  dispose() { this.listeners.clear(); }
}
class CancellationTokenSource {
  token = { isCancellationRequested: false };
  cancel() { this.token.isCancellationRequested = true; }
}
class Disposable {
  constructor(dispose) { this.dispose = dispose; }
  static from(...all) { return new Disposable(() => all.forEach((one) => one.dispose())); }
}
const FileType = { Unknown: 0, File: 1, Directory: 2 };
const files = new Map();
const held = new Map();
const events = { create: new EventEmitter(), change: new EventEmitter(), remove: new EventEmitter() };
const nothing = new EventEmitter().event;
const folder = { uri: new Uri("/w"), name: "w", index: 0 };
const gone = () => { throw new Error("FileNotFound"); };
module.exports = {
  Uri, EventEmitter, CancellationTokenSource, Disposable, FileType,
  RelativePattern: class {},
  files, held, events,
  workspace: {
    workspaceFolders: [folder],
    getWorkspaceFolder: ({ path }) => (path.startsWith("/w/") ? folder : undefined),
    createFileSystemWatcher: () => ({
      onDidCreate: events.create.event, onDidChange: events.change.event, onDidDelete: events.remove.event,
      dispose() { for (const one of Object.values(events)) one.dispose(); },
    }),
    onDidChangeWorkspaceFolders: nothing, onDidRenameFiles: nothing, onDidDeleteFiles: nothing, onDidCreateFiles: nothing,
    textDocuments: [],
    fs: {
      async stat({ path }) { return files.has(path) ? { type: FileType.File } : gone(); },
      async readDirectory({ path }) {
        const names = [...files.keys()].filter((one) => one.startsWith(path + "/"));
        return names.map((one) => [one.slice(path.length + 1), FileType.File]).filter(([name]) => !name.includes("/"));
      },
      async readFile({ path }) {
        const text = files.get(path) ?? gone();
        await held.get(path);
        return new TextEncoder().encode(text);
      },
    },
  },
};`;

interface Address {
  readonly path: string;
}

interface Emitter<T> {
  readonly event: (listener: (value: T) => void) => unknown;
  fire(value: T): void;
}

interface Fake {
  readonly Uri: new (path: string) => Address;
  readonly EventEmitter: new <T>() => Emitter<T>;
  readonly files: Map<string, string>;
  /** What the read of a file waits for, by its path. */
  readonly held: Map<string, Promise<void>>;
  readonly events: Readonly<Record<"create" | "change" | "remove", Emitter<Address>>>;
}

interface Library {
  ready(): Promise<void>;
  refresh(): Promise<void>;
  entries(): readonly { readonly uri: Address }[];
  update(prd: unknown, local: readonly unknown[]): void;
  dispose(): void;
}

const prd = (id: string): string =>
  `---\nprd: ${id}\nschema: prd/1\nname: Something\nstatus: draft\n---\n\n# Something\n`;

/** Long enough for what is not held back to be read. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** Holds the next read of a file back. */
function hold(fake: Fake, path: string): () => Promise<void> {
  let go = (): void => {};
  fake.held.set(path, new Promise<void>((resolve) => (go = resolve)));
  return async () => {
    fake.held.delete(path);
    go();
    await settle();
  };
}

describe("the library of a workspace", () => {
  let folder = "";
  let fake: Fake;
  let makeLibrary: (teams: unknown, openPrds: unknown, clock: unknown) => Library;
  let library: Library;
  let closed: Emitter<Address>;
  const open = new Map<string, unknown>();

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "seamwork-library-"));
    mkdirSync(join(folder, "node_modules", "vscode"), { recursive: true });
    writeFileSync(join(folder, "node_modules", "vscode", "index.js"), vscode);
    await build({
      entryPoints: ["src/extension/services/library.ts"],
      outfile: join(folder, "library.cjs"),
      bundle: true,
      format: "cjs",
      platform: "node",
      external: ["vscode"],
      logLevel: "warning",
    });
    const require = createRequire(join(folder, "library.cjs"));
    fake = require("vscode") as Fake;
    ({ createLibrary: makeLibrary } = require("./library.cjs") as { createLibrary: typeof makeLibrary });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  beforeEach(async () => {
    fake.files.clear();
    open.clear();
    fake.files.set("/w/one.md", prd("PRD-1"));
    fake.files.set("/w/two.md", prd("PRD-2"));
    closed = new fake.EventEmitter<Address>();
    const team = { config: defaultConfig, root: new fake.Uri("/w"), file: undefined, errors: [] };
    const never = (): unknown => ({ dispose: () => {} });
    const teams = { of: () => Promise.resolve(team), known: () => team, onDidChange: never };
    const openPrds = {
      known: ({ path }: Address) => open.get(path),
      all: () => open.values(),
      onDidClose: closed.event,
    };
    library = makeLibrary(teams, openPrds, { today: () => "2026-11-23", onNewDay: never });
    await library.ready();
  });
  afterEach(() => library.dispose());

  const listed = (): string =>
    library
      .entries()
      .map(({ uri }) => uri.path.slice(3))
      .sort()
      .join(" ");
  const remove = (path: string): void => {
    fake.files.delete(path);
    fake.events.remove.fire(new fake.Uri(path));
  };
  const opened = (path: string): unknown => {
    const model = parseDocument(fake.files.get(path) ?? "", defaultConfig);
    const team = { config: defaultConfig };
    const one = { document: { uri: new fake.Uri(path) }, kind: "prd", team, model: () => model };
    open.set(path, one);
    return one;
  };

  it("forgets a file that goes while it is read", async () => {
    assert.equal(listed(), "one.md two.md");
    const go = hold(fake, "/w/one.md");
    fake.events.change.fire(new fake.Uri("/w/one.md"));
    await settle();
    remove("/w/one.md");
    await go();
    assert.equal(listed(), "two.md");
  });

  it("forgets a file that goes while all are read again", async () => {
    const go = hold(fake, "/w/one.md");
    const done = library.refresh();
    await settle();
    remove("/w/one.md");
    await go();
    await done;
    assert.equal(listed(), "two.md");
  });

  it("forgets all that is in a folder that goes, of which only the folder is named", async () => {
    fake.files.set("/w/story/prds/new.md", prd("PRD-3"));
    fake.events.create.fire(new fake.Uri("/w/story/prds/new.md"));
    await settle();
    assert.equal(listed(), "one.md story/prds/new.md two.md");
    remove("/w/story/prds/new.md".replace("/prds/new.md", ""));
    assert.equal(listed(), "one.md two.md");
  });

  it("keeps a file that comes while all are read again", async () => {
    const go = hold(fake, "/w/one.md");
    const done = library.refresh();
    await settle();
    fake.files.set("/w/new.md", prd("PRD-3"));
    fake.events.create.fire(new fake.Uri("/w/new.md"));
    await settle();
    assert.equal(listed(), "new.md one.md two.md");
    await go();
    await done;
    assert.equal(listed(), "new.md one.md two.md");
  });

  it("does not take back a PRD that is closed and gone, when somebody asks late what the rules say of it", async () => {
    const one = opened("/w/one.md");
    library.update(one, []);
    open.delete("/w/one.md");
    closed.fire(new fake.Uri("/w/one.md"));
    remove("/w/one.md");
    await settle();
    assert.equal(listed(), "two.md");
    library.update(one, []);
    assert.equal(listed(), "two.md");
  });
});
