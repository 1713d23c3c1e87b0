import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import * as z from "zod/mini";
import type { Conversation } from "../../core/readiness/conversations.ts";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import { buildId, contentHash, usualPlace } from "../cache/cache.ts";
import { CommandError, systemReason } from "../fault.ts";
import { slashes } from "../workspace/paths.ts";
import { replace } from "../workspace/write.ts";

/** What is known of one document with a certain content on a certain day. */
export interface KnownOpen {
  /** Hash of everything that it follows from. */
  readonly hash: string;
  readonly summary: Omit<DocumentSummary, "path">;
  /** What is open by the document alone. */
  readonly open: readonly Conversation[];
}

/** Remembers from one run to the next, as the cache of `check` does. */
export interface BoardMemory {
  /** @param path absolute */
  get(path: string): KnownOpen | undefined;
  set(path: string, known: KnownOpen): void;
  /** Writes what is new. */
  save(): void;
}

/** Files of other days are soon of no use. */
const OUTDATED = 3 * 24 * 60 * 60 * 1000;

/**
 * @param cwd absolute
 * @param folder absolute path of the folder that the person named; undefined for the usual place
 * @param today the day for which the board is
 * @throws CommandError when the named folder cannot be used
 */
export function openBoardMemory(cwd: string, folder: string | undefined, today: string): BoardMemory {
  const usual = usualPlace(cwd);
  const { home, anchor } = folder === undefined ? usual : { home: folder, anchor: cwd };
  const name = `board-${contentHash([buildId(), anchor, today]).slice(0, 32)}.json`;
  const file = join(home, name);
  const entries = read(file);
  let changed = false;
  const keyOf = (path: string): string => slashes(relative(anchor, path));
  return {
    get: (path) => entries.get(keyOf(path)),
    set(path, known) {
      entries.set(keyOf(path), known);
      changed = true;
    },
    save() {
      if (!changed) return;
      try {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        replace(file, JSON.stringify([...entries]));
        removeOutdated(home, name);
      } catch (error) {
        // Whoever names a folder wants to know; the usual place may well be read-only.
        if (folder !== undefined) {
          throw new CommandError(`${folder}: cannot hold the cache: ${systemReason(error)}.`);
        }
      }
    },
  };
}

const conversation = z.looseObject({
  start: z.number(),
  text: z.string(),
  seam: z.enum(["handoff", "prioritisation", "narrative"]),
});
const shape = z.array(
  z.tuple([
    z.string(),
    z.object({
      hash: z.string(),
      // What the build that the file's name tells has written, whole.
      summary: z.looseObject({ kind: z.enum(["prd", "cycle", "retro"]) }),
      open: z.array(conversation),
    }),
  ]),
);

function read(file: string): Map<string, KnownOpen> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    // The name of the file holds the build, so what has this shape is what that build wrote.
    if (shape.safeParse(found, { jitless: true }).success) return new Map(found as [string, KnownOpen][]);
  } catch {
    // No file, or a damaged one: everything is looked at anew.
  }
  return new Map();
}

function removeOutdated(home: string, current: string): void {
  for (const name of readdirSync(home)) {
    if (!/^\.?board-[0-9a-f]{32}\.json/.test(name) || name === current) continue;
    const file = join(home, name);
    if (Date.now() - statSync(file).mtimeMs > OUTDATED) rmSync(file, { force: true });
  }
}
