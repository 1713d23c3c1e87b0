import type { QuickPickItem } from "vscode";
import { kindMeaning } from "../../../core/language/constraint-kinds.ts";

/** Kinds of constraints to pick from. */
export function kindItems(kinds: readonly string[]): QuickPickItem[] {
  return kinds.map((kind) => ({
    label: kind,
    description: kindMeaning(kind) ?? "one of your team's own kinds",
  }));
}
