import type { Conversation } from "../readiness/conversations.ts";
import type { Seam } from "../problem.ts";
import { seams } from "../trend/figures.ts";
import { changeOf } from "../trend/trend.ts";
import { nameOf, placeOf, shownDocuments } from "./input.ts";
import type { BoardInput } from "./input.ts";
import { ages } from "./model.ts";
import type { Age, AgeBoard, OpenInDocument, SeamBoard } from "./model.ts";

/** So far back a seam is compared with itself, in days. */
const COMPARED = 30;

/** The three seams, each with what is open by age. */
export function seamBoards(input: BoardInput): SeamBoard[] {
  const { trend } = input;
  return seams.map((seam) => {
    const byAge = ages.map((age) => ageBoard(input, seam, age));
    return {
      seam,
      open: byAge.reduce((sum, { open }) => sum + open, 0),
      ages: byAge,
      change: trend === undefined || "missing" in trend ? undefined : changeOf(trend, seam, COMPARED),
    };
  });
}

export function ageOf(days: number | undefined): Age {
  if (days === undefined) return "undated";
  return days <= 7 ? "0-7" : days <= 14 ? "8-14" : days <= 30 ? "15-30" : "older";
}

function ageBoard(input: BoardInput, seam: Seam, age: Age): AgeBoard {
  const documents = shownDocuments(input).flatMap((document): OpenInDocument[] => {
    const open = (input.open.get(document.path) ?? []).filter(
      (one) => one.seam === seam && ageOf(one.days) === age,
    );
    const oldest = oldestOf(open);
    if (oldest === undefined) return [];
    const { start, text, days } = oldest;
    const at = placeOf(input, document.path, start);
    return [{ ...nameOf(document), open: open.length, at, text, days }];
  });
  documents.sort((a, b) => b.open - a.open || (b.days ?? 0) - (a.days ?? 0));
  return { age, open: documents.reduce((sum, { open }) => sum + open, 0), documents };
}

function oldestOf(open: readonly Conversation[]): Conversation | undefined {
  let oldest = open[0];
  for (const one of open) if ((one.days ?? -1) > (oldest?.days ?? -1)) oldest = one;
  return oldest;
}
