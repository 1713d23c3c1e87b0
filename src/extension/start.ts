import type { Disposable, ExtensionContext, TreeItem, WebviewPanel, WebviewView } from "vscode";
import { commandsOf, featuresAtOnce, featuresForPrds } from "./features.ts";
import type { Platform } from "./platform.ts";
import type { PrdPreview } from "./preview/extend.ts";
import { createServices } from "./services/services.ts";
import { prdTree } from "./features/prd-tree.ts";
import { readinessPanel } from "./features/readiness-panel.ts";
import { boardTab } from "./features/board-tab.ts";
import type { BoardTab } from "./features/board-tab.ts";
import { reviewGate } from "./features/review.ts";
import { teamActs } from "./features/team-acts.ts";

/** What the light part of the extension calls. */
export interface Running {
  /** By command id. */
  readonly commands: ReadonlyMap<string, Command>;
  readonly tree: PrdTree;
  readonly readiness: ReadinessPanel;
  readonly board: Pick<BoardTab, "fillTab">;
  /** What draws PRDs in markdown previews; loaded when it is asked for. */
  preview(): Promise<PrdPreview & Disposable>;
  /** Called when VS Code closes, and waited for. */
  close(): Promise<void>;
}

export type Command = (...args: unknown[]) => unknown;

/** What the view "PRDs" shows. */
export interface PrdTree {
  children(node: TreeNode | undefined): Promise<readonly TreeNode[]>;
  onDidChange(listener: () => void): void;
}

/** What shows how far PRDs are: a view in the side bar, and a tab. */
export interface ReadinessPanel {
  fillView(view: WebviewView): Promise<void>;
  /** A new tab, or one that a reload brought back. */
  fillTab(tab: WebviewPanel): Promise<void>;
}

export interface TreeNode {
  readonly item: TreeItem;
  readonly children: readonly TreeNode[];
}

/**
 * Makes what features share, and registers the features: those for PRDs when the first one is open, so that other
 * markdown files never wait for us.
 */
export function start(context: ExtensionContext, platform: Platform): Running {
  const services = createServices(context, platform, async (services) =>
    (await import("./live/start.ts")).startLive(context, services, platform),
  );
  context.subscriptions.push(services);
  for (const register of featuresAtOnce) context.subscriptions.push(register(services));
  const seen = services.openPrds.onDidChange(() => {
    seen.dispose();
    services.library.start();
    for (const register of featuresForPrds) context.subscriptions.push(register(services));
  });
  context.subscriptions.push(seen);
  const readiness = readinessPanel(services);
  const review = reviewGate(services);
  const team = teamActs(services);
  const board = boardTab(services);
  context.subscriptions.push(readiness, review, team, board);
  return {
    commands: new Map([
      ...commandsOf(services),
      ...readiness.commands,
      ...review.commands,
      ...team.commands,
      ...board.commands,
    ]),
    tree: prdTree(services),
    readiness,
    board,
    preview: async () => (await import("./preview/preview.ts")).createPreview(services),
    close: services.live.close,
  };
}
