import { printable } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

/** Tells a watching person how far a command is, once it has taken longer than a second, and hears Ctrl+C. */
export interface Progress {
  /**
   * To be called before each step, outside of anything that must not be interrupted.
   *
   * @throws Cancelled when the person pressed Ctrl+C
   */
  step(done: number, of: number, what: string): Promise<void>;
  /** Takes the line away; to be called before anything else is written, and at the end. */
  end(): void;
}

/** Ctrl+C: nothing is half done, and the exit code is 130. */
export class Cancelled extends Error {}

const QUIET = 1000;
const INTERVAL = 100;

/** @param verb what goes on: `Checking` */
export function progress(terminal: Terminal, verb: string): Progress {
  const started = Date.now();
  let last = started;
  let shown = false;
  let cancelled = false;
  const cancel = (): void => {
    cancelled = true;
  };
  process.on("SIGINT", cancel);
  process.on("SIGTERM", cancel);
  return {
    async step(done, of, what) {
      const now = Date.now();
      if (now - last < INTERVAL) return;
      last = now;
      // Signals are only heard between two turns of the event loop.
      await new Promise((resolve) => void setImmediate(resolve));
      if (cancelled) throw new Cancelled();
      const width = terminal.width();
      if (width === 0 || now - started < QUIET) return;
      const line = `${verb} ${(done + 1).toLocaleString("en")} of ${of.toLocaleString("en")}: ${printable(what)}`;
      terminal.err(`\r\u001B[K${line.slice(0, width - 1)}`);
      shown = true;
    },
    end() {
      process.off("SIGINT", cancel);
      process.off("SIGTERM", cancel);
      if (shown) terminal.err("\r\u001B[K");
      shown = false;
    },
  };
}
