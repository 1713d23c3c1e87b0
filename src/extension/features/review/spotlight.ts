import { Range, Selection, TextEditorRevealType, ThemeColor, window } from "vscode";
import type { Disposable, TextDocument } from "vscode";
import type { Range as Offsets } from "../../../core/text/range.ts";
import { rangeOf } from "../../ranges.ts";

/** Lines above what is shown, which the list at the top of the window may cover. */
const COVERED = 10;

/** Lights up what a walk is at. */
export interface Spotlight extends Disposable {
  show(document: TextDocument, at: Offsets): Promise<void>;
  /** Off. */
  hide(): void;
}

export function createSpotlight(): Spotlight {
  const style = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor("editor.rangeHighlightBackground"),
    overviewRulerColor: new ThemeColor("focusBorder"),
  });
  const hide = (): void => {
    for (const editor of window.visibleTextEditors) editor.setDecorations(style, []);
  };
  return {
    async show(document, at) {
      hide();
      const editor = await window.showTextDocument(document, { preserveFocus: true, preview: false });
      const { start, end } = rangeOf(document, at);
      editor.selection = new Selection(start, start);
      const first = Math.max(0, start.line - COVERED);
      editor.revealRange(new Range(first, 0, first, 0), TextEditorRevealType.AtTop);
      editor.setDecorations(style, [new Range(start, end)]);
    },
    hide,
    dispose: () => style.dispose(),
  };
}
