import { CancellationTokenSource, FileType, workspace } from "vscode";
import type { CancellationToken, Disposable, Event, Uri } from "vscode";
import { checkDocument } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import { kindOf } from "../../core/document/kind.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import type { Problem } from "../../core/problem.ts";
import type { LibraryRow } from "../../core/readiness/overview.ts";
import type { Rule } from "../../core/rules/rule.ts";
import type { Clock } from "./clock.ts";
import { countOf } from "./counts.ts";
import { atMost, createInTurn } from "./in-turn.ts";
import type { InTurn } from "./in-turn.ts";
import { createKeptDocuments } from "./kept-documents.ts";
import type { KeptDocuments, LibraryPlace, ReadDocument } from "./kept-documents.ts";
import type { OpenPrd, OpenPrds } from "./open-prds.ts";
import { readText, relativePath } from "./paths.ts";
import { isNoInvitation, isQuiet } from "./teams.ts";
import type { Team, Teams } from "./teams.ts";
import { createTeller } from "./teller.ts";
import type { LibraryEntry, Teller } from "./teller.ts";
import { isLeftOut, isMarkdown, walkMarkdown } from "./walk.ts";
import { watchWorkspace } from "./watch.ts";
import type * as WholeTeam from "./whole-team.ts";

export type { LibraryPlace } from "./kept-documents.ts";
export type { LibraryEntry } from "./teller.ts";

/** Makes the row of a PRD from its text, of which nothing else is kept. */
export type DescribePrd = (
  prd: { readonly uri: Uri; readonly model: PrdDocument; readonly team: Team },
  local: readonly Problem[],
) => LibraryRow;

/** All PRDs, cycles, retros and candidates of the workspace's folders. Open documents count as they stand in the editor. */
export interface Library extends Disposable {
  /** Begins to look for documents; further calls do nothing. */
  start(): void;
  /** Resolves when all documents have been read once. */
  ready(): Promise<void>;
  entries(): readonly LibraryEntry[];
  /** Every rule there is; undefined until they are loaded, when `onDidChange` fires. */
  rules(): readonly Rule[] | undefined;
  /** Undefined for documents outside of the workspace's folders: nobody else can have their ids. */
  placeOf(uri: Uri): LibraryPlace | undefined;
  /** Takes an open document as it is now, with the problems of its own rules. */
  update(prd: OpenPrd, local: readonly Problem[]): void;
  /** Keeps a row of each PRD from now on, and reads everything again for it. */
  keepRows(describe: DescribePrd): Promise<void>;
  /** Reads everything again. */
  refresh(): Promise<void>;
  /** Fires when documents or their problems changed; changes that come together fire once. */
  readonly onDidChange: Event<void>;
}

/** Files that are read at the same time. */
const AT_ONCE = 16;

/** What the steps below have in common. */
interface Shelf {
  readonly teams: Teams;
  readonly openPrds: OpenPrds;
  readonly clock: Clock;
  readonly kept: KeptDocuments;
  readonly inTurn: InTurn;
  readonly teller: Teller;
  /** What speaks of more than one PRD; undefined until it is loaded. */
  beyond: typeof WholeTeam | undefined;
  describe: DescribePrd | undefined;
  /** What the last scan came upon, and what was written while it ran: all that is there when it ends. */
  found: Set<string>;
}

