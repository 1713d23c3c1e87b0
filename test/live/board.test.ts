import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type Frame } from "playwright-core";
import { chromiumFlags } from "../run/chromium.js";
import { makeExample } from "../run/example-history.js";
import { storyDay } from "../run/example-story.js";
import { executablePath, temp, until } from "./pair.ts";
import { pictures } from "./pictures.ts";
import { openWindow, type Window } from "./window.ts";

/** The board of a team with a year of history. */
describe("the board over time", function () {
  this.timeout(240_000);
  const home = join(temp, "board");
  const folder = join(home, "fernwick");
  const wait = join(home, "wait");
  let browser: Browser | undefined;
  let window: Window;

  before(async () => {
    await mkdir(home, { recursive: true });
    makeExample(folder);
    await writeFile(wait, "");
    browser = await chromium.launch({ executablePath, headless: true, args: [...chromiumFlags] });
    window = await openWindow({
      name: "lead",
      browser,
      data: join(home, "data"),
      folder,
      extension: join(temp, "extension"),
      file: "seamwork.yaml",
      settings: {
        "remote.autoForwardPorts": false,
        "window.commandCenter": false,
        "workbench.layoutControl.enabled": false,
      },
      env: {
        SEAMWORK_TODAY: storyDay,
        PATH: `${await gitThatWaits(join(home, "bin"), wait)}${delimiter}${process.env["PATH"]}`,
        XDG_CACHE_HOME: join(home, "cache"),
      },
    });
    await window.command("workbench.action.closeSidebar");
  });

  after(async () => {
    await window?.close();
    await browser?.close();
  });

  it("is there before its history, which can be called off", async () => {
    await window.command("seamwork.openBoard");
    const before = await shows(/^Board \d+ PRDs.*The three seams.*Cycles.*Disagreements.*Retros/);
    assert.doesNotMatch(before, /Open over time/);
    await window.told(/Looking back over the board's history/);
    await window.press("Cancel");
    await shows(/Open over time The trend was called off\./);
    await window.calm();
  });

  it("ends its history with what the board says today", async () => {
    await rm(wait);
    await window.command("workbench.action.closeAllEditors");
    await window.command("seamwork.openBoard");
    await shows(/Open over time From 2026-\d\d-\d\d to 2026-08-03: Handoff from/);
    const [today] = (
      JSON.parse(
        execFileSync(
          process.execPath,
          [join(temp, "extension/dist/cli.js"), "board", "--format", "json", "--today", storyDay],
          { cwd: folder, encoding: "utf8", env: { ...process.env, XDG_CACHE_HOME: join(home, "cache") } },
        ),
      ) as { boards: { seams: { seam: string; open: number }[] }[] }
    ).boards;
    const counts = today?.seams.map(({ open }) => String(open)) ?? [];
    assert.equal(counts.length, 3);
    const seams = await rowsBelow("seams", ".scroll");
    assert.deepEqual(
      seams.map(([, open]) => open),
      counts,
    );
    const days = await rowsBelow("trend", ".behind");
    assert.ok(days.length > 10, `${days.length} days`);
    assert.deepEqual(days.at(-1)?.slice(0, 4), [storyDay, ...counts]);
    const errors = window.notes.filter(({ severity }) => severity === "error");
    assert.deepEqual(errors, []);
    await window.calm();
    await pictures(window, "board");
  });

  /** The page of the board's tab; undefined while there is none. */
  async function board(): Promise<Frame | undefined> {
    for (const frame of window.page.frames()) {
      const surface = await frame.evaluate("document.body?.dataset.surface").catch(() => undefined);
      if (surface === "tab") return frame;
    }
    return undefined;
  }

  /** @returns the first words of a table's cells: a number that opens a list says of what */
  async function rowsBelow(title: string, table: string): Promise<string[][]> {
    const cell = "(cell) => cell.textContent.trim().split(' ')[0]";
    const rows = `document.querySelectorAll("#b-${title}-title ~ ${table} tbody tr")`;
    return (
      (await (await board())?.evaluate(`[...${rows}].map(({ cells }) => [...cells].map(${cell}))`)) ?? []
    );
  }

  async function shows(words: RegExp): Promise<string> {
    let last = "";
    await until(
      async () => {
        const text = await (await board())?.evaluate<string>("document.body.innerText").catch(() => "");
        return words.test((last = (text ?? "").replace(/\s+/g, " ")));
      },
      () => `the board shows ${String(words)}; it shows ${last}`,
    );
    return last;
  }
});

/** @returns a folder with a git that answers only when a file is gone, so that history takes as long as a test needs */
async function gitThatWaits(folder: string, file: string): Promise<string> {
  await mkdir(folder);
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  const script = join(folder, "git");
  await writeFile(script, `#!/bin/sh\nwhile [ -e '${file}' ]; do sleep 0.1; done\nexec '${real}' "$@"\n`);
  await chmod(script, 0o755);
  return folder;
}
