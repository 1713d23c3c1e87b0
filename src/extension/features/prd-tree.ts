import { FileDecoration, window } from "vscode";
import type { Disposable } from "vscode";
import type { Services } from "../services/services.ts";
import type { Command, PrdTree } from "../start.ts";

/** The view "PRDs"; how its lines look is loaded when somebody looks at it. */
export function prdTree({ clock, library }: Services): PrdTree {
  /** What the lines said last: the view is drawn again only when they say something else. */
  let said: string | undefined;
  return {
    async children(node) {
      if (node !== undefined) return node.children;
      await library.ready();
      const { groupsOf, saidOf } = await import("./tree-items.ts");
      const now = [library.entries(), library.placeOf, clock.today()] as const;
      said = saidOf(...now);
      return groupsOf(...now);
    },
    onDidChange: (listener) =>
      void library.onDidChange(async () => {
        const { saidOf } = await import("./tree-items.ts");
        if (saidOf(library.entries(), library.placeOf, clock.today()) !== said) listener();
      }),
  };
}

/** Of addresses that are the tree's own, so that the badges behind them are too. */
export const BADGE_SCHEME = "seamwork-prd";

/** How many problems a PRD has, at the end of its line, where a long name does not hide it. */
export function registerTreeBadges(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, query }): FileDecoration | undefined {
      const open = Number(query);
      if (scheme !== BADGE_SCHEME || open === 0) return undefined;
      return new FileDecoration(open > 99 ? "99" : String(open), `${open} open`);
    },
  });
}

export function treeCommands({ library }: Services): Record<string, Command> {
  return { refresh: () => library.refresh() };
}
