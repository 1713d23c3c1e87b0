import { Disposable, Range, window, workspace } from "vscode";
import type { DecorationOptions, TextEditor } from "vscode";
import { atMostEvery } from "./at-most-every.ts";
import { caretLooks } from "./caret-looks.ts";
import { caretStyles, createCaretStyles } from "./caret-styles.ts";
import type { CaretStyle } from "./caret-styles.ts";
import { CARET_COLOURS } from "../../collab/protocol.ts";
import type { LivePrds } from "./live-prds.ts";
import { bufferOf } from "./where.ts";

/** The shortest time between two looks, in milliseconds. */
const PACE_MS = 120;

/** What an editor shows at present, by style and colour: as text, to tell whether something is different. */
type Shown = Map<string, string>;

/** Shows the carets, selections and names of others in every visible editor of a shared PRD. */
export function registerCarets(prds: LivePrds): Disposable {
  const styles = createCaretStyles();
  const shown = new WeakMap<TextEditor, Shown>();
  let fading: ReturnType<typeof setTimeout> | undefined;

  const show = (editor: TextEditor): number | undefined => {
    const { document } = editor;
    const shared = prds.of(document.uri);
    const toBuffer = shared && bufferOf(shared.live);
    const before = shown.get(editor) ?? new Map<string, string>();
    if (toBuffer === undefined && before.size === 0) return undefined;
    const looks = caretLooks(
      toBuffer === undefined ? [] : (shared?.live.participants ?? []),
      toBuffer ?? ((selection) => selection),
      Date.now(),
    );
    const found = new Map<string, DecorationOptions[]>();
    const add = (style: CaretStyle, colour: number, start: number, end: number, name?: string): void => {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      const below = style === "name" && range.start.line === 0;
      const key = `${below ? "nameBelow" : style} ${colour}`;
      const options = {
        range,
        ...(name !== undefined && { renderOptions: { after: { contentText: name } } }),
      };
      const there = found.get(key);
      if (there === undefined) found.set(key, [options]);
      else there.push(options);
    };
    for (const { colour, start, end } of looks.selections) add("selection", colour, start, end);
    for (const { colour, at, idle } of looks.carets) add(idle ? "idleCaret" : "caret", colour, at, at);
    for (const { colour, at, name } of looks.names) add("name", colour, at, at, name);

    const now: Shown = new Map();
    for (const style of caretStyles)
      for (let colour = 0; colour < CARET_COLOURS; colour++) {
        const key = `${style} ${colour}`;
        const options = found.get(key) ?? [];
        // An edit moves decorations by rules of its own, so after one they are all told anew.
        const words = options.length === 0 ? undefined : `${document.version} ${JSON.stringify(options)}`;
        if (words !== undefined) now.set(key, words);
        if (words !== before.get(key)) editor.setDecorations(styles.of(style, colour), options);
      }
    shown.set(editor, now);
    return looks.next;
  };

  const showAll = atMostEvery(PACE_MS, () => {
    clearTimeout(fading);
    const nexts = window.visibleTextEditors.flatMap((editor) => show(editor) ?? []);
    if (nexts.length > 0) fading = setTimeout(showAll, Math.min(...nexts));
  });
  showAll();
  return Disposable.from(
    styles,
    showAll,
    { dispose: () => clearTimeout(fading) },
    prds.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (prds.of(document.uri) !== undefined) showAll();
    }),
  );
}
