/**
 * Takes the pictures of the documentation and of the walkthrough: the example workspace in VS Code's own server, in a
 * light and in a dark theme. `node test/run/pictures.js [NAME…]` writes docs/images and media/walkthrough.
 *
 * The days of the example are moved so that its 1 August 2026 is today: people wait for days in the pictures, not months.
 */
import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { chromium as browsers } from "playwright-core";
import { chromium, chromiumFlags } from "./chromium.js";
import { root } from "./paths.js";
import { cutLive } from "./picture-cut.js";
import { stageExtension } from "./stage.js";
import { installServer, quietSettings, startServer, workbenchAddress } from "./vscode-server.js";

/** @typedef {import("playwright-core").Page} Page */

const themes = { light: "Default Light Modern", dark: "Default Dark Modern" };
const wanted = process.argv.slice(2);
const size = { width: 1280, height: 800 };

/**
 * Each is a whole window for docs/images; those with a part are also cut to it, for the walkthrough.
 * Those that need it get a repository in which the example is committed.
 * @type {Record<string, { show: (page: Page) => Promise<void>, repository?: true, part?: { x: number, y: number, width: number, height: number } }>}
 */
const pictures = {
  problems: {
    part: { x: 353, y: 345, width: 720, height: 420 },
    async show(page) {
      await open(page, "PRD-103-waiting-list.prd.md");
      await goTo(page, 33, 80);
      await command(page, "View: Focus Problems");
      await page.waitForTimeout(500);
      await command(page, "View: Focus Active Editor Group");
    },
  },
  "quick-fix": {
    async show(page) {
      await open(page, "PRD-103-waiting-list.prd.md");
      await goTo(page, 24, 6);
      await page.keyboard.press("Control+.");
      await page.waitForSelector(".action-widget .monaco-list-row");
    },
  },
  answer: {
    part: { x: 353, y: 145, width: 720, height: 420 },
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await goTo(page, 35, 8);
      await page.keyboard.press("Control+.");
      await page.waitForSelector(".action-widget .monaco-list-row");
    },
  },
  "what-is-open": {
    part: { x: 48, y: 0, width: 900, height: 420 },
    async show(page) {
      await command(page, "Seamwork: Focus on PRDs View");
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await command(page, "Seamwork: Show Open Points");
      await page.waitForTimeout(1000);
    },
  },
  completion: {
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await goTo(page, 36, 999);
      await page.keyboard.press("Enter");
      await page.keyboard.type("- **C5** (");
      await page.waitForSelector(".suggest-widget.visible .monaco-list-row");
    },
  },
  adopted: {
    part: { x: 353, y: 60, width: 720, height: 420 },
    async show(page) {
      await open(page, "merge-duplicate-clients.md");
      await command(page, "Seamwork: Adopt This PRD");
      await page.waitForSelector('.view-line:has-text("prd/1")');
      await page.waitForTimeout(1000);
    },
  },
  hover: {
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await goTo(page, 92, 133);
      await command(page, "Show or Focus Hover");
      await page.waitForSelector(".monaco-hover:visible");
      await page.waitForTimeout(1000);
    },
  },
  "move-on": {
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await startCommand(page, "Seamwork: Move to Next Status…");
      await page.waitForSelector('.quick-input-title:has-text("to settle before it is agreed")');
      await page.waitForTimeout(1500);
    },
  },
  "review-walk": {
    part: { x: 280, y: 0, width: 720, height: 420 },
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await startCommand(page, "Seamwork: Start Review…");
      await page.waitForSelector('.quick-input-title:has-text("Review 1 of 3")');
      await page.waitForTimeout(1500);
    },
  },
  "review-lenses": {
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await signTwo(page);
      await goTo(page, 100, 1);
      await goTo(page, 36, 1);
      await page.waitForTimeout(1500);
    },
  },
  preview: {
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await page.keyboard.press("Control+b");
      await command(page, "Markdown: Open Preview to the Side");
      await page.waitForSelector('.tab:has-text("Preview")');
      await page.waitForTimeout(4000);
    },
  },
  "preview-badges": {
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await page.keyboard.press("Control+b");
      await goTo(page, 57, 1);
      await command(page, "Markdown: Open Preview to the Side");
      await page.waitForSelector('.tab:has-text("Preview")');
      await page.waitForTimeout(4000);
    },
  },
  "review-changes": {
    repository: true,
    async show(page) {
      await open(page, "PRD-102-answer-a-reminder.prd.md");
      await signTwo(page);
      await command(page, "Seamwork: Show Changes Since Sign-Off…");
      await page.waitForSelector('.tab.active:has-text("signed it")');
      await page.waitForTimeout(1500);
    },
  },
  "new-prd": {
    part: { x: 353, y: 60, width: 720, height: 420 },
    async show(page) {
      await startCommand(page, "Seamwork: New PRD…");
      await page.waitForSelector('.quick-input-title:has-text("New PRD")');
      await page.keyboard.type("Weigh-in reminders");
      await page.keyboard.press("Enter");
      await page.waitForSelector('.tab.active:has-text("weigh-in-reminders")');
      await page.waitForTimeout(1500);
    },
  },
};

