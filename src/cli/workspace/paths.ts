import { isAbsolute, relative, resolve, sep } from "node:path";

/** A path as messages and reports show it: relative to the working folder, with `/`; `.` for the folder itself. */
export function shownPath(absolute: string, cwd: string): string {
  const path = relative(cwd, absolute);
  if (path === "") return ".";
  return slashes(path);
}

/** With `/` between folders on every system, as globs and reports have it. */
export function slashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** True when `path` is the folder or lies below it; both absolute. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The nearest folder that both paths lie in. */
export function commonFolder(a: string, b: string): string {
  let folder = resolve(a);
  while (!isWithin(b, folder)) {
    const parent = resolve(folder, "..");
    if (parent === folder) return folder;
    folder = parent;
  }
  return folder;
}
