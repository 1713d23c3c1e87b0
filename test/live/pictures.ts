import { mkdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { out, root } from "../run/paths.js";
import { palette } from "./window.ts";
import type { Window } from "./window.ts";

/** Pictures are for looking at; those of the documentation are only replaced when `--pictures` asks for it. */
const folder = process.env["SEAMWORK_PICTURES"] ? join(root, "docs/images") : join(out, "screenshots");

/** Takes a picture that is for looking at only. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(out, "screenshots", `${name}.png`);
  await page.screenshot({ path });
  console.log(`      ${relative(root, path)}`);
}

const themes = { light: "Default Light Modern", dark: "Default Dark Modern" };

/** Takes a picture of a window as it is, in both themes. */
export async function pictures({ page, run }: Window, name: string): Promise<void> {
  for (const [theme, colorTheme] of Object.entries(themes)) {
    await run(
      (vscode, colorTheme) =>
        vscode.workspace
          .getConfiguration("workbench")
          .update("colorTheme", colorTheme, vscode.ConfigurationTarget.Global),
      colorTheme,
    );
    await page.waitForSelector(`.monaco-workbench.${theme === "dark" ? "vs-dark" : "vs"}`);
    // Colours of decorations follow a moment after the theme.
    await sleep(700);
    await page.screenshot({ path: await fileFor(`${name}-${theme}`) });
  }
  await run(
    (vscode) =>
      vscode.workspace
        .getConfiguration("workbench")
        .update("colorTheme", undefined, vscode.ConfigurationTarget.Global),
    undefined,
  );
}

/** Puts pictures of two windows beside each other, as they would be on one screen. */
export async function sideBySide(
  browser: Browser,
  pages: readonly [Page, Page],
  name: string,
): Promise<void> {
  const images = await Promise.all(pages.map((page) => page.screenshot()));
  const gap = 24;
  const { width, height } = pages[0].viewportSize() ?? { width: 1280, height: 800 };
  const context = await browser.newContext({
    viewport: { width: 2 * width + 3 * gap, height: height + 2 * gap },
  });
  try {
    const page = await context.newPage();
    const windows = images.map((image) => `<img src="data:image/png;base64,${image.toString("base64")}">`);
    await page.setContent(
      `<style>
        body { margin: 0; padding: ${gap}px; display: flex; gap: ${gap}px; background: #8b93a3; }
        img { border-radius: 8px; box-shadow: 0 6px 20px #0006; }
      </style>${windows.join("")}`,
    );
    await page.waitForFunction("[...document.images].every((image) => image.complete)");
    await page.screenshot({ path: await fileFor(name) });
  } finally {
    await context.close();
  }
}

/** Switches between VS Code's light and its dark theme. */
export async function otherTheme(page: Page): Promise<void> {
  const before = await themeOf(page);
  await palette(page, "Toggle between Light/Dark Themes");
  await page.waitForFunction(
    (before) => document.querySelector(".monaco-workbench")?.classList.contains(before) === false,
    before,
  );
}

async function themeOf(page: Page): Promise<string> {
  const classes = (await page.getAttribute(".monaco-workbench", "class")) ?? "";
  return /\bvs-dark\b/.test(classes) ? "vs-dark" : "vs";
}

async function fileFor(name: string): Promise<string> {
  const path = join(folder, `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  console.log(`      ${relative(root, path)}`);
  return path;
}
