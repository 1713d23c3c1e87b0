/** Documents of a small team, for the tests of what it keeps beside its PRDs. Written into the suite's folder and taken out again. */
import { commands, ConfigurationTarget, workspace } from "vscode";
import type { CodeLens, Position, TextDocument, Uri } from "vscode";
import { press, type } from "./driver.ts";
import { pause, rangeOf, until, write } from "./editor.ts";

export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param days may be negative */
export function dayFrom(days: number): string {
  return new Date(Date.parse(`${today()}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const cyclePath = "team/cycles/2099-Q3.md";
export const prdPath = "team/prds/PRD-942-filter.prd.md";
export const retroPath = "team/retros/RETRO-97.md";

/** @param body what follows the title */
export function cycleText(body: string): string {
  return `---
cycle: 2099-Q3
schema: cycle/1
from: ${dayFrom(-30)}
to: ${dayFrom(60)}
capacity: 60w
product: 60
health: 25
ops: 15
---

# 2099-Q3
${body === "" ? "" : `\n${body}`}`;
}

export const cycleBody = `## Agreement

- **Agreed** @lena, 2099-06-28 \`p60 h25 o15\`

## Renegotiations

- **N1** @lena and @mara, 2099-08-02: product 60 to 60. Because D2 of PRD-942 says so.

## Work

| Item             | Bucket | Effort | Who   |
| ---------------- | ------ | ------ | ----- |
| Upgrade Postgres | health | 4w     | @mara |
| PRD-942          | ops    | 1w     |       |

## Pairs

| Item    | PM    | Engineer | Since      | Hold until |
| ------- | ----- | -------- | ---------- | ---------- |
| PRD-942 | @lena | @mara    | ${dayFrom(-20)} |            |

## Disagreements

- **D1** tier 2 (trade-off), @omar and @ines, ${dayFrom(-9)}: two teams need the same data engineer. See PRD-942 D1.

## Cadence

- ${dayFrom(-15)} weekly @lena @mara, 15 min: D1 of PRD-942 opened
`;

export const prdText = `---
prd: PRD-942
schema: prd/1
name: Filter by date
status: building
pm: "@lena"
eng: "@mara"
bucket: product
cycle: 2099-Q3
effort: 60w
---

# Filter by date

## Requirements

### R1 · Filter by day

An analyst can pick a day, as D1 asks.

- **Why:** books close monthly.

## Disagreements

- **D1** tier 1 (missing context), @lena and @mara, ${dayFrom(-3)}: R1, a year or 90 days.
- **D2** tier 1 (missing context), @lena and @mara, ${dayFrom(-3)}: something else. Resolved ${dayFrom(-1)}: done.
`;

export const retroText = `---
retro: RETRO-97
schema: retro/1
name: Outage of PRD-942
pm: "@lena"
eng: "@mara"
---

# RETRO-97

## Retro

- **Due:** ${dayFrom(-2)}
- **K1** (handoff, @mara, by ${dayFrom(9)}): alarm on queue age.
`;

/** Writes all of them. */
export async function writeTeam(): Promise<void> {
  await write(cyclePath, cycleText(cycleBody));
  await write(prdPath, prdText);
  await write(retroPath, retroText);
}

export const teamPaths = ["team/cycles", prdPath, "team/retros"] as const;

export async function asMe(handle: string | undefined): Promise<void> {
  await workspace.getConfiguration("seamwork").update("me", handle, ConfigurationTarget.Global);
}

/** Types into the list or the box that a command has opened, and presses Enter. */
export async function answer(text: string): Promise<void> {
  await pause(600);
  if (text !== "") {
    await press("Control+A");
    await type(text);
  }
  await pause(300);
  await press("Enter");
}

/** The titles of a document's lenses by their line, as `7: tier 1 for 3 days`. */
export async function lensesIn(uri: Uri): Promise<string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>("vscode.executeCodeLensProvider", uri, 100);
  return lenses.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ""}`);
}

/** Waits until a document says something. */
export async function says(document: TextDocument, what: RegExp): Promise<void> {
  await until(
    () => what.test(document.getText()),
    () => `${String(what)} in\n${document.getText()}`,
  );
}

export function inside(document: TextDocument, text: string, nth = 1): Position {
  return rangeOf(document, text, nth).start.translate(0, 1);
}
