/** What the tests of the readiness panel share: a PRD, and what its page shows. */
import type { TextDocument } from "vscode";
import { clickInWebview, inWebview } from "./driver.ts";
import type { Surface } from "./driver.ts";
import { until } from "./editor.ts";

export const path = "team/prds/panel.prd.md";

export function prd(name: string, body: string): string {
  return `---\nprd: PRD-700\nschema: prd/1\nname: ${name}\nstatus: in-review\npm: "@lena"\neng: "@mara"\nbucket: product\n---\n\n# ${name}\n\n${body}`;
}

export const body = `## Why

- **Problem:** owners ring the desk to ask for a place, 30 times a day.
- **Success:** fewer than 5 such calls a day by 2026-12-01.

## Requirements

### R1 · Join

An owner can join the list.

- **Why:** the desk answers 30 calls a day.
- **Edge cases:**
  - **E1** The list is full: the owner is told so.
- **Constraints:**
  - **C1** (perf, @mara, 2026-11-01): at most 200 owners a day.
- **Accept:**
  - [ ] An owner who joins is on the list.

### R2 · Leave

An owner can leave the list.

## Assumptions

- **A1** Owners read text messages within an hour.

## Questions

- **Q1** (@lena, by 2026-11-10): do we send reminders on Sundays?
`;

/** All that the page shows, on one line; nothing while there is no page. */
export async function innerText(surface: Surface): Promise<string> {
  const text = await inWebview(surface, "document.getElementById('panel')?.innerText ?? ''").catch(() => "");
  return String(text).replace(/\s+/g, " ");
}

/** Waits until the page shows some words. */
export async function shows(words: RegExp, surface: Surface = "view"): Promise<string> {
  let last = "";
  await until(
    async () => words.test((last = await innerText(surface))),
    () => `the ${surface} shows ${String(words)}; it shows ${last.slice(0, 3000)}`,
  );
  return last;
}

/** Chooses the tab of the one PRD, whatever an earlier test left. */
export async function chooseFirstTab(): Promise<void> {
  await until(
    () =>
      clickInWebview("view", "#tab-prd").then(
        () => true,
        () => false,
      ),
    "the view has its page",
    // The first one starts the extension as well.
    40_000,
  );
  await until(
    async () => (await inWebview("view", "document.querySelector('[aria-selected=true]')?.id")) === "tab-prd",
    "the first tab is chosen",
  );
}

/** Where a button of a conversation is. */
export function conversation(words: string, button: string): string {
  return `.conversation:has-text(${JSON.stringify(words)}) .actions button:text-is(${JSON.stringify(button)})`;
}

export async function says(document: TextDocument, text: RegExp): Promise<void> {
  await until(
    () => text.test(document.getText()),
    () => `the text says ${String(text)}:\n${document.getText()}`,
  );
}
