import { scaleLinear } from "d3-scale";
import { curveStepAfter, line } from "d3-shape";
import type { VNode } from "preact";
import type { Board } from "../../core/board/model.ts";
import type { Seam } from "../../core/problem.ts";
import type { Trend as Data, TrendPoint } from "../../core/trend/trend.ts";
import { DayAxis } from "./day-axis.tsx";
import { Figure, Picture } from "./figure.tsx";
import { dayScale, endOf, timeOf } from "./time.ts";
import { seamNames } from "../../core/words/board.ts";
import { figure } from "../../core/words/count.ts";

const seams = Object.keys(seamNames) as Seam[];
const size = { width: 640, height: 220, left: 44, right: 120, top: 10, bottom: 24 };

interface TrendProps {
  readonly id: string;
  readonly trend: Board["trend"];
  readonly level: number;
}

/** What was open at each seam, day by day. */
export function Trend({ id, trend, level }: TrendProps): VNode | null {
  if (trend === undefined) return null;
  const part = { id: `${id}-trend`, level, title: "Open over time" };
  if ("missing" in trend) return <Figure {...part} summary={trend.missing} children={null} />;
  const { points } = trend;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return null;
  const words = seams
    .map((seam) => `${seamNames[seam]} from ${number(first, seam)} to ${number(last, seam)}`)
    .join(", ");
  const summary = `From ${first.day} to ${last.day}: ${words}.`;
  return (
    <Figure {...part} summary={summary} picture={<Lines id={id} trend={trend} words={summary} />}>
      <details class="behind">
        <summary>The numbers by day</summary>
        <div class="scroll" role="group" aria-label="Open conversations by day" tabIndex={0}>
          <table>
            <caption class="sr">Open conversations by day</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                {seams.map((seam) => (
                  <th scope="col" key={seam}>
                    {seamNames[seam]}
                  </th>
                ))}
                <th scope="col">Documents</th>
                <th scope="col">Commit</th>
              </tr>
            </thead>
            <tbody>
              {changed(points).map((point) => (
                <tr key={point.day}>
                  <th scope="row">{point.day}</th>
                  {seams.map((seam) => (
                    <td key={seam} class="number">
                      {number(point, seam)}
                    </td>
                  ))}
                  <td class="number">{figure(point.documents)}</td>
                  <td>
                    <code>{point.commit.slice(0, 10)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Figure>
  );
}

function number({ open }: TrendPoint, seam: Seam): string {
  return figure(open[seam]);
}

/** The days on which a number is another one than before, and the last day. */
function changed(points: readonly TrendPoint[]): TrendPoint[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    return (
      before === undefined ||
      index === points.length - 1 ||
      before.documents !== point.documents ||
      seams.some((seam) => before.open[seam] !== point.open[seam])
    );
  });
}

function Lines({ id, trend, words }: { id: string; trend: Data; words: string }): VNode {
  const { points } = trend;
  const from = points[0]?.day ?? trend.from;
  const x = dayScale(from, trend.today, [size.left, size.width - size.right]);
  const most = Math.max(1, ...points.flatMap(({ open }) => seams.map((seam) => open[seam])));
  const y = scaleLinear([0, most], [size.height - size.bottom, size.top]).nice(4);
  const last = points.at(-1);
  const bottom = size.height - size.bottom;
  const labels = spread(
    seams.map((seam) => ({ seam, y: y(last?.open[seam] ?? 0) })),
    15,
    bottom,
  );
  return (
    <Picture
      id={`${id}-lines`}
      width={size.width}
      height={size.height}
      title="Open conversations over time"
      words={words}
    >
      <g class="axis">
        {y
          .ticks(4)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line x1={size.left} x2={size.width - size.right} y1={y(tick)} y2={y(tick)} />
              <text x={size.left - 6} y={y(tick) + 4} text-anchor="end">
                {figure(tick)}
              </text>
            </g>
          ))}
      </g>
      <DayAxis scale={x} top={size.top} bottom={bottom} />
      {seams.map((seam) => {
        const path = line<{ at: Date; open: number }>()
          .x(({ at }) => x(at))
          .y(({ open }) => y(open))
          .curve(curveStepAfter);
        const steps = points.map(({ day, open }) => ({ at: timeOf(day), open: open[seam] }));
        const [end] = steps.slice(-1);
        // What is open today is so until the day ends.
        if (end !== undefined) steps.push({ at: endOf(trend.today), open: end.open });
        return <path key={seam} class={`line ${seam}`} d={path(steps) ?? ""} />;
      })}
      {labels.map(({ seam, y }) => (
        <g key={seam}>
          <line
            class={`line ${seam}`}
            x1={size.width - size.right + 6}
            x2={size.width - size.right + 26}
            y1={y}
            y2={y}
          />
          <text x={size.width - size.right + 30} y={y + 4}>
            {seamNames[seam]}
          </text>
        </g>
      ))}
    </Picture>
  );
}

/** Labels so far apart that each can be read, none below the bottom. */
function spread<Label extends { y: number }>(
  labels: readonly Label[],
  apart: number,
  bottom: number,
): Label[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let most = bottom - apart * (sorted.length - 1);
  let least = -Infinity;
  return sorted.map((label) => {
    const y = Math.max(least, Math.min(label.y, most));
    least = y + apart;
    most += apart;
    return { ...label, y };
  });
}
