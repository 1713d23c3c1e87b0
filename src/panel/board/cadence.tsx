import { symbol, symbolCircle, symbolSquare, symbolTimes, symbolTriangle } from "d3-shape";
import type { VNode } from "preact";
import type { Board, SlotBoard, StripBoard } from "../../core/board/model.ts";
import { DayAxis } from "./day-axis.tsx";
import { Figure, Picture } from "./figure.tsx";
import { Go } from "./go.tsx";
import type { BoardDoes } from "./go.tsx";
import { dayScale, endOf, timeOf } from "./time.ts";
import { keptWords, meetingName, meetingStates } from "../../core/words/board.ts";
import { shorten } from "../../core/words/shorten.ts";
import { span as spanWords } from "../../core/words/days.ts";

type State = SlotBoard["state"];

const shapes = { kept: symbolSquare, late: symbolTriangle, missed: symbolTimes, open: symbolCircle } as const;

interface CadenceProps {
  readonly id: string;
  readonly cadence: Board["cadence"];
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

/** A calendar of the meetings that were kept and missed. */
export function Cadence({ id, cadence: { span, strips }, level, does }: CadenceProps): VNode {
  const part = { id: `${id}-cadence`, level, title: "Cadences" };
  if (strips.length === 0) return <Figure {...part} summary="No meeting is due yet." children={null} />;
  const summary = `From ${span.from} to ${span.to}. ${strips.map((strip) => `${meetingName(strip)}: ${keptWords(strip.slots)}`).join(". ")}.`;
  return (
    <Figure
      {...part}
      summary={`From ${span.from} to ${span.to}: ${keptWords(strips.flatMap(({ slots }) => slots))}.`}
      picture={
        <>
          <Strips id={id} span={span} strips={strips} words={summary} />
          <p class="legend" aria-hidden="true">
            {(Object.keys(meetingStates) as State[]).map((state) => (
              <span key={state}>
                <svg width="14" height="14" focusable="false">
                  <Mark state={state} x={7} y={7} />
                </svg>{" "}
                {meetingStates[state]}
              </span>
            ))}
          </p>
        </>
      }
    >
      <details class="behind">
        <summary>Each meeting</summary>
        {strips.map((strip) => (
          <StripList key={meetingName(strip)} strip={strip} does={does} />
        ))}
      </details>
    </Figure>
  );
}

function StripList({ strip, does }: { strip: StripBoard; does: BoardDoes | undefined }): VNode {
  const name = meetingName(strip);
  return (
    <div class="scroll" role="group" aria-label={name} tabIndex={0}>
      <table>
        <caption>
          {name}: {keptWords(strip.slots)}
        </caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">State</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          {strip.slots.map((slot, index) => (
            <tr key={index}>
              <th scope="row">{spanWords(slot)}</th>
              <td>{meetingStates[slot.state]}</td>
              <td>
                {slot.what !== undefined && `${slot.what} `}
                {slot.at.map((at) => (
                  <span key={`${at.path} ${at.start}`}>
                    <Go at={at} does={does}>
                      line {at.line}
                    </Go>{" "}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Mark({ state, x, y }: { state: State; x: number; y: number }): VNode {
  return (
    <path
      class={`meeting ${state}`}
      transform={`translate(${x} ${y})`}
      d={symbol(shapes[state], 70)() ?? ""}
    />
  );
}

const size = { width: 640, row: 24, left: 210, right: 16, bottom: 24 };

interface StripsProps {
  readonly id: string;
  readonly span: Board["cadence"]["span"];
  readonly strips: readonly StripBoard[];
  readonly words: string;
}

function Strips({ id, span, strips, words }: StripsProps): VNode {
  const bottom = strips.length * size.row;
  const ends = strips.flatMap(({ slots }) => slots.map(({ to }) => to));
  const to = [span.to, ...ends].reduce((a, b) => (a > b ? a : b));
  const x = dayScale(span.from, to, [size.left, size.width - size.right]);
  return (
    <Picture
      id={`${id}-strips`}
      width={size.width}
      height={bottom + size.bottom}
      title="Meetings kept and missed"
      words={words}
    >
      <DayAxis scale={x} top={0} bottom={bottom} />
      {strips.map((strip, row) => (
        <g key={meetingName(strip)}>
          <text x={size.left - 8} y={row * size.row + 16} text-anchor="end">
            {shorten(meetingName(strip), 27)}
          </text>
          {strip.slots.map(({ from, to, state }, index) => (
            <Mark
              key={index}
              state={state}
              x={(x(timeOf(from)) + x(endOf(to))) / 2}
              y={row * size.row + 12}
            />
          ))}
        </g>
      ))}
    </Picture>
  );
}
