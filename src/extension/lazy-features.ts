import type { Disposable } from "vscode";
import type { AdoptFeature } from "./features/adopt/adopt.ts";
import type { BoardFeature } from "./features/board/board.ts";
import type { OutlineFeature } from "./features/outline.ts";
import type { PanelFeature } from "./features/readiness/panel.ts";
import type { ReviewFeature } from "./features/review/review.ts";
import type { TeamFeature } from "./features/team/team.ts";
import { lazy } from "./lazy.ts";
import type { Lazy } from "./lazy.ts";
import type { Services } from "./services/services.ts";

/** Features that keep something while VS Code runs, loaded when somebody first asks for them. */
export interface LazyFeatures extends Disposable {
  readonly panel: Lazy<PanelFeature>;
  readonly board: Lazy<BoardFeature>;
  readonly outline: Lazy<OutlineFeature>;
  readonly review: Lazy<ReviewFeature>;
  readonly team: Lazy<TeamFeature>;
  readonly adopt: Lazy<AdoptFeature>;
}

export function createLazyFeatures(services: Services): LazyFeatures {
  const panel = lazy(async () => (await import("./features/readiness/panel.ts")).createPanel(services));
  const board = lazy(async () => (await import("./features/board/board.ts")).createBoard(services));
  const outline = lazy(async () => (await import("./features/outline.ts")).createOutline(services));
  const review = lazy(async () => (await import("./features/review/review.ts")).createReview(services));
  const team = lazy(async () => (await import("./features/team/team.ts")).createTeam(services));
  const adopt = lazy(async () => (await import("./features/adopt/adopt.ts")).createAdopt(services));
  return {
    panel,
    board,
    outline,
    review,
    team,
    adopt,
    dispose() {
      for (const one of [panel, board, outline, review, team, adopt]) one.dispose();
    },
  };
}
