import { commands, QuickPickItemKind, ThemeIcon, Uri, window } from "vscode";
import type { Disposable, QuickPickItem } from "vscode";
import type { History } from "../../collab/session/server-api.ts";
import type { Command } from "../command.ts";
import { registerEarlierTexts } from "../earlier-texts.ts";
import type { EarlierTexts } from "../earlier-texts.ts";
import { dayInWords, dayName, moment, utcDay } from "./history-words.ts";
import { documentHere } from "./live-status.ts";
import type { LiveDocument, LivePrds } from "./live-prds.ts";
import { told } from "./told.ts";
import { RESTORE, nameVersion, restore } from "./versions.ts";
import type { Earlier } from "./versions.ts";

interface Entry extends QuickPickItem {
  readonly earlier?: Earlier;
  /** The text before; undefined where nothing was. */
  readonly before?: Earlier | undefined;
}

/** *Show history* and *Name this version*. */
export function registerHistory(
  prds: LivePrds,
): Disposable & { readonly commands: Record<"history" | "nameVersion", Command> } {
  const texts = registerEarlierTexts("seamwork-history", "Show history");
  const on =
    (act: (document: LiveDocument) => Promise<void>): Command =>
    async (target) => {
      const document = target instanceof Uri ? prds.of(target) : (documentHere(prds) ?? onlyOne(prds));
      if (document === undefined) {
        void window.showInformationMessage("Open the shared PRD whose history you want to see.");
        return;
      }
      await told(() => act(document));
    };
  return {
    commands: {
      history: on((document) => showHistory(document, texts, prds)),
      nameVersion: on(nameVersion),
    },
    dispose: () => texts.dispose(),
  };
}

function onlyOne({ all }: LivePrds): LiveDocument | undefined {
  return all.length === 1 ? all[0] : undefined;
}

async function showHistory(document: LiveDocument, texts: EarlierTexts, prds: LivePrds): Promise<void> {
  const entries = entriesOf(await document.live.api.history(), Date.now());
  if (entries.length === 0) {
    void window.showInformationMessage("Nothing has been written in this shared PRD yet.");
    return;
  }
  const picked = await window.showQuickPick(entries, {
    title: `History of ${document.name}`,
    placeHolder: "Pick a version or a day",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.earlier === undefined) return;
  const act = await pickAct(document, picked, picked.earlier);
  if (act === "restore") await restore(document, picked.earlier);
  else if (act === "now") await compareWithNow(document, picked.earlier, texts, prds);
  else if (act === "before") await compareWithBefore(document, picked.before, picked.earlier, texts);
}

function entriesOf({ versions, days }: History, now: number): Entry[] {
  const earlierOf = (day: string): Earlier =>
    day === utcDay(now)
      ? { which: "now", name: "now" }
      : { which: { day }, name: `the end of ${dayName(day, now).replace(/^Y/, "y")}` };
  const named = versions.map(({ id, name, by, at }, index): Entry => {
    const previous = versions[index + 1];
    return {
      label: name,
      description: `${by.name}, ${moment(at)}`,
      iconPath: new ThemeIcon("bookmark"),
      earlier: { which: { version: id }, name: `“${name}”` },
      before: previous && { which: { version: previous.id }, name: `“${previous.name}”` },
    };
  });
  const byDay = days.map((day, index): Entry => {
    const previous = days[index + 1];
    return {
      label: dayName(day.day, now),
      detail: dayInWords(day) || "Nothing was written or removed",
      iconPath: new ThemeIcon("calendar"),
      earlier: earlierOf(day.day),
      before: previous && earlierOf(previous.day),
    };
  });
  const group = (label: string, entries: readonly Entry[]): Entry[] =>
    entries.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...entries];
  return [...group("Named versions", named), ...group("By day (in UTC)", byDay)];
}

type Act = "now" | "before" | "restore";

async function pickAct({ live }: LiveDocument, entry: Entry, earlier: Earlier): Promise<Act | undefined> {
  const isDay = typeof earlier.which === "string" || "day" in earlier.which;
  const isNow = earlier.which === "now";
  const acts: (QuickPickItem & { act: Act })[] = [];
  if (isDay)
    acts.push({
      label: isNow ? "$(diff) See what changed today" : "$(diff) See what changed on that day",
      act: "before",
    });
  else if (entry.before !== undefined)
    acts.push({ label: `$(diff) See what changed since ${entry.before.name}`, act: "before" });
  if (!isNow) {
    acts.push({ label: "$(git-compare) Compare with the current text", act: "now" });
    if (live.me.right === "edit")
      acts.push({
        label: "$(discard) Restore this text…",
        detail:
          "For everyone, as an edit like any other. The current text is kept first, as a named version.",
        act: "restore",
      });
  }
  const [only] = acts;
  if (acts.length === 1 && only !== undefined) return only.act;
  const title = entry.description === undefined ? entry.label : `${entry.label} · ${entry.description}`;
  const picked = await window.showQuickPick(acts, {
    title,
    ...(entry.detail !== undefined && { placeHolder: entry.detail }),
  });
  return picked?.act;
}

async function compareWithNow(
  document: LiveDocument,
  earlier: Earlier,
  texts: EarlierTexts,
  prds: LivePrds,
): Promise<void> {
  const { uri, name, live } = document;
  const left = texts.show(name, "then", await live.api.text(earlier.which));
  await commands.executeCommand("vscode.diff", left, uri, `${name}: ${earlier.name} ↔ now`);
  if (live.me.right !== "edit") return;
  // Not awaited: the person may look for as long as they like, and go on working.
  void offerToRestore(document, earlier, prds);
}

async function offerToRestore(document: LiveDocument, earlier: Earlier, prds: LivePrds): Promise<void> {
  const { live, uri } = document;
  const choice = await window.showInformationMessage(
    `On the left is the text from ${earlier.name}; on the right the current text, which you can edit.`,
    RESTORE,
  );
  if (choice === RESTORE && prds.of(uri)?.live === live) await told(() => restore(document, earlier));
}

async function compareWithBefore(
  { name, live }: LiveDocument,
  before: Earlier | undefined,
  earlier: Earlier,
  texts: EarlierTexts,
): Promise<void> {
  const [was, is] = await Promise.all([
    before === undefined ? "" : live.api.text(before.which),
    live.api.text(earlier.which),
  ]);
  await commands.executeCommand(
    "vscode.diff",
    texts.show(name, "before", was),
    texts.show(name, "then", is),
    `${name}: ${before?.name ?? "before the first word"} ↔ ${earlier.name}`,
  );
}
