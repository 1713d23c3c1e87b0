import { Uri } from "vscode";
import type { Webview, WebviewOptions } from "vscode";

/** What of the extension the page may load. */
export function optionsOf(extension: Uri): WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [Uri.joinPath(extension, "dist"), Uri.joinPath(extension, "media")],
  };
}

/** What a page is made of, by the names of its files. */
export interface PageParts {
  readonly title: string;
  readonly script: string;
  readonly styles: readonly string[];
}

const readiness: PageParts = { title: "Readiness", script: "panel.js", styles: ["panel.css"] };

/**
 * The page of a view or a tab: styles and a script of ours, and nothing else may run or be loaded.
 *
 * @param surface tells the two apart, for the style and for tests
 */
export function pageOf(
  webview: Webview,
  extension: Uri,
  surface: "view" | "tab",
  { title, script, styles }: PageParts = readiness,
): string {
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
<title>${title}</title>
${styles.map((style) => `<link rel="stylesheet" href="${at("media", style)}">`).join("\n")}
</head>
<body data-surface="${surface}">
<div id="panel"></div>
<script nonce="${nonce}" src="${at("dist", script)}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
