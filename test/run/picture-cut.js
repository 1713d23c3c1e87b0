import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium as browsers } from "playwright-core";
import { chromiumFlags } from "./chromium.js";
import { root } from "./paths.js";

/** What the live test takes of two people in one PRD, and the part of it that the walkthrough shows. */
const live = {
  files: /** @type {Record<string, string>} */ ({
    light: "docs/images/live.png",
    dark: "docs/images/live-dark.png",
  }),
  part: { x: 1060, y: 110, width: 720, height: 420 },
};

/**
 * Cuts the picture of the live test for the walkthrough.
 * @param {{ executablePath: string, folder: string, theme: string, wanted: readonly string[] }} how `folder` is for what the
 *   browser keeps; nothing is done where pictures are wanted, but not this one
 */
export async function cutLive({ executablePath, folder, theme, wanted }) {
  if (wanted.length > 0 && !wanted.includes("live")) return;
  const { files, part } = live;
  const image = await readFile(join(root, files[theme] ?? ""), "base64");
  const options = { executablePath, headless: true, args: [...chromiumFlags] };
  const browser = await browsers.launchPersistentContext(folder, options);
  try {
    const page = await browser.newPage();
    await page.setViewportSize({ width: part.x + part.width, height: part.y + part.height });
    await page.setContent(`<body style="margin: 0"><img src="data:image/png;base64,${image}">`);
    await page.waitForFunction("document.images[0].complete");
    const file = `media/walkthrough/live-${theme}.png`;
    await page.screenshot({ path: join(root, file), clip: part });
    console.log(file);
  } finally {
    await browser.close();
  }
}
