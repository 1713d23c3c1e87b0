import { extensions, window, workspace } from "vscode";
import { screenshot } from "../driver.ts";

describe("activation in the web worker host", () => {
  it("happens without Node when a markdown file is opened @smoke", async () => {
    if (typeof WorkerGlobalScope === "undefined") throw new Error("This is no web worker.");
    const extension = extensions.getExtension("seamwork.seamwork");
    if (!extension) throw new Error("VS Code does not know the extension.");
    const folder = workspace.workspaceFolders?.[0];
    if (!folder) throw new Error("The suite's folder is not open.");
    await window.showTextDocument(folder.uri.with({ path: `${folder.uri.path}/README.md` }));
    await extension.activate();
    if (!extension.isActive) throw new Error("The extension is not active.");
    await screenshot("web-activation");
  });
});
