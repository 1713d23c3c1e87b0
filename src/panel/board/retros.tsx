import type { VNode } from "preact";
import type { ActionBoard, Board, RetroBoard } from "../../core/board/model.ts";
import { count } from "../views/words.ts";
import { Figure } from "./figure.tsx";
import { Go } from "./go.tsx";
import type { BoardDoes } from "./go.tsx";
import { nameOf } from "./words.ts";

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
                  <td class="whole">{stateWords(retro)}</td>
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

function stateWords({ state, held, due }: RetroBoard): string {
  switch (state) {
    case "held":
      return `held ${held ?? ""}`;
    case "overdue":
      return `was due ${due ?? ""}`;
    case "coming":
      return `due ${due ?? ""}`;
    case "early":
      return "held before the launch";
    case "undated":
      return "not held, without a day";
  }
}

function actionWords({ who, by, overdue }: ActionBoard): string {
  const day = by === undefined ? "without a day" : overdue ? `was due ${by}` : `by ${by}`;
  return `${who.length > 0 ? `${who.join(", ")}, ` : ""}${day}`;
}
