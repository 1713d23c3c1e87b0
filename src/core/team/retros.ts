import { prdIdKey } from "../document/prd-id.ts";
import { addDays, isDay } from "../text/days.ts";
import { keptPerIndex } from "../workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";
import type { Retro } from "../facts/model.ts";

/** What becomes of the retro of a launch or an incident. */
export type RetroState =
  /** In its own section, or in a retro document that is about it. */
  | { readonly state: "held"; readonly on: string }
  /** It has a day that is still to come. */
  | { readonly state: "planned"; readonly on: string }
  /** Its day has passed. */
  | { readonly state: "overdue"; readonly on: string }
  /** Held before there was anything to look back on. */
  | { readonly state: "too early"; readonly on: string }
  /** Nobody has given it a day; `on` is the one that the team's cadence gives it. */
  | { readonly state: "unplanned"; readonly on: string }
  /** Nothing was launched, and no retro has a day. */
  | { readonly state: "none" };

/**
 * How it stands with a document's retro: with its own section, and with the retro documents that are about it.
 *
 * @param after days behind the launch at which the team looks back
 */
export function retroState(path: string, index: WorkspaceIndex, after: number, today: string): RetroState {
  const summary = index.get(path);
  const own = summary?.team?.retro;
  const launch = summary?.status === "parked" ? undefined : summary?.team?.launch;
  const all = own === undefined ? [] : [own];
  if (summary?.kind === "prd" && summary.id !== undefined) all.push(...retrosAbout(summary.id, index));
  const held = daysOf(all, "held");
  const real = held.find((day) => day <= today && (launch === undefined || day >= launch));
  if (real !== undefined) return { state: "held", on: real };
  const days = [...held.filter((day) => day > today), ...daysOf(all, "due")].sort();
  const next = days.find((day) => day >= today);
  if (next !== undefined) return { state: "planned", on: next };
  const early = held[0];
  if (early !== undefined) return { state: "too early", on: early };
  const last = days.at(-1);
  if (last !== undefined) return { state: "overdue", on: last };
  return launch === undefined ? { state: "none" } : { state: "unplanned", on: addDays(launch, after) };
}

/** The retro documents that are about a document. */
function retrosAbout(id: string, index: WorkspaceIndex): Retro[] {
  return retroDocuments(index).filter(({ about }) => about.some((one) => prdIdKey(one) === prdIdKey(id)));
}

const retroDocuments: (index: WorkspaceIndex) => readonly Retro[] = keptPerIndex((index) =>
  [...index.all()].flatMap(({ kind, team }) =>
    kind === "retro" && team?.retro !== undefined ? [team.retro] : [],
  ),
);

function daysOf(retros: readonly Retro[], key: "held" | "due"): string[] {
  return retros.flatMap((retro) => {
    const day = retro[key];
    return day !== undefined && isDay(day) ? [day] : [];
  });
}

/** True for a retro that has been held: a later day is a plan. */
export function isHeld({ held }: Pick<Retro, "held">, today: string): boolean {
  return held !== undefined && isDay(held) && held <= today;
}

/** True where a question of the retro has no answer yet. */
export function isUnanswered(text: string | undefined): boolean {
  return text === undefined || /^(?:[\s.…?–—-]*|tbd|tbc|todo|n\/?a|none)$/i.test(text.trim());
}
