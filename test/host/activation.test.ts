import assert from "node:assert/strict";
import { commands, extensions, window } from "vscode";
import { cleanUp, file, open, pause, problemsOf } from "./editor.ts";

const extension = extensions.getExtension("seamwork.seamwork");

describe("activation", () => {
  afterEach(() => cleanUp());

  it("takes at most 60 ms @smoke", async function () {
    assert.ok(extension, "VS Code does not know the extension.");
    assert.equal(extension.isActive, false, "Something activated the extension before anybody needed it.");
    // VS Code is still busy with its own start.
    await pause(2000);
    // Processor time of the extension host: what other programs do meanwhile is not ours.
    const before = process.cpuUsage();
    const started = performance.now();
    await extension.activate();
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    const worked = (user + system) / 1000;
    const { test } = this;
    if (test) test.title += ` (worked ${worked.toFixed(0)} ms, took ${took.toFixed(0)} ms)`;
    assert.ok(worked <= 60, `Activation worked for ${worked} ms.`);
  });

  it("leaves a plain README.md alone: no diagnostics, lenses, hovers, offers or delay @smoke", async function () {
    assert.ok(extension);
    const { document } = await open("README.md");
    await pause(300);
    assert.deepEqual(problemsOf(document.uri), []);
    const lenses = await commands.executeCommand<unknown[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      10,
    );
    assert.deepEqual(lenses, []);
    const { test } = this;
    const started = performance.now();
    for (let key = 0; key < 20; key++) {
      await window.activeTextEditor?.edit((edit) => edit.insert(document.positionAt(0), "x"));
    }
    const perKey = (performance.now() - started) / 20;
    if (test) test.title += ` (${perKey.toFixed(1)} ms from a key to its event)`;
    await pause(300);
    assert.deepEqual(problemsOf(document.uri), []);
  });

  it("works in workspaces that nobody has trusted yet, and on virtual ones", () => {
    const manifest = extension?.packageJSON as { capabilities: unknown; browser: string };
    assert.deepEqual(manifest.capabilities, {
      untrustedWorkspaces: { supported: true, restrictedConfigurations: ["seamwork.live.server"] },
      virtualWorkspaces: true,
    });
    assert.ok(manifest.browser);
    assert.ok(file("README.md"));
  });
});
