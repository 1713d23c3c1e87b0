import { pino } from "pino";
import type { Logger } from "pino";

/** Never gets a text, a token, or an address with a token in it. */
export type Log = Logger;

/** One JSON object a line. */
export function logTo(write: (line: string) => void): Log {
  return pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
}

export const silent: Log = pino({ level: "silent" });

/** What went wrong, without a stack: errors of the store name files, never texts. */
export function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message} (${cause.message})` : message;
}
