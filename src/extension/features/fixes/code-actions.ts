import { CodeActionKind, languages } from "vscode";
import type { Disposable } from "vscode";
import type { Services } from "../../services/services.ts";
import { prdMarkdown } from "../selector.ts";

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
        const { answersAt } = await import("../commands/answers.ts");
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
