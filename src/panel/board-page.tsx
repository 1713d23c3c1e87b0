// Whoever imports the page must know what a style sheet is here.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./css.d.ts" />
import { renderToString } from "preact-render-to-string";
import boardStyle from "../../media/board.css";
import style from "../../media/panel.css";
import type { Board as Data } from "../core/board/model.ts";
import { Board } from "./board/board.tsx";
import pageStyle from "./page.css";

/**
 * Boards as one HTML page that stands for itself: no script, nothing that is loaded, and a policy that would forbid both.
 * Its links lead to the documents when it lies in the folder that their paths count from.
 *
 * @param today `YYYY-MM-DD`: the day for which the boards were made
 */
export function boardPage(boards: readonly Data[], today: string): string {
  const page = renderToString(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Board, {today}</title>
        {/* Ours, word for word; nothing of a document is in it. */}
        <style dangerouslySetInnerHTML={{ __html: pageStyle + style + boardStyle }} />
      </head>
      <body>
        <main>
          {boards.length === 0 && <h1 class="page-title">No PRDs here</h1>}
          {boards.length > 1 && <h1 class="page-title">Boards of {boards.length} teams</h1>}
          {boards.map((board, index) => (
            <Board key={board.team} id={`b${index}`} board={board} level={boards.length > 1 ? 2 : 1} />
          ))}
          <footer>Board of {today}, by Seamwork.</footer>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${page}\n`;
}
