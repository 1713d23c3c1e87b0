import { FileDecoration, window } from "vscode";
import type { Disposable } from "vscode";
import { BADGE_SCHEME } from "./node.ts";

/** How many problems a PRD has, at the end of its line, where a long name does not hide it. */
export function registerTreeBadges(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, query }): FileDecoration | undefined {
      const open = Number(query);
      if (scheme !== BADGE_SCHEME || open === 0) return undefined;
      return new FileDecoration(open > 99 ? "99" : String(open), `${open} open`);
    },
  });
}
