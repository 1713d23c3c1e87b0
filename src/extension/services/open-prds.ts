import { EventEmitter, Range, TabInputText, TabInputTextDiff, window, workspace } from "vscode";
import type { Disposable, Event, Tab, TextDocument, Uri } from "vscode";
import { parseDocument } from "../../core/document/document.ts";
import { kindOf } from "../../core/document/kind.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { MAX_HEADER } from "../../core/document/header.ts";
import { relativePath } from "./paths.ts";
import type { Team, Teams } from "./teams.ts";

/** A PRD, cycle, retro or candidate that is open in the editor. */
export interface OpenPrd {
  readonly document: TextDocument;
  readonly kind: DocumentKind;
  readonly team: Team;
  /** The parse of the text as it is now; what an edit left alone is not parsed again. */
  model(): PrdDocument;
}

/** The documents on the screen, or in a tab, that are ours. Of all others the head is read, no more. */
export interface OpenPrds extends Disposable {
  /** Undefined for every other document, and until the team's data have been read. */
  get(document: TextDocument): OpenPrd | undefined;
  /** The same by its address. */
  known(uri: Uri): OpenPrd | undefined;
  /** The same, after waiting for the team's data. */
  find(document: TextDocument): Promise<OpenPrd | undefined>;
  all(): Iterable<OpenPrd>;
  /** Fires when a PRD was opened, edited, adopted, or its team's data changed. */
  readonly onDidChange: Event<OpenPrd>;
  /** Fires when a document was closed, renamed, deleted, or is no PRD any more. */
  readonly onDidClose: Event<Uri>;
}

interface Tracked extends OpenPrd {
  /** The parse that was asked for last, of this version or an earlier one. */
  parsed(): PrdDocument | undefined;
}

export function createOpenPrds(teams: Teams): OpenPrds {
  const changed = new EventEmitter<OpenPrd>();
  const closed = new EventEmitter<Uri>();
  const { tracked, forget, decide } = createTracking(closed);

  /** @param asked somebody wants this document, on the screen or not */
  const look = async (document: TextDocument, asked = false): Promise<OpenPrd | undefined> => {
    if (!isOurs(document)) return undefined;
    const team = await teams.of(document.uri);
    if (document.isClosed) return undefined;
    const key = document.uri.toString();
    const before = tracked.get(key);
    // It may have left the screen meanwhile, and nothing would tell that again.
    if (!asked && before === undefined && !shownNow().has(key)) return undefined;
    const now = decide(document, team);
    if (now !== undefined && now !== before) changed.fire(now);
    return now;
  };

  /** Follows what is on the screen: VS Code may keep a document for minutes after its tab was closed. */
  const sweep = (): void => {
    const shown = shownNow();
    for (const [key, { document }] of tracked) if (!shown.has(key) && !document.isDirty) forget(document.uri);
    for (const { document } of window.visibleTextEditors) {
      if (!tracked.has(document.uri.toString())) void look(document);
    }
  };

  const lookAgain = (): void => {
    const shown = shownNow();
    for (const document of workspace.textDocuments) {
      const key = document.uri.toString();
      if (shown.has(key) || tracked.has(key)) void look(document);
    }
  };

  const disposables: Disposable[] = [
    changed,
    closed,
    window.onDidChangeVisibleTextEditors(sweep),
    window.tabGroups.onDidChangeTabs(sweep),
    // A document that becomes markdown is closed and opened, and stays on the screen.
    workspace.onDidOpenTextDocument(lookAgain),
    workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isOurs(document)) return;
      const key = document.uri.toString();
      const team = teams.known(document.uri);
      if (!tracked.has(key) && !shownNow().has(key)) return;
      if (team === undefined) {
        void look(document);
        return;
      }
      const now = decide(document, team);
      if (now !== undefined) changed.fire(now);
    }),
    teams.onDidChange(lookAgain),
  ];
  lookAgain();

  return {
    get: (document) => tracked.get(document.uri.toString()),
    known: (uri) => tracked.get(uri.toString()),
    find: async (document) => tracked.get(document.uri.toString()) ?? (await look(document, true)),
    all: () => tracked.values(),
    onDidChange: changed.event,
    onDidClose: closed.event,
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}

/** Knows which documents are followed, and says when one is no more. */
function createTracking(closed: EventEmitter<Uri>): {
  readonly tracked: ReadonlyMap<string, Tracked>;
  forget(uri: Uri): void;
  /** Decides what a document is now. */
  decide(document: TextDocument, team: Team): OpenPrd | undefined;
} {
  const tracked = new Map<string, Tracked>();

  const forget = (uri: Uri): void => {
    if (tracked.delete(uri.toString())) closed.fire(uri);
  };

  const decide = (document: TextDocument, team: Team): OpenPrd | undefined => {
    const key = document.uri.toString();
    const now = decided(document, team, tracked.get(key));
    if (now === undefined) forget(document.uri);
    else tracked.set(key, now);
    return now;
  };
  return { tracked, forget, decide };
}

/** What a document is, by its text and team as they are now; undefined for what is none of ours. */
function decided(document: TextDocument, team: Team, before: Tracked | undefined): Tracked | undefined {
  const kind = kindOf(headOf(document), relativePath(team.root, document.uri), team.config);
  if (kind === undefined) return undefined;
  if (before?.document === document && before.team === team && before.kind === kind) return before;
  return trackedOf(document, kind, team, before?.parsed());
}

function trackedOf(
  document: TextDocument,
  kind: DocumentKind,
  team: Team,
  before: PrdDocument | undefined,
): Tracked {
  let parsed = before;
  let version: number | undefined;
  return {
    document,
    kind,
    team,
    parsed: () => parsed,
    model() {
      if (parsed === undefined || version !== document.version) {
        parsed = parseDocument(document.getText(), team.config, parsed);
        version = document.version;
      }
      return parsed;
    },
  };
}

/** Documents that a tab or an editor shows. */
function shownNow(): Set<string> {
  const inTabs = window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(urisOf));
  return new Set([...inTabs, ...window.visibleTextEditors.map(({ document }) => document.uri.toString())]);
}

/** The documents that a tab shows for editing. */
function urisOf({ input }: Tab): string[] {
  if (input instanceof TabInputText) return [input.uri.toString()];
  return input instanceof TabInputTextDiff ? [input.modified.toString()] : [];
}

/** Markdown that a person can edit: not the other side of a comparison, nor what an extension shows. */
function isOurs({ languageId, uri }: TextDocument): boolean {
  if (languageId !== "markdown") return false;
  return uri.scheme === "untitled" || workspace.fs.isWritableFileSystem(uri.scheme) === true;
}

/** The beginning of a document with its whole header, or its first line when there is none. */
function headOf(document: TextDocument): string {
  if (!document.lineAt(0).text.startsWith("---")) return "";
  const lines = Math.min(document.lineCount, MAX_HEADER / 4);
  for (let line = 1; line < lines; line++) {
    if (/^---[ \t]*$/.test(document.lineAt(line).text)) return document.getText(new Range(0, 0, line, 3));
  }
  return "";
}
