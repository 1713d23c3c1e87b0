import { Uri } from "vscode";
import type { Webview, WebviewOptions } from "vscode";

/** What of the extension the page may load. */
export function optionsOf(extension: Uri): WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extension, "dist"), Uri.joinPath(extension, "media")],
  };
}

/**
 * The page of the view and of the tab: a style and a script of ours, and nothing else may run or be loaded.
 *
 * @param surface tells the two apart, for the style and for tests
 */
export function pageOf(webview: Webview, extension: Uri, surface: "view" | "tab"): string {
  const nonce = randomNonce();
  const at = (...path: string[]): string => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join("; ");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Readiness</title>
<link rel="stylesheet" href="${at("media", "panel.css")}">
</head>
<body data-surface="${surface}">
<div id="panel"></div>
<script nonce="${nonce}" src="${at("dist", "panel.js")}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
