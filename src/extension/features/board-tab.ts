import type { Disposable, WebviewPanel } from "vscode";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";

/** What is loaded when somebody first looks at the board. */
export interface BoardFeature extends Disposable {
  /** A new tab, or one that a reload brought back. */
  fillTab(tab: WebviewPanel): void;
  /** Shows the tab, the one that is there or a new one. */
  openTab(): void;
  exportBoard(): Promise<void>;
}

/** The board and its commands. */
export interface BoardTab extends Disposable {
  readonly commands: ReadonlyMap<string, Command>;
  fillTab(tab: WebviewPanel): Promise<void>;
}

export function boardTab(services: Services): BoardTab {
  let loaded: Promise<BoardFeature> | undefined;
  const load = (): Promise<BoardFeature> =>
    (loaded ??= import("./board/board.ts").then(({ createBoard }) => createBoard(services)));
  return {
    fillTab: async (tab) => (await load()).fillTab(tab),
    commands: new Map<string, Command>([
      ["seamwork.openBoard", async () => (await load()).openTab()],
      ["seamwork.exportBoard", async () => (await load()).exportBoard()],
    ]),
    dispose: () => void loaded?.then((board) => board.dispose()),
  };
}
