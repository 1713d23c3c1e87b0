import { Disposable, Uri, workspace } from "vscode";
import type { TextDocument } from "vscode";

/** Files that are candidates where no team says otherwise: the defaults of `documents`, without a glob library. */
const usualPlaces =
  /(?:\.prd|\/prd|\/prds\/(?:.*\/)?[^/]*|\/specs\/(?:.*\/)?spec|\/\.kiro\/specs\/(?:.*\/)?requirements|\/docs\/prd\/[^/]*)\.md$/i;

/**
 * Looks at the head of each markdown document that is opened, and calls once as soon as one may be a PRD, a cycle or a retro, or as soon
 * as a team's data are near. Everything else stays asleep until then.
 */
export function watchForPrds(seen: () => void): Disposable {
  let done = false;
  const disposables: Disposable[] = [];
  const stop = (): void => {
    done = true;
    for (const one of disposables) one.dispose();
  };
  const call = (): void => {
    if (done) return;
    stop();
    seen();
  };
  const folders = new Set<string>();
  const isOurs = (document: TextDocument): boolean => hasKey(document, /^["']?(?:prd|cycle|retro)["']?\s*:/);
  const look = (document: TextDocument): void => {
    if (done) return;
    if (document.uri.path.endsWith("/seamwork.yaml")) call();
    if (document.languageId !== "markdown") return;
    if (usualPlaces.test(document.uri.path) || isOurs(document)) call();
    else void lookForTeam(document.uri);
  };
  const lookForTeam = async (uri: Uri): Promise<void> => {
    for (let at = uri; at.path.length > 1 && at.path !== ".";) {
      const folder = Uri.joinPath(at, "..");
      if (folder.path === at.path || folders.has(folder.toString())) return;
      folders.add(folder.toString());
      if (await exists(Uri.joinPath(folder, "seamwork.yaml"))) return call();
      at = folder;
    }
  };
  disposables.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const atTop = contentChanges.some(({ range }) => range.start.line < 3);
      if (document.languageId === "markdown" && atTop && isOurs(document)) call();
    }),
  );
  workspace.textDocuments.forEach(look);
  return new Disposable(stop);
}

/** Whether a document begins with a header that has the key of a PRD; the exact answer comes from core. */
export function hasPrdKey(document: TextDocument): boolean {
  return hasKey(document, /^["']?prd["']?\s*:/);
}

function hasKey(document: TextDocument, key: RegExp): boolean {
  if (!document.lineAt(0).text.startsWith("---")) return false;
  const lines = Math.min(document.lineCount, 200);
  for (let line = 1; line < lines; line++) {
    const { text } = document.lineAt(line);
    if (key.test(text)) return true;
    if (/^---\s*$/.test(text)) return false;
  }
  return false;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
