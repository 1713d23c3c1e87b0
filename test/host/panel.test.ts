import assert from "node:assert/strict";
import { ConfigurationTarget, commands, window, workspace } from "vscode";
import { asMe, asked } from "./asked.ts";
import {
  clickInWebview,
  faultsOf,
  fillInWebview,
  inWebview,
  press,
  readScreen,
  screenshot,
} from "./driver.ts";
import { cleanUp, open, openNew, pause, until, write } from "./editor.ts";
import { body, chooseFirstTab, conversation, innerText, path, prd, says, shows } from "./panel.ts";

const theme = async (name: string): Promise<void> => {
  await workspace.getConfiguration().update("workbench.colorTheme", name, ConfigurationTarget.Global);
};

/** The way back to a review that was left, in the status bar. */
const left = "[id='seamwork.seamwork.seamwork.review']";

describe("the readiness panel", function () {
  this.timeout(120_000);

  before(async () => {
    await asMe("@lena");
    await commands.executeCommand("seamwork.readiness.focus");
  });
  beforeEach(chooseFirstTab);
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp(path, "team/prds/hostile.prd.md");
  });
  after(async () => {
    await theme("Default Dark Modern");
    await asMe(undefined);
    await commands.executeCommand("workbench.view.explorer");
  });

  it("says how far the PRD in the editor is, and offers to find one when none is open", async () => {
    await shows(/Open a PRD to see/);
    await openNew(path, prd("Waiting list", body));
    const said = await shows(/Waiting list.*Lena Ortiz.*Mara Lind/);
    for (const part of [/before agreement/, /R1 Join/, /R2 Leave/, /C1 waits for product/, /checks pass/])
      assert.match(said, part);
    // A tab that is only looked at would give way to the next file.
    await commands.executeCommand("workbench.action.keepEditor");
    await open("README.md");
    await pause(300);
    await shows(/Waiting list/);
    await open("team/prds/older.md");
    await shows(/no PRD header yet.*Adopt it/);
  });

  it("opens large enough to be read, and tells stories of one speaker apart", async () => {
    const story = (id: string, wish: string): string =>
      `### ${id} · As a Cloud Provider Admin, I want to ${wish}\n\nIt can be done.\n`;
    const stories = [
      story("R1", "create storage tiers for a region"),
      story("R2", "create storage tiers for a tenant"),
    ];
    await openNew(path, prd("Storage tiers", `## Requirements\n\n${stories.join("\n")}`));
    await shows(/R1 Create storage tiers for a region.*R2 Create storage tiers for a tenant/);
    const names = await inWebview(
      "view",
      "[...document.querySelectorAll('.matrix th button')].map((one) => one.getAttribute('aria-label') + ' / ' + one.closest('th').title)",
    );
    const whole = "As a Cloud Provider Admin, I want to create storage tiers for a region";
    assert.equal(
      (names as string[])[0],
      `R1 ${whole} / ${whole}`,
      "the whole is heard, and seen in the tooltip",
    );
    const cut = await inWebview(
      "view",
      "[...document.querySelectorAll('.matrix tbody th button')].map((one) => [one.scrollHeight - one.clientHeight > 1, one.scrollWidth - one.clientWidth > 1, one.clientHeight > 1.5 * parseFloat(getComputedStyle(one).fontSize) * 1.2])",
    );
    const seen = [false, false, true];
    assert.deepEqual(cut, [seen, seen], "both titles are seen to their ends, on two or three lines each");
    const height = Number(await inWebview("view", "window.innerHeight"));
    assert.ok(height > 300, `${height} of 800 pixels`);
    await screenshot("readiness-opens");
  });

  it("keeps its page to its own style and script", async () => {
    await openNew(path, prd("Waiting list", body));
    await shows(/Waiting list/);
    const policy = String(await inWebview("view", "document.querySelector('meta[http-equiv]').content"));
    assert.match(
      policy,
      /^default-src 'none'; style-src \S+.*; font-src \S+.*; script-src 'nonce-[0-9a-f]{32}'$/,
    );
    assert.doesNotMatch(policy, /unsafe/);
  });

  it("does what its buttons say @smoke", async () => {
    const { document } = await openNew(path, prd("Waiting list", body));
    await shows(/C1 waits/);
    await clickInWebview("view", conversation("C1 waits", "Accept"));
    await says(document, /200 owners a day\. Accepted @lena \d{4}-\d\d-\d\d\./);
    await until(async () => !/C1 waits/.test(await innerText("view")), "C1 is gone");
    await clickInWebview("view", conversation("A1 is untested", "It held"));
    await says(document, /A1.*Tested @lena .*held/);
    await clickInWebview("view", conversation("Q1 has no answer", "Answer…"));
    await says(document, /Q1.*Answered @lena/);
    await clickInWebview("view", conversation("R2 has no Why", "Add a why"));
    await says(document, /R2 · Leave[^]*\*\*Why:\*\*/);
    await clickInWebview("view", "[role=grid] button[data-row='1'][data-column='-1']");
    await until(() => {
      const editor = window.activeTextEditor;
      return editor?.document.getText(editor.selection) === "R2";
    }, "R2 is selected");
  });

  it("starts a review from what nobody has signed", async () => {
    await asMe("@mara");
    await openNew(path, prd("Waiting list", body));
    await shows(/Start review/);
    await clickInWebview("view", ".actions button:text-is('Start review')");
    await asked(/R1|review/i);
    await press("Escape");
    // What was left goes with its PRD.
    await until(async () => /Continue review/.test(await readScreen(left)), "the status bar leads back");
    await cleanUp(path);
    await until(async () => (await readScreen(left)) === "", "nothing leads back to a PRD that is gone");
    await asMe("@lena");
  });

  it("lists all PRDs in its other tab, which sorts, filters and opens", async () => {
    await write(path, prd("Waiting list", body));
    await open("team/prds/PRD-001-export.prd.md");
    await clickInWebview("view", "#tab-library");
    await shows(/PRD-001 Filter exports by date.*/);
    await shows(/PRD-700 Waiting list/);
    const first = (): Promise<unknown> => inWebview("view", "document.querySelector('tbody tr').innerText");
    await clickInWebview("view", "thead th.name button");
    await until(async () => String(await first()).includes("PRD-001"), "PRD-001 is first");
    await clickInWebview("view", "thead th.name button");
    await until(async () => String(await first()).includes("PRD-700"), "PRD-700 is first");
    await screenshot("readiness-library");
    await fillInWebview("view", "input[type=search], input[type=text]", "exports");
    await until(async () => !(await innerText("view")).includes("PRD-700"), "only exports are listed");
    await fillInWebview("view", "input[type=search], input[type=text]", "");
    await clickInWebview("view", "tbody tr:has-text('PRD-700') th button");
    await until(() => window.activeTextEditor?.document.uri.path.endsWith(path), "the PRD is open");
    await clickInWebview("view", "#tab-prd");
    await shows(/C1 waits/);
  });

  it("works with the keyboard", async () => {
    await openNew(path, prd("Waiting list", body));
    await shows(/C1 waits/);
    await inWebview("view", "document.getElementById('tab-prd').focus()");
    await clickInWebview("view", "#tab-prd");
    await press("ArrowRight");
    await until(
      async () => (await inWebview("view", "document.activeElement.id")) === "tab-library",
      "the arrow key chose the other tab",
    );
    await press("ArrowLeft");
    await until(
      async () => (await inWebview("view", "document.activeElement.id")) === "tab-prd",
      "the arrow key chose the first tab again",
    );
    await shows(/C1 waits/);
    // Two keys before the first one's choice is drawn.
    const keys = `["ArrowRight", "ArrowLeft", "End", "Home", "ArrowLeft", "ArrowRight"].map((key) => {
      document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
      return document.activeElement.id;
    })`;
    const [first, second] = ["tab-prd", "tab-library"];
    assert.deepEqual(await inWebview("view", keys), [second, first, second, first, second, first]);
    await shows(/C1 waits/);
    await press("Tab");
    await until(
      async () => (await inWebview("view", "document.activeElement.closest('#tab-panel') !== null")) === true,
      "Tab goes into the page",
    );
  });

  it("is a tab as well, which stays beside the PRD @smoke", async () => {
    const { document } = await openNew(path, prd("Waiting list", body));
    await commands.executeCommand("seamwork.openReadiness");
    await shows(/C1 waits/, "tab");
    await commands.executeCommand("workbench.action.moveEditorToNextGroup");
    await shows(/C1 waits/, "tab");
    await clickInWebview("tab", conversation("C1 waits", "Accept"));
    await says(document, /Accepted @lena/);
    await until(async () => !/C1 waits/.test(await innerText("tab")), "C1 is gone from the tab");
  });

  for (const [name, colours] of [
    ["light", "Default Light Modern"],
    ["dark", "Default Dark Modern"],
    ["hc", "Default High Contrast"],
  ] as const) {
    it(`has nothing that axe-core finds (${name})`, async () => {
      await theme(colours);
      await openNew(path, prd("Waiting list", body));
      await commands.executeCommand("seamwork.openReadiness");
      await shows(/C1 waits/, "tab");
      await pause(500);
      await screenshot(`readiness-${name}`);
      assert.deepEqual(await faultsOf("tab"), []);
      await clickInWebview("tab", "#tab-library");
      await shows(/PRD-001/, "tab");
      assert.deepEqual(await faultsOf("tab"), []);
      await clickInWebview("tab", "#tab-prd");
    });
  }

  it("shows hostile text as text", async () => {
    const bad = `<img src=x onerror="globalThis.broken=1"><script>globalThis.broken=1</script> \u202e\u05d0\u05d1 👩‍👩‍👧‍👦 ${"w".repeat(3000)}`;
    const questions = Array.from(
      { length: 1000 },
      (_, n) => `- **Q${n + 1}** (@lena, by 2026-11-10): ${n === 0 ? bad : "why"}?`,
    );
    await openNew(
      "team/prds/hostile.prd.md",
      prd(
        "Hostile",
        `## Requirements\n\n### R1 · ${bad}\n\nText.\n\n## Questions\n\n${questions.join("\n")}\n`,
      ),
    );
    await shows(/1,\d{3} open conversations/);
    assert.equal(await inWebview("view", "globalThis.broken ?? 0"), 0);
    assert.equal(await inWebview("view", "document.querySelectorAll('#panel img, #panel script').length"), 0);
    assert.equal(await inWebview("view", "document.documentElement.scrollWidth <= innerWidth + 1"), true);
  });
});
