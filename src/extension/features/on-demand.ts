import { CodeActionKind, Disposable, EventEmitter, languages, workspace } from "vscode";
import type { Services } from "../services/services.ts";
import { rangeOf } from "../ranges.ts";
import { prdMarkdown } from "./selector.ts";

/*
 * What nobody waits for when a PRD opens: registered then, and loaded when somebody first asks for it in a PRD.
 */

/** Completion, after what can begin an offer too. */
export function registerCompletion(services: Services): Disposable {
  return languages.registerCompletionItemProvider(
    prdMarkdown,
    {
      async provideCompletionItems(document, position) {
        const kind = services.openPrds.get(document)?.kind;
        if (kind === undefined || kind === "candidate") return undefined;
        const { completionsAt } = await import("./completion/completion.ts");
        return completionsAt(services, document, position);
      },
    },
    "@",
    "#",
    "*",
    "(",
    ":",
    " ",
    '"',
  );
}

/** The light bulb. */
export function registerQuickFixes(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    prdMarkdown,
    {
      async provideCodeActions(document, range, context) {
        const kind = context.only ?? CodeActionKind.QuickFix;
        if (services.openPrds.get(document) === undefined || !kind.contains(CodeActionKind.QuickFix))
          return [];
        const { quickFixesAt } = await import("./quick-fixes.ts");
        return quickFixesAt(services, document, range, context);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** The answers to what waits for one, in the light bulb's menu. */
export function registerAnswerActions(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    prdMarkdown,
    {
      async provideCodeActions(document, range, { only }) {
        if (services.openPrds.get(document) === undefined) return [];
        if (only !== undefined && !only.contains(CodeActionKind.Refactor)) return [];
        const { answersAt } = await import("./commands/answers.ts");
        return answersAt(services, document, range);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.Refactor] },
  );
}

const fixAllKind = CodeActionKind.SourceFixAll.append("seamwork");

/** All safe fixes at once: as a source action, and on save where `editor.codeActionsOnSave` asks for it. */
export function registerFixAll(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    prdMarkdown,
    {
      async provideCodeActions(document, _range, { only }) {
        // Only when it is asked for: nobody wants it in the light bulb's menu.
        if (only?.intersects(fixAllKind) !== true || services.openPrds.get(document) === undefined) return [];
        const { fixAllIn } = await import("./fix-all.ts");
        return fixAllIn(document, services, fixAllKind);
      },
    },
    { providedCodeActionKinds: [fixAllKind] },
  );
}

/** Hovers. */
export function registerHover(services: Services): Disposable {
  return languages.registerHoverProvider(prdMarkdown, {
    async provideHover(document, position) {
      if (services.openPrds.get(document) === undefined) return undefined;
      const { hoverAt } = await import("./hover.ts");
      return hoverAt(services, document, position);
    },
  });
}

/** What stands above each requirement, and above what a team has beside them. */
export function registerLenses({ openPrds, clock, library, me }: Services): Disposable {
  const changed = new EventEmitter<void>();
  const again = (): void => changed.fire();
  return Disposable.from(
    changed,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("seamwork.codeLens.enabled")) again();
    }),
    openPrds.onDidClose(again),
    clock.onNewDay(again),
    me.onDidChange(again),
    library.onDidChange(again),
    languages.registerCodeLensProvider(prdMarkdown, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const kind = openPrds.get(document)?.kind;
        if (kind === undefined || kind === "candidate") return [];
        if (!workspace.getConfiguration("seamwork", document.uri).get("codeLens.enabled", true)) return [];
        const { lensesIn } = await import("./lenses.ts");
        const team = openPrds.get(document)?.team;
        const who = team && (await me.of(team));
        const prd = openPrds.get(document);
        const place = library.placeOf(document.uri);
        return prd === undefined ? [] : lensesIn(prd, { today: clock.today(), me: who, place });
      },
    }),
  );
}

/** Definition, references and rename of ids, here and in other documents. */
export function registerIds(services: Services): Disposable {
  const { openPrds } = services;
  return Disposable.from(
    languages.registerDefinitionProvider(prdMarkdown, {
      async provideDefinition(document, position) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { definitionsAt } = await import("./id-places.ts");
        return definitionsAt(services, prd, document.offsetAt(position));
      },
    }),
    languages.registerReferenceProvider(prdMarkdown, {
      async provideReferences(document, position, { includeDeclaration }) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { referencesAt } = await import("./id-places.ts");
        return referencesAt(services, prd, document.offsetAt(position), includeDeclaration);
      },
    }),
    languages.registerRenameProvider(prdMarkdown, {
      async prepareRename(document, position) {
        const { renamableAt } = await import("./ids.ts");
        const found = renamableAt(openPrds.get(document)?.model(), document.offsetAt(position));
        return { range: rangeOf(document, found), placeholder: found.id };
      },
      async provideRenameEdits(document, position, newName) {
        const prd = openPrds.get(document);
        if (prd === undefined) return undefined;
        const { renameEdits } = await import("./id-places.ts");
        return renameEdits(services, prd, document.offsetAt(position), newName.trim());
      },
    }),
  );
}
