import assert from "node:assert/strict";
import { extensions, window, workspace } from "vscode";
import { screenshot } from "./driver.ts";

describe("activation", () => {
  it("happens when a markdown file is opened", async () => {
    const extension = extensions.getExtension("seamwork.seamwork");
    assert.ok(extension, "VS Code does not know the extension.");
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder, "The suite's folder is not open.");
    await window.showTextDocument(folder.uri.with({ path: `${folder.uri.path}/README.md` }));
    await extension.activate();
    assert.equal(extension.isActive, true);
    await screenshot("activation");
  });
});
