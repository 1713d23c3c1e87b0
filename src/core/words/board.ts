import { count, figure } from "./count.ts";
import { listed } from "./listed.ts";

/** Where product and engineering drift apart, as people say it. */
export const seamNames = {
  handoff: "Handoff",
  prioritisation: "Prioritisation",
  narrative: "Narrative",
} as const;

/** What each seam is, for whom the word is new. */
export const seamMeanings = `A seam is where product and engineering drift apart. ${[
  `${seamNames.handoff}: engineering would have to guess what product meant.`,
  `${seamNames.prioritisation}: the two have not agreed whose work comes first.`,
  `${seamNames.narrative}: a story stands where the reason should, such as “engineering says it’s hard”.`,
].join(" ")}`;

/** How long conversations have been open. */
export const ageNames = {
  "0-7": "0 to 7 days",
  "8-14": "8 to 14 days",
  "15-30": "15 to 30 days",
  older: "over 30 days",
  undated: "no date",
} as const;

/** How a number stands beside that of an earlier day: `3 fewer than on 2026-07-01`. */
export function changeWords({
  since,
  before,
  now,
}: {
  readonly since: string;
  readonly before: number;
  readonly now: number;
}): string {
  const difference = now - before;
  if (difference === 0) return `the same as on ${since}`;
  return `${figure(Math.abs(difference))} ${difference < 0 ? "fewer" : "more"} than on ${since}`;
}

/** `4 of 5 settled by the two people involved` */
export function settledWords({
  settled,
  settledAtTier1,
}: {
  readonly settled: number;
  readonly settledAtTier1: number;
}): string {
  if (settled === 0) return "none settled yet";
  return `${figure(settledAtTier1)} of ${figure(settled)} settled by the two people involved`;
}

/** How a meeting that a cadence asks for went. */
export const meetingStates = {
  kept: "kept",
  late: "late",
  missed: "missed",
  open: "not due yet",
} as const;

/** How many meetings were kept: `5 of 7 kept, 1 late`. Those whose time is not over do not count. */
export function keptWords(meetings: readonly { readonly state: keyof typeof meetingStates }[]): string {
  const over = meetings.filter(({ state }) => state !== "open");
  if (over.length === 0) return "none due yet";
  const late = over.filter(({ state }) => state === "late").length;
  const kept = over.filter(({ state }) => state === "kept").length;
  return `${kept} of ${over.length} kept${late > 0 ? `, ${late} late` : ""}`;
}

/** `Weekly of @lena and @mara` */
export function meetingName({
  kind,
  who,
}: {
  readonly kind: "weekly" | "managers" | "planning" | "retro";
  readonly who: readonly string[];
}): string {
  if (kind === "weekly") return `Weekly of ${listed(who)}`;
  return kind === "managers" ? "Managers" : kind === "planning" ? "Planning" : "Retros";
}

/** When two people are to rotate: `due since 2026-07-01`. */
export function rotationWords({
  current,
  hold,
  rotation,
}: {
  readonly current: boolean;
  readonly hold: string | undefined;
  readonly rotation: { readonly on: string; readonly due: boolean } | undefined;
}): string {
  if (!current || rotation === undefined) return "ended";
  if (hold !== undefined) return `held until ${hold}`;
  return `due ${rotation.due ? "since" : "on"} ${rotation.on}`;
}

/** How a joint retro stands: `was due 2026-07-01`. */
export function retroWords({
  state,
  held,
  due,
}: {
  readonly state: "held" | "overdue" | "coming" | "early" | "undated";
  readonly held: string | undefined;
  readonly due: string | undefined;
}): string {
  switch (state) {
    case "held":
      return `held ${held ?? ""}`;
    case "overdue":
      return `was due ${due ?? ""}`;
    case "coming":
      return `due ${due ?? ""}`;
    case "early":
      return "held before the launch";
    case "undated":
      return "not held, no day set";
  }
}

/** What there is to look at: `12 PRDs, 2 cycles, 1 retro document`; a retro may be a section of its PRD too. */
export function documentsWords({
  prds,
  cycles,
  retros,
}: {
  readonly prds: number;
  readonly cycles: number;
  readonly retros: number;
}): string {
  return [count(prds, "PRD"), count(cycles, "cycle"), count(retros, "retro document")].join(", ");
}
