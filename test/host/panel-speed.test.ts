import assert from "node:assert/strict";
import { commands } from "vscode";
import { asMe } from "./asked.ts";
import { inWebview, readScreen, type } from "./driver.ts";
import { cleanUp, openNew, putCursor, replace, until } from "./editor.ts";
import { body, chooseFirstTab, path, prd, shows } from "./panel.ts";

const large = "team/prds/large.prd.md";
/** 300 requirements with all their facets, some of which lack something. */
const requirements = Array.from(
  { length: 300 },
  (_, n) => `### R${n + 1} · Thing ${n + 1}

An owner can do thing ${n + 1}.

- **Why:** 30 owners a day ask for ${n + 1}.
- **Edge cases:**
  - **E${n + 1}** There are none of thing ${n + 1}: the page says so.
- **Constraints:**
  - **C${n + 1}** (perf, @mara, 2026-11-01): at most ${n + 200} owners a day.${n % 2 ? " Accepted @lena 2026-11-02." : ""}
${n % 3 === 0 ? "" : `- **Accept:**\n  - [ ] Thing ${n + 1} is on the page.\n`}
`,
);

/**
 * In the page: from now on the time that each drawing takes, style and layout included, is kept, and so are the tasks
 * above 50 ms that are the page's own: VS Code's window lives in the same thread, and its tasks are told as well.
 */
const watch = `(() => {
  const frame = requestAnimationFrame.bind(globalThis);
  globalThis.drawn = [];
  globalThis.requestAnimationFrame = (draw) => frame((at) => {
    const began = performance.now();
    draw(at);
    document.documentElement.getBoundingClientRect();
    drawn.push(performance.now() - began);
  });
  globalThis.long = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (!/ancestor|cross-origin/.test(name)) long.push(duration);
  }).observe({ type: "longtask" });
})()`;

async function watched(): Promise<{ drawn: number[]; long: number[] }> {
  return (await inWebview("view", "({ drawn, long })")) as { drawn: number[]; long: number[] };
}

const secondRow = "(document.querySelectorAll('tbody th')[1] ?? document.getElementById('panel')).innerText";

function ordered(times: readonly number[]): number[] {
  return [...times].sort((a, b) => a - b);
}

describe("the speed of the readiness panel", function () {
  this.timeout(120_000);

  before(async () => {
    await asMe("@lena");
    await commands.executeCommand("seamwork.readiness.focus");
  });
  beforeEach(chooseFirstTab);
  afterEach(() => cleanUp(path, large));
  after(async () => {
    await asMe(undefined);
    await commands.executeCommand("workbench.view.explorer");
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
    const took = ordered(typed.map((at, index) => (seen[`Name ${index + 1}`] ?? Infinity) - at));
    const median = took[5] ?? Infinity;
    if (this.test) this.test.title += ` (${median} ms, the slowest ${took[9]} ms)`;
    // What is to be reached on a quiet machine (300 ms) is printed; that each name was drawn is asserted.
    for (let count = 1; count <= 10; count++) assert.ok(seen[`Name ${count}`] !== undefined, `Name ${count}`);
  });

  it("stays where it is scrolled to, and draws nothing anew that is the same, while one types", async () => {
    const { document } = await openNew(
      large,
      prd("Long 0", `## Requirements\n\n${requirements.slice(0, 40).join("\n")}`),
    );
    await shows(/R40 Thing 40/);
    const place = "document.scrollingElement.scrollTop";
    await inWebview(
      "view",
      `(${place} = 200, globalThis.rows = [...document.querySelectorAll("tbody tr")], 1)`,
    );
    const before = Number(await inWebview("view", place));
    assert.ok(before > 0, "there is something to scroll");
    for (let count = 1; count <= 3; count++) {
      await replace(document, `name: Long ${count - 1}\n`, `name: Long ${count}\n`);
      await shows(new RegExp(`Long ${count} `));
    }
    assert.equal(await inWebview("view", place), before);
    const kept = "[rows.length, rows.filter((row) => row.isConnected).length]";
    const [there, still] = (await inWebview("view", kept)) as [number, number];
    assert.ok(there >= 40);
    assert.equal(still, there);
  });

  it("draws a PRD of 300 requirements on each keystroke, and no row anew but the one that is typed in", async function () {
    const editor = await openNew(large, prd("Large", `## Requirements\n\n${requirements.join("\n")}`));
    await shows(/R300 Thing 300/);
    const { line, character } = putCursor(editor, "### R2 · Thing ");
    // The window follows a moment later, and keys go to where it is.
    await until(
      async () =>
        (await readScreen("[id='status.editor.selection']")).includes(`Ln ${line + 1}, Col ${character + 1}`),
      "the cursor is there",
    );
    await inWebview("view", watch);
    await inWebview("view", "setTimeout(() => { for (const at = Date.now(); Date.now() - at < 80; ); })");
    await until(async () => (await watched()).long.length > 0, "the browser tells of a task of 80 ms");
    await inWebview(
      "view",
      `(long.length = drawn.length = 0, globalThis.rows = [...document.querySelectorAll("tbody tr")], 1)`,
    );

    const keys = "abcdefghijklmnopqrst";
    for (const [index, key] of keys.split("").entries()) {
      await type(key);
      const title = `R2 Thing ${keys.slice(0, index + 1)}2`;
      let shown = "";
      await until(
        async () => (shown = String(await inWebview("view", secondRow))) === title,
        () => `${title}; the panel has ${shown}`,
      );
    }
    const { drawn, long } = await watched();
    const median = ordered(drawn)[Math.floor(drawn.length / 2)] ?? Infinity;
    const ms = (value: number): string => `${value.toFixed(1)} ms`;
    if (this.test)
      this.test.title += ` (drawing ${ms(median)}, the slowest ${ms(Math.max(...drawn))}, tasks above 50 ms: ${long.map(ms).join(", ") || "none"})`;
    // On a quiet machine there is no task above 50 ms: printed, since a busy one takes many times as long.
    assert.ok(drawn.length >= keys.length, `${drawn.length} drawings`);
    const [there, still] = (await inWebview(
      "view",
      "[rows.length, rows.filter((row) => row.isConnected).length]",
    )) as [number, number];
    assert.ok(there >= 300);
    assert.ok(still >= there - 1, `${there - still} of ${there} rows were made anew`);
  });
});
