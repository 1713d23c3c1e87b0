import { Disposable, EventEmitter, window } from "vscode";
import type { Running, TreeNode } from "./start.ts";

/** The view "PRDs". It is asked for its content when somebody looks at it, which starts the rest. */
export function registerTree(run: () => Promise<Running>): Disposable {
  const changed = new EventEmitter<undefined>();
  let listening = false;
  const view = window.createTreeView<TreeNode>("seamwork.prds", {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: ({ item }) => item,
      async getChildren(node) {
        const { tree } = await run();
        if (!listening) tree.onDidChange(() => changed.fire(undefined));
        listening = true;
        return [...(await tree.children(node))];
      },
    },
  });
  return Disposable.from(changed, view);
}
