import { commands, Uri, ViewColumn, window, workspace } from "vscode";
import type { Disposable, WebviewPanel, WebviewView } from "vscode";
import type { PanelCommand, PanelTab, ToPanel } from "../../../panel/messages.ts";
import { reveal } from "../../reveal.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { documentFor } from "../commands/active.ts";
import { goTo, openPrd, perform } from "./acts.ts";
import { createAuthorships } from "./authorship.ts";
import type { Authorships } from "./authorship.ts";
import { createRows, overviewMessage } from "./content.ts";
import type { Rows } from "./content.ts";
import { exportReadiness } from "./export.ts";
import { optionsOf } from "../../webview/page.ts";
import { createPlaces } from "../../webview/places.ts";
import type { Received } from "./received.ts";
import { createShown } from "./shown.ts";
import type { Shown } from "./shown.ts";
import { createSurface } from "./surface.ts";
import type { Surface } from "./surface.ts";

/** Milliseconds from a change until the panel is told, at least; a page that takes longer to make waits longer. */
const SOON = { least: 30, times: 3, most: 150 };

/** What is loaded when somebody first looks at the panel. */
export interface PanelFeature extends Disposable {
  fillView(view: WebviewView): void;
  /** A new tab, or one that a reload brought back. */
  fillTab(tab: WebviewPanel): void;
  /** Shows the tab, the one that is there or a new one. */
  openTab(): void;
  /** @param uri of the document; without one, the PRD in the editor */
  exportReadiness(uri?: unknown): Promise<void>;
}

/** What the panel's steps have in common. */
interface Parts {
  readonly services: Services;
  readonly shown: Shown;
  readonly authorships: Authorships;
  readonly places: ReturnType<typeof createPlaces>;
  /** The panel is told anew, a little later. */
  readonly soon: () => void;
}

/** The readiness panel: what its view and its tab show, and what a click in them does. */
export function createPanel(services: Services): PanelFeature {
  const { clock, extensionUri, library, me, problems } = services;
  const shown = createShown(services);
  const authorships = createAuthorships(services);
  const places = createPlaces();
  const surfaces = new Set<Surface>();
  const telling = createTelling({ services, shown, authorships }, surfaces);
  const { soon } = telling;
  const parts: Parts = { services, shown, authorships, places, soon };

  const add = (host: WebviewView | WebviewPanel): void => {
    const surface = createSurface(host, extensionUri, {
      changed: telling.now,
      received: (message) => void receive(message, parts),
    });
    surfaces.add(surface);
    host.onDidDispose(() => {
      surfaces.delete(surface);
      surface.dispose();
    });
  };

  let tab: WebviewPanel | undefined;
  const fillTab = (panel: WebviewPanel): void => {
    tab = panel;
    panel.onDidDispose(() => {
      if (tab === panel) tab = undefined;
    });
    panel.iconPath = Uri.joinPath(extensionUri, "media", "seam.svg");
    add(panel);
  };
  const openTab = (): void => {
    if (tab !== undefined) return tab.reveal();
    // Beside the PRD, which is what one reads together with it.
    const column = window.activeTextEditor === undefined ? ViewColumn.Active : ViewColumn.Beside;
    fillTab(window.createWebviewPanel("seamwork.readiness", "Readiness", column, optionsOf(extensionUri)));
  };

  /** Whose turn it is can be told once it is known who sits here. */
  const another = (): void => {
    telling.now();
    const prd = shown.prd();
    if (prd !== undefined && me.known(prd.team) === undefined) void me.of(prd.team).then(soon);
  };
  const disposables: Disposable[] = [
    ...[telling, shown, authorships, places],
    shown.onDidChange(another),
    authorships.onDidChange(soon),
    me.onDidChange(soon),
    clock.onNewDay(soon),
    problems.onDidChange(soon),
    library.onDidChange(soon),
  ];
  another();
  return {
    fillView: add,
    fillTab,
    openTab,
    exportReadiness: async (uri) => exportOf(uri, parts),
    dispose() {
      for (const surface of surfaces) surface.dispose();
      for (const one of disposables) one.dispose();
    },
  };
}