export function createLibrary(teams: Teams, openPrds: OpenPrds, clock: Clock): Library {
  const kept = createKeptDocuments();
  const inTurn = createInTurn();
  const rules = (): readonly Rule[] | undefined => shelf.beyond?.allRules;
  const teller = createTeller(kept, clock, inTurn, rules);
  const shelf: Shelf = {
    ...{ teams, openPrds, clock, kept, inTurn, teller },
    ...{ beyond: undefined, describe: undefined, found: new Set<string>() },
  };
  const files = createFiles(shelf);
  const scanner = createScanner(shelf, files);
  const disposables: Disposable[] = [teller, scanner];
  const start = (): void => {
    if (scanner.last() === undefined) disposables.push(watch(shelf, files, scanner));
  };
  const refresh = async (): Promise<void> => {
    start();
    await scanner.scan();
  };

  return {
    start,
    async ready() {
      start();
      // A scan that was replaced by a later one is not the answer.
      for (let waited: Promise<void> | undefined; waited !== scanner.last();) await (waited = scanner.last());
    },
    entries: teller.entries,
    rules,
    placeOf: kept.placeOf,
    update(prd, local) {
      // One that was closed meanwhile may be gone; its file speaks for it.
      if (openPrds.known(prd.document.uri) === prd) keepOpen(shelf, prd, local);
    },
    keepRows(describe) {
      shelf.describe = describe;
      return refresh();
    },
    refresh,
    onDidChange: teller.onDidChange,
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}

/** Reads single files. */
interface Files {
  /** Reads a file that is not open; an open one speaks for itself. Of several reads at once the last one counts. */
  read(uri: Uri, leftOut?: Promise<boolean> | false): Promise<void>;
  /** The same for what may be none of ours, or left out. */
  readIfOurs(uri: Uri): Promise<void>;
  /** A file, or a folder with all that is in it, is gone. */
  disappeared(uri: Uri): void;
}

function createFiles(shelf: Shelf): Files {
  /** The last read of each file that is being read; without one, what a read finds has been overtaken. */
  const reading = new Map<string, symbol>();

  const read: Files["read"] = async (uri, leftOut = false) => {
    const key = uri.toString();
    const ticket = Symbol(key);
    reading.set(key, ticket);
    const [text, team, skip] = await Promise.all([readText(uri), shelf.teams.of(uri), leftOut]);
    await shelf.inTurn(() => {
      if (reading.get(key) !== ticket) return;
      reading.delete(key);
      if (!skip) take(shelf, uri, text, team);
    });
  };

  return {
    read,
    async readIfOurs(uri) {
      const folder = workspace.getWorkspaceFolder(uri);
      if (folder !== undefined && isMarkdown(uri)) await read(uri, isLeftOut(folder.uri, uri));
    },
    disappeared(uri) {
      const path = uri.toString();
      for (const key of reading.keys()) if (key === path || key.startsWith(`${path}/`)) reading.delete(key);
      // A folder that goes is named, what was in it is not.
      for (const one of shelf.kept.at(uri)) remove(shelf, one.uri);
    },
  };
}

/** @param text undefined for a file that is gone */
function take(shelf: Shelf, uri: Uri, text: string | undefined, team: Team): void {
  const open = shelf.openPrds.known(uri);
  if (open !== undefined) {
    const { kind, team, document } = open;
    return keepOpen(shelf, open, localOf(shelf, { kind, uri: document.uri, team }, open.model()));
  }
  const kind = text === undefined ? undefined : kindOf(text, relativePath(team.root, uri), team.config);
  if (text === undefined || kind === undefined) return remove(shelf, uri);
  const model = parseDocument(text, team.config);
  const local = localOf(shelf, { kind, uri, team }, model);
  const row = kind === "prd" ? shelf.describe?.({ uri, model, team }, local) : undefined;
  keep(shelf, { uri, kind, team, model, row }, local);
}

function keepOpen(
  shelf: Shelf,
  { document: { uri }, kind, team, model }: OpenPrd,
  local: readonly Problem[],
): void {
  keep(shelf, { uri, kind, team, model: model() }, local);
}

function keep(shelf: Shelf, read: Omit<ReadDocument, "counts" | "facts">, local: readonly Problem[]): void {
  if (workspace.getWorkspaceFolder(read.uri) === undefined) return;
  shelf.found.add(read.uri.toString());
  const facts = shelf.beyond?.teamFactsOf(read.model);
  if (shelf.kept.keep({ ...read, counts: countOf(local), facts })) shelf.teller.announce();
}

function remove({ kept, teller }: Shelf, uri: Uri): void {
  if (kept.remove(uri)) teller.announce();
}

function localOf(
  { clock, beyond }: Shelf,
  placed: Parameters<typeof isQuiet>[0],
  model: PrdDocument,
): readonly Problem[] {
  const { config } = placed.team;
  const found = checkDocument(model, { config, today: clock.today(), rules: beyond?.allRules });
  return isQuiet(placed) ? found.filter(isNoInvitation) : found;
}

/** Reads all files. */
interface Scanner extends Disposable {
  /** A later scan takes the place of an earlier one. */
  scan(): Promise<void>;
  /** Undefined before the first. */
  last(): Promise<void> | undefined;
}

function createScanner(shelf: Shelf, files: Files): Scanner {
  let scanning: CancellationTokenSource | undefined;
  let last: Promise<void> | undefined;
  return {
    scan() {
      scanning?.cancel();
      scanning = new CancellationTokenSource();
      return (last = scanAll(shelf, files, scanning.token));
    },
    last: () => last,
    dispose: () => scanning?.cancel(),
  };
}

async function scanAll(shelf: Shelf, files: Files, token: CancellationToken): Promise<void> {
  const here = (shelf.found = new Set<string>());
  if (shelf.beyond === undefined) {
    shelf.beyond = await import("./whole-team.ts");
    shelf.teller.announce();
  }
  const readSome = atMost(AT_ONCE, async (file: Uri) => {
    if (!token.isCancellationRequested) await files.read(file);
  });
  for (const { uri } of workspace.workspaceFolders ?? []) {
    await walkMarkdown(uri, token, async (file) => {
      here.add(file.toString());
      await readSome(file);
    });
  }
  if (token.isCancellationRequested) return;
  for (const { document } of shelf.openPrds.all()) here.add(document.uri.toString());
  for (const { uri } of shelf.kept.all()) if (!here.has(uri.toString())) remove(shelf, uri);
  await shelf.teller.tell();
}

/** Follows what happens to the workspace's files, and begins with a scan. */
function watch({ openPrds, teams, clock }: Shelf, files: Files, scanner: Scanner): Disposable {
  const rescan = (): void => void scanner.scan();
  const disposables = [
    watchWorkspace({
      written: (uri) => void files.readIfOurs(uri),
      appeared: (uri) => void appeared(uri, files, scanner),
      disappeared: files.disappeared,
      foldersChanged: rescan,
    }),
    openPrds.onDidClose((uri) => void files.readIfOurs(uri)),
    teams.onDidChange(rescan),
    clock.onNewDay(rescan),
  ];
  rescan();
  return { dispose: () => disposables.forEach((one) => void one.dispose()) };
}

/** A file or folder came up in some other way than by being written. */
async function appeared(uri: Uri, files: Files, scanner: Scanner): Promise<void> {
  if (isMarkdown(uri)) return files.readIfOurs(uri);
  const type = await workspace.fs.stat(uri).then(
    (stat) => stat.type,
    () => FileType.Unknown,
  );
  if (type === FileType.Directory) await scanner.scan();
}
