import type { ExtensionContext } from "vscode";
import { activateOn } from "./activate.ts";
import type { Activated } from "./activate.ts";

let activated: Activated | undefined;

/** Called by VS Code in the web worker extension host when a markdown file is first opened or the view is shown. */
export function activate(context: ExtensionContext): Activated["exports"] {
  activated = activateOn(context, {
    connect: async (...where) => (await import("./live/connect-web.ts")).connect(...where),
  });
  return activated.exports;
}

/** Called by VS Code when it closes. */
export function deactivate(): Promise<void> | undefined {
  return activated?.close();
}
