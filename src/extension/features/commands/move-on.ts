import { commands, QuickPickItemKind, ThemeIcon, window } from "vscode";
import { effectiveStatus } from "../../../core/check/check.ts";
import { idList } from "../../../core/document/id-list.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import { statusIn } from "../../../core/document/status.ts";
import { questionState } from "../../../core/document/state.ts";
import { nextStatus, statuses } from "../../../core/format/status.ts";
import type { Status } from "../../../core/format/status.ts";
import type { Conversation } from "../../../core/readiness/conversations.ts";
import { blockersOf, otherStatuses } from "../../../core/readiness/gate.ts";
import { moveAnywayEdits, statusEdits } from "../../../core/writing/review/review-edits.ts";
import type { FixEdit } from "../../../core/problem.ts";
import { insertAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { byTurn, goToPicked } from "../conversation-items.ts";
import type { ConversationItem } from "../conversation-items.ts";
import { problemsAs } from "../readiness-of.ts";
import { documentFor } from "./active.ts";
import { statusName } from "../../../core/words/status.ts";
import { capital } from "../../../core/words/sentence.ts";

/** What somebody picks at the gate: a conversation to go to, or what to do with the status. */
type GateItem = ConversationItem & { readonly go?: "on" | "anyway" | "elsewhere" };

/** The gate of the next status: what stands in the way of it, and the way through. */
export function moveOnCommand(services: Services): Command {
  return (uri) => moveOn(services, uri);
}

async function moveOn(services: Services, uri: unknown): Promise<void> {
  const document = await documentFor(uri);
  const prd = document && (await services.openPrds.find(document));
  if (prd?.kind === "candidate") await commands.executeCommand("seamwork.adopt", prd.document.uri);
  else if (prd?.kind !== "prd")
    void window.showInformationMessage("Open a PRD to move it to its next status.");
  else if (written(prd.model()) === undefined) await firstStatus(prd);
  else await leave(prd, services);
}

/** Undefined where the header has no status, or one that there is not. */
function written({ header }: PrdDocument): Status | undefined {
  return statusIn(header);
}

function nameOf({ header }: PrdDocument): string {
  return header.field("prd")?.values[0]?.text ?? "this PRD";
}

/** Asks for the status of a PRD that has none. */
async function firstStatus(prd: OpenPrd): Promise<void> {
  const said = prd.model().header.field("status")?.values[0]?.text;
  const picked = await pickStatus(
    statuses,
    said === undefined
      ? `${nameOf(prd.model())} has no status yet`
      : `${nameOf(prd.model())} · "${said}" is not a status that Seamwork knows`,
    "Where is it now? Seamwork writes that into its header",
  );
  if (picked === undefined) return;
  if (statusEdits(prd.model(), picked).length === 0)
    void window.showInformationMessage("Fix the header's problems first.");
  else
    await insertAnew(prd.document, () =>
      written(prd.model()) === undefined ? statusEdits(prd.model(), picked) : [],
    );
}

/** Leads from the status that a PRD has to the next one, or to another one. */
async function leave(prd: OpenPrd, services: Services): Promise<void> {
  const next = nextStatus(effectiveStatus(prd.model()));
  if (next !== undefined && (await enter(prd, next, services, false)) !== "elsewhere") return;
  const from = effectiveStatus(prd.model());
  const picked = await pickStatus(
    otherStatuses(from),
    `${nameOf(prd.model())} · ${statusName(from)}`,
    from === "parked" ? "Where should it continue?" : "Move it back, or park it?",
  );
  if (picked !== undefined) await enter(prd, picked, services, true);
}

async function pickStatus(
  some: readonly Status[],
  title: string,
  placeHolder: string,
): Promise<Status | undefined> {
  const items = some.map((status) => ({ label: capital(statusName(status)), status }));
  return (await window.showQuickPick(items, { title, placeHolder }))?.status;
}

/**
 * Shows what stands in the way of a status, or asks whether to go there.
 *
 * @param asked whether somebody picked this status, so that there is nothing to ask where nothing stands in the way
 * @returns "elsewhere" when somebody wants another status
 */
async function enter(
  prd: OpenPrd,
  to: Status,
  services: Services,
  asked: boolean,
): Promise<"elsewhere" | undefined> {
  const from = effectiveStatus(prd.model());
  for (let sure = asked; ; sure = true) {
    // Each time by the text as it stands: what came up while a question was open is shown before anything is written.
    const blockers = standingBefore(prd, to, services);
    if (sure && blockers.length === 0) {
      await go(prd, from, to, () => statusEdits(prd.model(), to));
      return undefined;
    }
    const picked = await window.showQuickPick(itemsOf(to, blockers, !asked), {
      title: titleOf(prd.model(), to, blockers.length),
      placeHolder:
        blockers.length === 0
          ? `Nothing stands in the way${openQuestions(prd.model())}`
          : "Pick one to go there; the light bulb shows what you can do",
      matchOnDetail: true,
    });
    if (picked?.go === "on") continue;
    if (picked?.go === "elsewhere") return "elsewhere";
    if (picked?.go === "anyway") await goAnyway(prd, from, to, services);
    else if (picked?.conversation !== undefined)
      await goToPicked(prd, picked.conversation, standingBefore(prd, to, services));
    return undefined;
  }
}

/** What must be settled first, in the text as it stands. Nothing keeps a PRD from going back. */
function standingBefore(prd: OpenPrd, to: Status, services: Services): Conversation[] {
  const model = prd.model();
  const from = effectiveStatus(model);
  if (from !== "parked" && statuses.indexOf(to) < statuses.indexOf(from)) return [];
  return blockersOf(model, problemsAs(prd, to, services), to, services.problems.optionsFor(prd));
}

/** What may stay open and is: nobody should agree without having seen it. */
function openQuestions(model: PrdDocument): string {
  const open = model.questions.filter((one) => questionState(one, model).state === "open");
  return open.length === 0 ? "" : `; ${idList(open.map(({ id }) => id))} can be answered later`;
}

function itemsOf(to: Status, blockers: readonly Conversation[], others: boolean): GateItem[] {
  const rest: GateItem[] = [];
  if (blockers.length > 0)
    rest.push({ label: "Move anyway, with a reason…", go: "anyway", iconPath: new ThemeIcon("unlock") });
  if (others) rest.push({ label: "Another status…", go: "elsewhere", iconPath: new ThemeIcon("arrow-swap") });
  if (blockers.length === 0) {
    const label = `Move it to ${statusName(to)}`;
    return [{ label, go: "on", iconPath: new ThemeIcon("check") }, ...rest];
  }
  return [...byTurn(blockers), { label: "or", kind: QuickPickItemKind.Separator }, ...rest];
}

function titleOf(model: PrdDocument, to: Status, count: number): string {
  const word = statusName(to);
  if (count === 0) return `Move ${nameOf(model)} to ${word}?`;
  const from = statusName(effectiveStatus(model));
  return `${nameOf(model)} · ${from} · ${count} ${count === 1 ? "thing" : "things"} to settle before it is ${word}`;
}

/** Asks for a reason and writes it beside the status. */
async function goAnyway(prd: OpenPrd, from: Status, to: Status, { me, clock }: Services): Promise<void> {
  const reason = await window.showInputBox({
    title: `Move ${nameOf(prd.model())} to ${statusName(to)} anyway`,
    prompt: "Why can the open points wait? Your sentence, your handle and the day are written under Review",
    placeHolder: "The season begins on Monday, and R3 can follow",
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === "" ? "Say in a sentence why the open points can wait" : undefined,
  });
  const who = reason === undefined ? undefined : await me.orAsk(prd.team);
  if (reason === undefined || who === undefined) return;
  await go(prd, from, to, () => moveAnywayEdits(prd.model(), to, who, clock.today(), reason));
}

/** Writes the new status, unless somebody else has moved the PRD meanwhile. */
async function go(prd: OpenPrd, from: Status, to: Status, edits: () => readonly FixEdit[]): Promise<void> {
  const moved = await insertAnew(prd.document, () => (written(prd.model()) === from ? edits() : []));
  if (moved) void window.showInformationMessage(`${nameOf(prd.model())} moved to ${statusName(to)}.`);
}
