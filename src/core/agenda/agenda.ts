import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import { managers, managersScope } from "./managers.ts";
import type { Agenda, AgendaInput, AgendaRequest, AgendaScope, Refusal } from "./model.ts";
import { planning, planningScope } from "./planning.ts";
import { retro, retroScope } from "./retro.ts";
import { weekly, weeklyScope } from "./weekly.ts";

/** What the caller has to look into for an agenda, or why there can be none. */
export function agendaScope(
  request: AgendaRequest,
  index: WorkspaceIndex,
  today: string,
): AgendaScope | Refusal {
  switch (request.kind) {
    case "weekly":
      return weeklyScope(index, request.pair, today);
    case "managers":
      return managersScope(index, today);
    case "planning":
      return planningScope(index, request.cycle);
    case "retro":
      return retroScope(index, request.document, today);
  }
}

/**
 * The agenda of a meeting, made from what is open.
 *
 * @param request one that {@link agendaScope} does not refuse
 */
export function agendaOf(request: AgendaRequest, input: AgendaInput): Agenda {
  const agenda = made(request, input);
  const scope = agendaScope(request, input.index, input.today);
  const notes =
    input.changes === undefined && "compare" in scope && scope.compare !== undefined
      ? ["Changes inside the documents are left out: there is no earlier version to compare them with."]
      : [];
  return { ...agenda, notes: [...agenda.notes, ...notes] };
}

function made(request: AgendaRequest, input: AgendaInput): Agenda {
  switch (request.kind) {
    case "weekly":
      return weekly(request.pair, input);
    case "managers":
      return managers(input);
    case "planning":
      return planning(request.cycle, input);
    case "retro":
      return retro(request.document, input);
  }
}
