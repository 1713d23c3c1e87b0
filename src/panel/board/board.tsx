import type { VNode } from "preact";
import type { Board as Data } from "../../core/board/model.ts";
import { Heading } from "../views/heading.tsx";
import { Cadence } from "./cadence.tsx";
import { Cycles } from "./cycles.tsx";
import { Disagreements } from "./disagreements.tsx";
import { Patterns } from "./figure.tsx";
import type { BoardDoes } from "./go.tsx";
import { Pairs } from "./pairs.tsx";
import { Retros } from "./retros.tsx";
import { Seams } from "./seams.tsx";
import { Statuses } from "./statuses.tsx";
import { Trend } from "./trend.tsx";
import { documentsWords } from "../../core/words/board.ts";

interface BoardProps {
  readonly board: Data;
  /** Unique in the page; letters and digits. */
  readonly id: string;
  /** Of its heading, 1 to 4. */
  readonly level: number;
  /** Without it the board is a page to read. */
  readonly does?: BoardDoes | undefined;
}

/** The board of one team: the three seams, and what keeps them up. */
export function Board({ board, id, level, does }: BoardProps): VNode {
  const rest = { id, level: level + 1, does };
  return (
    <article class="board">
      <Patterns id={id} />
      <Heading level={level}>{board.team === "." ? "Board" : `Board of ${board.team}`}</Heading>
      <p class="about">
        {documentsWords(board.documents)}; {board.today}
      </p>
      <Seams {...rest} board={board} />
      <Trend id={id} trend={board.trend} level={level + 1} />
      <Cycles {...rest} cycles={board.cycles} />
      <Disagreements {...rest} found={board.disagreements} />
      <Pairs {...rest} board={board} />
      <Cadence {...rest} cadence={board.cadence} />
      <Retros {...rest} retros={board.retros} />
      <Statuses {...rest} statuses={board.statuses} />
    </article>
  );
}
