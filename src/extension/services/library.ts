import { CancellationTokenSource, EventEmitter, FileType, workspace } from "vscode";
import type { Disposable, Event, Uri, WorkspaceFolder } from "vscode";
import { checkDocument, checkInWorkspace, concernsWorkspace } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import { kindOf } from "../../core/document/kind.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import type { LibraryRow } from "../../core/readiness/overview.ts";
import type { Problem, Severity } from "../../core/problem.ts";
import type { Rule } from "../../core/rules/rule.ts";
import { summarise, workspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { DocumentSummary, WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Clock } from "./clock.ts";
import { atMost, createInTurn } from "./in-turn.ts";
import type { OpenPrd, OpenPrds } from "./open-prds.ts";
import { isWithin, parentOf, readText, relativePath } from "./paths.ts";
import type { Team, Teams } from "./teams.ts";
import { isLeftOut, isMarkdown, walkMarkdown } from "./walk.ts";
import { watchWorkspace } from "./watch.ts";
import type * as WholeTeam from "./whole-team.ts";

/** A document of the workspace that is ours, open or not. */
export interface LibraryEntry {
  readonly uri: Uri;
  readonly folder: WorkspaceFolder;
  readonly kind: DocumentKind;
  readonly team: Team;
  readonly summary: DocumentSummary;
  /** Shown problems of both passes. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Of a PRD that was read since somebody asked for rows, and was not open then. */
  readonly row: LibraryRow | undefined;
}

/** Makes the row of a PRD from its text, of which nothing else is kept. */
export type DescribePrd = (
  prd: { readonly uri: Uri; readonly model: PrdDocument; readonly team: Team },
  local: readonly Problem[],
) => LibraryRow;

/** The documents of one workspace folder, and the name of one document among them. */
export interface LibraryPlace {
  readonly index: WorkspaceIndex;
  readonly path: string;
}

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

/** `counts` are those of the document's own problems. */
interface Kept extends LibraryEntry {
  /**
   * The header alone and what is silenced in the text, for rules that compare documents; a closed document's body is
   * not kept in memory.
   */
  readonly head: PrdDocument;
}

type Counts = Readonly<Record<Severity, number>>;

/** Counts of both passes, and what they follow from. */
interface Counted {
  readonly of: Kept;
  readonly revision: number;
  readonly today: string;
  readonly rules: readonly Rule[] | undefined;
  readonly counts: Counts;
}

/** Files that are read at the same time. */
const AT_ONCE = 16;

export function createLibrary(teams: Teams, openPrds: OpenPrds, clock: Clock): Library {
  const changed = new EventEmitter<void>();
  const kept = new Map<string, Kept>();
  const indexes = new Map<string, WorkspaceIndex>();
  /** Folders that hold a kept document somewhere below. */
  let folders: Set<string> | undefined;
  /** The last read of each file that is being read; without one, what a read finds has been overtaken. */
  const reading = new Map<string, symbol>();
  const disposables: Disposable[] = [changed];
  let scanning: CancellationTokenSource | undefined;
  /** What the last scan came upon, and what was written while it ran: all that is there when it ends. */
  let found = new Set<string>();
  let scanned: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let describe: DescribePrd | undefined;
  let beyond: typeof WholeTeam | undefined;
  /** What `entries` gave last, as long as that holds. */
  let listed: { readonly today: string; readonly entries: readonly LibraryEntry[] } | undefined;
  const counted = new Map<string, Counted>();
  let telling: symbol | undefined;
  const inTurn = createInTurn();

  const announce = (): void => {
    listed = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), 200);
  };

  const indexOf = (folder: WorkspaceFolder): WorkspaceIndex => {
    const key = folder.uri.toString();
    let index = indexes.get(key);
    if (index === undefined) indexes.set(key, (index = workspaceIndex()));
    return index;
  };

  const remove = (uri: Uri): void => {
    const before = kept.get(uri.toString());
    if (before === undefined) return;
    kept.delete(uri.toString());
    counted.delete(uri.toString());
    indexOf(before.folder).delete(before.summary.path);
    folders = undefined;
    announce();
  };

  const keep = (
    uri: Uri,
    { kind, team }: Pick<Kept, "kind" | "team">,
    model: PrdDocument,
    local: readonly Problem[],
    row?: LibraryRow,
  ): void => {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder === undefined) return;
    found.add(uri.toString());
    const before = kept.get(uri.toString());
    const summary = summarise(model, relativePath(folder.uri, uri), kind, beyond?.teamFactsOf(model));
    const counts = countOf(local);
    if (
      before?.kind === kind &&
      before.team === team &&
      JSON.stringify([before.summary, before.counts, before.row]) === JSON.stringify([summary, counts, row])
    )
      return;
    indexOf(folder).set(summary);
    const header = model.text.slice(0, frontmatterEnd(model.text));
    const known = before?.head.text === header ? before.head : parseDocument(header, team.config);
    const head = { ...known, suppressions: model.suppressions };
    kept.set(uri.toString(), { uri, folder, kind, team, summary, counts, row, head });
    folders = undefined;
    announce();
  };

  const localOf = (model: PrdDocument, { config }: Team): readonly Problem[] =>
    checkDocument(model, { config, today: clock.today(), rules: beyond?.allRules });

  /** Reads a file that is not open; an open one speaks for itself. Of several reads at once the last one counts. */
  const read = async (uri: Uri, leftOut: Promise<boolean> | false = false): Promise<void> => {
    const key = uri.toString();
    const ticket = Symbol(key);
    reading.set(key, ticket);
    const [text, team, skip] = await Promise.all([readText(uri), teams.of(uri), leftOut]);
    await inTurn(() => {
      if (reading.get(key) !== ticket) return;
      reading.delete(key);
      if (!skip) take(uri, text, team);
    });
  };

  /** @param text undefined for a file that is gone */
  const take = (uri: Uri, text: string | undefined, team: Team): void => {
    const open = openPrds.known(uri);
    if (open !== undefined) return keep(uri, open, open.model(), localOf(open.model(), open.team));
    const kind = text === undefined ? undefined : kindOf(text, relativePath(team.root, uri), team.config);
    if (text === undefined || kind === undefined) return remove(uri);
    const model = parseDocument(text, team.config);
    const local = localOf(model, team);
    const row = kind === "prd" ? describe?.({ uri, model, team }, local) : undefined;
    keep(uri, { kind, team }, model, local, row);
  };

  const scan = async (): Promise<void> => {
    scanning?.cancel();
    const source = new CancellationTokenSource();
    scanning = source;
    const here = (found = new Set<string>());
    if (beyond === undefined) {
      beyond = await import("./whole-team.ts");
      announce();
    }
    const readSome = atMost(AT_ONCE, async (file: Uri) => {
      if (!source.token.isCancellationRequested) await read(file);
    });
    for (const { uri } of workspace.workspaceFolders ?? []) {
      await walkMarkdown(uri, source.token, async (file) => {
        here.add(file.toString());
        await readSome(file);
      });
    }
    if (source.token.isCancellationRequested) return;
    for (const { document } of openPrds.all()) here.add(document.uri.toString());
    for (const [key, { uri }] of kept) if (!here.has(key)) remove(uri);
    listed = undefined;
    await tell();
  };

  const readIfOurs = async (uri: Uri): Promise<void> => {
    const folder = workspace.getWorkspaceFolder(uri);
    if (folder !== undefined && isMarkdown(uri)) await read(uri, isLeftOut(folder.uri, uri));
  };

  /** A file or folder came up in some other way than by being written. */
  const appeared = async (uri: Uri): Promise<void> => {
    if (isMarkdown(uri)) return readIfOurs(uri);
    const type = await workspace.fs.stat(uri).then(
      (stat) => stat.type,
      () => FileType.Unknown,
    );
    if (type === FileType.Directory) await scan();
  };

  const disappeared = (uri: Uri): void => {
    const path = uri.toString();
    for (const key of reading.keys()) if (key === path || key.startsWith(`${path}/`)) reading.delete(key);
    if (kept.has(uri.toString())) return remove(uri);
    folders ??= new Set([...kept.values()].flatMap((one) => foldersAbove(one.uri, one.folder.uri)));
    // A folder that goes is named, what was in it is not.
    if (folders.has(uri.toString()))
      for (const one of [...kept.values()]) if (isWithin(uri, one.uri)) remove(one.uri);
  };

  const watch = (): void => {
    const rescan = (): void => void (scanned = scan());
    disposables.push(
      watchWorkspace({
        written: (uri) => void readIfOurs(uri),
        appeared: (uri) => void appeared(uri),
        disappeared,
        foldersChanged: rescan,
      }),
      openPrds.onDidClose((uri) => void readIfOurs(uri)),
      teams.onDidChange(rescan),
      clock.onNewDay(rescan),
    );
  };

  /** What the other documents have to say about one, in numbers; worked out anew only when one of them changed. */
  const countsOf = (one: Kept, today: string): Counts => {
    const { head, team, summary, folder, uri } = one;
    const rules = beyond?.allRules;
    const index = indexOf(folder);
    const key = uri.toString();
    const before = counted.get(key);
    if (
      before?.of === one &&
      before.revision === index.revision &&
      before.today === today &&
      before.rules === rules
    )
      return before.counts;
    const counts = { ...one.counts };
    if (concernsWorkspace(summary.path, index, rules)) {
      const options = { config: team.config, today, rules };
      for (const { severity } of checkInWorkspace(head, summary.path, index, options)) counts[severity]++;
    }
    counted.set(key, { of: one, revision: index.revision, today, rules, counts });
    return counts;
  };

  const entries = (): readonly LibraryEntry[] => {
    const today = clock.today();
    if (listed?.today !== today)
      listed = {
        today,
        entries: [...kept.values()].map((one) => ({ ...one, counts: countsOf(one, today) })),
      };
    return listed.entries;
  };

  /** Counts what is open in all documents, in small steps, before whoever shows that is told. */
  const tell = async (): Promise<void> => {
    const mine = (telling = Symbol("telling"));
    const today = clock.today();
    for (const key of [...kept.keys()]) {
      await inTurn(() => {
        const one = kept.get(key);
        if (one !== undefined && telling === mine) countsOf(one, today);
      });
      // Another change has come, and tells for both.
      if (telling !== mine) return;
    }
    changed.fire();
  };

  const placeOf = (uri: Uri): LibraryPlace | undefined => {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder === undefined ? undefined : { index: indexOf(folder), path: relativePath(folder.uri, uri) };
  };

  const start = (): void => {
    if (scanned !== undefined) return;
    watch();
    scanned = scan();
  };

  const refresh = async (): Promise<void> => {
    start();
    scanned = scan();
    await scanned;
  };

  return {
    start,
    async ready() {
      start();
      // A scan that was replaced by a later one is not the answer.
      for (let waited: Promise<void> | undefined; waited !== scanned;) await (waited = scanned);
    },
    entries,
    rules: () => beyond?.allRules,
    placeOf,
    update(prd, local) {
      const { uri } = prd.document;
      // One that was closed meanwhile may be gone; its file speaks for it.
      if (openPrds.known(uri) === prd) keep(uri, prd, prd.model(), local);
    },
    keepRows(how) {
      describe = how;
      return refresh();
    },
    refresh,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      scanning?.cancel();
      for (const one of disposables) one.dispose();
    },
  };
}

function countOf(problems: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** Every folder from the file's own up to the workspace folder's. */
function foldersAbove(uri: Uri, top: Uri): string[] {
  const above: string[] = [];
  for (let at = parentOf(uri); isWithin(top, at); at = parentOf(at)) {
    above.push(at.toString());
    if (at.path === top.path || parentOf(at).path === at.path) break;
  }
  return above;
}
