import { workspace } from "vscode";
import type { CancellationToken, Uri } from "vscode";
import { checkDocument, checkInWorkspace, concernsWorkspace, inOrder } from "../../../core/check/check.ts";
import type { CheckOptions } from "../../../core/check/check.ts";
import { parseDocument } from "../../../core/document/document.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import type { Conversation } from "../../../core/readiness/conversations.ts";
import { lineIndex } from "../../../core/text/lines.ts";
import type { LineIndex } from "../../../core/text/lines.ts";
import { openIn } from "../../../core/trend/figures.ts";
import { createInTurn } from "../../services/in-turn.ts";
import type { LibraryEntry } from "../../services/library.ts";
import { currentText } from "../../services/paths.ts";
import type { Services } from "../../services/services.ts";
import type { Here } from "../team/where.ts";

/** What is open in the documents of a team, read in the background. */
export interface OpenConversations {
  readonly open: ReadonlyMap<string, readonly Conversation[]>;
  readonly lines: ReadonlyMap<string, LineIndex>;
  /** The versions of the open documents among them. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Looks into all documents; what has not changed since the last time is not read again. */
export interface Reader {
  /**
   * @param step is told how many of how many have been read
   * @returns undefined when it was called off
   */
  read(
    here: Here,
    token: CancellationToken,
    step: (done: number, all: number) => void,
  ): Promise<OpenConversations | undefined>;
}

interface Known {
  /** Of the text: its version in the editor, else when it was written and how long it is. */
  readonly key: string;
  readonly options: CheckOptions;
  readonly open: readonly Conversation[];
  /** What the other documents were then; undefined where they have no say in this one. */
  readonly revision: number | undefined;
  readonly lines: LineIndex;
}

export function createReader(services: Services): Reader {
  const { clock, library, openPrds } = services;
  const known = new Map<string, Known>();
  const inTurn = createInTurn();

  const look = async (entry: LibraryEntry, { index }: Here): Promise<Known | undefined> => {
    const { uri, team, summary } = entry;
    const { path } = summary;
    const options: CheckOptions = { config: team.config, today: clock.today(), rules: library.rules() };
    const open = openPrds.known(uri);
    const key = open === undefined ? await stamp(uri) : `version ${open.document.version}`;
    if (key === undefined) return undefined;
    const before = known.get(uri.toString());
    const concerned = concernsWorkspace(path, index, options.rules);
    const revision = concerned ? index.revision : undefined;
    if (before?.key === key && before.revision === revision && same(before.options, options)) return before;
    const text = open?.document.getText() ?? (await currentText(uri));
    if (text === undefined) return undefined;
    return inTurn(() => {
      const model = open?.model() ?? parseDocument(text, team.config);
      const found = {
        key,
        options,
        open: conversations(model, path, index, options),
        revision,
        lines: lineIndex(text),
      };
      known.set(uri.toString(), found);
      return found;
    });
  };

  return {
    async read(here, token, step) {
      const entries = library.entries().filter((one) => belongs(one, here));
      const open = new Map<string, readonly Conversation[]>();
      const lines = new Map<string, LineIndex>();
      const versions = new Map<string, number>();
      for (const [at, entry] of entries.entries()) {
        if (token.isCancellationRequested) return undefined;
        step(at, entries.length);
        const found = await look(entry, here);
        if (found === undefined) continue;
        const { path } = entry.summary;
        open.set(path, found.open);
        lines.set(path, found.lines);
        const version = openPrds.known(entry.uri)?.document.version;
        if (version !== undefined) versions.set(path, version);
      }
      return { open, lines, versions };
    },
  };
}

function conversations(
  model: PrdDocument,
  path: string,
  index: Here["index"],
  options: CheckOptions,
): Conversation[] {
  const problems = [...checkDocument(model, options), ...checkInWorkspace(model, path, index, options)];
  return openIn(model, inOrder(problems), options);
}

/** The documents of the board's own team; candidates are nobody's work yet. */
function belongs({ uri, kind, team }: LibraryEntry, here: Here): boolean {
  if (kind === "candidate" || team.root.toString() !== here.team.root.toString()) return false;
  return workspace.getWorkspaceFolder(uri)?.uri.toString() === here.folder.toString();
}

function same(a: CheckOptions, b: CheckOptions): boolean {
  return a.config === b.config && a.today === b.today && a.rules === b.rules;
}

async function stamp(uri: Uri): Promise<string | undefined> {
  try {
    const { mtime, size } = await workspace.fs.stat(uri);
    return `${mtime} ${size}`;
  } catch {
    return undefined;
  }
}
