import type { Range, TextEdit } from "../text/range.ts";
import { documentLinks } from "../workspace/links.ts";

/** A document's text, and its path from the folder that all of them lie in, with `/`. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

export interface Renumbering {
  /** The edits of each file that has some. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Places in other files that may mean either of the documents that have the id. */
  readonly unclear: readonly { readonly path: string; readonly at: Range }[];
  /** What the file is to be called, where its name begins with its id. */
  readonly path: string;
}

/**
 * Gives a PRD another id, wherever it is named.
 *
 * @param from its id
 * @param to one that is free
 * @param keepName whether the file stays what it is called
 * @param others the other documents; those of `twins` have the same id, and mean themselves by it
 */
export function renumbering(
  document: PlacedText,
  from: string,
  to: string,
  others: readonly PlacedText[],
  twins: ReadonlySet<string>,
  { keepName = false }: { readonly keepName?: boolean } = {},
): Renumbering {
  const path = keepName ? document.path : renamed(document.path, from, to);
  const edits = new Map<string, readonly TextEdit[]>([
    [document.path, placesOf(document.text, from).map((at) => ({ ...at, newText: to }))],
  ]);
  const unclear: { path: string; at: Range }[] = [];
  for (const other of others) {
    const links = linksTo(document.path, other);
    const elsewhere = [...twins].flatMap((twin) => linksTo(twin, other));
    const own: TextEdit[] =
      path === document.path ? [] : links.map(({ name }) => ({ ...name, newText: nameOf(path) }));
    for (const at of placesOf(other.text, from)) {
      const isIn = ({ start, end }: Range): boolean => start <= at.start && at.end <= end;
      if (links.some(isIn) || twins.size === 0) own.push({ ...at, newText: to });
      else if (!twins.has(other.path) && !elsewhere.some(isIn)) unclear.push({ path: other.path, at });
    }
    if (own.length > 0)
      edits.set(
        other.path,
        own.sort((a, b) => a.start - b.start),
      );
  }
  return { edits, unclear, path };
}

function placesOf(text: string, id: string): Range[] {
  return documentLinks(text, (word) => word === id).map(({ at }) => at);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function renamed(path: string, from: string, to: string): string {
  const name = nameOf(path);
  const begins = name.toLowerCase().startsWith(from.toLowerCase()) && !/^\d/.test(name.slice(from.length));
  return begins ? path.slice(0, path.length - name.length) + to + name.slice(from.length) : path;
}

const link = /\[[^\]\n]*\]\(<?([^)\s>#]+)/g;

/** Links of a text that lead to a file, each with the place of the file's name in it. */
function linksTo(target: string, { path, text }: PlacedText): (Range & { readonly name: Range })[] {
  return [...text.matchAll(link)].flatMap(({ 0: whole, 1: address = "", index }) => {
    if (resolved(path, address) !== target) return [];
    const end = index + whole.length;
    return [{ start: index, end, name: { start: end - nameOf(address).length, end } }];
  });
}

function resolved(from: string, address: string): string | undefined {
  const parts = from.split("/").slice(0, -1);
  for (const part of decoded(address).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
