import { EventEmitter, window } from "vscode";
import type { Disposable, Event, TextDocument } from "vscode";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";

/** The PRD that the panel is about: that in the active editor, else the last one that is still open. */
export interface Shown extends Disposable {
  /** A PRD or a candidate; undefined when none is open. */
  prd(): OpenPrd | undefined;
  /** Fires when it is another one, or has become a PRD. */
  readonly onDidChange: Event<void>;
}

export function createShown({ openPrds }: Services): Shown {
  const changed = new EventEmitter<void>();
  let shown: OpenPrd | undefined;

  const find = (): OpenPrd | undefined => {
    const known = (document: TextDocument | undefined): OpenPrd | undefined => {
      const found = document && openPrds.get(document);
      return found !== undefined && isShown(found) ? found : undefined;
    };
    const visible = (): OpenPrd | undefined =>
      window.visibleTextEditors.map(({ document }) => known(document)).find((one) => one !== undefined);
    const any = [...openPrds.all()].find(isShown);
    return known(window.activeTextEditor?.document) ?? known(shown?.document) ?? visible() ?? any;
  };
  const look = (): void => {
    const now = find();
    if (now === shown) return;
    shown = now;
    changed.fire();
  };

  const disposables: Disposable[] = [
    changed,
    window.onDidChangeActiveTextEditor(look),
    openPrds.onDidChange(look),
    openPrds.onDidClose(look),
  ];
  look();
  return {
    prd: () => shown,
    onDidChange: changed.event,
    dispose() {
      for (const one of disposables) one.dispose();
    },
  };
}

/** A cycle or a retro leaves the panel as it is: it has no matrix of its own. */
function isShown({ kind }: OpenPrd): boolean {
  return kind === "prd" || kind === "candidate";
}
