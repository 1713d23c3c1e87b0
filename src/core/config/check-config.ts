import type { z } from "zod/mini";
import type { Range } from "../text/range.ts";
import { faultAt, slip } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { nearest } from "./nearest.ts";
import { ruleCode } from "./schema-parts.ts";
import { teamData } from "./schema.ts";
import type { TeamData } from "./schema.ts";
import { dataOf } from "./tree.ts";
import type { MapTree, Tree } from "./tree.ts";
import { listed } from "../words/listed.ts";

type Issue = z.core.$ZodIssue;

/**
 * Checks the data of a tree and removes from the tree what does not hold: the value itself, or the map around it when
 * the map cannot be without it.
 *
 * @param root is changed: afterwards it equals the data
 * @param text what the tree was read from
 * @param lost places that could not be read; that something is missing there says nothing
 * @returns the data that holds and a fault for each value that was removed
 */
export function checkTree(
  root: MapTree,
  text: string,
  lost: readonly Range[],
): { data: TeamData; faults: Fault[] } {
  const faults: Fault[] = [];
  const newer = takeNewerVersion(root, faults);
  // A section that is named and not filled in yet is as good as none.
  for (const [key, { value }] of root.entries) if (isEmpty(value)) root.entries.delete(key);
  const gone = [...lost];
  const isSpoilt = (range: Range): boolean => isSpoiltBy(gone, range, text);
  for (;;) {
    // Without code made at run time, which a strict content security policy forbids.
    const result = teamData.safeParse(dataOf(root), { jitless: true });
    if (result.success) return { data: result.data, faults };
    const bad = new Set<Tree>();
    // Unknown keys first: `rol` is why `role` is missing.
    const issues = [...result.error.issues].sort((a, b) => Number(isUnknownKey(b)) - Number(isUnknownKey(a)));
    for (const issue of issues) {
      const found = explain(issue, root, text, isSpoilt);
      // A newer version may have more keys.
      if (!newer || !isUnknownKey(issue)) faults.push(...found.faults);
      if (isUnknownKey(issue)) gone.push(...found.faults.filter(({ fix }) => fix !== undefined));
      for (const tree of found.bad) bad.add(tree);
    }
    gone.push(...bad);
    if (bad.size === 0 || bad.has(root)) return { data: {}, faults };
    prune(root, bad);
  }
}

const isUnknownKey = ({ code }: Issue): boolean => code === "unrecognized_keys";

/** Whether something was lost within a range or right behind it. */
function isSpoiltBy(lost: readonly Range[], { start, end }: Range, text: string): boolean {
  const behind = end + (/^[\s:]*/.exec(text.slice(end))?.[0].length ?? 0);
  return lost.some((range) => range.start <= behind && range.end > start);
}

/** Reads on when the file is of a later version, since most of it will be the same. */
function takeNewerVersion(root: MapTree, faults: Fault[]): boolean {
  const value = root.entries.get("version")?.value;
  if (value?.type !== "scalar" || typeof value.value !== "number" || !(value.value > 1)) return false;
  const message = `\`version\` is ${value.value} and this Seamwork reads 1; update Seamwork, or write \`version: 1\`.`;
  faults.push(faultAt(value, message));
  root.entries.delete("version");
  return true;
}

interface Found {
  readonly faults: readonly Fault[];
  /** What has to go for the rest to hold. */
  readonly bad: readonly Tree[];
}

