import { render } from "preact";
import type { VNode } from "preact";
import { Board } from "./board/board.tsx";
import { placesOf } from "./board-messages.ts";
import type { FromBoard, ToBoard } from "./board-messages.ts";
import { keepFocus } from "./focus.ts";

/** What VS Code gives a webview's page. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromBoard): void;
  getState(): unknown;
  setState(state: { readonly scroll: number }): void;
};

const vscode = acquireVsCodeApi();
const root = document.getElementById("panel") ?? document.body;
const state = vscode.getState() as { readonly scroll?: unknown } | undefined;

let shown: ToBoard = { kind: "reading" };
/** Where the page was scrolled to before it was hidden; undefined once that has been restored. */
let scrollTo = typeof state?.scroll === "number" ? state.scroll : undefined;
let drawing = 0;

function page(): VNode {
  if (shown.kind === "reading") return <p class="about">Reading the documents…</p>;
  const { board, made } = shown;
  const places = placesOf(board);
  if (board.documents.prds + board.documents.cycles + board.documents.retros === 0)
    return (
      <main>
        <h1>Board</h1>
        <p>There are no PRDs or cycles here yet.</p>
        <button
          type="button"
          class="primary"
          onClick={() => vscode.postMessage({ kind: "run", command: "newCycle" })}
        >
          New cycle
        </button>
      </main>
    );
  return (
    <main>
      <Board
        board={board}
        id="b"
        level={1}
        does={{
          goTo: (at) => vscode.postMessage({ kind: "goTo", made, place: places.indexOf(at) }),
        }}
      />
      <p class="part">
        <button
          type="button"
          class="do"
          onClick={() => vscode.postMessage({ kind: "run", command: "export" })}
        >
          Export…
        </button>
      </p>
    </main>
  );
}

/** Draws what was said last, once a frame. */
function draw(): void {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => {
    keepFocus(() => render(page(), root));
    if (scrollTo === undefined || shown.kind === "reading") return;
    window.scrollTo(0, scrollTo);
    scrollTo = undefined;
  });
}

window.addEventListener("message", ({ data }: MessageEvent<ToBoard>) => {
  // What is there is better than to hear that something newer comes.
  if (data.kind === "reading" && shown.kind === "board") return;
  shown = data;
  draw();
});

let scrolled: ReturnType<typeof setTimeout> | undefined;
window.addEventListener(
  "scroll",
  () => {
    clearTimeout(scrolled);
    scrolled = setTimeout(() => vscode.setState({ scroll: window.scrollY }), 200);
  },
  { passive: true },
);

draw();
vscode.postMessage({ kind: "ready" });
