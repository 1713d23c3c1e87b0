import type { VNode } from "preact";
import type { ActionBoard, Board } from "../../core/board/model.ts";
import { Figure } from "./figure.tsx";
import { Go, nameOf } from "./go.tsx";
import type { BoardDoes } from "./go.tsx";
import { retroWords } from "../../core/words/board.ts";
import { count } from "../../core/words/count.ts";
import { dueWords } from "../../core/words/days.ts";

interface RetrosProps {
  readonly id: string;
  readonly retros: Board["retros"];
  readonly level: number;
  readonly does: BoardDoes | undefined;
}

/** The retros that are due, and what is left to do from those that were held. */
export function Retros({ id, retros: { retros, done }, level, does }: RetrosProps): VNode {
  const overdue = retros.filter(({ state }) => state === "overdue").length;
  const actions = retros.flatMap(({ actions }) => actions);
  const late = actions.filter(({ overdue }) => overdue).length;
  const parts = [
    overdue === 0 ? "No retro is overdue" : `${count(overdue, "retro")} overdue`,
    `${count(actions.length, "action")} open${late > 0 ? `, ${late} past ${late === 1 ? "its" : "their"} day` : ""}`,
    ...(done > 0 ? [`${count(done, "retro")} held with nothing left to do`] : []),
  ];
  return (
    <Figure id={`${id}-retros`} level={level} title="Retros" summary={`${parts.join("; ")}.`}>
      {retros.length > 0 && (
        <div class="scroll" role="group" aria-label="Retros and their actions" tabIndex={0}>
          <table>
            <caption class="sr">Retros and their actions</caption>
            <thead>
              <tr>
                <th scope="col">Retro</th>
                <th scope="col">State</th>
                <th scope="col">Open actions</th>
              </tr>
            </thead>
            <tbody>
              {retros.map((retro) => (
                <tr key={`${retro.path} ${retro.at.start}`}>
                  <th scope="row">
                    <Go at={retro.at} does={does}>
                      {nameOf(retro)}
                    </Go>
                    <span class="said"> {retro.id === undefined ? "" : retro.name}</span>
                  </th>
                  <td class="whole">{retroWords(retro)}</td>
                  <td>
                    <ul>
                      {retro.actions.map((action) => (
                        <li key={action.at.start}>
                          <Go at={action.at} does={does}>
                            {action.id}
                          </Go>{" "}
                          {action.text} <span class="said whole">{actionWords(action)}</span>
                        </li>
                      ))}
                    </ul>
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

function actionWords({ who, by, overdue }: ActionBoard): string {
  const day = by === undefined ? "no day set" : dueWords(by, overdue);
  return `${who.length > 0 ? `${who.join(", ")}, ` : ""}${day}`;
}
