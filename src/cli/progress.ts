import { printable } from "./printable.ts";
import type { Terminal } from "./terminal.ts";
import { figure } from "../core/words/count.ts";

/** Tells a watching person how far a command is, once it has taken longer than a second, and hears Ctrl+C. */
export interface Progress {
  /**
   * To be called before each step, outside of anything that must not be interrupted.
   *
   * @param path what comes now, as it is shown
   * @param count the step's index and how many there are; without it, files are still being looked for
   * @throws Cancelled when the person pressed Ctrl+C
   */
  step(path: string, count?: { readonly index: number; readonly of: number }): Promise<void>;
  /** Takes the line away; to be called before anything else is written, and at the end. */
  end(): void;
}

/** Ctrl+C: nothing is half done, and the exit code is 130. */
export class Cancelled extends Error {}

const QUIET = 1000;
const INTERVAL = 100;

/**
 * @param verb what goes on: `Checking`
 * @param now milliseconds since whenever
 */
export function progress(terminal: Terminal, verb: string, now: () => number = Date.now): Progress {
  const started = now();
  let last = started;
  let shown = false;
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  return {
    async step(path, count) {
      const time = now();
      if (time - last < INTERVAL) return;
      last = time;
      // Signals are only heard between two turns of the event loop.
      await new Promise((resolve) => void setImmediate(resolve));
      if (cancelled) throw new Cancelled();
      const width = terminal.width();
      if (width === 0 || time - started < QUIET) return;
      const what =
        count === undefined ? "Looking in" : `${verb} ${figure(count.index + 1)} of ${figure(count.of)}:`;
      const line = `${what} ${printable(path)}`;
      terminal.status(line.slice(0, width - 1));
      shown = true;
    },
    end() {
      process.off("SIGINT", cancel);
      process.off("SIGTERM", cancel);
      if (shown) terminal.status(undefined);
      shown = false;
    },
  };
}
