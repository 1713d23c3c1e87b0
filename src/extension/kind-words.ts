import type { HeaderKind } from "../core/document/header.ts";
import { idKeyOf } from "../core/document/header.ts";
import type { PrdDocument } from "../core/document/model.ts";

/** What people call a kind of document. */
export const kindWords: Readonly<Record<HeaderKind, string>> = { prd: "PRD", cycle: "cycle", retro: "retro" };

/** A document's own id; undefined where its header has none. */
export function idOf({ header }: Pick<PrdDocument, "header">): string | undefined {
  return header.field(idKeyOf(header))?.values[0]?.text;
}
