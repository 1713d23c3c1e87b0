import type { Disposable, Uri, WebviewPanel, WebviewView } from "vscode";
import type { PanelTab, ToPanel } from "../../../panel/messages.ts";
import { optionsOf, pageOf } from "../../webview/page.ts";
import { readMessage } from "./received.ts";
import type { Received } from "./received.ts";

/** One place where the panel is shown: the view in the side bar, or an editor tab. */
export interface Surface extends Disposable {
  /** What it wants to hear of; undefined while nobody sees it. */
  listening(): PanelTab | undefined;
  /** Sends what differs from what was sent last. */
  tell(message: ToPanel): void;
}

export interface SurfaceEvents {
  /** It listens to something else than before. */
  changed(): void;
  received(message: Exclude<Received, { kind: "ready" | "tab" }>): void;
}

/** Fills a view or an editor tab with the panel's page. */
export function createSurface(
  host: WebviewView | WebviewPanel,
  extension: Uri,
  { changed, received }: SurfaceEvents,
): Surface {
  const { webview } = host;
  /** Undefined until the page is there. */
  let wanted: PanelTab | undefined;
  let last: string | undefined;

  const visibility = (): void => {
    // A page that is hidden is taken down, and says that it is ready when it comes back.
    if (!host.visible) wanted = last = undefined;
  };
  const disposables: Disposable[] = [
    "onDidChangeViewState" in host
      ? host.onDidChangeViewState(visibility)
      : host.onDidChangeVisibility(visibility),
    webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessage(data);
      if (message === undefined) return;
      if (message.kind !== "ready" && message.kind !== "tab") return received(message);
      wanted = message.tab;
      last = undefined;
      changed();
    }),
  ];
  webview.options = optionsOf(extension);
  webview.html = pageOf(webview, extension, "onDidChangeViewState" in host ? "tab" : "view");

  return {
    listening: () => (host.visible ? wanted : undefined),
    tell(message) {
      // A version alone is no news: places are found again by what changed since.
      const content = JSON.stringify({ ...message, version: undefined });
      if (content === last) return;
      last = content;
      void webview.postMessage(message);
    },
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}
