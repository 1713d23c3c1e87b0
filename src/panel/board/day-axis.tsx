import type { ScaleTime } from "d3-scale";
import type { VNode } from "preact";
import { dayTicks } from "./time.ts";

interface DayAxisProps {
  readonly scale: ScaleTime<number, number>;
  readonly top: number;
  readonly bottom: number;
}

/** Days along the bottom, each with a thin line up. */
export function DayAxis({ scale, top, bottom }: DayAxisProps): VNode {
  const [from = 0, to = 0] = scale.range();
  return (
    <g class="axis">
      {dayTicks(scale).map(({ x, day }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={top} y2={bottom} />
          <text x={Math.min(Math.max(x, from + 34), to - 34)} y={bottom + 14} text-anchor="middle">
            {day}
          </text>
        </g>
      ))}
    </g>
  );
}
