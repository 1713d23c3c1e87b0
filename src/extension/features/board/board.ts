import {
  CancellationTokenSource,
  commands,
  ProgressLocation,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { CancellationToken, Disposable, WebviewPanel } from "vscode";
import { boardOf } from "../../../core/board/board.ts";
import type { Board, Place } from "../../../core/board/model.ts";
import { addDays } from "../../../core/text/days.ts";
import { placesOf } from "../../../panel/board-messages.ts";
import type { FromBoard, ToBoard } from "../../../panel/board-messages.ts";
import { reveal } from "../../reveal.ts";
import { selectIn } from "../../edits.ts";
import type { Services } from "../../services/services.ts";
import { optionsOf, pageOf } from "../../webview/page.ts";
import { createPlaces } from "../../webview/places.ts";
import { teamHere } from "../team/where.ts";
import type { Here } from "../team/where.ts";
import { exportBoard } from "./export.ts";
import { createReader } from "./open-conversations.ts";
import type { OpenConversations, Reader } from "./open-conversations.ts";
import { readMessage } from "./received.ts";

/** Milliseconds from a change until the board follows. */
const SOON = 400;
/** Days that the trend looks back. */
const TREND_DAYS = 90;

/** What is loaded when somebody first looks at the board. */
export interface BoardFeature extends Disposable {
  /** A new tab, or one that a reload brought back. */
  fillTab(tab: WebviewPanel): void;
  /** Shows the tab, the one that is there or a new one. */
  openTab(): void;
  exportBoard(): Promise<void>;
}

interface Made {
  readonly number: number;
  readonly board: Board;
  readonly places: readonly Place[];
  readonly here: Here;
  readonly versions: ReadonlyMap<string, number>;
}

type TrendOrNot = NonNullable<Board["trend"]>;

/** The board as an editor tab. It is made in the background, and made anew when a document changes while it is seen. */
export function createBoard(services: Services): BoardFeature {
  const { clock, extensionUri, library } = services;
  const places = createPlaces();
  let tab: WebviewPanel | undefined;
  const tell = (message: ToBoard): void => void tab?.webview.postMessage(message);
  const maker = createMaker(services, {
    isSeen: () => tab?.visible === true,
    made: ({ number, board }) => tell({ kind: "board", made: number, board }),
  });
  const { soon } = maker;

  const goTo = async (of: number, place: number): Promise<void> => {
    const made = maker.last();
    const at = made?.number === of ? made.places[place] : undefined;
    if (made === undefined || at === undefined) return soon();
    const uri = Uri.joinPath(made.here.folder, at.path);
    const document = await workspace.openTextDocument(uri);
    const version = made.versions.get(at.path) ?? document.version;
    const now = places.now(document, version, { start: at.start, end: at.start });
    await reveal(document);
    await selectIn(uri, now);
  };

  const exportNow = async (): Promise<void> => {
    const now = maker.last() ?? (await maker.now());
    if (now !== undefined) await exportBoard(now.board, now.here.folder);
  };

  const receive = (message: FromBoard): void => {
    if (message.kind === "goTo") return void goTo(message.made, message.place);
    if (message.kind === "run")
      return void (message.command === "export" ? exportNow() : commands.executeCommand("seamwork.newCycle"));
    tell({ kind: "reading" });
    const made = maker.last();
    if (made !== undefined) tell({ kind: "board", made: made.number, board: made.board });
    void maker.now();
  };

  const fillTab = (panel: WebviewPanel): void => {
    tab = panel;
    const received = panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessage(data);
      if (message !== undefined) receive(message);
    });
    const seen = panel.onDidChangeViewState(() => soon());
    panel.onDidDispose(() => {
      received.dispose();
      seen.dispose();
      if (tab === panel) tab = undefined;
    });
    panel.iconPath = Uri.joinPath(extensionUri, "media", "seam.svg");
    panel.webview.options = optionsOf(extensionUri);
    panel.webview.html = pageOf(panel.webview, extensionUri, "tab", board);
  };

  const disposables: Disposable[] = [
    maker,
    places,
    library.onDidChange(soon),
    clock.onNewDay(soon),
    workspace.onDidSaveTextDocument(({ languageId }) => {
      // What was committed since is looked for when the board is made again on another day, or asked for anew.
      if (languageId === "markdown") soon();
    }),
  ];
  return {
    fillTab,
    openTab() {
      if (tab !== undefined) return tab.reveal();
      maker.forgetTrend();
      fillTab(
        window.createWebviewPanel("seamwork.board", "Board", ViewColumn.Active, optionsOf(extensionUri)),
      );
    },
    exportBoard: exportNow,
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}

