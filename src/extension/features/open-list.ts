import { commands, QuickPickItemKind, ThemeIcon, window } from "vscode";
import type { QuickPickItem } from "vscode";
import { checkDocument, checkInWorkspace, effectiveStatus } from "../../core/check/check.ts";
import { nextStatus } from "../../core/document/status.ts";
import { readiness } from "../../core/readiness/readiness.ts";
import type { Readiness } from "../../core/readiness/readiness.ts";
import type { Conversation } from "../../core/readiness/conversations.ts";
import { selectIn } from "../edits.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";
import { activePrd } from "./commands/active.ts";
import { statusWords } from "./status-words.ts";

/** The list of what is still to be talked about in a PRD; picking a line goes there. */
export function openCommands(services: Services): Record<"showOpen", Command> {
  return {
    showOpen: async () => {
      const prd = activePrd(services);
      if (prd?.kind === "candidate") await commands.executeCommand("seamwork.adopt", prd.document.uri);
      else if (prd !== undefined) await pickConversation(prd, readinessOf(prd, services));
      else void window.showInformationMessage("Open a PRD to see what is open in it.");
    },
  };
}

function readinessOf(prd: OpenPrd, { problems, library }: Services): Readiness {
  const model = prd.model();
  const options = problems.optionsFor(prd);
  const next = nextStatus(effectiveStatus(model));
  const then = { ...options, as: next };
  const place = library.placeOf(prd.document.uri);
  const others = place === undefined ? [] : checkInWorkspace(model, place.path, place.index, then);
  const problemsNext = next === undefined ? [] : [...checkDocument(model, then), ...others];
  return readiness(model, problems.of(prd), problemsNext, options);
}

type Item = QuickPickItem & { readonly conversation?: Conversation };

const turns = {
  product: "product",
  engineering: "engineering",
  both: "both of you",
  managers: "your managers",
} as const;

async function pickConversation({ document }: OpenPrd, found: Readiness): Promise<void> {
  const { conversations, ready } = found;
  const first = ready?.blockedBy ?? [];
  const rest = conversations.filter(
    (one) =>
      !first.some((other) => other.start === one.start && other.code === one.code && other.id === one.id),
  );
  const next = ready === undefined ? "" : statusWords[ready.next].toLowerCase();
  const items: Item[] = [
    ...grouped(`Before this can be ${next}`, first),
    ...(["product", "engineering", "both", "managers"] as const).flatMap((owner) =>
      grouped(
        `For ${turns[owner]}`,
        rest.filter((one) => one.owner === owner),
      ),
    ),
  ];
  if (items.length === 0) {
    const ask = next === "" ? "" : ` It is ready to be ${next}.`;
    void window.showInformationMessage(`Nothing is open in this PRD that a rule can see.${ask}`);
    return;
  }
  const { version } = document;
  const picked = await window.showQuickPick(items, {
    title: titleOf(found, next),
    placeHolder: "Pick one to go there; the light bulb offers what to do",
    matchOnDetail: true,
  });
  if (picked?.conversation !== undefined && document.version === version) {
    await selectIn(document.uri, picked.conversation);
  }
}

function titleOf({ id, status, ready }: Readiness, next: string): string {
  const state = `${id ?? "This PRD"} · ${statusWords[status].toLowerCase()}`;
  if (ready === undefined) return state;
  const { length } = ready.blockedBy;
  if (length === 0) return `${state} · ready to be ${next}`;
  return `${state} · ${length} ${length === 1 ? "thing" : "things"} to settle before it is ${next}`;
}

function grouped(label: string, some: readonly Conversation[]): Item[] {
  if (some.length === 0) return [];
  return [{ label, kind: QuickPickItemKind.Separator }, ...some.map(itemOf)];
}

const icons = {
  problem: "comment",
  constraint: "law",
  question: "question",
  assumption: "beaker",
  disagreement: "comment-discussion",
};

function itemOf(conversation: Conversation): Item {
  const { text, about, owner, people, days, due, line, code } = conversation;
  const parts = [people.length === 0 ? turns[owner] : people.join(", "), `line ${line}`];
  if (days !== undefined) parts.push(days === 0 ? "since today" : `${days} ${days === 1 ? "day" : "days"}`);
  if (due !== undefined) parts.push(`wanted by ${due}`);
  if (code !== undefined) parts.push(code);
  return { label: text, detail: parts.join(" · "), iconPath: new ThemeIcon(icons[about]), conversation };
}
