/** Answers what commands ask, with keys, as a person would. */
import { ConfigurationTarget, workspace } from "vscode";
import { press, readScreen, type } from "./driver.ts";
import { until } from "./editor.ts";

/** Says who sits in front of the editor. */
export async function asMe(handle: string | undefined): Promise<void> {
  await workspace.getConfiguration("seamwork").update("me", handle, ConfigurationTarget.Global);
}

/** Today as the extension writes it. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The lines of the list that is open, as a screen reader says them. */
export async function listed(): Promise<string[]> {
  const rows = await readScreen(".quick-input-list .monaco-list-row", "aria-label");
  return rows === "" ? [] : rows.split("\n").map((row) => row.replace(/\s+/g, " "));
}

/** What stands above the list or the box that is open. */
export async function titled(): Promise<string> {
  return (await readScreen(".quick-input-widget:not([style*='display: none']) .quick-input-title")).trim();
}

/**
 * Waits for a list or a box with a title.
 *
 * @returns its lines; none for a box
 */
export async function asked(title: string | RegExp): Promise<string[]> {
  let now = "";
  await until(
    async () => {
      now = await titled();
      return typeof title === "string" ? now === title : title.test(now);
    },
    () => `${String(title)} is asked; the title is "${now}"`,
  );
  return listed();
}

/** Waits for a list with a title, types to find one line of it, and takes that. */
export async function pick(title: string | RegExp, words: string): Promise<void> {
  await find(title, words);
  await press("Enter");
}

/** The same without taking it. */
export async function find(title: string | RegExp, words: string): Promise<void> {
  await asked(title);
  await type(words);
  let rows: string[] = [];
  await until(
    async () => {
      rows = await listed();
      return rows.length === 1;
    },
    () => `one line for "${words}" below "${String(title)}"; there are: ${rows.join(" | ")}`,
  );
}

/** Waits for a box with a title and types into it. */
export async function fill(title: string | RegExp, text: string): Promise<void> {
  await asked(title);
  await type(text);
  await press("Enter");
}