/** Makes the board, one at a time. */
interface Maker extends Disposable {
  last(): Made | undefined;
  now(): Promise<Made | undefined>;
  /** A little later, if somebody sees it. */
  soon(): void;
  /** History is looked at again with the next board. */
  forgetTrend(): void;
}

function createMaker(
  services: Services,
  { isSeen, made: told }: { isSeen(): boolean; made(made: Made): void },
): Maker {
  const { clock } = services;
  const reader = createReader(services);
  const trend = createLookBack(services, () => soon());
  let made: Made | undefined;
  let number = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let making: Promise<Made | undefined> | undefined;
  let again = false;

  const make = async (): Promise<Made | undefined> => {
    const here = made?.here ?? (await teamHere(services));
    if (here === undefined) return undefined;
    const found = await readAll(reader, here, made === undefined);
    if (found === undefined) return undefined;
    const board = boardOf({
      team: nameOf(here),
      index: here.index,
      config: here.team.config,
      today: clock.today(),
      open: found.open,
      lineAt: (path, offset) => (found.lines.get(path)?.positionAt(offset).line ?? 0) + 1,
      trend: trend.found(),
    });
    made = { number: ++number, board, places: placesOf(board), here, versions: found.versions };
    // History takes seconds the first time; the board is there before it.
    void trend.look(here);
    return made;
  };

  /** What changes meanwhile makes another one. */
  const now = async (): Promise<Made | undefined> => {
    clearTimeout(timer);
    timer = undefined;
    again = making !== undefined;
    if (making !== undefined) return making;
    making = make().finally(() => {
      making = undefined;
      if (again) soon();
    });
    const done = await making;
    if (done !== undefined) told(done);
    return done;
  };
  function soon(): void {
    if (isSeen()) timer ??= setTimeout(() => void now(), SOON);
  }
  return {
    last: () => made,
    now,
    soon,
    forgetTrend: trend.forget,
    dispose: () => clearTimeout(timer),
  };
}

/** Reads what is open. What is read for the first time may take long; after that nobody needs to hear of it. */
async function readAll(reader: Reader, here: Here, isFirst: boolean): Promise<OpenConversations | undefined> {
  const source = new CancellationTokenSource();
  if (!isFirst) return reader.read(here, source.token, () => undefined);
  return window.withProgress(
    { location: ProgressLocation.Notification, title: "Making the board…", cancellable: true },
    (progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      let last = 0;
      return reader.read(here, source.token, (done, all) => {
        progress.report({ increment: ((done - last) / all) * 100, message: `${done} of ${all}` });
        last = done;
      });
    },
  );
}

/** What history says of a team's seams, found once a day. */
interface LookBack {
  found(): TrendOrNot | undefined;
  look(here: Here): Promise<void>;
  forget(): void;
}

/** @param changed is called when something was found */
function createLookBack(services: Services, changed: () => void): LookBack {
  const { clock, git } = services;
  let trend: { readonly key: string; found: TrendOrNot | undefined } | undefined;
  return {
    found: () => trend?.found,
    async look(here) {
      const today = clock.today();
      const key = `${here.team.root.toString()} ${today}`;
      if (trend?.key === key) return;
      const asked = { key, found: undefined as TrendOrNot | undefined };
      trend = asked;
      if (git?.trend === undefined || !workspace.isTrusted) {
        const why = git?.trend === undefined ? "There is no git here" : "This workspace is not trusted";
        asked.found = { missing: `${why}, so there is no trend.` };
      } else {
        asked.found = await window.withProgress(
          {
            location: ProgressLocation.Notification,
            title: "Looking back over the board's history…",
            cancellable: true,
          },
          (_progress, token) => trendOf(services, here, today, token),
        );
      }
      if (trend === asked) changed();
    },
    forget() {
      trend = undefined;
    },
  };
}

async function trendOf(
  { git, extensionUri }: Services,
  { team }: Here,
  today: string,
  token: CancellationToken,
): Promise<TrendOrNot> {
  try {
    const from = addDays(today, -TREND_DAYS);
    const found = await git?.trend(team.root, { extension: extensionUri, from, today }, token);
    return found ?? { missing: "There is no history here, so there is no trend." };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** As the command line has it: the team's folder below the workspace's, `.` where it is that one. */
function nameOf({ team, folder }: Here): string {
  return team.root.toString() === folder.toString() ? "." : workspace.asRelativePath(team.root, false);
}

/** What the page is made of. */
const board = { title: "Board", script: "board.js", styles: ["panel.css", "board.css"] } as const;
