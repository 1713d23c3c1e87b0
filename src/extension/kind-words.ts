import type { HeaderKind } from "../core/document/header.ts";

/** What people call a kind of document. */
export const kindWords: Readonly<Record<HeaderKind, string>> = { prd: "PRD", cycle: "cycle", retro: "retro" };
