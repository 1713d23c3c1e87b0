import type { Window } from "./window.ts";

/** When the letters that others typed were in a window's buffer. */
export interface Arrivals {
  /** Milliseconds of `Date.now()` at which there were 1, 2, 3, … letters more than at the beginning. */
  stop(): Promise<number[]>;
}

/**
 * Counts letters of one case in the buffer after each change: people who type in different cases are told apart without
 * trusting the shape of an edit.
 */
export async function watchArrivals(window: Window, letters: "[a-z]" | "[A-Z]"): Promise<Arrivals> {
  await window.run(
    (vscode, { path, letters }) => {
      const global = globalThis as { arrivals?: Record<string, { at: number[]; stop(): void }> };
      const pattern = new RegExp(letters, "g");
      const count = (text: string): number => text.match(pattern)?.length ?? 0;
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === path);
      if (document === undefined) throw new Error(`${path} is not open.`);
      const before = count(document.getText());
      const arrivals: number[] = [];
      const listening = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document) return;
        const now = Date.now();
        const more = count(document.getText()) - before - arrivals.length;
        for (let letter = 0; letter < more; letter += 1) arrivals.push(now);
      });
      (global.arrivals ??= {})[letters] = { at: arrivals, stop: () => void listening.dispose() };
    },
    { path: window.path, letters },
  );
  return {
    stop: () =>
      window.run((_vscode, letters) => {
        const global = globalThis as { arrivals?: Record<string, { at: number[]; stop(): void }> };
        const watched = global.arrivals?.[letters];
        watched?.stop();
        return watched?.at ?? [];
      }, letters),
  };
}

/**
 * @param typed a text, its letters of one case, and when each of its characters was pressed
 * @returns milliseconds from each key to its arrival, the smallest first; fewer than letters when some did not arrive
 */
export function delays(typed: string, pressed: readonly number[], arrived: readonly number[]): number[] {
  const letters = pressed.filter((_, index) => /\p{L}/u.test(typed[index] ?? ""));
  return arrived.map((at, index) => at - (letters[index] ?? at)).sort((a, b) => a - b);
}

/** @param sorted the smallest first @param share 0.95 for the 95th percentile */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
