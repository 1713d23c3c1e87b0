import type { ExtensionContext } from "vscode";
import { activateOn } from "./activate.ts";

/** Called by VS Code in the web worker extension host when a markdown file is first opened or the view is shown. */
export function activate(context: ExtensionContext): void {
  activateOn(context, {
    gitEmail: () => Promise.resolve(undefined),
    connect: async (...where) => (await import("./live/connect-web.ts")).connect(...where),
  });
}
