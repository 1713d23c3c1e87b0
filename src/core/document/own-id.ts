import { idKeyOf } from "./header.ts";
import type { PrdDocument } from "./model.ts";

/** A document's own id; undefined where its header has none. */
export function idOf({ header }: Pick<PrdDocument, "header">): string | undefined {
  return header.field(idKeyOf(header))?.values[0]?.text;
}
