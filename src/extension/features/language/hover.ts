import { Hover, languages, MarkdownString } from "vscode";
import type { Disposable } from "vscode";
import { rangeOf } from "../../ranges.ts";
import { othersOf } from "../../services/others.ts";
import type { Services } from "../../services/services.ts";
import { prdMarkdown } from "../selector.ts";

/** Hovers. */
export function registerHover(services: Services): Disposable {
  return languages.registerHoverProvider(prdMarkdown, {
    async provideHover(document, position) {
      const prd = services.openPrds.get(document);
      if (prd === undefined) return undefined;
      const { hoverAt } = await import("../../../core/language/hover.ts");
      const { config, file } = prd.team;
      const found = await hoverAt({
        model: prd.model(),
        offset: document.offsetAt(position),
        others: othersOf(services, document),
        config,
        teamFile: file !== undefined,
        today: services.clock.today(),
      });
      return (
        found && new Hover(new MarkdownString(found.paragraphs.join("\n\n")), rangeOf(document, found.range))
      );
    },
  });
}
