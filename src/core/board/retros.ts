import type { Retro } from "../facts/model.ts";
import { retroState } from "../team/retros.ts";
import type { RetroState } from "../team/retros.ts";
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
  return shownDocuments(input)
    .flatMap((document) => retroBoard(document, input))
    .sort((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1));
}

/** A PRD in these has not been built, whatever its header says of a launch. */
const notBuilt: ReadonlySet<string | undefined> = new Set(["draft", "in-review", "parked"]);

function retroBoard(document: DocumentSummary, input: BoardInput): RetroBoard[] {
  const { kind, team, path, status } = document;
  const retro = team?.retro;
  const launched =
    kind === "prd" && !notBuilt.has(status) && team?.launch !== undefined && team.launch <= input.today;
  if (retro === undefined && !launched) return [];
  const { after } = input.config.cadence.retro;
  const found = retroState(path, input.index, after, input.today);
  // Without a section of its own it is a retro document that says so, and that one is listed itself.
  if (retro === undefined && found.state !== "unplanned") return [];
  const launch = launched || kind === "retro" ? team?.launch : undefined;
  const due = retro?.due ?? (launch === undefined ? undefined : addDays(launch, after));
  const actions = (retro?.actions ?? []).filter(({ done }) => done === undefined);
  return [
    {
      ...nameOf(document),
      at: retro === undefined ? headOf(input, document) : placeOf(input, path, retro.start),
      launch,
      due: found.state === "planned" ? found.on : due,
      held: found.state === "held" ? found.on : undefined,
      state: stateOf(found, input.today),
      actions: actions
        .map((action) => actionBoard(action, path, input))
        .sort((a, b) => ((a.by ?? "9") < (b.by ?? "9") ? -1 : 1)),
      actionsDone: (retro?.actions.length ?? 0) - actions.length,
    },
  ];
}

function stateOf(found: RetroState, today: string): RetroBoard["state"] {
  switch (found.state) {
    case "held":
    case "overdue":
      return found.state;
    case "planned":
      return "coming";
    case "too early":
      return "early";
    case "unplanned":
      return found.on < today ? "overdue" : "coming";
    case "none":
      return "undated";
  }
}

function actionBoard(
  { id, text, who, by, start }: Retro["actions"][number],
  path: string,
  input: BoardInput,
): ActionBoard {
  const overdue = by !== undefined && by < input.today;
  return { id, text, who, by, overdue, at: placeOf(input, path, start) };
}
