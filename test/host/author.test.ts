import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { commands, Uri, workspace } from "vscode";
import type { TextEditor } from "vscode";
import { press, type } from "./driver.ts";
import { cleanUp, codesOf, file, openNew, pause, putCursor, read, until } from "./editor.ts";

const prd = `---
prd: PRD-921
schema: prd/1
name: Something
status: in-review
pm: "@lena"
eng: "@mara"
---

# Something

## Requirements

### R1 · Filter by day

An analyst can pick a day.

- **Constraints:**
  - **C1** (perf, @mara, 2099-07-20): 300 ms.
  - **C2** (perf, @mara, 2099-07-20): 400 ms.
`;

async function opened(path: string): Promise<TextEditor> {
  const editor = await openNew(path, prd);
  await until(() => codesOf(editor.document.uri).length > 0, "it is checked");
  return editor;
}

async function accept(editor: TextEditor, at: string): Promise<void> {
  putCursor(editor, at);
  await commands.executeCommand("seamwork.accept");
}

describe("who I am", () => {
  afterEach(() => cleanUp("mine", "team/prds/new.prd.md"));

  it("is told by git's user.email, where one of the people has it @smoke", async () => {
    const folder = file("mine");
    await workspace.fs.createDirectory(Uri.joinPath(folder, "prds"));
    const team = await read("team/seamwork.yaml");
    await workspace.fs.writeFile(Uri.joinPath(folder, "seamwork.yaml"), new TextEncoder().encode(team));
    execFileSync("git", ["init", "--quiet"], { cwd: folder.fsPath });
    execFileSync("git", ["config", "user.email", "Mara@Example.com"], { cwd: folder.fsPath });
    const editor = await opened("mine/prds/one.prd.md");
    await accept(editor, "300 ms");
    await until(
      () => /Accepted @\w+ /.test(editor.document.getText()),
      () => editor.document.getText(),
    );
    assert.match(editor.document.getText(), /Accepted @mara /);
  });

  it("is asked once where nobody knows, and remembered", async () => {
    const editor = await opened("team/prds/new.prd.md");
    const asked = accept(editor, "300 ms");
    await pause(600);
    await type("Lena");
    await pause(300);
    await press("Enter");
    await asked;
    await until(
      () => editor.document.getText().includes("300 ms. Accepted @lena"),
      () => editor.document.getText(),
    );
    await accept(editor, "400 ms");
    await until(
      () => editor.document.getText().includes("400 ms. Accepted @lena"),
      () => editor.document.getText(),
    );
  });
});
