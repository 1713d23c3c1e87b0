/** Where the secret that signs tokens comes from. */
import { randomBytes } from "node:crypto";
import { existsSync, openSync, closeSync, readFileSync, renameSync, writeSync, fsyncSync } from "node:fs";
import { join } from "node:path";
import { keysOf } from "./tokens.ts";
import type { Keys } from "./tokens.ts";

/** Writes a file that only this user can read, whole or not at all. */
export function writePrivate(file: string, text: string): void {
  const temporary = `${file}.${process.pid}`;
  const handle = openSync(temporary, "w", 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(temporary, file);
}

/**
 * Keys of a secret file.
 *
 * @throws Error with one sentence
 */
export function keysOfFile(file: string): Keys {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`The secret in ${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
  return keysFrom(text, file);
}

/** Keys of the environment's `SEAMWORK_SECRET`; undefined without one. */
export function keysOfEnvironment(): Keys | undefined {
  const text = process.env["SEAMWORK_SECRET"];
  return text === undefined || text === "" ? undefined : keysFrom(text, "SEAMWORK_SECRET");
}

/** The folder's own secret, made when there is none. */
export function ownKeys(folder: string): {
  readonly keys: Keys;
  readonly file: string;
  readonly isNew: boolean;
} {
  const file = join(folder, "secret");
  const isNew = !existsSync(file);
  if (isNew) writePrivate(file, `${randomBytes(32).toString("hex")}\n`);
  return { keys: keysOfFile(file), file, isNew };
}

function keysFrom(text: string, where: string): Keys {
  try {
    return keysOf(text);
  } catch (error) {
    throw new Error(`The secret in ${where} cannot be used: ${(error as Error).message}.`, { cause: error });
  }
}
