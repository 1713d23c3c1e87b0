import { Disposable, window } from "vscode";
import type { Running } from "./start.ts";

/** The view "Readiness", and its tab and the board after a reload. They are filled when VS Code shows them, which starts the rest. */
export function registerReadinessView(run: () => Promise<Running>): Disposable {
  return Disposable.from(
    window.registerWebviewViewProvider("seamwork.readiness", {
      resolveWebviewView: async (view) => (await run()).readiness.fillView(view),
    }),
    window.registerWebviewPanelSerializer("seamwork.readiness", {
      deserializeWebviewPanel: async (tab) => (await run()).readiness.fillTab(tab),
    }),
    window.registerWebviewPanelSerializer("seamwork.board", {
      deserializeWebviewPanel: async (tab) => (await run()).board.fillTab(tab),
    }),
  );
}
