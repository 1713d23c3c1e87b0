import { commands, window } from "vscode";
import type { Conversation } from "../../core/readiness/conversations.ts";
import type { Readiness } from "../../core/readiness/readiness.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "../command.ts";
import { conversationsOf } from "../../core/readiness/conversations.ts";
import { idOf } from "../../core/document/own-id.ts";
import { documentFor } from "./commands/active.ts";
import { byTurn, goToPicked, grouped } from "./conversation-items.ts";
import { readinessOf } from "./readiness-of.ts";
import { kindNames, statusName } from "../../core/words/status.ts";

/** The list of what is still to be talked about in a PRD, that of the tree or the editor; picking a line goes there. */
export function showOpenCommand(services: Services): Command {
  return async (target) => {
    const document = await documentFor(target);
    const prd = document && (await services.openPrds.find(document));
    if (target !== undefined && document !== undefined) await window.showTextDocument(document);
    if (prd?.kind === "candidate") await commands.executeCommand("seamwork.adopt", prd.document.uri);
    else if (prd !== undefined && prd.kind !== "prd") await pickWhatIsOpen(prd, services);
    else if (prd !== undefined) await pickConversation(prd, services);
    else void window.showInformationMessage("Open a PRD to see what is open in it.");
  };
}

async function pickConversation(prd: OpenPrd, services: Services): Promise<void> {
  const found = readinessOf(prd, services);
  const { conversations, ready } = found;
  const first = ready?.blockedBy ?? [];
  const rest = conversations.filter(
    (one) =>
      !first.some((other) => other.start === one.start && other.code === one.code && other.id === one.id),
  );
  const next = ready === undefined ? "" : statusName(ready.next);
  const items = [...grouped(`Before this can be ${next}`, first), ...byTurn(rest)];
  if (items.length === 0) {
    const ask = next === "" ? "" : ` It is ready to be ${next}.`;
    void window.showInformationMessage(`Nothing is open in this PRD that a rule can see.${ask}`);
    return;
  }
  const picked = await window.showQuickPick(items, {
    title: titleOf(found, next),
    placeHolder: "Pick one to go there; the light bulb shows what you can do",
    matchOnDetail: true,
  });
  if (picked?.conversation === undefined) return;
  const now = readinessOf(prd, services);
  await goToPicked(prd, picked.conversation, [...(now.ready?.blockedBy ?? []), ...now.conversations]);
}

/** The same for a cycle or a retro, which has no next status. */
async function pickWhatIsOpen(prd: OpenPrd, { problems }: Services): Promise<void> {
  const now = (): Conversation[] => conversationsOf(prd.model(), problems.of(prd), problems.optionsFor(prd));
  const found = now();
  const word = prd.kind === "candidate" ? "PRD" : kindNames[prd.kind];
  if (found.length === 0) {
    void window.showInformationMessage(`Nothing is open in this ${word} that a rule can see.`);
    return;
  }
  const picked = await window.showQuickPick(byTurn(found), {
    title: `${idOf(prd.model()) ?? `This ${word}`} · ${found.length} open`,
    placeHolder: "Pick one to go there; the light bulb shows what you can do",
    matchOnDetail: true,
  });
  if (picked?.conversation !== undefined) await goToPicked(prd, picked.conversation, now());
}

function titleOf({ id, status, ready }: Readiness, next: string): string {
  const state = `${id ?? "This PRD"} · ${statusName(status)}`;
  if (ready === undefined) return state;
  const { length } = ready.blockedBy;
  if (length === 0) return `${state} · ready to be ${next}`;
  return `${state} · ${length} ${length === 1 ? "thing" : "things"} to settle before it is ${next}`;
}
