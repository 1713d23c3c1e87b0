import type { Disposable, ExtensionContext } from "vscode";
import type { Command } from "./command.ts";
import { commandsOf } from "./commands.ts";
import { features } from "./features.ts";
import { prdTree } from "./features/tree/tree.ts";
import type { PrdTree } from "./features/tree/tree.ts";
import type { Platform } from "./platform.ts";
import type { PrdPreview } from "./preview/extend.ts";
import { createLazyFeatures } from "./lazy-features.ts";
import type { LazyFeatures } from "./lazy-features.ts";
import { createServices } from "./services/services.ts";

/** What the light part of the extension calls. */
export interface Running {
  /** By command id. */
  readonly commands: ReadonlyMap<string, Command>;
  readonly lazyFeatures: LazyFeatures;
  readonly tree: PrdTree;
  /** What draws PRDs in markdown previews; loaded when it is asked for. */
  preview(): Promise<PrdPreview & Disposable>;
  /** Called when VS Code closes, and waited for. */
  close(): Promise<void>;
}

/**
 * Makes what features share, and registers the features: those for PRDs when the first one is open, so that other
 * markdown files never wait for us.
 */
export function start(context: ExtensionContext, platform: Platform): Running {
  const services = createServices(context, platform, async (services) =>
    (await import("./live/start.ts")).startLive(context, services, platform),
  );
  const lazyFeatures = createLazyFeatures(services);
  context.subscriptions.push(services, lazyFeatures);
  const register = (wanted: "the start" | "the first PRD"): void => {
    for (const { from, register } of features)
      if (from === wanted) context.subscriptions.push(register(services));
  };
  register("the start");
  const seen = services.openPrds.onDidChange(() => {
    seen.dispose();
    services.library.start();
    register("the first PRD");
  });
  context.subscriptions.push(seen);
  return {
    commands: commandsOf({ services, lazyFeatures }),
    lazyFeatures,
    tree: prdTree(services),
    preview: async () => (await import("./preview/preview.ts")).createPreview(services),
    close: services.live.close,
  };
}
