import { CodeLens, Disposable, EventEmitter, languages, Range, workspace } from "vscode";
import type { TextDocument } from "vscode";
import type { Lens } from "../../../core/language/lens.ts";
import type { Services } from "../../services/services.ts";
import { prdMarkdown } from "../selector.ts";

const SETTING = "codeLens.enabled";

/** What stands above each requirement, and above what a team has beside them. */
export function registerLenses({ openPrds, clock, library, me }: Services): Disposable {
  const changed = new EventEmitter<void>();
  const again = (): void => changed.fire();
  return Disposable.from(
    changed,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`seamwork.${SETTING}`)) again();
    }),
    openPrds.onDidClose(again),
    clock.onNewDay(again),
    me.onDidChange(again),
    library.onDidChange(again),
    languages.registerCodeLensProvider(prdMarkdown, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const before = openPrds.get(document);
        if (before === undefined || before.kind === "candidate") return [];
        if (!workspace.getConfiguration("seamwork", document.uri).get(SETTING, true)) return [];
        const { lensesIn } = await import("../../../core/language/lenses.ts");
        const who = await me.of(before.team);
        // The text may have changed, or the document be closed, while somebody's name was looked up.
        const prd = openPrds.get(document);
        if (prd === undefined) return [];
        const { kind, team } = prd;
        const asked = { model: prd.model(), kind, config: team.config, today: clock.today(), me: who };
        const lenses = lensesIn({ ...asked, place: library.placeOf(document.uri) });
        return lenses.map((lens) => codeLensOf(document, lens));
      },
    }),
  );
}

function codeLensOf(document: TextDocument, { at, title, tooltip, command, args = [] }: Lens): CodeLens {
  const position = document.positionAt(at);
  return new CodeLens(new Range(position, position), {
    title,
    command: `seamwork.${command}`,
    arguments: [document.uri, ...args],
    ...(tooltip !== undefined && { tooltip }),
  });
}
