import { cadenceBoard } from "./cadence.ts";
import { cycleBoards } from "./cycles.ts";
import { disagreementBoard } from "./disagreements.ts";
import { shownDocuments } from "./input.ts";
import type { BoardInput } from "./input.ts";
import { BOARD_VERSION } from "./model.ts";
import type { Board } from "./model.ts";
import { pairsBoard } from "./pairs.ts";
import { retrosBoard } from "./retros.ts";
import { seamBoards } from "./seams.ts";
import { statusBoards } from "./statuses.ts";

/** The board of one team; plain JSON, made from what the index knows and what is open. */
export function boardOf(input: BoardInput): Board {
  const documents = shownDocuments(input);
  const count = (wanted: string): number => documents.filter(({ kind }) => kind === wanted).length;
  return {
    version: BOARD_VERSION,
    team: input.team,
    today: input.today,
    documents: { prds: count("prd"), cycles: count("cycle"), retros: count("retro") },
    seams: seamBoards(input),
    cycles: cycleBoards(input),
    disagreements: disagreementBoard(input),
    pairs: pairsBoard(input),
    cadence: cadenceBoard(input),
    retros: retrosBoard(input),
    statuses: statusBoards(input),
    trend: input.trend,
  };
}
