import type { Option, OptionTable } from "./model.ts";
import type { Passage } from "./passage.ts";

/** What an option is called in a message: its id, else its name, else the row it is. */
export function optionName({ id, name }: Option, index: number): string {
  if (id !== undefined) return id;
  const called = name.text.trim();
  if (called === "") return `Option ${index + 1}`;
  return called.length > 40 ? `"${called.slice(0, 39)}…"` : `"${called}"`;
}

/** True for a cell that says nothing: empty, a dash, a question mark, "TBD". */
export function saysNothing(cell: Passage | undefined): boolean {
  return cell === undefined || /^(?:[\s.…?–—-]*|tbd|tbc|todo|n\/?a|none)$/i.test(cell.text.trim());
}

/** The option that was chosen, where exactly one was in the whole document. */
export function onlyChosen(tables: readonly OptionTable[]): { option: Option; index: number } | undefined {
  const chosen: { option: Option; index: number }[] = [];
  for (const { options } of tables) {
    for (const [index, option] of options.entries()) if (option.chosen) chosen.push({ option, index });
  }
  return chosen.length === 1 ? chosen[0] : undefined;
}
