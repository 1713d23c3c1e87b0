import { Disposable, EventEmitter, window } from "vscode";
import type { TreeNode } from "./features/tree/node.ts";
import type { Running } from "./start.ts";

/**
 * The views "PRDs" and "Readiness", the tab of the latter and the board after a reload. They are filled when VS Code
 * shows them, which starts the rest.
 */
export function registerViews(run: () => Promise<Running>): Disposable {
  return Disposable.from(
    registerTree(run),
    window.registerWebviewViewProvider("seamwork.readiness", {
      resolveWebviewView: async (view) => (await (await run()).lazyFeatures.panel.get()).fillView(view),
    }),
    window.registerWebviewPanelSerializer("seamwork.readiness", {
      deserializeWebviewPanel: async (tab) => (await (await run()).lazyFeatures.panel.get()).fillTab(tab),
    }),
    window.registerWebviewPanelSerializer("seamwork.board", {
      deserializeWebviewPanel: async (tab) => (await (await run()).lazyFeatures.board.get()).fillTab(tab),
    }),
  );
}

function registerTree(run: () => Promise<Running>): Disposable {
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
