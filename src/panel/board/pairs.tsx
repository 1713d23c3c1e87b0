import type { VNode } from "preact";
import type { Board, PairBoard } from "../../core/board/model.ts";
import { DayAxis } from "./day-axis.tsx";
import { Figure, fillOf, Legend, Picture } from "./figure.tsx";
import { Go } from "./go.tsx";
import type { BoardDoes } from "./go.tsx";
import { dayScale, endOf, timeOf } from "./time.ts";
import { rotationWords } from "../../core/words/board.ts";
import { count, figure } from "../../core/words/count.ts";
import { daysWords, span as spanWords } from "../../core/words/days.ts";
import { shorten } from "../../core/words/shorten.ts";

interface PairsProps {
  readonly id: string;
  readonly board: Board;
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

/** Who worked with whom over time, and whose rotation is due; in the order of the handles. */
export function Pairs({ id, board: { pairs: found, today }, level, does }: PairsProps): VNode {
  const { pairs, span } = found;
  const part = { id: `${id}-pairs`, level, title: "Pairs" };
  if (span === undefined) return <Figure {...part} summary="Nobody is paired yet." children={null} />;
  const due = pairs.filter(({ rotation }) => rotation?.due === true).length;
  const now = pairs.filter(({ current }) => current).length;
  const summary = `${count(now, "pair")} now, ${figure(pairs.length)} over the past year; ${due === 0 ? "no rotation is due" : `${count(due, "rotation")} due`}.`;
  return (
    <Figure
      {...part}
      summary={summary}
      picture={
        <>
          <Lanes id={id} pairs={pairs} span={span} today={today} words={summary} />
          <Legend
            board={id}
            entries={[
              ["plain", "together"],
              ["stripes", "since a rotation was due"],
            ]}
          />
        </>
      }
    >
      <div class="scroll" role="group" aria-label="Pairs and their rotations" tabIndex={0}>
        <table>
          <caption class="sr">Pairs and their rotations</caption>
          <thead>
            <tr>
              <th scope="col">Pair</th>
              <th scope="col">Since</th>
              <th scope="col">For</th>
              <th scope="col">Rotation</th>
              <th scope="col">Works on</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <PairRow key={nameOf(pair)} pair={pair} does={does} />
            ))}
          </tbody>
        </table>
      </div>
    </Figure>
  );
}

function nameOf({ pm, eng }: PairBoard): string {
  return `${pm} and ${eng}`;
}

function PairRow({ pair, does }: { pair: PairBoard; does: BoardDoes | undefined }): VNode {
  const last = pair.spells.at(-1);
  return (
    <tr>
      <th scope="row">{nameOf(pair)}</th>
      <td>{pair.since}</td>
      <td class="number">
        {last === undefined ? (
          daysWords(pair.days)
        ) : (
          <Go at={last.at} does={does}>
            {daysWords(pair.days)}
          </Go>
        )}
      </td>
      <td>{rotationWords(pair)}</td>
      <td>
        <ul>
          {pair.spells.map(({ item, from, to, at }) => (
            <li key={`${item} ${from} ${at.path} ${at.start}`}>
              <Go at={at} does={does}>
                {item === "" ? "no item" : item}
              </Go>{" "}
              <span class="said">{spanWords({ from, to })}</span>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

const size = { width: 640, row: 26, left: 170, right: 20, bottom: 24 };
/** Most pairs that are drawn; the table has all. */
const MOST_DRAWN = 30;

interface LanesProps {
  readonly id: string;
  readonly pairs: readonly PairBoard[];
  readonly span: { readonly from: string; readonly to: string };
  readonly today: string;
  readonly words: string;
}

function Lanes({ id, pairs, span, today, words }: LanesProps): VNode {
  const shown = pairs.slice(0, MOST_DRAWN);
  const bottom = shown.length * size.row;
  const x = dayScale(span.from, span.to, [size.left, size.width - size.right]);
  return (
    <Picture
      id={`${id}-lanes`}
      width={size.width}
      height={bottom + size.bottom}
      title="Pairs over time"
      words={words}
    >
      <DayAxis scale={x} top={0} bottom={bottom} />
      {shown.map((pair, row) => (
        <g key={nameOf(pair)}>
          <text x={size.left - 8} y={row * size.row + 17} text-anchor="end">
            {shorten(nameOf(pair), 24)}
          </text>
          {unbroken(pair.spells).map(({ from, to }) => (
            <rect
              key={from}
              class="edge"
              x={x(timeOf(from))}
              y={row * size.row + 5}
              width={Math.max(2, x(endOf(to)) - x(timeOf(from)))}
              height={size.row - 10}
              fill={fillOf(id, "plain")}
            />
          ))}
          {pair.rotation?.due === true && (
            <rect
              class="edge"
              x={x(timeOf(pair.rotation.on))}
              y={row * size.row + 5}
              width={Math.max(2, x(endOf(today)) - x(timeOf(pair.rotation.on)))}
              height={size.row - 10}
              fill={fillOf(id, "stripes")}
            />
          )}
        </g>
      ))}
    </Picture>
  );
}

/** The times in which two worked together, on whatever: what overlaps is one. */
function unbroken(spells: readonly Spell[]): Spell[] {
  const times: { from: string; to: string }[] = [];
  for (const { from, to } of [...spells].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = times.at(-1);
    if (last === undefined || from > last.to) times.push({ from, to });
    else if (to > last.to) last.to = to;
  }
  return times;
}

/** Days, the last one included. */
interface Spell {
  readonly from: string;
  readonly to: string;
}
