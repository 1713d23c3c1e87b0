import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { VNode } from "preact";
import type { CycleBoard } from "../../core/board/model.ts";
import type { Bucket, Split } from "../../core/facts/model.ts";
import { Figure, fillOf, Legend, Picture } from "./figure.tsx";
import type { Pattern } from "./figure.tsx";
import { Count, Go, nameOf } from "./go.tsx";
import type { BoardDoes } from "./go.tsx";
import { count } from "../../core/words/count.ts";
import { daysWords, span } from "../../core/words/days.ts";
import { shorten } from "../../core/words/shorten.ts";
import { splitChanges, splitWords } from "../../core/words/split.ts";

const fills: Readonly<Record<Bucket, Pattern>> = { product: "plain", health: "stripes", ops: "dots" };
const buckets = Object.keys(fills) as Bucket[];

interface CyclesProps {
  readonly id: string;
  readonly cycles: readonly CycleBoard[];
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

/** For each cycle the split that was agreed, the one that was renegotiated, and the one that the plan makes. */
export function Cycles({ id, cycles, level, does }: CyclesProps): VNode {
  const part = { id: `${id}-cycles`, level, title: "Cycles" };
  if (cycles.length === 0) {
    return (
      <Figure
        {...part}
        summary="There are no cycles yet: nobody has written down how capacity is shared."
        children={null}
      />
    );
  }
  const now = cycles.find(({ when }) => when === "now") ?? cycles[0];
  const summary =
    now === undefined
      ? ""
      : `${nameOf(now)}: ${
          rowsOf(now)
            .map(([name, split]) => `${name} ${splitWords(split)}`)
            .join("; ") || "nothing agreed yet"
        }.`;
  return (
    <Figure
      {...part}
      summary={summary}
      picture={
        <>
          <Splits id={id} cycles={cycles} />
          <Legend board={id} entries={buckets.map((bucket) => [fills[bucket], bucket])} />
        </>
      }
    >
      <div class="scroll" role="group" aria-label="Capacity split by cycle" tabIndex={0}>
        <table>
          <caption class="sr">Capacity split by cycle, in per cent</caption>
          <thead>
            <tr>
              <th scope="col">Cycle</th>
              <th scope="col">Agreed</th>
              <th scope="col">Renegotiated</th>
              <th scope="col">Planned</th>
              <th scope="col">Work</th>
            </tr>
          </thead>
          <tbody>
            {cycles.map((cycle) => (
              <CycleRow key={cycle.path} cycle={cycle} does={does} />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

function CycleRow({ cycle, does }: { cycle: CycleBoard; does: BoardDoes | undefined }): VNode {
  const { agreed, renegotiated, renegotiations, planned, capacity, at } = cycle;
  const name = nameOf(cycle);
  const things = planned.items.map(({ name, bucket, days, at }, index) => ({
    key: String(index),
    at,
    name,
    said: `${bucket ?? "no bucket"}, ${days === undefined ? "no effort given" : daysWords(days)}`,
  }));
  return (
    <tr>
      <th scope="row">
        <Go at={at} does={does}>
          {name}
        </Go>
        <span class="said whole">{span(cycle)}</span>
      </th>
      <td>
        {agreed === undefined ? (
          "not yet"
        ) : (
          <Go at={agreed.at} does={does}>
            {splitWords(agreed.split)}
          </Go>
        )}
      </td>
      <td>
        {renegotiated !== undefined && (
          <Go at={renegotiated.at} does={does}>
            {splitWords(renegotiated.split)}
          </Go>
        )}
        <ul>
          {renegotiations.map(({ id, date, changes, reason, at }) => (
            <li key={`${id} ${at.start}`}>
              <Go at={at} does={does}>
                {id}
              </Go>{" "}
              <span class="said">
                {date ?? "no date"}, {splitChanges(changes)}: {reason}
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td>{planned.shares === undefined ? "nothing yet" : splitWords(planned.shares)}</td>
      <td>
        <Count number={planned.items.length} of={`Work of ${name}`} things={things} does={does} />
        <span class="said">
          {daysWords(planned.total)}
          {capacity !== undefined && ` of ${daysWords(capacity)}`}
          {planned.withoutEffort > 0 && `, ${count(planned.withoutEffort, "item")} with no effort given`}
          {planned.withoutBucket > 0 && `, ${count(planned.withoutBucket, "item")} with no bucket`}
        </span>
      </td>
    </tr>
  );
}

function rowsOf({ agreed, renegotiated, planned }: CycleBoard): [string, Split][] {
  const rows: [string, Split | undefined][] = [
    ["agreed", agreed?.split],
    ["renegotiated", renegotiated?.split],
    ["planned", planned.shares],
  ];
  return rows.flatMap(([name, split]): [string, Split][] => (split === undefined ? [] : [[name, split]]));
}

const size = { width: 640, row: 22, gap: 12, left: 190, right: 110 };
/** Most cycles that are drawn; the table has all. */
const MOST_DRAWN = 8;

function Splits({ id, cycles }: { id: string; cycles: readonly CycleBoard[] }): VNode | null {
  const drawn = cycles.map((cycle) => ({ cycle, rows: rowsOf(cycle) })).filter(({ rows }) => rows.length > 0);
  const shown = drawn.slice(0, MOST_DRAWN);
  if (shown.length === 0) return null;
  const words = shown
    .map(
      ({ cycle, rows }) =>
        `${nameOf(cycle)}: ${rows.map(([name, split]) => `${name} ${splitWords(split)}`).join("; ")}`,
    )
    .join(". ");
  let top = 0;
  const groups = shown.map(({ cycle, rows }) => {
    const at = top;
    top += rows.length * size.row + size.gap;
    return { cycle, rows, at };
  });
  return (
    <Picture
      id={`${id}-splits`}
      width={size.width}
      height={top}
      title="Agreed, renegotiated and planned capacity split"
      words={words}
    >
      {groups.map(({ cycle, rows, at }) => (
        <g key={cycle.path}>
          <text x={0} y={at + 15} class="strong">
            {shorten(nameOf(cycle), 12)}
          </text>
          {rows.map(([name, split], row) => (
            <SplitBar key={name} id={id} name={name} split={split} y={at + row * size.row} />
          ))}
        </g>
      ))}
    </Picture>
  );
}

function SplitBar({ id, name, split, y }: { id: string; name: string; split: Split; y: number }): VNode {
  const sum = Math.max(100, split.product + split.health + split.ops);
  const x = scaleLinear([0, sum], [size.left, size.width - size.right]).clamp(true);
  const layers = stack<Split, Bucket>().keys(buckets)([split]);
  return (
    <g>
      <text x={size.left - 8} y={y + 15} text-anchor="end">
        {name}
      </text>
      {layers.map((layer) => {
        const [from = 0, to = 0] = layer[0] ?? [];
        return to > from ? (
          <rect
            key={layer.key}
            class="edge"
            x={x(from)}
            y={y + 3}
            width={x(to) - x(from)}
            height={size.row - 7}
            fill={fillOf(id, fills[layer.key])}
          />
        ) : null;
      })}
      <text x={size.width - size.right + 8} y={y + 15}>
        {buckets.map((bucket) => split[bucket]).join(" / ")}
      </text>
    </g>
  );
}
