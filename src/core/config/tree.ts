import { isAlias, isMap, isScalar, isSeq } from "yaml";
import type { ParsedNode } from "yaml";
import type { Range } from "../text/range.ts";
import { faultAt, unquoted } from "./fault.ts";
import type { Fault } from "./fault.ts";

/** The data of a YAML text with the places of its parts; what could not be read is left out. */
export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree extends Range {
  readonly type: "map";
  readonly entries: Map<string, Entry>;
}

/** One `key: value` of a map. */
export interface Entry {
  readonly key: Range;
  readonly value: Tree;
}

export interface ListTree extends Range {
  readonly type: "list";
  readonly items: Tree[];
}

export interface ScalarTree extends Range {
  readonly type: "scalar";
  readonly value: string | number | boolean | null;
}

/** What {@link treeOf} is told and tells. */
export interface Notes {
  /** Offsets of texts that begin with a character that YAML reserves. */
  readonly reserved: ReadonlySet<number>;
  /** Offsets of lists and maps that YAML made out of something else. */
  readonly misread: ReadonlySet<number>;
  /** Receives what was left out, or read although it is not YAML. */
  readonly faults: Fault[];
  /** Receives the places of what was left out. */
  readonly lost: Range[];
}

/**
 * Copies a YAML document into a tree.
 *
 * @param root a node that is nested at most as deep as `compose` allows
 * @param text the document's text
 */
export function treeOf(root: ParsedNode | null, text: string, notes: Notes): Tree | undefined {
  const { reserved, misread, faults, lost } = notes;
  return root === null ? undefined : read(root);

  function read(node: ParsedNode): Tree | undefined {
    const tree = copy(node);
    if (tree === undefined) lost.push(rangeOf(node));
    return tree;
  }

  function copy(node: ParsedNode): Tree | undefined {
    const range = rangeOf(node);
    if (isAlias(node)) {
      // `scan` has reported it. A text with more than a name in it, such as **/*.md, was not meant as an alias.
      return /[^\w-]/.test(node.source) ? { type: "scalar", ...range, value: `*${node.source}` } : undefined;
    }
    if (node.tag !== undefined) return undefined;
    if (!isScalar(node) && misread.has(range.start)) return undefined;
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => read(item) ?? []);
      return { type: "list", ...range, items };
    }
    if (isMap(node)) return { type: "map", ...range, entries: entriesOf(node.items) };
    if (!isScalar(node)) return undefined;
    if (reserved.has(range.start)) faults.push(unquoted(range, text.slice(range.start, range.end)));
    const { value } = node;
    return { type: "scalar", ...range, value: isPlainValue(value) ? value : (node.source ?? null) };
  }

  function entriesOf(pairs: readonly ParsedPair[]): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const { key, value } of pairs) {
      const range = rangeOf(key);
      const name = keyName(key);
      if (name === undefined || name === "__proto__") {
        faults.push(faultAt(range, "A key is one word or a text in quotes; this is neither."));
        continue;
      }
      if (name === "<<") {
        faults.push(faultAt(range, "Merging with `<<` is not read in team data; write the values out."));
        lost.push(range);
        continue;
      }
      if (reserved.has(range.start)) faults.push(unquoted(range, text.slice(range.start, range.end)));
      if (entries.has(name)) {
        faults.push({
          ...range,
          message: `\`${name}\` is already there above and can be there once; remove one of the two.`,
        });
        continue;
      }
      const copied = value === null ? ({ type: "scalar", ...range, value: null } as const) : read(value);
      if (copied !== undefined) entries.set(name, { key: range, value: copied });
    }
    return entries;
  }

  function rangeOf(node: ParsedNode): Range {
    const [start, valueEnd] = node.range;
    let end = valueEnd;
    while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
    return { start, end };
  }
}

interface ParsedPair {
  readonly key: ParsedNode;
  readonly value: ParsedNode | null;
}

/** A key as it is written, so that `1` and `null` are names too. */
function keyName(key: ParsedNode): string | undefined {
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : key.source;
}

function isPlainValue(value: unknown): value is string | number | boolean | null {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** A tree as plain data. */
export function dataOf(tree: Tree): unknown {
  if (tree.type === "scalar") return tree.value;
  if (tree.type === "list") return tree.items.map(dataOf);
  return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, dataOf(value)]));
}

/** The entry at a path of keys, if there is one. */
export function entryAt(root: MapTree, path: readonly string[]): Entry | undefined {
  let entry: Entry | undefined;
  let tree: Tree = root;
  for (const key of path) {
    entry = tree.type === "map" ? tree.entries.get(key) : undefined;
    if (entry === undefined) return undefined;
    tree = entry.value;
  }
  return entry;
}

/** The item of the list at a path of keys, if there is one. */
export function itemAt(root: MapTree, path: readonly string[], index: number): Tree | undefined {
  const list = entryAt(root, path)?.value;
  return list?.type === "list" ? list.items[index] : undefined;
}
