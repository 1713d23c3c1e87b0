import { Disposable, StatusBarAlignment, window } from "vscode";
import { statusIn } from "../../core/document/status.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { conversationsOf } from "../../core/readiness/conversations.ts";
import { idOf } from "../../core/document/own-id.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import { isQuiet } from "../services/teams.ts";
import { activePrd } from "./commands/active.ts";
import { kindNames, statusName } from "../../core/words/status.ts";

/** Milliseconds without typing after which the item follows. */
const PAUSE = 150;

/** One item for the PRD in the editor: its status and how much is open in it; a click lists that. */
export function registerStatusBar(services: Services): Disposable {
  const { openPrds, problems } = services;
  const item = window.createStatusBarItem("seamwork.prd", StatusBarAlignment.Left, 90);
  item.name = "Seamwork: PRD";
  item.command = "seamwork.showOpen";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    clearTimeout(timer);
    const prd = activePrd(services);
    if (prd === undefined) {
      item.hide();
      return;
    }
    const quiet = isQuiet({ ...prd, uri: prd.document.uri });
    const words = quiet ? ofAnotherTool : prd.kind === "candidate" ? candidate : wordsFor(prd, services);
    const { text, tooltip } = words;
    item.text = text;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: tooltip, role: "button" };
    item.show();
  };
  const showSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  };
  show();
  return Disposable.from(
    item,
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeActiveTextEditor(show),
    problems.onDidChange(showSoon),
    openPrds.onDidClose(show),
  );
}

const candidate = {
  text: "$(file) Not a PRD yet",
  tooltip: "This file has no PRD header yet. A click adopts it: it gets a header, and not a word changes.",
};

const ofAnotherTool = {
  text: "$(file) Of another tool",
  tooltip:
    "This file lies where OpenSpec, Kiro, spec-kit or an agent keeps its own, so nothing is asked here. A click adopts it as a PRD: it gets a header, and not a word changes.",
};

function statusOfPrd({ header }: PrdDocument): string {
  const status = statusIn(header);
  return status === undefined ? "no status" : statusName(status);
}

function wordsFor(prd: OpenPrd, { problems }: Services): { text: string; tooltip: string } {
  const model = prd.model();
  const { length } = conversationsOf(model, problems.of(prd), problems.optionsFor(prd));
  const id = idOf(model) ?? "PRD";
  const state = prd.kind === "cycle" || prd.kind === "retro" ? kindNames[prd.kind] : statusOfPrd(model);
  const text = `${id} · ${state}`;
  return length === 0
    ? { text: `$(pass) ${text}`, tooltip: `${id}, ${state}: nothing is open that a rule can see.` }
    : {
        text: `$(comment-discussion) ${text} · ${length} open`,
        tooltip: `${id}, ${state}: ${length} open. A click lists them.`,
      };
}
