import type { TreeItem } from "vscode";
import type { LibraryEntry } from "../../services/library.ts";

/** A line of the view "PRDs", and those below it. */
export interface TreeNode {
  readonly item: TreeItem;
  readonly children: readonly TreeNode[];
}

/** A line that is a document. */
export interface Leaf extends TreeNode {
  readonly entry: LibraryEntry;
}

/** Of addresses that are the tree's own, so that the badges behind them are too. */
export const BADGE_SCHEME = "seamwork-prd";
