import type { Disposable, WebviewPanel, WebviewView } from "vscode";
import type { Services } from "../services/services.ts";
import type { Command, ReadinessPanel } from "../start.ts";

/** The readiness panel and its commands, whose code is loaded when somebody first looks at it. */
export function readinessPanel(
  services: Services,
): ReadinessPanel & Disposable & { readonly commands: ReadonlyMap<string, Command> } {
  let loaded: Promise<PanelFeature> | undefined;
  const load = (): Promise<PanelFeature> =>
    (loaded ??= import("./panel/panel.ts").then(({ createPanel }) => createPanel(services)));
  return {
    fillView: async (view) => (await load()).fillView(view),
    fillTab: async (tab) => (await load()).fillTab(tab),
    commands: new Map<string, Command>([
      ["seamwork.openReadiness", async () => (await load()).openTab()],
      ["seamwork.exportReadiness", async (uri) => (await load()).exportReadiness(uri)],
    ]),
    dispose: () => void loaded?.then((panel) => panel.dispose()),
  };
}

/** What is loaded then. */
export interface PanelFeature extends Disposable {
  fillView(view: WebviewView): void;
  fillTab(tab: WebviewPanel): void;
  /** Shows the tab, the one that is there or a new one. */
  openTab(): void;
  /** @param uri of the document; without one, the PRD in the editor */
  exportReadiness(uri?: unknown): Promise<void>;
}
