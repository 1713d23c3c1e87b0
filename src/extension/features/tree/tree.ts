import type { Services } from "../../services/services.ts";
import type { TreeNode } from "./node.ts";

/** What the view "PRDs" shows. */
export interface PrdTree {
  children(node: TreeNode | undefined): Promise<readonly TreeNode[]>;
  onDidChange(listener: () => void): void;
}

/** The view "PRDs"; how its lines look is loaded when somebody looks at it. */
export function prdTree({ clock, library }: Services): PrdTree {
  /** What the lines said last: the view is drawn again only when they say something else. */
  let said: string | undefined;
  return {
    async children(node) {
      if (node !== undefined) return node.children;
      await library.ready();
      const { groupsOf, saidOf } = await import("./items.ts");
      const now = [library.entries(), library.placeOf, clock.today()] as const;
      said = saidOf(...now);
      return groupsOf(...now);
    },
    onDidChange: (listener) =>
      void library.onDidChange(async () => {
        const { saidOf } = await import("./items.ts");
        if (saidOf(library.entries(), library.placeOf, clock.today()) !== said) listener();
      }),
  };
}
