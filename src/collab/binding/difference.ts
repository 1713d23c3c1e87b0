import * as Y from "yjs";
import type { Edit } from "../text/edits.ts";
import { minimalEdits, narrowed } from "../text/edits.ts";
import { textOf } from "./replicas.ts";

/**
 * What makes the text of a replica that of another which holds everything that it holds. It is read from their items,
 * whose order is the same in both, not guessed from their texts.
 *
 * @param to a `\r` in it counts as nothing
 * @returns ascending edits of the text of `from`
 */
export function difference(from: Y.Doc, to: Y.Doc): Edit[] {
  const gaps: Gap[] = [];
  let offset = 0;
  let open: Gap | undefined;
  const put = (removed: string, inserted: string): void => {
    if (removed + inserted === "") return;
    if (open === undefined) gaps.push((open = { offset, removed: "", inserted: "" }));
    open.removed += removed;
    open.inserted += inserted;
    offset += removed.length;
  };
  const here = itemsOf(from);
  const there = itemsOf(to);
  while (here.item !== null || there.item !== null) {
    const same = here.alike(there);
    if (same !== undefined) {
      // Nearly all of a long history.
      offset += same;
      if (same > 0) open = undefined;
      continue;
    }
    if (there.item !== null && there.knownTo(from) === 0) put("", withoutReturns(there.take(there.left)));
    else if (here.client !== there.client || here.clock !== there.clock) {
      // Shared items have the same order everywhere. Should Yjs ever disagree, the texts still decide.
      return minimalEdits(textOf(from).toJSON(), withoutReturns(textOf(to).toJSON()));
    } else {
      const length = Math.min(here.left, there.knownTo(from));
      const mine = here.take(length);
      const theirs = withoutReturns(there.take(length));
      if (mine === theirs && mine !== "") {
        offset += mine.length;
        open = undefined;
      } else put(mine, theirs);
    }
  }
  return gaps.flatMap((gap) => narrowed(gap.offset, gap.removed, gap.inserted));
}

export function withoutReturns(text: string): string {
  return text.replaceAll("\r", "");
}

interface Gap {
  readonly offset: number;
  removed: string;
  inserted: string;
}

/** A walk through the items of a shared text, deleted ones included, that can stop inside of one. */
interface Items {
  readonly item: Y.Item | null;
  readonly client: number;
  /** Of the unit where the walk is. */
  readonly clock: number;
  /** Units of the item from there on. */
  readonly left: number;
  /** How many of these units a document holds, deleted or not: always the first ones. */
  knownTo(doc: Y.Doc): number;
  /** Walks over the whole item. */
  skip(): void;
  /** Walks both over an item that they have in common; returns how much of it is to be seen, undefined if not the same. */
  alike(other: Items): number | undefined;
  /** Walks over some of these units and returns those that are text to be seen. */
  take(length: number): string;
}

function itemsOf(doc: Y.Doc): Items {
  let item = textOf(doc)._start;
  let inside = 0;
  return {
    get item() {
      return item;
    },
    get client() {
      return item?.id.client ?? -1;
    },
    get clock() {
      return (item?.id.clock ?? -1) + inside;
    },
    get left() {
      return (item?.length ?? 0) - inside;
    },
    knownTo(other) {
      if (item === null) return 0;
      const known = Y.getState(other.store, item.id.client) - item.id.clock - inside;
      return Math.max(0, Math.min(known, item.length - inside));
    },
    alike(other) {
      const its = other.item;
      if (item === null || its === null || item.length !== its.length || item.deleted !== its.deleted)
        return undefined;
      if (item.id.clock !== its.id.clock || item.id.client !== its.id.client) return undefined;
      if (inside > 0 || other.left !== its.length) return undefined;
      const seen = !item.deleted;
      if (seen && (!(its.content instanceof Y.ContentString) || its.content.str.includes("\r")))
        return undefined;
      const { length } = item;
      item = item.right;
      other.skip();
      return seen ? length : 0;
    },
    skip() {
      item = item?.right ?? null;
      inside = 0;
    },
    take(length) {
      if (item === null) return "";
      const { content, deleted } = item;
      const from = inside;
      inside += length;
      if (inside === item.length) {
        item = item.right;
        inside = 0;
      }
      return !deleted && content instanceof Y.ContentString ? content.str.slice(from, from + length) : "";
    },
  };
}
