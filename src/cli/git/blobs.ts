import { MAX_TEXT } from "../../core/markdown/limits.ts";
import { textIn } from "../workspace/read.ts";
import { NotHere, startBatch } from "./stream.ts";

/** What files of a repository held, read one after the other by one process. */
export interface Blobs {
  /**
   * @param name a blob's hash, or `COMMIT:PATH`
   * @returns without byte order mark; undefined where there is no such file, or it is no text that is read
   * @throws NotHere where it should be and is not on this machine
   */
  text(name: string): Promise<string | undefined>;
  /** Ends the process; nothing can be read afterwards. */
  end(): void;
}

/** @param folder absolute; somewhere in the repository */
export function openBlobs(folder: string): Blobs {
  let reading: Reading | undefined;
  // Answers come in the order of the questions.
  let last: Promise<unknown> = Promise.resolve();
  return {
    text(name) {
      // A path with a line feed would be two questions.
      if (name.includes("\n")) return Promise.resolve(undefined);
      reading ??= startReading(folder);
      const { read } = reading;
      const answer = last.then(() => read(name));
      last = answer.catch(() => undefined);
      return answer;
    },
    end: () => reading?.end(),
  };
}

interface Reading {
  read(name: string): Promise<string | undefined>;
  end(): void;
}

function startReading(folder: string): Reading {
  const { child, ended, next } = startBatch(folder, MAX_TEXT);
  return {
    async read(name) {
      child.stdin.write(`${name}\n`);
      const answer = await next();
      if (answer === undefined) {
        // Throws where git could not be started.
        await ended;
        throw new NotHere();
      }
      if (answer === "missing") {
        if (name.includes(":")) return undefined;
        throw new NotHere();
      }
      const found = answer.bytes === undefined ? undefined : textIn(answer.bytes);
      return found === undefined || "refused" in found ? undefined : found.text;
    },
    end() {
      child.stdin.end();
      child.kill();
    },
  };
}
