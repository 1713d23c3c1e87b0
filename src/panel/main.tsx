import { render } from "preact";
import { keepFocus } from "./focus.ts";
import { startGridKeys } from "./grid-keys.ts";
import { readLook, savedLook } from "./look.ts";
import type { Saved } from "./look.ts";
import type { FromPanel, LibraryMessage, NothingMessage, OverviewMessage, ToPanel } from "./messages.ts";
import type { Does } from "./views/does.ts";
import { Panel } from "./views/panel.tsx";
import type { Look } from "./views/panel.tsx";

/** What VS Code gives a webview's page. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: Saved): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById("panel") ?? document.body;
const before = readLook(vscode.getState());

let look: Look = before.look;
let prd: OverviewMessage | NothingMessage | undefined;
let library: LibraryMessage | undefined;
let drawing = 0;
/** Where the page was scrolled to before it was hidden; undefined once that has been restored. */
let scrollTo: number | undefined = before.scroll;

/** Draws what was said last, once a frame. */
function draw(): void {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => {
    keepFocus(() => render(<Panel prd={prd} library={library} look={look} does={does} />, root));
    const filled = look.tab === "prd" ? prd !== undefined : library !== undefined;
    if (scrollTo === undefined || !filled) return;
    window.scrollTo(0, scrollTo);
    scrollTo = undefined;
  });
}

function change(next: Partial<Look>): void {
  look = { ...look, ...next };
  save();
  draw();
}

function save(): void {
  vscode.setState(savedLook(look, scrollTo ?? window.scrollY));
}

/** What comes back with what a person does about the PRD that is shown. */
function shown(): { document: string; version: number } | undefined {
  return prd?.kind === "overview" ? { document: prd.document, version: prd.version } : undefined;
}

const does: Does = {
  goTo({ start, end }) {
    const of = shown();
    if (of !== undefined) vscode.postMessage({ kind: "goTo", ...of, start, end });
  },
  act(key, action) {
    const of = shown();
    if (of !== undefined) vscode.postMessage({ kind: "act", ...of, key, action });
  },
  run: (command) => vscode.postMessage({ kind: "run", command }),
  open: ({ document }, at) =>
    vscode.postMessage({ kind: "open", document, at: at && { start: at.start, end: at.end } }),
  show(tab) {
    if (tab === look.tab) return;
    change({ tab });
    vscode.postMessage({ kind: "tab", tab });
    const chosen = `tab-${tab}`;
    if (document.activeElement?.getAttribute("role") === "tab") document.getElementById(chosen)?.focus();
  },
  group: (by) => change({ conversations: { ...look.conversations, by } }),
  more(group) {
    const whole = new Set([...look.conversations.whole, group]);
    change({ conversations: { ...look.conversations, whole } });
  },
  library: (some) => change({ library: { ...look.library, ...some } }),
};

window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => {
  switch (data.kind) {
    case "overview":
    case "nothing": {
      const other = prd?.kind === "overview" && data.kind === "overview" && prd.document !== data.document;
      prd = data;
      // Another PRD is another page: it begins at its top, with long groups folded.
      if (other) {
        scrollTo = 0;
        look = { ...look, conversations: { ...look.conversations, whole: new Set() } };
      }
      break;
    }
    case "library":
      library = data;
      break;
    case "show":
      if (data.tab !== look.tab) does.show(data.tab);
      break;
  }
  draw();
});

let scrolled: ReturnType<typeof setTimeout> | undefined;
window.addEventListener(
  "scroll",
  () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(save, 200);
  },
  { passive: true },
);

startGridKeys(document);
draw();
vscode.postMessage({ kind: "ready", tab: look.tab });