/** @param {Page} page @param {string} name */
async function open(page, name) {
  await page.keyboard.press("Control+p");
  await page.waitForSelector(".quick-input-widget:visible");
  await page.keyboard.type(name);
  await page.waitForSelector(`.quick-input-list .monaco-list-row:has-text("${name}")`);
  await page.waitForTimeout(300);
  await page.keyboard.press("Enter");
  await page.waitForSelector(`.tab.active:has-text("${name}")`);
  await page.waitForSelector("[id='seamwork.seamwork.seamwork.prd']");
  await page.waitForTimeout(1000);
}

/** Signs R1 and R2 of the example, and changes a word of R1. @param {Page} page */
async function signTwo(page) {
  await goTo(page, 29, 8);
  await startCommand(page, "Seamwork: Sign Off Requirements…");
  await page.waitForSelector('.quick-input-title:has-text("Sign off what")');
  await page.keyboard.type("slot");
  await page.waitForTimeout(400);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(800);
  await goTo(page, 29, 14);
  await page.keyboard.type("late ");
  await page.waitForTimeout(800);
}

/** @param {Page} page @param {number} line @param {number} column */
async function goTo(page, line, column) {
  await page.keyboard.press("Control+g");
  await page.waitForTimeout(200);
  await page.keyboard.type(`${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(400);
}

/** @param {Page} page @param {string} title */
async function command(page, title) {
  await startCommand(page, title);
  await page.waitForTimeout(600);
}

/** @param {Page} page @param {string} title */
async function startCommand(page, title) {
  await page.keyboard.press("F1");
  await page.waitForSelector(".quick-input-widget:visible");
  await page.keyboard.type(title);
  await page.waitForSelector(`.quick-input-list .monaco-list-row:has-text("${title}")`);
  await page.waitForTimeout(200);
  await page.keyboard.press("Enter");
}

/** Moves every day of the example. @param {string} folder */
async function moveDays(folder) {
  const moved = Date.now() - Date.parse("2026-08-01");
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".md")) continue;
    const text = await readFile(join(folder, name), "utf8");
    const later = text.replace(/\b2026-\d\d-\d\d\b/g, (day) =>
      new Date(Date.parse(day) + moved).toISOString().slice(0, 10),
    );
    await writeFile(join(folder, name), later);
  }
}

/** @param {string} folder */
function commit(folder) {
  const git = ["-c", "user.name=Jonas Bach", "-c", "user.email=jonas@example.com"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "."],
    ["commit", "--quiet", "-m", "PRDs"],
  ])
    execFileSync("git", [...git, ...args], { cwd: folder, stdio: "ignore" });
}

/** @param {Page} page @param {string} file @param {{ x: number, y: number, width: number, height: number }} [part] */
async function keep(page, file, part) {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path, ...(part ? { clip: part } : {}) });
  console.log(file);
}

await installServer();
const executablePath = await chromium();
const temp = await mkdtemp(join(tmpdir(), "seamwork-pictures-"));
const server = await (async () => {
  await stageExtension(join(temp, "extension"), { web: false });
  return startServer({ dataFolder: join(temp, "data") });
})();
try {
  for (const [theme, colorTheme] of Object.entries(themes)) {
    const settings = {
      ...quietSettings,
      "workbench.colorTheme": colorTheme,
      "workbench.layoutControl.enabled": false,
      "window.commandCenter": false,
      "editor.minimap.enabled": false,
      "markdown.preview.frontMatter": "hide",
      "editor.wordWrap": "on",
      "files.autoSave": "off",
      "git.enabled": false,
      "seamwork.me": "@jonas",
    };
    await writeFile(join(temp, "data/data/Machine/settings.json"), JSON.stringify(settings));
    for (const [name, { show, part, repository }] of Object.entries(pictures)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const folder = join(temp, `${name}-${theme}`, "fernwick");
      await cp(join(root, "docs/example"), folder, { recursive: true });
      await moveDays(folder);
      if (repository) commit(folder);
      const browser = await browsers.launchPersistentContext(join(temp, `browser-${name}-${theme}`), {
        executablePath,
        headless: true,
        viewport: size,
        args: [...chromiumFlags],
      });
      try {
        const page = browser.pages()[0] ?? (await browser.newPage());
        const extension = join(temp, "extension");
        await page.goto(workbenchAddress(server.port, { folder, extension }));
        await page.waitForSelector(".explorer-viewlet .monaco-list-row");
        await page.waitForTimeout(2500);
        await command(page, "Notifications: Clear All Notifications");
        await show(page);
        await keep(page, `docs/images/${name}-${theme}.png`);
        if (part) await keep(page, `media/walkthrough/${name}-${theme}.png`, part);
      } finally {
        await browser.close();
      }
    }
    await cutLive({ executablePath, folder: join(temp, `browser-live-${theme}`), theme, wanted });
  }
} finally {
  server.stop();
  await rm(temp, { recursive: true, force: true, maxRetries: 5 });
}
