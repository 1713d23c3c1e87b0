import assert from "node:assert/strict";
import { commands, EventEmitter, FileSystemError, FileType, Uri, window, workspace } from "vscode";
import type { Disposable, FileChangeEvent, FileStat, FileSystemProvider } from "vscode";
import { cleanUp, codesOf, hoverAt, problem, rangeOf, replace, until } from "./editor.ts";

/** Files in memory, as an extension for a remote repository would have them. */
function inMemory(files: Map<string, string>): FileSystemProvider {
  const changed = new EventEmitter<FileChangeEvent[]>();
  const folders = (): Set<string> =>
    new Set(
      [...files.keys()].flatMap((path) =>
        path.split("/").map((_, at, parts) => parts.slice(0, at).join("/") || "/"),
      ),
    );
  const refuse = (): never => {
    throw FileSystemError.NoPermissions();
  };
  return {
    onDidChangeFile: changed.event,
    watch: (): Disposable => ({ dispose: () => {} }),
    stat({ path }): FileStat {
      const text = files.get(path);
      if (text === undefined && !folders().has(path)) throw FileSystemError.FileNotFound();
      return {
        type: text === undefined ? FileType.Directory : FileType.File,
        ctime: 0,
        mtime: 0,
        size: text?.length ?? 0,
      };
    },
    readDirectory: () => [],
    readFile({ path }): Uint8Array {
      const text = files.get(path);
      if (text === undefined) throw FileSystemError.FileNotFound();
      return new TextEncoder().encode(text);
    },
    writeFile({ path }, content): void {
      files.set(path, new TextDecoder().decode(content));
    },
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
}

describe("a virtual file system", () => {
  const files = new Map([
    [
      "/team/seamwork.yaml",
      'people:\n  "@lena": { name: Lena Ortiz, role: pm }\ndocuments: { prd: ["specs/*.md"] }\n',
    ],
    [
      "/team/specs/one.md",
      '---\nprd: PRD-1\nstatus: agreed\npm: "@lena"\n---\n\n# One\n\n## Requirements\n\n### R1 · Pick a day\n\nAn analyst can pick a day.\n',
    ],
    ["/team/specs/two.md", "# Two\n"],
    ["/team/notes.md", "# Notes\n"],
  ]);
  let provider: Disposable;
  before(() => {
    provider = workspace.registerFileSystemProvider("seamtest", inMemory(files), { isCaseSensitive: true });
  });
  after(async () => {
    await cleanUp();
    provider.dispose();
  });
  const at = (path: string): Uri => Uri.from({ scheme: "seamtest", authority: "repo", path });

  it("has PRDs that are checked with the team data beside them, while they are typed @smoke", async () => {
    const { document } = await window.showTextDocument(at("/team/specs/one.md"));
    await problem(document.uri, "PRD101");
    assert.match(await hoverAt(document.uri, rangeOf(document, "@lena").start.translate(0, 1)), /Lena Ortiz/);
    await replace(document, "pick a day.\n", "pick a day.\n\n- **Why:** books close monthly.\n");
    await until(() => !codesOf(document.uri).includes("PRD101"), "the answer counts");
    await commands.executeCommand("workbench.action.files.save");
    await until(() => files.get("/team/specs/one.md")?.includes("books close") === true, "it is saved");
  });

  it("has candidates, told by the team's globs, and other files", async () => {
    await window.showTextDocument(at("/team/specs/two.md"));
    await problem(at("/team/specs/two.md"), "PRD001");
    await commands.executeCommand("seamwork.adopt");
    await problem(at("/team/specs/two.md"), "PRD002");
    await window.showTextDocument(at("/team/notes.md"));
    assert.deepEqual(codesOf(at("/team/notes.md")), []);
  });
});
