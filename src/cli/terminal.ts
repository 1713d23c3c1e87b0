import { systemReason } from "./fault.ts";
import { outgoing } from "./printable.ts";

/** Where a command reads its place and writes its words; results go to `out`, everything about the run to `err`. */
export interface Terminal {
  /** Absolute path of the working folder. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Shows a line on `err` that the next one, or anything else, takes the place of; undefined takes it away. */
  readonly status: (line: string | undefined) => void;
  /** All that comes on standard input. */
  readonly input: () => Promise<Buffer>;
  /** `out` shows colours. */
  readonly color: boolean;
  /** Columns of `err` when a person watches it, 0 otherwise. */
  readonly width: () => number;
}

/** The terminal of this process. A reader that goes away early (`| head`) ends the output, not with an error. */
export function processTerminal(): Terminal {
  const { env, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      if (stream === stdout) stderr.write(`seamwork: output not written: ${systemReason(error)}.\n`);
      // Whatever the run finds, nobody would read the rest of it; files are written in one step, so each is whole.
      process.exit(2);
    });
  }
  const forced = env["FORCE_COLOR"];
  const color = forced ? forced !== "0" : stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb";
  return {
    cwd: process.cwd(),
    // Nothing goes out but through these three.
    out: (text) => void stdout.write(outgoing(text, color)),
    err: (text) => void stderr.write(outgoing(text, false)),
    status: (line) => void stderr.write(`\r\u001B[K${outgoing(line ?? "", false)}`),
    input: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    color,
    width: () => (stderr.isTTY && env["TERM"] !== "dumb" ? stderr.columns || 80 : 0),
  };
}
