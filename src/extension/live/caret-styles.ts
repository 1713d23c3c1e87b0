import { DecorationRangeBehavior, OverviewRulerLane, ThemeColor, window } from "vscode";
import type { DecorationRenderOptions, Disposable, TextEditorDecorationType } from "vscode";
import { CARET_COLOURS } from "../../collab/protocol.ts";

/** How something of another person looks; `nameBelow` is for the first line, which has nothing above it. */
export type CaretStyle = "caret" | "idleCaret" | "selection" | "name" | "nameBelow";

export const caretStyles: readonly CaretStyle[] = ["selection", "caret", "idleCaret", "name", "nameBelow"];

/** Decoration types by style and colour: made when first needed, and then used for everybody of that colour. */
export interface CaretStyles extends Disposable {
  of(style: CaretStyle, colour: number): TextEditorDecorationType;
}

export function createCaretStyles(): CaretStyles {
  const made = new Map<string, TextEditorDecorationType>();
  return {
    of(style, colour) {
      const key = `${style} ${colour}`;
      let type = made.get(key);
      if (type === undefined) {
        type = window.createTextEditorDecorationType({
          rangeBehavior: DecorationRangeBehavior.ClosedClosed,
          ...optionsFor(style, (colour % CARET_COLOURS) + 1),
        });
        made.set(key, type);
      }
      return type;
    },
    dispose() {
      for (const type of made.values()) type.dispose();
      made.clear();
    },
  };
}

/** VS Code has no property for where an attachment stands; its CSS for text decorations is passed on as it is. */
const placed = (css: string): string => `none; position: absolute; pointer-events: none; ${css}`;

function optionsFor(style: CaretStyle, colour: number): DecorationRenderOptions {
  const strong = new ThemeColor(`seamwork.caret${colour}`);
  switch (style) {
    case "selection":
      return { backgroundColor: new ThemeColor(`seamwork.selection${colour}`), borderRadius: "2px" };
    case "caret":
      return {
        before: line(strong, ""),
        overviewRulerColor: strong,
        overviewRulerLane: OverviewRulerLane.Right,
      };
    case "idleCaret":
      return { before: line(strong, "opacity: 0.4;") };
    case "name":
      return { after: flag(strong, "bottom: 100%; border-radius: 3px 3px 3px 0;") };
    case "nameBelow":
      return { after: flag(strong, "top: 100%; border-radius: 0 3px 3px 3px;") };
  }
}

function line(colour: ThemeColor, css: string): DecorationRenderOptions["before"] & object {
  return {
    contentText: "",
    backgroundColor: colour,
    width: "2px",
    height: "100%",
    margin: "0 0 0 -1px",
    textDecoration: placed(`top: 0; z-index: 1; ${css}`),
  };
}

/** The name itself comes with each caret. */
function flag(colour: ThemeColor, css: string): DecorationRenderOptions["after"] & object {
  return {
    backgroundColor: colour,
    color: new ThemeColor("seamwork.caretName"),
    fontStyle: "normal",
    fontWeight: "normal",
    margin: "0 0 0 -1px",
    textDecoration: placed(
      `${css} z-index: 2; padding: 0 4px; font-size: 85%; line-height: 1.4; white-space: pre;`,
    ),
  };
}
