import type { PrdDocument } from "../document/model.ts";
import { idKey, idPattern } from "../recognise/ids.ts";
import { covered } from "./covered.ts";
import { leavesOf } from "./leaves.ts";
import type { Leaf } from "./leaves.ts";
import type { Lines } from "./lines.ts";

/**
 * Lines under *Requirements* that were taken for no requirement, no part of one and no aside; where a piece was too long or
 * too deep to read, its first line. An aside is what introduces a list (`The following is needed:`), says a word about the
 * document (`Priority: P0`), or speaks of a requirement that is defined elsewhere (`FR-1: Epic 2`).
 */
export function unplacedIn({ sections, requirements, tooDeep }: PrdDocument, lines: Lines): number[] {
  const placed = covered(requirements);
  const ids = new Set(requirements.map(({ id }) => idKey(id)));
  const left = sections
    .filter(({ within }) => within === "Requirements")
    .flatMap(({ blocks }) => blocks.flatMap(leavesOf))
    .filter((leaf) => !placed(leaf.start) && !isAside(leaf, ids));
  return [...new Set([...left, ...tooDeep].map(({ start }) => lines.of(start)))].sort((a, b) => a - b);
}

const beginsWithId = new RegExp(String.raw`^\s*(${idPattern})(?![\w-])`);

/** A label and up to four words. */
const shortField = /^\s*[^\s:：][^:：\n]{1,30}[:：]\s*\S+(?:\s+\S+){0,3}\s*$/;

function isAside({ form, text }: Leaf, ids: ReadonlySet<string>): boolean {
  const id = beginsWithId.exec(text)?.[1];
  return (
    /[:：]\s*$/.test(text) ||
    (form === "paragraph" && shortField.test(text)) ||
    (id !== undefined && ids.has(idKey(id)))
  );
}
