import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import type { Span } from "../../core/trend/spans.ts";
import type { TrendPoint } from "../../core/trend/trend.ts";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import { buildId, contentHash, usualPlace } from "../cache/cache.ts";
import { CommandError, systemReason } from "../fault.ts";
import { replace } from "../workspace/write.ts";

/** What follows from a text and its team data, whatever its path; `none` for a file that is no document. */
export type Remembered = "none" | TextRecord;

export interface TextRecord {
  /** Its path is that of whoever asks. */
  readonly summary: Omit<DocumentSummary, "path">;
  /** What is open by the text alone, for the days that were asked for so far. */
  readonly spans: readonly Span[];
  /** The header, where that is all of the document that rules about the others need; undefined where they need the whole. */
  readonly head?: string | undefined;
}

export type DayRecord = Pick<TrendPoint, "documents" | "open">;

/**
 * Remembers from one run to the next what was in each text and open on each day. One that is damaged, or of another
 * build of this program, is none; of two runs at the same time the last one wins.
 */
export interface Memory {
  text(key: string): Remembered | undefined;
  setText(key: string, record: Remembered): void;
  day(key: string): DayRecord | undefined;
  setDay(key: string, record: DayRecord): void;
  /** Writes what is new. */
  save(): void;
}

/** More texts than a long history of a large team has; above, those that this run did not need are forgotten. */
const MOST_TEXTS = 30_000;
/** Files of builds or repositories that nobody asks about any more. */
const OUTDATED = 30 * 24 * 60 * 60 * 1000;

/**
 * @param cwd absolute
 * @param folder absolute path of the folder that the person named; undefined for the usual place
 * @param top of the repository
 * @throws CommandError when the named folder cannot be used
 */
export function openMemory(cwd: string, folder: string | undefined, top: string): Memory {
  const home = folder ?? usualPlace(cwd).home;
  const name = `trend-${contentHash([buildId(), top]).slice(0, 32)}.json`;
  const file = join(home, name);
  const { texts, days } = read(file);
  const used = new Set<string>();
  let changed = false;
  return {
    text(key) {
      used.add(key);
      return texts.get(key);
    },
    setText(key, record) {
      used.add(key);
      texts.set(key, record);
      changed = true;
    },
    day: (key) => days.get(key),
    setDay(key, record) {
      days.set(key, record);
      changed = true;
    },
    save() {
      if (!changed) return;
      const kept = texts.size > MOST_TEXTS ? [...texts].filter(([key]) => used.has(key)) : [...texts];
      try {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        replace(file, JSON.stringify({ texts: kept, days: [...days] }));
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

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const open = z.object({ handoff: z.number(), prioritisation: z.number(), narrative: z.number() });
const shape = z.object({
  texts: z.array(
    z.tuple([
      z.string(),
      z.union([
        z.literal("none"),
        z.object({
          // What the build that the file's name tells has written, whole.
          summary: z.looseObject({ kind: z.enum(["prd", "cycle", "retro"]) }),
          spans: z.array(z.object({ from: day, to: day, open })),
          head: z.optional(z.string()),
        }),
      ]),
    ]),
  ),
  days: z.array(z.tuple([z.string(), z.object({ documents: z.number(), open })])),
});

function read(file: string): { texts: Map<string, Remembered>; days: Map<string, DayRecord> } {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    // The name of the file holds the build, so what has this shape is what that build wrote.
    if (shape.safeParse(found, { jitless: true }).success) {
      const { texts, days } = found as { texts: [string, Remembered][]; days: [string, DayRecord][] };
      return { texts: new Map(texts), days: new Map(days) };
    }
  } catch {
    // No file, or a damaged one: everything is looked at anew.
  }
  return { texts: new Map(), days: new Map() };
}

function removeOutdated(home: string, current: string): void {
  for (const name of readdirSync(home)) {
    if (!/^\.?trend-[0-9a-f]{32}\.json/.test(name) || name === current) continue;
    const file = join(home, name);
    if (Date.now() - statSync(file).mtimeMs > OUTDATED) rmSync(file, { force: true });
  }
}
