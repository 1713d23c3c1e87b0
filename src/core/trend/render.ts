import { seams } from "./figures.ts";
import { changeOf } from "./trend.ts";
import type { Trend, TrendPoint } from "./trend.ts";
import { figure } from "../words/count.ts";
import { changeWords } from "../words/board.ts";

/** A trend for a terminal: the days on which something changed, and how today stands beside the first of them. */
export function trendText(trend: Trend): string {
  const { points, from, today } = trend;
  const shown = points.filter((point, index) => {
    const before = points[index - 1];
    return before === undefined || index === points.length - 1 || !sameFigures(before, point);
  });
  const rows = [
    ["day", ...seams, "documents"],
    ...shown.map(({ day, open, documents }) => [
      day,
      ...seams.map((seam) => figure(open[seam])),
      figure(documents),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  "),
  );
  const said = seams.flatMap((seam) => {
    const change = changeOf(trend, seam);
    if (change === undefined) return [];
    return [`${seam}: ${figure(change.now)} open, ${changeWords(change)}`];
  });
  return (
    [`Open conversations from ${from} to ${today}`, "", ...table, "", ...said].join("\n").trimEnd() + "\n"
  );
}

function sameFigures(a: TrendPoint, b: TrendPoint): boolean {
  return a.documents === b.documents && seams.every((seam) => a.open[seam] === b.open[seam]);
}
