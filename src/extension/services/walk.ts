import { FileType, Uri, workspace } from "vscode";
import type { CancellationToken } from "vscode";
import type { Ignore } from "ignore";
import { readText, relativePath } from "./paths.ts";

/** Folders that are read at most, so that a workspace that is a whole disk ends too. */
const MAX_FOLDERS = 20_000;
/** Folders that are read at the same time. */
const AT_ONCE = 8;

/** Never looked into, whatever `.gitignore` says. */
const never: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

/** A folder's `.gitignore`; the nearest one decides, as in git. */
interface Layer {
  readonly folder: Uri;
  readonly rules: Ignore;
}

/**
 * Finds the markdown files of a folder by reading folder after folder, which every file system can do. Leaves out what
 * `.gitignore` names, `node_modules` and `.git`.
 *
 * @param found is called for each file as it is found
 */
export async function walkMarkdown(
  folder: Uri,
  token: CancellationToken,
  found: (uri: Uri) => Promise<void>,
): Promise<void> {
  let level: readonly Folder[] = [{ uri: folder, layers: [] }];
  let left = MAX_FOLDERS;
  while (level.length > 0 && left > 0 && !token.isCancellationRequested) {
    const next: Folder[] = [];
    for (let at = 0; at < Math.min(level.length, left) && !token.isCancellationRequested; at += AT_ONCE) {
      const some = await Promise.all(level.slice(at, at + AT_ONCE).map(contentOf));
      for (const { folders, files } of some) {
        next.push(...folders);
        await Promise.all(files.map(found));
      }
    }
    left -= level.length;
    level = next;
  }
}

interface Folder {
  readonly uri: Uri;
  /** The `.gitignore` files above it. */
  readonly layers: readonly Layer[];
}

/** What of a folder is not ignored. */
async function contentOf({
  uri: folder,
  layers: above,
}: Folder): Promise<{ folders: Folder[]; files: Uri[] }> {
  const entries = await readFolder(folder);
  const layers = entries.some(([name]) => name === ".gitignore") ? await withLayer(folder, above) : above;
  const folders: Folder[] = [];
  const files: Uri[] = [];
  for (const [name, type] of entries) {
    if (never.has(name)) continue;
    const uri = Uri.joinPath(folder, name);
    // A link to a folder may lead back up; its type says both.
    if (type === FileType.Directory) {
      if (!isIgnored(uri, true, layers)) folders.push({ uri, layers });
    } else if ((type & FileType.File) !== 0 && isMarkdown(uri) && !isIgnored(uri, false, layers)) {
      files.push(uri);
    }
  }
  return { folders, files };
}

export function isMarkdown(uri: Uri): boolean {
  return /\.(?:md|markdown)$/i.test(uri.path);
}

/** Whether the walk would have passed by a file: by its own name or that of a folder above it. */
export async function isLeftOut(root: Uri, uri: Uri): Promise<boolean> {
  const parts = relativePath(root, uri).split("/");
  let layers: readonly Layer[] = [];
  let at = root;
  for (const [index, part] of parts.entries()) {
    layers = await withLayer(at, layers);
    at = Uri.joinPath(at, part);
    if (never.has(part)) return true;
    if (isIgnored(at, index < parts.length - 1, layers)) return true;
  }
  return false;
}

async function readFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function withLayer(folder: Uri, layers: readonly Layer[]): Promise<readonly Layer[]> {
  const text = await readText(Uri.joinPath(folder, ".gitignore"));
  if (text === undefined || text.trim() === "") return layers;
  // Without a .gitignore nobody loads what reads one.
  const { default: ignore } = await import("ignore");
  return [...layers, { folder, rules: ignore({ ignorecase: false }).add(text) }];
}

function isIgnored(uri: Uri, isFolder: boolean, layers: readonly Layer[]): boolean {
  for (const { folder, rules } of layers.toReversed()) {
    const { ignored, unignored } = rules.test(relativePath(folder, uri) + (isFolder ? "/" : ""));
    if (ignored || unignored) return ignored;
  }
  return false;
}
