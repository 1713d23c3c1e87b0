import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium, type Browser, type Page } from "playwright-core";
import { chromiumFlags } from "../run/chromium.js";
import { root } from "../run/paths.js";
import { typeAt } from "./keys.ts";
import { until } from "./pair.ts";
import { otherTheme, picture, sideBySide } from "./pictures.ts";
import { palette, statusOf } from "./window.ts";

/** What a person sees who has just cloned the project and has no VS Code; the README begins with a picture of it. */
describe("npm start", function () {
  let program: ChildProcess | undefined;
  let browser: Browser | undefined;
  let pages: readonly Page[] = [];

  afterEach(async function () {
    if (this.currentTest?.state !== "failed") return;
    for (const [index, page] of pages.entries()) await picture(page, `failed-npm-start-${index}`);
  });

  after(async () => {
    await browser?.close();
    const gone = new Promise((resolve) => program?.once("exit", resolve) ?? resolve(undefined));
    program?.kill("SIGTERM");
    await gone;
  });

  it("opens a PM's and an engineer's window, joined in one live PRD", async () => {
    const [pm, eng] = await addresses();
    browser = await chromium.launch({
      executablePath: process.env["SEAMWORK_CHROMIUM"] ?? "",
      headless: true,
      args: [...chromiumFlags],
    });
    const both: [Page, Page] = [await openPage(browser, pm), await openPage(browser, eng)];
    pages = both;
    for (const page of pages)
      await until(async () => /live · 2 people · saved/.test(await statusOf(page)), "both are there", 60_000);

    const [product, engineer] = both;
    await until(
      async () => (await product.locator(".tab:has-text('README.md')").count()) === 1,
      "what there is to try stands beside the PM's text",
    );
    await picture(product, "npm-start");
    await palette(product, "View: Close Editors in Other Groups");
    for (const page of pages) await page.click(".editor-group-container.active .view-lines");
    // The People of the one, and all the room for the text of the other.
    await palette(product, "Seamwork: Focus on People View");
    await engineer.keyboard.press("Control+b");
    await goTo(engineer, 26, 999);
    await goTo(product, 18, 999);
    await Promise.all([
      typeAt(product, " Nobody phones around.", 12),
      typeAt(engineer, " For how long does the offer stand?", 12),
    ]);
    for (const page of pages)
      await until(async () => {
        const text = await textOf(page);
        return text.includes("around.") && text.includes("stand?");
      }, "both see what both typed");
    await sideBySide(browser, both, "live");
    for (const page of pages) await otherTheme(page);
    await sleep(500);
    await sideBySide(browser, both, "live-dark");
  });

  /** Starts the program, as on a computer without VS Code. */
  async function addresses(): Promise<[string, string]> {
    program = spawn(process.execPath, [join(root, "test/run/start.js")], {
      cwd: root,
      env: { ...process.env, PATH: dirname(process.execPath), DISPLAY: "", WAYLAND_DISPLAY: "" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    program.stdout?.setEncoding("utf8").on("data", (text) => (output += text));
    await until(
      () => /engineer: +http/.test(output) || program?.exitCode !== null,
      "npm start is ready",
      120_000,
    );
    const [pm, eng] = output.match(/http:\S+/g) ?? [];
    assert.ok(pm !== undefined && eng !== undefined, output);
    return [pm, eng];
  }
});

async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 800 } });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(address);
  await page.waitForSelector(".editor-instance .view-lines", { timeout: 60_000 });
  return page;
}

async function textOf(page: Page): Promise<string> {
  const lines = await page.locator(".editor-group-container.active .view-line").allInnerTexts();
  // Whole words only: lines are wrapped, and stand in the page in any order.
  return lines.join(" ");
}

async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press("Control+g");
  await page.waitForSelector(".quick-input-widget:visible");
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press("Enter");
  await sleep(400);
}
