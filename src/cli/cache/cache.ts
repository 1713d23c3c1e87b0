import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import { CommandError, systemReason } from "../fault.ts";
import { slashes } from "../workspace/paths.ts";
import { replace } from "../workspace/write.ts";
import type { ReportedProblem } from "../check/report.ts";

/** What is known of one document with a certain content. Only what follows from the content is in here. */
export interface Known {
  /** Hash of everything that it follows from; see {@link contentHash}. */
  readonly hash: string;
  /** Its path is left out: it is the path of whoever asks. */
  readonly summary: Omit<DocumentSummary, "path">;
  /** Of the rules that see one document; undefined when only the summary was needed so far. */
  readonly problems?: readonly ReportedProblem[];
}

/**
 * Remembers results from one run to the next, by content: times of files are never trusted. A cache that is damaged,
 * or of another version of this program, is no cache; of two runs at the same time the last one wins.
 */
export interface Cache {
  /** @param path absolute */
  get(path: string): Known | undefined;
  set(path: string, known: Known): void;
  /** Writes what is new. */
  save(): void;
}

/** Remembers nothing. */
export const noCache: Cache = { get: () => undefined, set: () => {}, save: () => {} };

/** Files of the cache that are not from today's runs: each day has a key of its own, so they are soon of no use. */
const OUTDATED = 3 * 24 * 60 * 60 * 1000;

/**
 * @param cwd absolute
 * @param folder absolute path of the folder that the person named; undefined for the usual place
 * @param key all that results depend on beside content and configuration: flags and day
 * @throws CommandError when the named folder cannot be used
 */
export function openCache(cwd: string, folder: string | undefined, key: readonly string[]): Cache {
  const { home, anchor } = folder === undefined ? usualPlace(cwd) : { home: folder, anchor: cwd };
  const name = `check-${digest([buildId(), anchor, ...key]).slice(0, 32)}.json`;
  const file = join(home, name);
  const entries = readEntries(file);
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

/** @param parts content, configuration and whatever else one document's result follows from */
export function contentHash(parts: readonly (string | Uint8Array)[]): string {
  return digest(parts);
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  // The length before each part, so that moving a character from one part to the next gives another hash.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("hex");
}

/** Changes with every build: this program is one file. */
export function buildId(): string {
  return createHash("sha256")
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest("hex");
}

/** The nearest package's own cache folder; without a package, the person's. */
export function usualPlace(cwd: string): { home: string; anchor: string } {
  for (let at = cwd; ; at = dirname(at)) {
    const modules = join(at, "node_modules");
    if (existsSync(join(at, "package.json")) && existsSync(modules)) {
      return { home: join(modules, ".cache", "seamwork"), anchor: at };
    }
    if (dirname(at) === at) break;
  }
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return { home: join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), ".cache"), "seamwork"), anchor: cwd };
}

function readEntries(file: string): Map<string, Known> {
  try {
    const entries: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (!Array.isArray(entries) || !entries.every(isEntry)) return new Map();
    return new Map(entries);
  } catch {
    return new Map();
  }
}

const text = z.string();
const count = z.number();
const problem = z.object({
  code: text,
  name: text,
  severity: z.enum(["error", "warning", "information"]),
  seam: text,
  message: text,
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  owner: text,
  fixable: z.boolean(),
  lineHash: text,
});
const entryShape = z.tuple([
  text,
  z.object({
    hash: text,
    summary: z.object({
      kind: z.enum(["prd", "candidate", "cycle", "retro"]),
      id: z.optional(text),
      idRange: z.optional(z.object({ start: count, end: count })),
      name: text,
      status: z.optional(text),
      pm: z.array(text),
      eng: z.array(text),
      // What the build that the file's name tells has written, whole.
      team: z.unknown(),
    }),
    problems: z.optional(z.array(problem)),
  }),
]);

/** The name of the file holds the build, so an entry of the right shape is what that build wrote. */
function isEntry(entry: unknown): entry is [string, Known] {
  return entryShape.safeParse(entry, { jitless: true }).success;
}

function removeOutdated(home: string, current: string): void {
  for (const name of readdirSync(home)) {
    if (!/^\.?check-[0-9a-f]{32}\.json/.test(name) || name === current) continue;
    const file = join(home, name);
    if (Date.now() - statSync(file).mtimeMs > OUTDATED) rmSync(file, { force: true });
  }
}
