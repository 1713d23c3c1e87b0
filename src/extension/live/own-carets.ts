import { Disposable, TextEditorSelectionChangeKind, window } from "vscode";
import type { TextEditor, Uri } from "vscode";
import type { LivePrd } from "../../collab/live-prd.ts";
import { atMostEvery } from "./at-most-every.ts";
import type { Paced } from "./at-most-every.ts";
import type { LivePrds } from "./live-prds.ts";

/** The shortest time between two messages about one's own carets, in milliseconds. */
const PACE_MS = 100;

/** What was last told of a PRD, apart from where the carets are. */
interface Told {
  readonly editor: TextEditor | undefined;
  readonly attached: LivePrd["attached"];
}

/** Tells the others where one's own carets are, and that there are none while the PRD is hidden. */
export function registerOwnCarets(prds: LivePrds): Disposable {
  const told = new WeakMap<LivePrd, Told>();
  const paces = new Map<LivePrd, Paced>();

  const byKey = new WeakSet<LivePrd>();

  const tell = (live: LivePrd): void => {
    const document = prds.all.find((one) => one.live === live);
    if (document === undefined) return;
    const editor = editorOf(document.uri, told.get(live)?.editor);
    told.set(live, { editor, attached: live.attached });
    live.publish(
      editor?.selections.map(({ anchor, active }) => ({
        anchor: editor.document.offsetAt(anchor),
        head: editor.document.offsetAt(active),
      })),
      byKey.delete(live),
    );
  };
  const tellSoon = (live: LivePrd): void => {
    const pace = paces.get(live) ?? atMostEvery(PACE_MS, () => tell(live));
    paces.set(live, pace);
    pace();
  };
  const look = (): void => {
    for (const [live, pace] of paces) {
      if (prds.all.some((one) => one.live === live)) continue;
      pace.dispose();
      paces.delete(live);
    }
    for (const { uri, live } of prds.all) {
      const before = told.get(live);
      const editor = editorOf(uri, before?.editor);
      if (before === undefined || before.editor !== editor || before.attached !== live.attached)
        tellSoon(live);
    }
  };
  look();
  return Disposable.from(
    { dispose: () => paces.forEach((pace) => pace.dispose()) },
    prds.onDidChange(look),
    window.onDidChangeVisibleTextEditors(look),
    window.onDidChangeActiveTextEditor(look),
    window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const { uri } = textEditor.document;
      const live = prds.of(uri)?.live;
      if (live === undefined || editorOf(uri, told.get(live)?.editor) !== textEditor) return;
      if (kind === TextEditorSelectionChangeKind.Keyboard) byKey.add(live);
      tellSoon(live);
    }),
  );
}

/** Of several editors of one PRD the one that has the focus, or had it last. */
function editorOf(uri: Uri, before: TextEditor | undefined): TextEditor | undefined {
  const key = uri.toString();
  const showing = window.visibleTextEditors.filter(({ document }) => document.uri.toString() === key);
  return (
    showing.find((one) => one === window.activeTextEditor) ??
    showing.find((one) => one === before) ??
    showing[0]
  );
}
