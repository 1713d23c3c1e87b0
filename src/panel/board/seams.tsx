import { scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import type { VNode } from "preact";
import type { Age, Board, SeamBoard } from "../../core/board/model.ts";
import { Figure, fillOf, Legend, Picture } from "./figure.tsx";
import type { Pattern } from "./figure.tsx";
import { Count, nameOf } from "./go.tsx";
import type { BoardDoes, Counted } from "./go.tsx";
import { ageNames, changeWords, seamMeanings, seamNames } from "../../core/words/board.ts";
import { figure } from "../../core/words/count.ts";

const fills: Readonly<Record<Age, Pattern>> = {
  "0-7": "empty",
  "8-14": "dots",
  "15-30": "stripes",
  older: "plain",
  undated: "rungs",
};
const ages = Object.keys(ageNames) as Age[];

interface SeamsProps {
  readonly id: string;
  readonly board: Board;
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

/** What is open at the three seams, by age. */
export function Seams({ id, board, level, does }: SeamsProps): VNode {
  const { seams } = board;
  const summary = seams
    .map((seam) => {
      return `${seamNames[seam.seam]}: ${figure(seam.open)} open${seam.change === undefined ? "" : `, ${changeWords(seam.change)}`}`;
    })
    .join(". ");
  return (
    <Figure
      id={`${id}-seams`}
      level={level}
      title="The three seams"
      summary={`${summary}.`}
      picture={
        <>
          <Bars id={id} seams={seams} words={summary} />
          <Legend board={id} entries={ages.map((age) => [fills[age], ageNames[age]])} />
        </>
      }
    >
      <p class="meaning">{seamMeanings}</p>
      <div class="scroll" role="group" aria-label="Open conversations by seam and age" tabIndex={0}>
        <table>
          <caption class="sr">Open conversations by seam and age</caption>
          <thead>
            <tr>
              <th scope="col">Seam</th>
              <th scope="col">Open</th>
              {ages.map((age) => (
                <th scope="col" key={age}>
                  {ageNames[age]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seams.map((seam) => (
              <SeamRow key={seam.seam} seam={seam} does={does} />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

function SeamRow({
  seam: { seam, open, ages },
  does,
}: {
  seam: SeamBoard;
  does: BoardDoes | undefined;
}): VNode {
  const name = seamNames[seam];
  const things = ages.map(({ age, documents }) =>
    documents.map((one): Counted => ({
      key: `${age} ${one.path}`,
      at: one.at,
      name: nameOf(one),
      said: `${figure(one.open)}: ${one.text}`,
    })),
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">
        <Count number={open} of={`${name}, all`} things={things.flat()} does={does} />
      </td>
      {ages.map(({ age, open }, index) => (
        <td key={age} class="number">
          <Count number={open} of={`${name}, ${ageNames[age]}`} things={things[index] ?? []} does={does} />
        </td>
      ))}
    </tr>
  );
}

const size = { width: 640, row: 34, left: 110, right: 60 };

function Bars({ id, seams, words }: { id: string; seams: readonly SeamBoard[]; words: string }): VNode {
  const most = Math.max(1, ...seams.map(({ open }) => open));
  const x = scaleLinear([0, most], [size.left, size.width - size.right]);
  const layers = stack<SeamBoard, Age>()
    .keys(ages)
    .value(({ ages }, key) => ages.find(({ age }) => age === key)?.open ?? 0)([...seams]);
  const height = size.row * seams.length + 4;
  return (
    <Picture
      id={`${id}-bars`}
      width={size.width}
      height={height}
      title="Open conversations by age"
      words={words}
    >
      {seams.map(({ seam, open }, row) => (
        <g key={seam}>
          <text x={size.left - 8} y={row * size.row + 21} text-anchor="end">
            {seamNames[seam]}
          </text>
          {layers.map((layer) => {
            const [from, to] = layer[row] ?? [0, 0];
            return to > from ? (
              <rect
                key={layer.key}
                class="edge"
                x={x(from)}
                y={row * size.row + 5}
                width={x(to) - x(from)}
                height={size.row - 10}
                fill={fillOf(id, fills[layer.key])}
              />
            ) : null;
          })}
          <text x={x(open) + 8} y={row * size.row + 21} class="strong">
            {figure(open)}
          </text>
        </g>
      ))}
    </Picture>
  );
}
