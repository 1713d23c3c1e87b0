import { commands, workspace } from "vscode";
import type { TextDocument, Uri } from "vscode";
import { fixesFor } from "../../../core/check/fixes.ts";
import type { Action } from "../../../core/readiness/overview.ts";
import type { Fix } from "../../../core/problem.ts";
import type { Range as Offsets } from "../../../core/text/range.ts";
import { insert, selectIn } from "../../edits.ts";
import { reveal } from "../../reveal.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { commandFixes } from "../fixes/fix-commands.ts";
import type { CommandFix } from "../fixes/fix-commands.ts";

/** Shows a place. */
export async function goTo(document: TextDocument, at: Offsets): Promise<void> {
  await reveal(document);
  await selectIn(document.uri, at);
}

/** Does what an action of a conversation says. */
export async function perform(action: Action, prd: OpenPrd, services: Services): Promise<void> {
  const { document } = prd;
  switch (action.kind) {
    case "goTo":
      return goTo(document, action);
    case "fix":
      return fix(action, prd, services);
    case "startReview":
    case "signOff":
    case "carrySignOff":
    case "showChanges":
      await reveal(document);
      await commands.executeCommand(`seamwork.${action.kind}`, document.uri, action.requirement);
      return;
    default:
      await reveal(document);
      await commands.executeCommand(`seamwork.${action.kind}`, document.uri, action.at);
  }
}

/** Does what the light bulb would prefer for a problem; where it offers nothing, goes there and opens it. */
async function fix(
  { code, start, end }: Extract<Action, { kind: "fix" }>,
  prd: OpenPrd,
  services: Services,
): Promise<void> {
  const { document, team } = prd;
  await goTo(document, { start, end });
  const { problems, library, me } = services;
  const who = await me.of(team);
  const problem = problems.of(prd).find((one) => one.code === code && one.start === start && one.end === end);
  if (problem === undefined) return;
  const { fixes, also } = commandFixes({ services, prd, problem, me: who });
  const own = also
    ? fixesFor(problem, prd.model(), problems.optionsFor(prd), library.placeOf(document.uri)).filter(
        ({ onlyFor }) => onlyFor === undefined || onlyFor === who,
      )
    : [];
  const all: readonly (CommandFix & Pick<Fix, "select">)[] = [...fixes, ...own];
  const wanted = all.find(({ preferred }) => preferred === true) ?? all[0];
  if (wanted === undefined) {
    await commands.executeCommand("editor.action.quickFix");
    return;
  }
  const { command, args = [], edits = [], select } = wanted;
  if (edits.length > 0 && !(await insert(document, edits))) return;
  if (command !== undefined) await commands.executeCommand(`seamwork.${command}`, ...args);
  if (select !== undefined) await selectIn(document.uri, select);
}

/** Opens a PRD of the list. */
export async function openPrd(uri: Uri, at: Offsets | undefined): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  await reveal(document);
  if (at !== undefined) await selectIn(uri, at);
}