function explain(issue: Issue, root: MapTree, text: string, isSpoilt: (range: Range) => boolean): Found {
  const place = follow(root, issue.path, text);
  const name = nameOf(issue.path);
  const parent = nameOf(issue.path.slice(0, -1));
  const last = issue.path.at(-1);
  if (issue.code === "unrecognized_keys" && place.tree?.type === "map") {
    const { entries } = place.tree;
    return {
      faults: issue.keys.map((key) =>
        unknownKey(key, name, issue.message.split("\n"), entries.get(key)?.key ?? place),
      ),
      bad: issue.keys.flatMap((key) => entries.get(key)?.value ?? []),
    };
  }
  if (place.tree === undefined) {
    const message = `\`${parent}\` needs \`${String(last)}\`: ${issue.message}.`;
    const around = { start: place.start, end: place.parent.end };
    return { faults: isSpoilt(around) ? [] : [faultAt(place, message)], bad: [place.parent] };
  }
  if (issue.code === "invalid_key") {
    const key = String(last);
    const subject = `\`${shown(key)}\` in \`${parent}\` must be ${issue.issues[0]?.message ?? issue.message}`;
    const code = key.toUpperCase();
    const near = parent === "rules" && ruleCode.test(code) ? code : undefined;
    return { faults: [slip(place.key ?? place, subject, near)], bad: [place.tree] };
  }
  if (isEmpty(place.tree) && isSpoilt({ start: place.key?.start ?? place.start, end: place.end })) {
    return { faults: [], bad: [place.tree] };
  }
  const what = typeof last === "number" ? `Item ${last + 1} of \`${parent}\`` : `\`${name}\``;
  const subject = `${what} must be ${issue.message}${insteadOf(place.tree, issue.message, text)}`;
  const written = place.tree.type === "scalar" ? String(place.tree.value) : "";
  return { faults: [slip(place, subject, nearest(written, allowedValues(issue)))], bad: [place.tree] };
}

function unknownKey(key: string, map: string, known: readonly string[], range: Range): Fault {
  const where = map === "" ? "this file" : `\`${map}\``;
  const subject = `\`${shown(key)}\` is not a key of ${where}, which knows ${listed(known)}`;
  return slip(range, subject, nearest(key, known));
}

/** Words that would have been right. */
function allowedValues(issue: Issue): string[] {
  if (issue.code === "invalid_value") return issue.values.filter((value) => typeof value === "string");
  if (issue.code === "invalid_union") return issue.errors.flat().flatMap(allowedValues);
  return [];
}

const isEmpty = (tree: Tree): boolean => tree.type === "scalar" && tree.value === null;

function insteadOf(tree: Tree, allowed: string, text: string): string {
  if (tree.type !== "scalar") return allowed.startsWith(`a ${tree.type}`) ? "" : `, not a ${tree.type}`;
  if (isEmpty(tree)) return ", and nothing is there yet";
  return tree.value === "" ? ", not an empty text" : `, not \`${shown(text.slice(tree.start, tree.end))}\``;
}

const shown = (text: string): string =>
  (text.length > 40 ? `${text.slice(0, 39)}…` : text).replace(/\s+/g, " ");

/** `people.@lena.role`, as a person would point at it. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.map((part) => shown(String(part))).join(".");
}

interface Place extends Range {
  /** Absent where the path names something that is missing. */
  readonly tree: Tree | undefined;
  /** The innermost tree around it. */
  readonly parent: Tree;
  /** The key that it is the value of. */
  readonly key: Range | undefined;
}

/** Finds the end of a path; its range is the value, or the key where the value fills more than a line. */
function follow(root: MapTree, path: readonly PropertyKey[], text: string): Place {
  let tree: Tree | undefined = root;
  let parent: Tree = root;
  let key: Range | undefined;
  for (const part of path) {
    if (tree === undefined) break;
    parent = tree;
    if (tree.type === "list") {
      tree = tree.items[Number(part)];
    } else if (tree.type === "map") {
      const entry = tree.entries.get(String(part));
      if (entry !== undefined) key = entry.key;
      tree = entry?.value;
    } else {
      tree = undefined;
    }
  }
  const value = tree ?? parent;
  const lines = text.slice(value.start, value.end).split(/[\r\n]/, 1);
  const oneLine = lines[0]?.length === value.end - value.start;
  const missing = tree === undefined && key !== undefined;
  const { start, end } = missing || (!oneLine && key !== undefined) ? (key ?? value) : value;
  return {
    tree,
    parent,
    key,
    start,
    end: oneLine || key !== undefined ? end : start + (lines[0]?.length ?? 0),
  };
}

function prune(tree: Tree, bad: ReadonlySet<Tree>): void {
  if (tree.type === "list") {
    tree.items.splice(0, tree.items.length, ...tree.items.filter((item) => !bad.has(item)));
    tree.items.forEach((item) => prune(item, bad));
  } else if (tree.type === "map") {
    for (const [key, { value }] of tree.entries) {
      if (bad.has(value)) tree.entries.delete(key);
      else prune(value, bad);
    }
  }
}
