import assert from "node:assert/strict";
import { commands, extensions, workspace } from "vscode";
import { inWebview, screenshot } from "./driver.ts";
import { cleanUp, open, openNew, pause, replace, until } from "./editor.ts";

const path = "team/prds/previewed.prd.md";
const text = `---
prd: PRD-950
schema: prd/1
name: Export <b>by</b> date
status: in-review
pm: "@lena"
eng: "@mara"
---

# Export by date

## Requirements

### R1 · Filter

The export must hold only rows of the range.

- **Why:** finance closes on months.
- **Edge cases:**
  - **E1** Start after end: swap them.
- **Constraints:**
  - **C1** (perf, @mara, 2026-07-20): p95 under 300 ms. Accepted @lena 2026-07-21.
  - **C2** (scale, @mara, 2026-07-22): 2 years at most.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`s1a2b3c4d w1a2b3c4d e1a2b3c4d c1a2b3c4d\`
`;

/** What the preview shows, once it shows what a test waits for. */
const shown = async (...parts: readonly RegExp[]): Promise<string> => {
  let seen = "";
  await until(
    async () => {
      seen = String(await inWebview("preview", "document.body.innerText").catch(String)).replace(/\s+/g, " ");
      return parts.every((part) => part.test(seen));
    },
    () => `the preview shows ${parts.join(", ")}; it shows ${seen}`,
    15_000,
  );
  return seen;
};
const html = async (): Promise<string> =>
  String(await inWebview("preview", 'document.querySelector(".markdown-body").innerHTML'));
const theme = async (name: string): Promise<void> =>
  workspace.getConfiguration("workbench").update("colorTheme", name, true);

describe("the markdown preview", () => {
  afterEach(async () => {
    await theme("Default Dark Modern");
    await cleanUp(path);
  });

  it("shows a PRD's annotations as badges and how far it is, in every theme @smoke", async function () {
    this.timeout(120_000);
    const { document } = await openNew(path, text);
    await commands.executeCommand("markdown.showPreviewToSide");
    await shown(
      /PRD-950 Export <b>by<\/b> date/,
      /✓ Draft ● In review ○ Agreed/,
      /Product .*@lena · Engineering .*@mara/,
      /Not ready for agreement yet: \d conversations? to have first/,
      /\d+ of \d+ checks pass/,
      /C1 perf, @mara, 2026-07-20 ✓ settled p95/,
      /C2 scale, @mara, 2026-07-22 ◔ waits for product for \d+ days 2 years/,
      /Signed off R1, @mara, 2026-07-24 s1a2b3c4d… △ changed since: Statement/,
    );
    assert.equal(
      await inWebview("preview", 'getComputedStyle(document.querySelector(".seamwork-sign")).display'),
      "none",
      "The style of the preview is not loaded.",
    );
    for (const [name, colorTheme] of [
      ["dark", "Default Dark Modern"],
      ["light", "Default Light Modern"],
      ["high-contrast", "Default High Contrast"],
    ] as const) {
      await theme(colorTheme);
      await pause(1000);
      await inWebview("preview", 'document.getElementById("seamwork-E1").scrollIntoView(), 0');
      await screenshot(`preview-${name}`);
    }
    await replace(document, "2 years at most.", "2 years at most. Accepted @lena 2026-07-23.");
    await shown(/C2 scale, @mara, 2026-07-22 ✓ settled 2 years/);
  });

  it("shows every other document as VS Code alone does", async () => {
    await open("README.md");
    await commands.executeCommand("markdown.showPreview");
    await until(async () => (await html().catch(() => "")).length > 20, "the preview is there");
    assert.doesNotMatch(await html(), /seamwork-/);
    const extension = extensions.getExtension("seamwork.seamwork");
    const exports = extension?.exports as { extendMarkdownIt?: unknown } | undefined;
    assert.equal(typeof exports?.extendMarkdownIt, "function");
  });
});
