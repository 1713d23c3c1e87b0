import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import * as z from "zod/mini";
import { CommandError, systemReason } from "../fault.ts";
import { slashes } from "../workspace/paths.ts";
import { replace } from "../workspace/write.ts";
import { contentHash } from "./content-hash.ts";
import { buildId, usualPlace } from "./place.ts";

/**
 * What can be computed again, kept from one run to the next. A file that is torn, damaged or of another build of this
 * program is ignored; of two runs at the same time the last one wins.
 */
export interface Cache {
  /** Absolute path of the folder that entries name documents from, so that they hold when it is moved as a whole. */
  readonly anchor: string;
  /**
   * Opens one file of the cache; the same one again gives the same tables.
   *
   * @param key all that every entry of the file follows from, beside what its own key says
   */
  open<Tables extends object>(namespace: Namespace<Tables>, key: readonly string[]): Opened<Tables>;
  /**
   * Writes what is new, and removes files that are of no use any more.
   *
   * @throws CommandError when the folder that the person named cannot hold it
   */
  save(): void;
}

/** What one command keeps in the cache. */
export interface Namespace<Tables extends object> {
  /** Files begin with it. */
  readonly name: string;
  /** A file that no run has written to for so long is removed. */
  readonly usefulDays: number;
  /** The shape of the entries of each table. */
  readonly tables: { readonly [Name in keyof Tables]: z.ZodMiniType };
}

export type Opened<Tables> = { readonly [Name in keyof Tables]: Table<Tables[Name]> };

export interface Table<Entry> {
  get(key: string): Entry | undefined;
  set(key: string, entry: Entry): void;
}

/** More than a large team has. Above, the entries that this run did not ask for are dropped. */
const MOST_ENTRIES = 30_000;
const DAY = 24 * 60 * 60 * 1000;

/** `--cache-dir` and `--no-cache`. */
export interface CacheFlags {
  /** The folder that the person named, absolute. */
  readonly folder: string | undefined;
  /** False: this run neither reads nor writes anything. */
  readonly enabled: boolean;
}

/** @param cwd absolute */
export function openCache(cwd: string, { folder, enabled }: CacheFlags): Cache {
  const { home, anchor } = folder === undefined ? usualPlace(cwd) : { home: folder, anchor: cwd };
  const build = enabled ? buildId() : "";
  const files = new Map<string, CacheFile>();
  return {
    anchor,
    open<Tables extends object>(namespace: Namespace<Tables>, key: readonly string[]) {
      const name = `${namespace.name}-${contentHash([build, ...key]).slice(0, 32)}.json`;
      const file = files.get(name) ?? cacheFile(enabled ? join(home, name) : undefined, namespace);
      files.set(name, file);
      return file.tables as Opened<Tables>;
    },
    save() {
      if (!enabled) return;
      const changed = [...files].filter(([, file]) => file.changed());
      if (changed.length === 0) return;
      try {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        for (const [name, file] of changed) {
          replace(join(home, name), file.written());
          removeOutdated(home, name, file.namespace);
        }
      } catch (error) {
        // Whoever names a folder wants to know; the usual place may well be read-only.
        if (folder !== undefined) {
          throw new CommandError(`${folder}: cannot hold the cache: ${systemReason(error)}.`);
        }
      }
    },
  };
}

/** How the entries of a cache name a document. */
export function nameIn({ anchor }: Cache, path: string): string {
  return slashes(relative(anchor, path));
}

type AnyNamespace = Namespace<Record<string, unknown>>;

interface CacheFile {
  readonly namespace: AnyNamespace;
  readonly tables: object;
  changed(): boolean;
  /** The text to write; from then on nothing is changed. */
  written(): string;
}

/** @param path absolute; undefined for tables that begin empty and are never written */
function cacheFile(path: string | undefined, namespace: AnyNamespace): CacheFile {
  const names = Object.keys(namespace.tables);
  const entries = (path === undefined ? undefined : readEntries(path, namespace)) ?? {};
  const kept = names.map((name) => [name, new Map(entries[name])] as const);
  const used = new Map(names.map((name) => [name, new Set<string>()]));
  let changed = false;
  const table = (name: string, all: Map<string, unknown>): Table<unknown> => ({
    get(key) {
      used.get(name)?.add(key);
      return all.get(key);
    },
    set(key, entry) {
      used.get(name)?.add(key);
      all.set(key, entry);
      changed = true;
    },
  });
  return {
    namespace,
    tables: Object.fromEntries(kept.map(([name, all]) => [name, table(name, all)])),
    changed: () => changed,
    written() {
      changed = false;
      const wanted = kept.map(([name, all]) => [
        name,
        all.size > MOST_ENTRIES ? [...all].filter(([key]) => used.get(name)?.has(key)) : [...all],
      ]);
      return JSON.stringify(Object.fromEntries(wanted));
    },
  };
}

type Entries = Readonly<Record<string, readonly (readonly [string, unknown])[]>>;

/** Entries by table; undefined where there is no file, or a damaged one. */
function readEntries(path: string, { tables }: AnyNamespace): Entries | undefined {
  const shape = z.object(
    Object.fromEntries(
      Object.entries(tables).map(([name, entry]) => [name, z.array(z.tuple([z.string(), entry]))]),
    ),
  );
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"));
    // The name of the file holds the build, so what has this shape is what that build wrote.
    return shape.safeParse(found, { jitless: true }).success ? (found as Entries) : undefined;
  } catch {
    return undefined;
  }
}

function removeOutdated(home: string, current: string, { name: kind, usefulDays }: AnyNamespace): void {
  const own = new RegExp(`^\\.?${kind}-[0-9a-f]{32}\\.json`);
  for (const name of readdirSync(home)) {
    if (!own.test(name) || name === current) continue;
    const file = join(home, name);
    if (Date.now() - statSync(file).mtimeMs > usefulDays * DAY) rmSync(file, { force: true });
  }
}