/** Sends each surface what it wants to hear of. */
function createTelling(
  { services, shown, authorships }: Pick<Parts, "services" | "shown" | "authorships">,
  surfaces: ReadonlySet<Surface>,
): Disposable & { now(): void; soon(): void } {
  let rows: Rows | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let took = 0;

  const messageFor = (tab: PanelTab): ToPanel => {
    if (tab === "library") return (rows ??= createRows(services, soon)).message();
    const prd = shown.prd();
    return prd === undefined
      ? { kind: "nothing", because: "no-prd" }
      : overviewMessage(prd, services, authorships);
  };

  const now = (): void => {
    timer = undefined;
    const started = performance.now();
    const messages = new Map<PanelTab, ToPanel>();
    for (const surface of surfaces) {
      const tab = surface.listening();
      if (tab === undefined) continue;
      let message = messages.get(tab);
      if (message === undefined) messages.set(tab, (message = messageFor(tab)));
      surface.tell(message);
    }
    took = performance.now() - started;
  };
  function soon(): void {
    if (surfaces.size > 0)
      timer ??= setTimeout(now, Math.min(Math.max(SOON.least, took * SOON.times), SOON.most));
  }
  return { now, soon, dispose: () => clearTimeout(timer) };
}

/** Does what a click in the page says. */
async function receive(message: Exclude<Received, { kind: "ready" | "tab" }>, parts: Parts): Promise<void> {
  const { services, shown, authorships, places, soon } = parts;
  /** The document of a message, when it is the one that the panel is about. */
  const prdOf = (uri: string): OpenPrd | undefined => {
    const prd = shown.prd();
    return prd?.document.uri.toString() === uri ? prd : undefined;
  };
  switch (message.kind) {
    case "goTo": {
      const prd = prdOf(message.document);
      if (prd !== undefined) await goTo(prd.document, places.now(prd.document, message.version, message));
      return;
    }
    case "act": {
      const prd = prdOf(message.document);
      const told = prd && overviewMessage(prd, services, authorships);
      if (prd === undefined || told?.kind !== "overview") return;
      const { kind, label } = message.action;
      const action = told.overview.conversations
        .find(({ key }) => key === message.key)
        ?.actions.find((one) => one.kind === kind && one.label === label);
      // It is settled already, and the page is about to hear of it.
      if (action === undefined) soon();
      else await perform(action, prd, services);
      return;
    }
    case "open": {
      const entry = services.library.entries().find(({ uri }) => uri.toString() === message.document);
      if (entry !== undefined) await openPrd(entry.uri, message.at);
      return;
    }
    case "run":
      return run(message.command, parts);
  }
}

/** Runs one of the page's own commands. */
async function run(command: PanelCommand, { services, shown, authorships, soon }: Parts): Promise<void> {
  const prd = shown.prd();
  if (command === "newPrd") await commands.executeCommand("seamwork.newPrd");
  else if (command === "whoAmI") {
    const [folder] = workspace.workspaceFolders ?? [];
    const team = prd?.team ?? (folder && (await services.teams.of(folder.uri)));
    if (team !== undefined) await services.me.ask(team);
  } else if (prd === undefined) soon();
  else if (command === "export") await exportReadiness(prd, services, authorships);
  else {
    await reveal(prd.document);
    await commands.executeCommand(`seamwork.${command}`, prd.document.uri);
  }
}

/** @param uri of the document; without one, the PRD in the editor */
async function exportOf(uri: unknown, { services, shown, authorships }: Parts): Promise<void> {
  const document = await documentFor(uri);
  const prd = (document && (await services.openPrds.find(document))) ?? shown.prd();
  if (prd?.kind === "prd") await exportReadiness(prd, services, authorships);
  else void window.showInformationMessage("Open a PRD to export its readiness.");
}
