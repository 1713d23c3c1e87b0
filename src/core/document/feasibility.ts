import type { TableBlock } from "../markdown/block.ts";
import type { Gathered } from "./collected.ts";
import { headingId } from "../recognise/lead.ts";
import type { Option, OptionTable } from "./model.ts";
import { passageOf, rangeIn } from "./passage.ts";
import type { Located } from "./passage.ts";
import { columnNamed } from "../recognise/table.ts";

/** Options are the rows of a table that has a column for them and one for their time, trade-off or choice. */
export function optionTableOf(
  { block, placed }: Located<TableBlock>,
  gathered: Gathered,
): OptionTable | undefined {
  const columns = {
    option: columnNamed(block, /^options?$/i),
    time: columnNamed(block, /^(?:time|effort|estimate|duration)$/i),
    tradeOff: columnNamed(block, /^trade-?\s?offs?$/i),
    chosen: columnNamed(block, /^(?:chosen|choice|decision)\??$/i),
  };
  if (columns.option < 0 || (columns.time < 0 && columns.tradeOff < 0 && columns.chosen < 0))
    return undefined;
  const options: Option[] = [];
  for (const row of block.rows.slice(1)) {
    const cell = (column: number) => {
      const inline = column < 0 ? undefined : row.cells[column];
      return inline === undefined ? undefined : passageOf(inline, placed);
    };
    const name = cell(columns.option);
    if (name === undefined || row.cells.every(({ text }) => text.trim() === "")) continue;
    const chosenCell = cell(columns.chosen);
    const range = { start: placed.start + row.start, end: placed.start + row.end };
    const found = headingId(name.inline);
    options.push({
      ...range,
      id: found?.id,
      name,
      time: cell(columns.time),
      tradeOff: cell(columns.tradeOff),
      chosenCell,
      chosen: /^(?:yes|y|x|✓|✔|✅|chosen|\[x\])/iu.test(chosenCell?.text.trim() ?? ""),
    });
    if (found !== undefined) {
      const title = name.text.slice(found.title).trim() || (cell(columns.tradeOff)?.text ?? "");
      gathered.definitions.push({
        ...rangeIn(name, found.start, found.end),
        id: found.id,
        kind: "option",
        title,
        block: range,
      });
    }
  }
  return { start: placed.start + block.start, end: placed.start + block.end, options, columns };
}
