import type { PairRow, Split } from "../facts/model.ts";
import { splitText } from "../facts/split.ts";
import { addDays } from "../text/days.ts";
import { yamlText } from "../config/yaml-text.ts";

/** What the template of a cycle is filled with. Handles have their `@`. */
export interface CycleValues {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** As `60w`; undefined where nobody has said it yet. */
  readonly capacity: string | undefined;
  readonly split: Split;
  /** Who is likely to agree for product and for engineering. */
  readonly pm: string | undefined;
  readonly eng: string | undefined;
  readonly pairs: readonly Omit<PairRow, "start" | "end">[];
  /** Days before the cycle on which it is planned. */
  readonly planning: number;
}

/**
 * The text of a new cycle, with `\n` as line end. Its split is a proposal: nobody has agreed to it, and the sections that
 * begin empty show their lines in comments, which nobody reads as content.
 */
export function cycleTemplate(values: CycleValues): string {
  const { id, from, to, capacity, split, pm = "@pm", eng = "@eng", planning } = values;
  const planned = addDays(from, -planning);
  return `---
cycle: ${yamlText(id)}
schema: cycle/1
from: ${from}
to: ${to}
capacity:${capacity === undefined ? "" : ` ${capacity}`}
product: ${split.product}
health: ${split.health}
ops: ${split.ops}
---

# ${id}

## Agreement

<!-- The split above is a proposal until both sides have agreed to it, one line each: - **Agreed** ${pm}, ${planned} \`${splitText(split)}\` -->

<!-- And what each of you did not get: - **Gave up** ${eng}: what, and until when. -->

## Renegotiations

<!-- One line each: - **N1** ${pm} and ${eng}, ${from}: product ${split.product} to …, ops ${split.ops} to …. Because … -->

## Work

${table(["Item", "Bucket", "Effort", "Who"], [])}

## Pairs

${table(["Item", "PM", "Engineer", "Since", "Hold until"], values.pairs.map(pairCells))}

## Disagreements

<!-- One line each: - **D1** tier 2 (trade-off), ${pm} and ${eng}, ${from}: what do two teams both need? -->

## Cadence

<!-- One line each: - ${from} weekly ${pm} ${eng}, 15 min: what came up -->
`;
}

function pairCells({
  item,
  pm = "",
  eng = "",
  since = "",
  holdUntil = "",
}: CycleValues["pairs"][number]): string[] {
  return [item.replace(/\s+/g, " ").replaceAll("|", "\\|"), pm, eng, since, holdUntil];
}

/** Columns as wide as their widest cell, as formatters write them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
