/**
 * The outside hand of a host suite: receives its reports, takes pictures of the window and presses keys, both of which
 * an extension cannot do. The suite speaks to it over HTTP (test/host/driver.ts); it speaks to the window over the
 * debugging port, which VS Code's desktop and Chromium both have.
 */
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { chromium } from "playwright-core";
import { out, root } from "./paths.js";

/** What finds faults of accessibility in a page. */
const axe = join(root, "node_modules/axe-core/axe.min.js");

/**
 * @typedef {{ event: "log", text: string } | { event: "pass", title: string } | { event: "fail", title: string, error: string }
 *   | { event: "end", passed: number, failed: number }} Report
 */

/** In a webview's page: which one it is. */
const surfaceOf =
  'document.body?.dataset.surface ?? (document.querySelector(".markdown-body") ? "preview" : undefined)';

/**
 * VS Code's window, found anew for each thing that is done in it.
 * @param {number} debuggingPort
 */
function windowAt(debuggingPort) {
  /** @type {Promise<import("playwright-core").Browser> | undefined} */
  let browser;

  async function page() {
    browser ??= chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
    const pages = (await browser).contexts().flatMap((context) => context.pages());
    const window = pages.find((candidate) => /workbench|[?&]folder=/.test(candidate.url()));
    if (!window) throw new Error("VS Code's window was not found.");
    return window;
  }

  return {
    page,
    /**
     * The page of a webview of ours, or of the markdown preview, which VS Code puts into a frame in a frame.
     * @param {string} surface what its body says that it is; `preview` for VS Code's own
     */
    async webview(surface) {
      for (const frame of (await page()).frames()) {
        if (!/fake\.html|active-frame/.test(frame.url() + frame.name())) continue;
        const found = await frame.evaluate(surfaceOf).catch(() => undefined);
        if (found === surface) return frame;
      }
      throw new Error(`No webview says that it is "${surface}".`);
    },
    async close() {
      await (await browser?.catch(() => undefined))?.close().catch(() => {});
    },
  };
}

/**
 * What a suite can ask for in the window, by address.
 * @param {ReturnType<typeof windowAt>} window
 * @returns {Record<string, (body: any) => Promise<string | void> | void>} what an action returns is the answer's text
 */
function actionsIn({ page, webview }) {
  return {
    "/screenshot": async ({ name }) => {
      const path = join(out, "screenshots", `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await (await page()).screenshot({ path });
    },
    "/press": async ({ keys }) => {
      for (const key of keys) await (await page()).keyboard.press(key);
    },
    "/read": async ({ selector, attribute }) => {
      const found = (await page()).locator(selector);
      const texts =
        attribute === undefined
          ? await found.allInnerTexts()
          : // In one step: an element that goes between counting and reading would be waited for.
            await found.evaluateAll((all, name) => all.map((one) => one.getAttribute(name)), attribute);
      return texts.join("\n");
    },
    "/webview": async ({ surface, does, selector, text }) => {
      const frame = await webview(surface);
      const found = () => frame.locator(selector).first();
      if (does === "click") return found().click({ timeout: 5000 });
      if (does === "type") return found().fill(text, { timeout: 5000 });
      if (does === "axe") await frame.evaluate(await readFile(axe, "utf8"));
      // As one value of JSON, so that a test can ask for anything.
      return JSON.stringify((await frame.evaluate(text)) ?? null);
    },
    "/type": async ({ text }) => (await page()).keyboard.type(text),
  };
}

/**
 * @param {{ debuggingPort: number, report: (report: Report) => void, cli?: (args: string[]) => string }} options
 *   cli: what the command line prints in the suite's folder
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 */
export async function startDriver({ debuggingPort, report, cli }) {
  const window = windowAt(debuggingPort);
  /** @type {ReturnType<typeof actionsIn>} */
  const actions = {
    ...actionsIn(window),
    "/report": report,
    "/cli": async ({ args }) => cli?.(args) ?? "",
  };

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  async function answer(request, response) {
    // The web worker host has another origin.
    const headers = { "access-control-allow-origin": "*" };
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    try {
      const action = actions[request.url ?? ""];
      if (!action) throw new Error(`There is nothing at ${request.url}.`);
      const result = await action(JSON.parse(text));
      response.writeHead(200, headers).end(result ?? "");
    } catch (error) {
      response.writeHead(500, headers).end(error instanceof Error ? error.message : String(error));
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await window.close();
    },
  };
}
