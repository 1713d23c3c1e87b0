import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { roleOf } from "../../../core/config/people.ts";
import type { Config } from "../../../core/config/config.ts";
import { retroEdits } from "../../../core/writing/team/retro-lines.ts";
import type { NewAction } from "../../../core/writing/team/retro-lines.ts";
import { retroQuestions, retroQuestionTexts } from "../../../core/facts/model.ts";
import type { RetroQuestion } from "../../../core/facts/model.ts";
import { retroOf } from "../../../core/facts/retro.ts";
import { addDays, isDay } from "../../../core/text/days.ts";
import { insertAnew } from "../../edits.ts";
import { idOf } from "../../../core/document/own-id.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { documentFor } from "../commands/active.ts";
import { pickPeople } from "./people.ts";
import { ask, openAt, teamHere } from "./where.ts";

/** Holds a retro: who was there, the three questions, and what follows. */
export function retroCommands(services: Services): Record<"holdRetro", Command> {
  const { clock } = services;
  const holdRetro = async (uri?: unknown): Promise<void> => {
    const prd = await retroFor(services, uri);
    if (prd === undefined) return;
    const today = clock.today();
    const { config } = prd.team;
    const name = idOf(prd.model()) ?? "this";
    const who = await attendance(prd, config, `Retro for ${name}: who is there?`, today);
    if (who === undefined) return;
    const answers: Partial<Record<RetroQuestion, string>> = {};
    for (const question of retroQuestions) {
      const before = retroOf(prd.model())?.answers[question]?.text ?? "";
      const said = await ask(`${name}: ${retroQuestionTexts[question]}`, examples[question], {
        value: before,
        prompt: "Enter alone leaves it open",
        mayBeEmpty: true,
      });
      if (said === undefined) return;
      if (said !== before) answers[question] = said;
    }
    const actions = await askActions(config, who, today);
    if (actions === undefined) return;
    const held = { date: today, who, answers, actions };
    const before = prd.model().definitions.length;
    await insertAnew(prd.document, () =>
      // Written once: what follows must not stand there twice.
      prd.model().definitions.length > before ? [] : retroEdits(prd.model(), held),
    );
  };
  return { holdRetro };
}

const examples: Readonly<Record<RetroQuestion, string>> = {
  right: "312 tickets instead of 517; the 90-day limit was never hit",
  well: "One rollback, the queue had no alarm",
  together: "R4 came after sign-off and nobody noticed for a week",
};

/** The PRD or retro of an argument or in the editor; else one of those that wait for theirs. */
async function retroFor(services: Services, uri: unknown): Promise<OpenPrd | undefined> {
  const document = await documentFor(uri);
  const open = document && (await services.openPrds.find(document));
  if (open?.kind === "prd" || open?.kind === "retro") return open;
  const here = await teamHere(services, uri);
  if (here === undefined) return undefined;
  const waiting = [...here.index.all()].filter(
    ({ kind, status, team }) =>
      team?.retro?.held === undefined &&
      (kind === "retro" || (kind === "prd" && (status === "launched" || team?.retro?.due !== undefined))),
  );
  const items = waiting.map(({ id, name, path, team }): QuickPickItem & { path: string } => ({
    label: id ?? path,
    description: name,
    detail: team?.retro?.due === undefined ? "no day yet" : `due ${team.retro.due}`,
    path,
  }));
  if (items.length === 0) {
    void window.showInformationMessage(
      "No retro is due. Open the PRD or the retro that you want to look back on.",
    );
    return undefined;
  }
  const picked = await window.showQuickPick(items, { title: "Which retro?", matchOnDescription: true });
  return picked && openAt(services, here, picked.path);
}

/** Who is there: both sides, or the person says that it goes on all the same. */
async function attendance(
  prd: OpenPrd,
  config: Config,
  title: string,
  today: string,
): Promise<string[] | undefined> {
  const { header } = prd.model();
  let likely: readonly string[] = retroOf(prd.model())?.who ?? [];
  if (likely.length === 0) likely = [...header.people("pm"), ...header.people("eng")];
  for (;;) {
    const who = await pickPeople(config, title, likely, today);
    if (who === undefined || who.length === 0) return undefined;
    const missing = missingSide(who, config);
    if (missing === undefined) return who;
    const goOn = "Go On";
    const more = "Add Somebody";
    const picked = await window.showInformationMessage(
      `Nobody from ${missing} is there. A joint retro has both: whoever was not there hears it as a verdict.`,
      { modal: true },
      more,
      goOn,
    );
    if (picked === goOn) return who;
    if (picked !== more) return undefined;
    likely = who;
  }
}

function missingSide(who: readonly string[], config: Config): string | undefined {
  const roles = new Set(who.map((one) => roleOf(config, one)));
  // About people whose roles nobody wrote down nothing is said.
  if (!roles.has("pm") && !roles.has("eng")) return undefined;
  return roles.has("pm") ? (roles.has("eng") ? undefined : "engineering") : "product";
}

const seams: readonly QuickPickItem[] = [
  { label: "handoff", description: "what one side hands to the other" },
  { label: "prioritisation", description: "what is done first, and with how much time" },
  { label: "narrative", description: "what is told about why" },
];

/** Days until an action is to be done, where nobody says otherwise. */
const ACTION_DAYS = 14;

async function askActions(
  config: Config,
  who: readonly string[],
  today: string,
): Promise<NewAction[] | undefined> {
  const actions: NewAction[] = [];
  for (;;) {
    const text = await ask(
      actions.length === 0 ? "What follows from it?" : "What else follows?",
      "Alarm on queue age",
      { prompt: "One action; Enter alone ends the list", mayBeEmpty: true },
    );
    if (text === undefined) return undefined;
    if (text === "") return actions;
    const seam = await window.showQuickPick(seams, {
      title: "Which seam does it mend?",
      ignoreFocusOut: true,
    });
    if (seam === undefined) return undefined;
    const owner = await pickPeople(config, "Who sees to it?", who.slice(0, 1), today);
    if (owner === undefined) return undefined;
    const by = await ask("By when?", addDays(today, ACTION_DAYS), {
      value: addDays(today, ACTION_DAYS),
      problem: (day) => (isDay(day.trim()) ? undefined : "A day, such as 2026-10-10"),
    });
    if (by === undefined) return undefined;
    actions.push({ seam: seam.label, who: owner, by, text });
  }
}
