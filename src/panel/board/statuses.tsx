import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import type { Board, StatusBoard } from "../../core/board/model.ts";
import { Figure, fillOf, Legend, Picture } from "./figure.tsx";
import { Count, nameOf } from "./go.tsx";
import type { BoardDoes } from "./go.tsx";
import { count, figure } from "../../core/words/count.ts";
import { statusName } from "../../core/words/status.ts";

interface StatusesProps {
  readonly id: string;
  readonly statuses: Board["statuses"];
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

/** How many PRDs there are in each status, and under how many sign-offs the text changed. */
export function Statuses({ id, statuses, level, does }: StatusesProps): VNode {
  const all = statuses.reduce((sum, { prds }) => sum + prds.length, 0);
  const stale = statuses.reduce((sum, one) => sum + one.stale, 0);
  const words = statuses.map(({ status, prds }) => `${prds.length} ${statusName(status)}`).join(", ");
  const summary = `${count(all, "PRD")}${all === 0 ? "" : `: ${words}`}; ${stale === 0 ? "no sign-off is stale" : `${count(stale, "sign-off")} stale`}.`;
  return (
    <Figure
      id={`${id}-statuses`}
      level={level}
      title="PRDs"
      summary={summary}
      picture={
        all === 0 ? null : (
          <>
            <Bars id={id} statuses={statuses} words={summary} />
            <Legend
              board={id}
              entries={[
                ["stripes", "with stale sign-offs"],
                ["empty", "without"],
              ]}
            />
          </>
        )
      }
    >
      {all > 0 && (
        <div class="scroll" role="group" aria-label="PRDs by status" tabIndex={0}>
          <table>
            <caption class="sr">PRDs by status</caption>
            <thead>
              <tr>
                <th scope="col">Status</th>
                <th scope="col">PRDs</th>
                <th scope="col">Stale sign-offs</th>
              </tr>
            </thead>
            <tbody>
              {statuses.map(({ status, prds, stale }) => (
                <tr key={status}>
                  <th scope="row">{statusName(status)}</th>
                  <td class="number">
                    <Count
                      number={prds.length}
                      of={`PRDs ${statusName(status)}`}
                      things={prds.map((prd) => ({
                        key: prd.path,
                        at: prd.at,
                        name: nameOf(prd),
                        said: prd.id === undefined ? undefined : prd.name,
                      }))}
                      does={does}
                    />
                  </td>
                  <td class="number">
                    <Count
                      number={stale}
                      of={`stale sign-offs in PRDs ${statusName(status)}`}
                      things={prds.flatMap((prd) =>
                        prd.stale.map((at, index) => ({
                          key: `${at.path} ${at.start} ${index}`,
                          at,
                          name: `${nameOf(prd)}, line ${at.line}`,
                        })),
                      )}
                      does={does}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Figure>
  );
}

const size = { width: 640, row: 26, left: 120, right: 150 };

function Bars({
  id,
  statuses,
  words,
}: {
  id: string;
  statuses: readonly StatusBoard[];
  words: string;
}): VNode {
  const x = scaleLinear(
    [0, Math.max(1, ...statuses.map(({ prds }) => prds.length))],
    [size.left, size.width - size.right],
  );
  return (
    <Picture
      id={`${id}-prds`}
      width={size.width}
      height={size.row * statuses.length}
      title="PRDs by status"
      words={words}
    >
      {statuses.map(({ status, prds, stale }, row) => {
        const y = row * size.row;
        const touched = prds.filter(({ stale }) => stale.length > 0).length;
        return (
          <g key={status}>
            <text x={size.left - 8} y={y + 17} text-anchor="end">
              {statusName(status)}
            </text>
            {touched > 0 && (
              <rect
                class="edge"
                x={x(0)}
                y={y + 4}
                width={x(touched) - x(0)}
                height={size.row - 8}
                fill={fillOf(id, "stripes")}
              />
            )}
            {prds.length > touched && (
              <rect
                class="edge"
                x={x(touched)}
                y={y + 4}
                width={x(prds.length) - x(touched)}
                height={size.row - 8}
                fill={fillOf(id, "empty")}
              />
            )}
            <text x={x(prds.length) + 8} y={y + 17}>
              {figure(prds.length)}
              {stale > 0 && `, ${figure(stale)} stale`}
            </text>
          </g>
        );
      })}
    </Picture>
  );
}
