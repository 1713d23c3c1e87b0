import { Uri, workspace } from "vscode";

/** Folder of a file or folder; the root is its own. */
export function parentOf(uri: Uri): Uri {
  return Uri.joinPath(uri, "..");
}

/** Last part of the path. */
export function baseName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

/** True when `uri` is `folder` or lies below it. */
export function isWithin(folder: Uri, uri: Uri): boolean {
  const path = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return (
    uri.scheme === folder.scheme &&
    uri.authority === folder.authority &&
    (uri.path === folder.path || uri.path.startsWith(path))
  );
}

/** Path of `uri` below `folder`, with `/`; its whole path when it lies elsewhere. */
export function relativePath(folder: Uri, uri: Uri): string {
  if (!isWithin(folder, uri)) return uri.path;
  return uri.path.slice(folder.path.length).replace(/^\//, "");
}

/** Text of a file as it is on disk, without byte order mark; undefined when it cannot be read as text. */
export async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const bytes = await workspace.fs.readFile(uri);
    if (bytes.length > MAX_FILE) return undefined;
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Longest file that is read, in bytes; the command line has the same limit. */
const MAX_FILE = 10 * 1024 * 1024;

/** Text as a person sees it: what stands in an open editor, saved or not, else the file. */
export async function currentText(uri: Uri): Promise<string | undefined> {
  const key = uri.toString();
  const open = workspace.textDocuments.find((document) => document.uri.toString() === key);
  return open === undefined ? readText(uri) : open.getText();
}
