/** What a test inside VS Code asks of the program that started it; the other side is test/run/driver.js. */

/** Put in by the bundler. */
declare const SEAMWORK_DRIVER: string;

async function ask(path: string, body: object): Promise<string> {
  // A string goes as text/plain, which needs no preflight request from the web worker host.
  const response = await fetch(SEAMWORK_DRIVER + path, { method: "POST", body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** What the command line prints in the suite's folder, when it finds nothing wrong. */
export async function cli(...args: string[]): Promise<string> {
  return ask("/cli", { args });
}

/** Takes a picture of VS Code's window and keeps it as out/screenshots/NAME.png. */
export async function screenshot(name: string): Promise<void> {
  await ask("/screenshot", { name });
}

/** Presses keys one after the other, as Playwright names them: `press("Control+Shift+P", "Enter")`. */
export async function press(...keys: string[]): Promise<void> {
  await ask("/press", { keys });
}

/** What can be read on the screen in the elements that a CSS selector names, or what an attribute of theirs says. */
export async function readScreen(selector: string, attribute?: string): Promise<string> {
  return ask("/read", { selector, attribute });
}

/** Types text into whatever has the focus. */
export async function type(text: string): Promise<void> {
  await ask("/type", { text });
}

/** One step of a suite, for the program that counts. */
export type Report =
  | { event: "log"; text: string }
  | { event: "pass"; title: string }
  | { event: "fail"; title: string; error: string }
  | { event: "end"; passed: number; failed: number };

export async function report(what: Report): Promise<void> {
  await ask("/report", what);
}

/** A page of ours in a webview, `view` in the side bar or `tab`; or VS Code's markdown `preview`. */
export type Surface = "view" | "tab" | "preview";

/**
 * What a JavaScript expression gives in a webview's page; a promise is waited for.
 *
 * @throws when no webview is that surface (yet)
 */
export async function inWebview(surface: Surface, expression: string): Promise<unknown> {
  return JSON.parse(await ask("/webview", { surface, does: "evaluate", text: expression }));
}

/** Clicks what a selector of Playwright's names in a webview's page, once it is there and can be clicked. */
export async function clickInWebview(surface: Surface, selector: string): Promise<void> {
  await ask("/webview", { surface, does: "click", selector });
}

/** Puts a text into a field of a webview's page. */
export async function fillInWebview(surface: Surface, selector: string, text: string): Promise<void> {
  await ask("/webview", { surface, does: "type", selector, text });
}

/** A fault of accessibility, with the elements that have it. */
export interface Fault {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/** What axe-core finds in a webview's page. */
export async function faultsOf(surface: Surface): Promise<Fault[]> {
  const text = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, any }) => html.slice(0, 200) + " " + any.map(({ message }) => message).join("; ")),
    })))`;
  return JSON.parse(await ask("/webview", { surface, does: "axe", text })) as Fault[];
}
