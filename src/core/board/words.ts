import type { Board, CycleBoard, SeamBoard, SlotBoard, StripBoard } from "./model.ts";
import type { Split } from "../facts/model.ts";

/** `product 60, health 25, ops 15` */
export function splitWords({ product, health, ops }: Split): string {
  return `product ${product}, health ${health}, ops ${ops}`;
}

/** `1 conversation`, `5 conversations` */
export function count(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}

/** How a seam stands beside itself; undefined without an earlier day. */
export function changeWords({ change }: Pick<SeamBoard, "change">): string | undefined {
  if (change === undefined) return undefined;
  const difference = change.now - change.before;
  if (difference === 0) return `as many as on ${change.since}`;
  return `${Math.abs(difference).toLocaleString("en")} ${difference < 0 ? "fewer" : "more"} than on ${change.since}`;
}

/** `4 of 5 were settled by the two who had them` */
export function settledWords({
  settled,
  settledAtTier1,
}: Pick<Board["disagreements"], "settled" | "settledAtTier1">): string {
  if (settled === 0) return "none settled yet";
  return `${settledAtTier1.toLocaleString("en")} of ${settled.toLocaleString("en")} settled by the two who had them`;
}

/** When a cycle is, as people say it. */
export function spanWords({ from, to }: Pick<CycleBoard, "from" | "to">): string {
  if (from === undefined && to === undefined) return "without days";
  return `${from ?? "?"} to ${to ?? "?"}`;
}

/** How many of a strip's meetings were kept: `5 of 7 kept, 1 late`. Those whose time is not over do not count. */
export function keptWords(slots: readonly SlotBoard[]): string {
  const over = slots.filter(({ state }) => state !== "open");
  const late = over.filter(({ state }) => state === "late").length;
  const kept = over.filter(({ state }) => state === "kept").length;
  if (over.length === 0) return "none due yet";
  return `${kept} of ${over.length} kept${late > 0 ? `, ${late} late` : ""}`;
}

/** `Weekly of @lena and @mara` */
export function stripName({ kind, who }: Pick<StripBoard, "kind" | "who">): string {
  if (kind === "weekly") return `Weekly of ${who.join(" and ")}`;
  return kind === "managers" ? "Managers" : kind === "planning" ? "Planning" : "Retros";
}

/** `2w 3d` is for people who plan; working days say the same in one number. */
export function daysWords(days: number): string {
  return count(Math.round(days * 10) / 10, "day");
}
