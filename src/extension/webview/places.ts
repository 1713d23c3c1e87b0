import { workspace } from "vscode";
import type { Disposable, TextDocument } from "vscode";
import type { Range as Offsets } from "../../core/text/range.ts";
import { moved } from "./moved.ts";
import type { Change } from "./moved.ts";

/** Finds places of an earlier text in the text as it is now: the page may speak of what it showed a moment ago. */
export interface Places extends Disposable {
  /** @returns the same words where they are now; within the document, whatever was asked for */
  now(document: TextDocument, version: number, at: Offsets): Offsets;
}

/** Versions that are kept of each document: more than anybody types between a picture and a click. */
const MOST = 2_000;

export function createPlaces(): Places {
  const changes = new Map<string, { version: number; changes: readonly Change[] }[]>();
  const disposables: Disposable[] = [
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId !== "markdown" || contentChanges.length === 0) return;
      const key = document.uri.toString();
      const kept = changes.get(key) ?? [];
      kept.push({ version: document.version, changes: contentChanges });
      if (kept.length > MOST) kept.splice(0, kept.length - MOST);
      changes.set(key, kept);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => changes.delete(uri.toString())),
  ];
  return {
    now(document, version, { start, end }) {
      const since = (changes.get(document.uri.toString()) ?? []).filter((one) => one.version > version);
      const { length } = document.getText();
      const at = (offset: number): number =>
        Math.min(
          since.reduce((place, one) => moved(place, one.changes), offset),
          length,
        );
      const from = at(start);
      return { start: from, end: Math.max(from, at(end)) };
    },
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}
