/** A real VS Code window with keys that can be pressed: its own VS Code server, browser context, folder and settings. */
import { existsSync } from "node:fs";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type * as VSCodeApi from "vscode";
import { root } from "../run/paths.js";
import { startServer, workbenchAddress } from "../run/vscode-server.js";

type VSCode = typeof VSCodeApi;

/** A notification that was shown. */
export interface Note {
  readonly severity: "info" | "warning" | "error";
  readonly text: string;
}

export interface WindowOptions {
  readonly name: string;
  readonly browser: Browser;
  /** An empty folder for everything that the window keeps. */
  readonly data: string;
  readonly folder: string;
  readonly extension: string;
  /** The PRD that the window shows, below `folder`. */
  readonly file: string;
  readonly settings?: object;
  /** What the extensions find in their environment. */
  readonly env?: NodeJS.ProcessEnv;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Window {
  readonly name: string;
  readonly page: Page;
  /** The PRD on disk; a test that renames it says so here. */
  path: string;
  /** All notifications that were shown since the window opened; see `look`. */
  readonly notes: Note[];
  /** Opens the list of notifications: VS Code shows none by itself when an extension under development runs in a browser. */
  look(): Promise<void>;
  /** Runs a function in the extension host. It sees nothing of what is around it: what it needs is its argument. */
  run<A, R>(action: (vscode: VSCode, argument: A) => R, argument: A): Promise<Awaited<R>>;
  command<R>(id: string, ...args: unknown[]): Promise<R>;
  /** What the PRD's buffer holds, with the line ends that it has. */
  buffer(): Promise<{ text: string; dirty: boolean }>;
  /** Puts the caret behind a text of the PRD and the keys into its editor. */
  caretBehind(text: string): Promise<void>;
  /** Puts the keys into the PRD's editor. */
  focus(): Promise<void>;
  /** Chooses from the menu bar: `menu("Edit", "Undo")`. */
  menu(...labels: string[]): Promise<void>;
  /** See `statusOf`. */
  status(): Promise<string>;
  /** See `palette`. */
  palette(title: string): Promise<void>;
  /** Chooses the row of a list that has this text. */
  pick(text: string): Promise<void>;
  /** Fills in the box that asks for something. */
  answer(text: string): Promise<void>;
  /** Presses a button of a notification or of a dialog. */
  press(button: string): Promise<void>;
  /** Takes the notifications away. */
  calm(): Promise<void>;
  /** Waits for a notification that says something. */
  told(what: RegExp): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

export async function openWindow(options: WindowOptions): Promise<Window> {
  const { name, browser, data, folder, file, size = { width: 1280, height: 800 } } = options;
  const address = join(data, "probe.json");
  const extensionsFolder = join(data, "extensions");
  // Installed, because VS Code's server takes only one extension under development.
  await cp(join(root, "test/live/probe"), join(extensionsFolder, "seamwork.probe-0.0.1"), {
    recursive: true,
  });
  const server = await startServer({
    dataFolder: join(data, "server"),
    extensionsFolder,
    settings: {
      "files.autoSave": "off",
      "git.enabled": false,
      // VS Code drops a paste when a colleague types while it asks what to make of it; docs/live.md says so.
      "[markdown]": { "editor.pasteAs.enabled": false },
      ...options.settings,
    },
    env: { ...options.env, SEAMWORK_PROBE: address },
  });
  let context: BrowserContext | undefined;
  // However the test ends, VS Code's server and its extension host must not outlive it.
  process.once("exit", server.stop);
  const close = async (): Promise<void> => {
    await context?.close().catch(() => {});
    server.stop();
    process.off("exit", server.stop);
  };
  try {
    context = await browser.newContext({
      viewport: size,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const notes: Note[] = [];
    await context.exposeFunction("noteSeen", (note: Note) => notes.push(note));
    await context.addInitScript(watchNotifications);
    await keepSecrets(context);
    const page = await context.newPage();
    // The question whether to leave a window with changes.
    page.on("dialog", (dialog) => void dialog.accept());
    await page.goto(
      workbenchAddress(server.port, {
        folder,
        extension: options.extension,
        file: join(folder, file),
      }),
    );

    /** Puts the caret behind a text, and says where that is, counted from 1. */
    const placed = (text: string): Promise<{ line: number; column: number }> =>
      window.run(
        async (vscode, { path, text }) => {
          const document = await vscode.workspace.openTextDocument(path);
          const editor = await vscode.window.showTextDocument(document);
          const at = document.getText().indexOf(text);
          if (at < 0) throw new Error(`“${text}” is not in ${path}.`);
          const { line, character } = document.positionAt(at + text.length);
          editor.selection = new vscode.Selection(line, character, line, character);
          editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
          return { line: line + 1, column: character + 1 };
        },
        { path: window.path, text },
      );
    const window: Window = {
      name,
      page,
      path: join(folder, file),
      notes,
      async run(action, argument) {
        const { port, key } = await probe(address);
        const response = await fetch(`http://127.0.0.1:${port}`, {
          method: "POST",
          headers: { "x-key": key },
          body: JSON.stringify({ source: action.toString(), argument }),
        });
        if (!response.ok) throw new Error(`In the window of ${name}: ${await response.text()}`);
        return ((await response.json()) as { result: never }).result;
      },
      command: (id, ...args) =>
        window.run((vscode, { id, args }) => vscode.commands.executeCommand(id, ...args) as Promise<never>, {
          id,
          args,
        }),
      buffer: () =>
        window.run((vscode, path) => {
          const document = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === path);
          if (document === undefined) throw new Error(`${path} is not open.`);
          return { text: document.getText(), dirty: document.isDirty };
        }, window.path),
      async caretBehind(text) {
        // The window follows a moment later, and keys go to where it is. What comes from the others meanwhile moves the
        // place, and then it is looked up again.
        for (let tries = 1; ; tries++) {
          const { line, column } = await placed(text);
          const place = `#status\\.editor\\.selection:has-text("Ln ${line}, Col ${column}")`;
          const stands = page.waitForSelector(place, { timeout: 3000 });
          if (tries === 10) await stands;
          if (
            await stands.then(
              () => true,
              () => false,
            )
          )
            break;
        }
        await page.waitForSelector(focused);
      },
      async focus() {
        await window.command("workbench.action.focusActiveEditorGroup");
        await page.waitForSelector(focused);
      },
      async menu(...labels) {
        await page.click('.menubar-menu-button[aria-label="Application Menu"]');
        for (const label of labels) {
          const item = page.locator(".monaco-menu .action-menu-item:visible", {
            hasText: new RegExp(`^${label}`),
          });
          await item.waitFor();
          // A menu ignores the mouse for its first 100 ms.
          await sleep(300);
          await item.click();
        }
        await page.waitForSelector(".monaco-menu", { state: "hidden" });
      },
      status: () => statusOf(page),
      palette: (title) => palette(page, title),
      async pick(text) {
        const row = page.locator(`.quick-input-list .monaco-list-row:has-text("${text}")`).first();
        await row.waitFor();
        await sleep(200);
        await row.click();
      },
      async answer(text) {
        // The palette that led here may still be closing; what is typed then goes into the document.
        await page.waitForFunction(() => {
          const input = document.activeElement;
          return (
            input instanceof HTMLInputElement &&
            !input.value.startsWith(">") &&
            input.closest(".quick-input-box")
          );
        });
        await page.keyboard.insertText(text);
        await sleep(200);
        await page.keyboard.press("Enter");
      },
      async press(button) {
        await page
          .locator(".monaco-dialog-box:visible, .notification-list-item:visible")
          .locator(`.monaco-button:has-text("${button}")`)
          .first()
          .click();
      },
      async look() {
        await window.command("notifications.showList");
        await sleep(300);
      },
      async calm() {
        await window.command("notifications.clearAll");
        await window.command("notifications.hideList");
        await page.waitForSelector(".notification-list-item", { state: "hidden" });
        // What is said from now on is new, even where it is the same again.
        await page.evaluate(() => dispatchEvent(new Event("notes taken away")));
      },
      async told(what) {
        await window.look();
        for (let waited = 0; !notes.some(({ text }) => what.test(text)); waited += 50) {
          if (waited > 60_000) throw new Error(`${name} was not told ${what}, but ${JSON.stringify(notes)}.`);
          await sleep(50);
        }
      },
      async reload() {
        await rm(address, { force: true });
        await page.reload();
        await ready();
      },
      close,
    };

    async function ready(): Promise<void> {
      await Promise.race([
        server.died,
        page.waitForSelector(".editor-instance .view-lines", { timeout: 60_000 }),
      ]);
      await probe(address);
    }
    await ready();
    return window;
  } catch (error) {
    await close();
    throw error;
  }
}

/** How often a person opens the palette again that has closed because something else took the focus. */
const PALETTE_TRIES = 3;

/** Runs a command of a window's palette, as a person does. */
export async function palette(page: Page, title: string): Promise<void> {
  const row = page.locator(`.quick-input-list .monaco-list-row:has-text("${title}")`);
  for (let tries = 1; ; tries++) {
    await page.keyboard.press("F1");
    await page.waitForSelector(".quick-input-widget:visible");
    await page.keyboard.type(title);
    try {
      await row.first().waitFor({ timeout: tries < PALETTE_TRIES ? 10_000 : 30_000 });
      break;
    } catch (error) {
      if (tries === PALETTE_TRIES) throw error;
      await page.keyboard.press("Escape");
    }
  }
  await sleep(200);
  await page.keyboard.press("Enter");
}

/** What a window's status bar says about the shared PRD; empty where it says nothing. */
export async function statusOf(page: Page): Promise<string> {
  const texts = await page.locator("[id='seamwork.seamwork.seamwork.live']").allInnerTexts();
  return texts.join("");
}

/** The editor when it gets what is typed. */
const focused = ".editor-group-container.active .monaco-editor.focused";

/** Where the probe of a window listens, as soon as it does. */
async function probe(file: string): Promise<{ port: number; key: string }> {
  for (let waited = 0; !existsSync(file); waited += 50) {
    if (waited > 60_000) throw new Error("The probe in the window did not start within a minute.");
    await sleep(50);
  }
  return JSON.parse(await readFile(file, "utf8")) as { port: number; key: string };
}

/**
 * Lets the window keep its secrets when it is reloaded. The desktop does so by itself, and whoever hosts VS Code for
 * browsers brings a store of secrets; this server has none, and its windows forget with the page.
 */
async function keepSecrets(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const name = (key: string): string => `secret ${key}`;
    (globalThis as { secretsOfTest?: object }).secretsOfTest = {
      type: "persisted",
      get: async (key: string) => localStorage.getItem(name(key)) ?? undefined,
      set: async (key: string, value: string) => localStorage.setItem(name(key), value),
      delete: async (key: string) => localStorage.removeItem(name(key)),
      keys: async () =>
        Object.keys(localStorage)
          .filter((key) => key.startsWith(name("")))
          .map((key) => key.slice(name("").length)),
    };
  });
  await context.route("**/workbench/workbench.js", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(
      /(\w+)\.options\??\.secretStorageProvider/g,
      "globalThis.secretsOfTest",
    );
    await route.fulfill({ response, body });
  });
}

/** Runs in the page: tells each notification once. */
function watchNotifications(): void {
  // The list shows one notification after another in the same element.
  let told = new WeakMap<Element, string>();
  addEventListener("notes taken away", () => (told = new WeakMap()));
  const look = (): void => {
    for (const item of document.querySelectorAll(".notification-list-item")) {
      const text = item.querySelector(".notification-list-item-message")?.textContent;
      if (!text || told.get(item) === text) continue;
      told.set(item, text);
      const icon = item.querySelector(".notification-list-item-icon")?.className ?? "";
      const severity = /codicon-error/.test(icon)
        ? "error"
        : /codicon-warning/.test(icon)
          ? "warning"
          : "info";
      (globalThis as unknown as { noteSeen(note: object): void }).noteSeen({ severity, text });
    }
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(look).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
}
