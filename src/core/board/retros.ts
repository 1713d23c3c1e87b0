import type { Retro } from "../team/model.ts";
import { addDays } from "../text/days.ts";
import type { DocumentSummary } from "../workspace/workspace-index.ts";
import { headOf, nameOf, placeOf, shownDocuments } from "./input.ts";
import type { BoardInput } from "./input.ts";
import type { ActionBoard, RetroBoard, RetrosBoard } from "./model.ts";

/** The retros that are due or coming, and what is still to be done from those that were held. */
export function retrosBoard(input: BoardInput): RetrosBoard {
  const all = allRetros(input);
  const open = all.filter(({ state, actions }) => state !== "held" || actions.length > 0);
  return { retros: open, done: all.length - open.length };
}

/** Every retro that there was or should be, by the day on which it is due. */
export function allRetros(input: BoardInput): RetroBoard[] {
  const documents = shownDocuments(input);
  // A retro of its own may be about a launch whose PRD has no section for it.
  const told = new Set(
    documents.flatMap(({ kind, team }) => (kind === "retro" ? (team?.retro?.about ?? []) : [])),
  );
  return documents
    .flatMap((document) => retroBoard(document, told, input))
    .sort((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1));
}

function retroBoard(document: DocumentSummary, told: ReadonlySet<string>, input: BoardInput): RetroBoard[] {
  const { kind, id, team, path, status } = document;
  const retro = team?.retro;
  const launched = kind === "prd" && (status === "launched" || status === "closed");
  const launch = team?.launch !== undefined && (launched || kind === "retro") ? team.launch : undefined;
  const elsewhere = retro === undefined && id !== undefined && told.has(id);
  if (elsewhere || (retro === undefined && (!launched || launch === undefined))) return [];
  const due =
    retro?.due ?? (launch === undefined ? undefined : addDays(launch, input.config.cadence.retro.after));
  const actions = (retro?.actions ?? []).filter(({ done }) => done === undefined);
  return [
    {
      ...nameOf(document),
      at: retro === undefined ? headOf(input, document) : placeOf(input, path, retro.start),
      launch,
      due,
      held: retro?.held,
      state: stateOf(retro, due, input.today),
      actions: actions
        .map((action) => actionBoard(action, path, input))
        .sort((a, b) => ((a.by ?? "9") < (b.by ?? "9") ? -1 : 1)),
      actionsDone: (retro?.actions.length ?? 0) - actions.length,
    },
  ];
}

function stateOf(retro: Retro | undefined, due: string | undefined, today: string): RetroBoard["state"] {
  if (retro?.held !== undefined && retro.held <= today) return "held";
  if (due === undefined) return "undated";
  return due < today ? "overdue" : "coming";
}

function actionBoard(
  { id, text, who, by, start }: Retro["actions"][number],
  path: string,
  input: BoardInput,
): ActionBoard {
  const overdue = by !== undefined && by < input.today;
  return { id, text, who, by, overdue, at: placeOf(input, path, start) };
}
