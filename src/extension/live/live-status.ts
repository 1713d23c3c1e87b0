import { commands, Disposable, MarkdownString, StatusBarAlignment, ThemeColor, window } from "vscode";
import type { QuickPickItem } from "vscode";
import type { Command } from "../command.ts";
import { atMostEvery } from "./at-most-every.ts";
import type { LiveDocument, LivePrds } from "./live-prds.ts";
import { aboutPerson, peopleIn } from "./people.ts";
import { statusWords } from "./status-words.ts";
import type { StatusWords, Texts } from "./status-words.ts";
import { bufferOf } from "./where.ts";

/** The shortest time between two looks, in milliseconds. */
const PACE_MS = 100;

/** So long everything must have been saved before it is said, in milliseconds: else the words flicker at each key. */
const SAVED_MS = 300;

/** As many people as the item's hover names. */
const PEOPLE_NAMED = 12;

/** One item for the shared PRD in the editor: how it stands, and who is there; a click offers what one can do. */
export function registerLiveStatus(prds: LivePrds): Disposable {
  const item = window.createStatusBarItem("seamwork.live", StatusBarAlignment.Left, 89);
  item.name = "Seamwork: shared PRD";
  item.command = "seamwork.live.menu";
  const unsaved = new WeakMap<LiveDocument["live"], { pending: number; at: number }>();
  const ended = new WeakSet<LiveDocument["live"]>();
  let later: ReturnType<typeof setTimeout> | undefined;

  /** What was being saved a moment ago is said to be so a little longer. */
  const steady = ({ live }: LiveDocument): LiveDocument["live"]["status"] => {
    const { status } = live;
    if (status.kind !== "live") return status;
    const now = Date.now();
    if (status.pending > 0) unsaved.set(live, { pending: status.pending, at: now });
    const before = unsaved.get(live);
    if (status.pending > 0 || before === undefined || now - before.at >= SAVED_MS) return status;
    later = setTimeout(look, SAVED_MS - (now - before.at));
    return { kind: "live", pending: before.pending };
  };

  const look = atMostEvery(PACE_MS, () => {
    clearTimeout(later);
    for (const document of prds.all) tellOfEnd(document, ended);
    const document = documentHere(prds);
    if (document === undefined) {
      item.hide();
      return;
    }
    const words = wordsOf(document, steady(document));
    item.text = `$(${words.icon}) ${words.text}`;
    item.tooltip = tooltipOf(document, words);
    item.accessibilityInformation = {
      label: `${document.name}, shared: ${words.text.replaceAll(" · ", ", ")}. ${words.sentence}`,
      role: "button",
    };
    item.backgroundColor = words.warns ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    item.show();
  });
  look();
  return Disposable.from(
    item,
    look,
    { dispose: () => clearTimeout(later) },
    prds.onDidChange(look),
    window.onDidChangeActiveTextEditor(look),
  );
}

/** The status bar's menu. */
export function statusCommands(prds: LivePrds): Record<"menu", Command> {
  return {
    menu: async () => {
      const document = documentHere(prds);
      if (document === undefined) {
        void window.showInformationMessage("This document is not shared.");
        return;
      }
      const words = wordsOf(document, document.live.status);
      const picked = await window.showQuickPick(menuFor(document), {
        title: `${document.name} · ${words.text}`,
        placeHolder: words.sentence,
      });
      if (picked !== undefined) await commands.executeCommand(picked.command, document.uri);
    },
  };
}

/** The shared PRD in the editor that has the focus. */
export function documentHere(prds: LivePrds): LiveDocument | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri === undefined ? undefined : prds.of(uri);
}

function wordsOf({ live }: LiveDocument, status: LiveDocument["live"]["status"]): StatusWords {
  return statusWords(status, peopleIn(live).length, textsOf(live));
}

function textsOf(live: LiveDocument["live"]): Texts {
  if (live.attached?.binding.state === "asking") return "asking";
  return bufferOf(live) === undefined ? "apart" : "one";
}

/** The status bar may be out of sight, so a session that will not come back is told of, once. */
function tellOfEnd({ live, name }: LiveDocument, told: WeakSet<LiveDocument["live"]>): void {
  const { status } = live;
  if (status.kind !== "ended" || told.has(live)) return;
  told.add(live);
  void window.showWarningMessage(`${name} is no longer live. ${status.reason}`);
}

type MenuItem = QuickPickItem & { readonly command: string };

function menuFor({ live }: LiveDocument): MenuItem[] {
  const canEdit = live.me.right === "edit";
  const others = peopleIn(live).some(({ windows }) => windows.length > 0);
  const when = (shown: boolean, label: string, command: string, detail: string): MenuItem[] =>
    shown ? [{ label, detail, command: `seamwork.live.${command}` }] : [];
  return [
    ...when(
      canEdit,
      "$(person-add) Copy invitation link…",
      "invite",
      "For one person, to edit or only to read.",
    ),
    ...when(others, "$(target) Go to a person's cursor…", "goToPerson", "Your cursor goes to theirs."),
    ...when(
      others,
      "$(eye) Follow a person…",
      "follow",
      "Your editor scrolls along until you type, click or press Escape.",
    ),
    ...when(
      true,
      "$(history) Show history",
      "history",
      "Who wrote what on which day; compare, and restore a text.",
    ),
    ...when(
      canEdit,
      "$(bookmark) Name this version…",
      "nameVersion",
      "The current text is kept for good, under a name.",
    ),
    ...when(true, "$(sign-out) Leave shared PRD", "leave", "Your file stays as it is; the others carry on."),
    ...when(
      canEdit,
      "$(circle-slash) Stop sharing",
      "stop",
      "Every invitation ends; your file stays as it is.",
    ),
  ];
}

function tooltipOf({ uri, name, live }: LiveDocument, { sentence }: StatusWords): MarkdownString {
  const { invitation, me } = live;
  const text = new MarkdownString(undefined, true);
  text.isTrusted = {
    enabledCommands: ["seamwork.live.invite", "seamwork.live.history", "seamwork.live.leave"],
  };
  text.appendMarkdown("**").appendText(name).appendMarkdown("**\n\n").appendText(sentence);
  text.appendMarkdown("\n\n");
  const people = peopleIn(live);
  const now = Date.now();
  for (const person of people.slice(0, PEOPLE_NAMED)) {
    const about = aboutPerson(person, now);
    text.appendMarkdown("- ").appendText(person.me ? `${person.name} (you)` : person.name);
    text.appendText(about === "" ? "" : ` · ${about}`).appendMarkdown("\n");
  }
  if (people.length > PEOPLE_NAMED) text.appendMarkdown(`- and ${people.length - PEOPLE_NAMED} more\n`);
  text.appendMarkdown("\n\n$(server) ").appendText(`${new URL(invitation.server).host} · ${invitation.room}`);
  const link = (label: string, command: string): string =>
    `[${label}](command:seamwork.live.${command}?${encodeURIComponent(JSON.stringify([uri]))})`;
  const links = [
    ...(me.right === "edit" ? [link("Copy invitation link", "invite")] : []),
    link("Show history", "history"),
    link("Leave", "leave"),
  ];
  return text.appendMarkdown(`\n\n${links.join(" · ")}`);
}
