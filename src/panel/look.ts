import { firstLook } from "./views/library-order.ts";
import type { Look } from "./views/panel.tsx";

/** What VS Code keeps for the page while it is hidden; plain JSON. */
export interface Saved {
  readonly tab: Look["tab"];
  readonly by: Look["conversations"]["by"];
  readonly whole: readonly string[];
  readonly library: Look["library"];
  /** In CSS pixels. */
  readonly scroll: number;
}

export function savedLook({ tab, conversations, library }: Look, scroll: number): Saved {
  return { tab, by: conversations.by, whole: [...conversations.whole], library, scroll };
}

/** @param state what was kept, by any version of the panel, or nothing */
export function readLook(state: unknown): { look: Look; scroll: number } {
  const saved = (typeof state === "object" && state !== null ? state : {}) as Partial<Saved>;
  return {
    look: {
      tab: saved.tab === "library" ? "library" : "prd",
      conversations: {
        by: saved.by === "turn" ? "turn" : "seam",
        whole: new Set(Array.isArray(saved.whole) ? saved.whole : []),
      },
      library: { ...firstLook, ...saved.library },
    },
    scroll: typeof saved.scroll === "number" ? saved.scroll : 0,
  };
}
