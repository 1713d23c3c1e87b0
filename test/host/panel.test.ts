import assert from "node:assert/strict";
import { ConfigurationTarget, commands, window, workspace } from "vscode";
import type { TextDocument } from "vscode";
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
import type { Surface } from "./driver.ts";
import { cleanUp, open, openNew, pause, replace, until, write } from "./editor.ts";

const path = "team/prds/panel.prd.md";
const prd = (name: string, body: string): string =>
  `---\nprd: PRD-700\nschema: prd/1\nname: ${name}\nstatus: in-review\npm: "@lena"\neng: "@mara"\nbucket: product\n---\n\n# ${name}\n\n${body}`;
const body = `## Why

- **Problem:** owners ring the desk to ask for a place, 30 times a day.
- **Success:** fewer than 5 such calls a day by 2026-12-01.

## Requirements

### R1 · Join

An owner can join the list.

- **Why:** the desk answers 30 calls a day.
- **Edge cases:**
  - **E1** The list is full: the owner is told so.
- **Constraints:**
  - **C1** (perf, @mara, 2026-11-01): at most 200 owners a day.
- **Accept:**
  - [ ] An owner who joins is on the list.

### R2 · Leave

An owner can leave the list.

## Assumptions

- **A1** Owners read text messages within an hour.

## Questions

- **Q1** (@lena, by 2026-11-10): do we send reminders on Sundays?
`;

const innerText = async (surface: Surface): Promise<string> =>
  String(
    await inWebview(surface, "document.getElementById('panel')?.innerText ?? ''").catch(() => ""),
  ).replace(/\s+/g, " ");
const shows = async (text: RegExp, surface: Surface = "view"): Promise<string> => {
  let last = "";
  await until(
    async () => text.test((last = await innerText(surface))),
    () => `the ${surface} shows ${String(text)}; it shows ${last.slice(0, 3000)}`,
  );
  return last;
};
const conversation = (words: string, button: string): string =>
  `.conversation:has-text(${JSON.stringify(words)}) .actions button:text-is(${JSON.stringify(button)})`;
const says = (document: TextDocument, text: RegExp): Promise<unknown> =>
  until(
    () => text.test(document.getText()),
    () => `the text says ${String(text)}:\n${document.getText()}`,
  );
const theme = async (name: string): Promise<void> => {
  await workspace.getConfiguration().update("workbench.colorTheme", name, ConfigurationTarget.Global);
};

/** The way back to a review that was left, in the status bar. */
const left = "[id='seamwork.seamwork.seamwork.review']";

describe("the readiness panel", function () {
  this.timeout(60_000);

  before(async () => {
    await asMe("@lena");
    await commands.executeCommand("seamwork.readiness.focus");
  });
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp(path, "team/prds/hostile.prd.md", "team/prds/large.prd.md");
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
    for (const part of [/before agreed/, /R1 Join/, /R2 Leave/, /C1 waits for product/, /checks pass/])
      assert.match(said, part);
    // A tab that is only looked at would give way to the next file.
    await commands.executeCommand("workbench.action.keepEditor");
    await open("README.md");
    await pause(300);
    await shows(/Waiting list/);
    await open("team/prds/older.md");
    await shows(/no PRD header yet.*Adopt it/);
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

  it("follows what is typed", async function () {
    const { document } = await openNew(path, prd("Name 0", body));
    await shows(/Name 0/);
    await inWebview(
      "view",
      `(globalThis.seen = {}, new MutationObserver(() => {
        const name = document.querySelector("h1")?.innerText;
        globalThis.seen[name] ??= Date.now();
      }).observe(document.body, { subtree: true, childList: true, characterData: true }), 1)`,
    );
    const typed: number[] = [];
    for (let count = 1; count <= 10; count++) {
      typed.push(Date.now());
      await replace(document, `name: Name ${count - 1}\n`, `name: Name ${count}\n`);
      await shows(new RegExp(`Name ${count} `));
    }
    const seen = (await inWebview("view", "globalThis.seen")) as Record<string, number>;
    const took = typed.map((at, index) => (seen[`Name ${index + 1}`] ?? Infinity) - at).sort((a, b) => a - b);
    const median = took[5] ?? Infinity;
    if (this.test) this.test.title += ` (${median} ms, the slowest ${took[9]} ms)`;
    // A busy machine is slow; what is to be reached (300 ms) is printed, not asserted.
    assert.ok(median <= 5000, took.join(", "));
  });

  it("does what its buttons say", async () => {
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
    await until(
      async () => /Go on with the review/.test(await readScreen(left)),
      "the status bar leads back",
    );
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
    await press("Tab");
    await until(
      async () => (await inWebview("view", "document.activeElement.closest('#tab-panel') !== null")) === true,
      "Tab goes into the page",
    );
  });

  it("is a tab as well, which stays beside the PRD", async () => {
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

  it("keeps up with a PRD of 300 requirements", async function () {
    const requirements = Array.from(
      { length: 300 },
      (_, n) =>
        `### R${n + 1} · Thing ${n + 1}\n\nAn owner can do thing ${n + 1}.\n\n- **Why:** 30 owners a day ask for ${n + 1}.\n\n`,
    );
    const { document } = await openNew(
      "team/prds/large.prd.md",
      prd("Large 0", `## Requirements\n\n${requirements.join("")}`),
    );
    await shows(/Large 0/);
    const took: number[] = [];
    for (let count = 1; count <= 8; count++) {
      const at = Date.now();
      await replace(document, `name: Large ${count - 1}\n`, `name: Large ${count}\n`);
      await until(
        async () => (await inWebview("view", "document.querySelector('h1')?.innerText")) === `Large ${count}`,
        "the panel follows",
      );
      took.push(Date.now() - at);
    }
    took.sort((a, b) => a - b);
    const median = took[4] ?? Infinity;
    if (this.test) this.test.title += ` (${median} ms, the slowest ${took[7]} ms)`;
    assert.ok(median <= 10_000, took.join(", "));
  });
});
