import { commands, Disposable, window } from "vscode";
import type { Attached } from "../../collab/live-prd.ts";
import type { LivePrds } from "./live-prds.ts";

/** One's own undo in a live editor; VS Code's would also take back what others wrote. */
export function undoCommands(prds: LivePrds): Record<"undo" | "redo", () => void> {
  return {
    undo: () => attachedHere(prds)?.binding.undo(),
    redo: () => attachedHere(prds)?.binding.redo(),
  };
}

/** Tells keys and menus whether the editor that has the focus shows a shared PRD. */
export function registerLiveContext(prds: LivePrds): Disposable {
  const last = new Map<string, boolean>();
  const set = (key: string, value: boolean): void => {
    if (last.get(key) === value) return;
    last.set(key, value);
    void commands.executeCommand("setContext", key, value);
  };
  const update = (): void => {
    const uri = window.activeTextEditor?.document.uri;
    set("seamwork.live.here", uri !== undefined && prds.of(uri) !== undefined);
    set("seamwork.live.editing", attachedHere(prds) !== undefined);
    set("seamwork.live.any", prds.all.length > 0);
  };
  update();
  return Disposable.from(prds.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

function attachedHere(prds: LivePrds): Attached | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri && prds.of(uri)?.live.attached;
}
