import { scaleLinear } from "d3-scale";
import type { VNode } from "preact";
import type { Board, DisagreementAt, Stay, TierBoard } from "../../core/board/model.ts";
import { Figure, fillOf, Legend, Picture } from "./figure.tsx";
import { Count, Go, nameOf } from "./go.tsx";
import type { BoardDoes, Counted } from "./go.tsx";
import { settledWords } from "../../core/words/board.ts";
import { count } from "../../core/words/count.ts";
import { daysWords } from "../../core/words/days.ts";

interface DisagreementsProps {
  readonly id: string;
  readonly found: Board["disagreements"];
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

const tierNames = { 1: "Tier 1: the pair", 2: "Tier 2: their managers", 3: "Tier 3: strategic" } as const;

/** Where disagreements are, how long they sat there, and how many the two settled who had them. */
export function Disagreements({ id, found, level, does }: DisagreementsProps): VNode {
  const summary = `${count(found.open, "disagreement")} open; ${settledWords(found)}.`;
  const none = found.open + found.settled === 0;
  return (
    <Figure
      id={`${id}-disagreements`}
      level={level}
      title="Disagreements"
      summary={none ? "No disagreements have been written down." : summary}
      picture={
        none ? null : (
          <>
            <Tiers id={id} tiers={found.tiers} words={summary} />
            <Legend
              board={id}
              entries={[
                ["plain", "open"],
                ["dots", "settled there"],
              ]}
            />
          </>
        )
      }
    >
      {!none && (
        <div class="scroll" role="group" aria-label="Disagreements by tier" tabIndex={0}>
          <table>
            <caption class="sr">Disagreements by tier</caption>
            <thead>
              <tr>
                <th scope="col">Tier</th>
                <th scope="col">Open</th>
                <th scope="col">Settled there</th>
                <th scope="col">Median stay</th>
                <th scope="col">Longest</th>
              </tr>
            </thead>
            <tbody>
              {found.tiers.map((tier) => (
                <TierRow key={tier.tier} tier={tier} does={does} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.byCycle.some(({ settled }) => settled > 0) && (
        <ul class="lines">
          {found.byCycle.map((one) => (
            <li key={one.at.path}>
              <Go at={one.at} does={does}>
                {one.cycle}
              </Go>
              : {settledWords(one)}
            </li>
          ))}
        </ul>
      )}
    </Figure>
  );
}

function TierRow({
  tier: { tier, open, settled, median, stays },
  does,
}: {
  tier: TierBoard;
  does: BoardDoes | undefined;
}): VNode {
  const [longest] = stays;
  return (
    <tr>
      <th scope="row">{tierNames[tier]}</th>
      <td class="number">
        <Count number={open.length} of={`open at tier ${tier}`} things={open.map(told)} does={does} />
      </td>
      <td class="number">
        <Count
          number={settled.length}
          of={`settled at tier ${tier}`}
          things={settled.map(told)}
          does={does}
        />
      </td>
      <td class="number">{median === undefined ? "" : daysWords(median)}</td>
      <td class="number">
        {longest?.days !== undefined && (
          <>
            <Go at={longest.at} does={does}>
              {daysWords(longest.days)}
            </Go>
            {longest.open && <span class="said"> and counting</span>}
          </>
        )}
        {stays.length > 1 && (
          <details class="count">
            <summary>all {stays.length}</summary>
            <ul>
              {stays.slice(0, 100).map((stay, index) => (
                <li key={index}>
                  <Go at={stay.at} does={does}>
                    {nameOf(stay.document)} {stay.id}
                  </Go>{" "}
                  <span class="said">{stayWords(stay)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </tr>
  );
}

function stayWords({ days, open }: Stay): string {
  if (days === undefined) return "no date";
  return open ? `${daysWords(days)} and counting` : daysWords(days);
}

function told({ id, document, text, at, days }: DisagreementAt): Counted {
  const since = days === undefined ? "" : `${daysWords(days)}: `;
  return { key: `${at.path} ${at.start}`, at, name: `${nameOf(document)} ${id}`, said: since + text };
}

const size = { width: 640, row: 30, left: 160, right: 130 };

function Tiers({ id, tiers, words }: { id: string; tiers: readonly TierBoard[]; words: string }): VNode {
  const most = Math.max(1, ...tiers.map(({ open, settled }) => open.length + settled.length));
  const x = scaleLinear([0, most], [size.left, size.width - size.right]);
  return (
    <Picture
      id={`${id}-tiers`}
      width={size.width}
      height={size.row * tiers.length}
      title="Disagreements by tier"
      words={words}
    >
      {tiers.map(({ tier, open, settled }, row) => {
        const y = row * size.row;
        const all = open.length + settled.length;
        return (
          <g key={tier}>
            <text x={size.left - 8} y={y + 19} text-anchor="end">
              {tierNames[tier]}
            </text>
            {open.length > 0 && (
              <rect
                class="edge"
                x={x(0)}
                y={y + 5}
                width={x(open.length) - x(0)}
                height={size.row - 10}
                fill={fillOf(id, "plain")}
              />
            )}
            {settled.length > 0 && (
              <rect
                class="edge"
                x={x(open.length)}
                y={y + 5}
                width={x(all) - x(open.length)}
                height={size.row - 10}
                fill={fillOf(id, "dots")}
              />
            )}
            <text x={x(all) + 8} y={y + 19}>
              {open.length} open, {settled.length} settled
            </text>
          </g>
        );
      })}
    </Picture>
  );
}
