import type { Age, Board, DocumentName, SeamBoard, SlotBoard, StripBoard } from "../../core/board/model.ts";
import type { Seam } from "../../core/problem.ts";
import type { Split } from "../../core/facts/model.ts";
import { count } from "../views/words.ts";

export const seamNames: Readonly<Record<Seam, string>> = {
  handoff: "Handoff",
  prioritisation: "Prioritisation",
  narrative: "Narrative",
};

export const ageNames: Readonly<Record<Age, string>> = {
  "0-7": "0 to 7 days",
  "8-14": "8 to 14 days",
  "15-30": "15 to 30 days",
  older: "longer",
  undated: "without a date",
};

export const buckets = ["product", "health", "ops"] as const;

export function nameOf({ id, name }: DocumentName): string {
  return id ?? name;
}

export function changeWords({ change }: Pick<SeamBoard, "change">): string | undefined {
  if (change === undefined) return undefined;
  const difference = change.now - change.before;
  if (difference === 0) return `as many as on ${change.since}`;
  return `${Math.abs(difference).toLocaleString("en")} ${difference < 0 ? "fewer" : "more"} than on ${change.since}`;
}

export function splitWords({ product, health, ops }: Split): string {
  return `product ${product}, health ${health}, ops ${ops}`;
}

export function daysWords(days: number): string {
  return count(Math.round(days * 10) / 10, "day");
}

export function settledWords({
  settled,
  settledAtTier1,
}: Pick<Board["disagreements"], "settled" | "settledAtTier1">): string {
  if (settled === 0) return "none settled yet";
  return `${settledAtTier1.toLocaleString("en")} of ${settled.toLocaleString("en")} settled by the two who had them`;
}

export function stripName({ kind, who }: Pick<StripBoard, "kind" | "who">): string {
  if (kind === "weekly") return `Weekly of ${who.join(" and ")}`;
  return kind === "managers" ? "Managers" : kind === "planning" ? "Planning" : "Retros";
}

/** Those whose time is not over do not count. */
export function keptWords(slots: readonly SlotBoard[]): string {
  const over = slots.filter(({ state }) => state !== "open");
  if (over.length === 0) return "none due yet";
  const late = over.filter(({ state }) => state === "late").length;
  const kept = over.filter(({ state }) => state === "kept").length;
  return `${kept} of ${over.length} kept${late > 0 ? `, ${late} late` : ""}`;
}

/** A text that fits into a drawing's margin. */
export function short(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${Array.from(text)
        .slice(0, most - 1)
        .join("")}…`;
}
