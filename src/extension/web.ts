import type { ExtensionContext } from "vscode";

/** Called by VS Code when a markdown file is first opened in the web worker extension host. */
export function activate(_context: ExtensionContext): void {}
