import type { VNode } from "preact";
import type { Matrix as Data, MatrixCell, MatrixColumn, MatrixRow } from "../../core/readiness/overview.ts";
import { storyLabel } from "../../core/words/story.ts";
import type { Does } from "./does.ts";
import { Heading } from "./heading.tsx";

interface MatrixProps {
  readonly matrix: Data;
  readonly level: number;
  readonly does?: Does | undefined;
}

/** What the symbols mean, for the eye; those who hear the page hear what each cell says. */
const legend: readonly (readonly [MatrixCell["state"], string])[] = [
  ["there", "there"],
  ["none", "none, on purpose"],
  ["notAsked", "not asked here"],
  ["missing", "not yet"],
  ["stale", "changed since"],
];

/** More rows than this are drawn closer together. */
const ROOMY_ROWS = 40;

/**
 * Requirements and what each one says. In the panel it is a grid: one stop of the tab key, arrow keys inside
 * (`grid-keys.ts`); cells say by `data-row` and `data-column` which one they are, so that nothing has to be written
 * into the page when only offsets move.
 */
export function Matrix({ matrix, level, does }: MatrixProps): VNode | null {
  const { columns, rows } = matrix;
  if (rows.length === 0 || columns.length === 0) return null;
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)));
  const names = keysOf(rows);
  const density = rows.length > ROOMY_ROWS ? "close" : "roomy";
  return (
    <section class={`matrix ${density}`}>
      <Heading level={level}>Requirements</Heading>
      <div class="scroll">
        <table role={does === undefined ? "table" : "grid"} aria-label="What each requirement says">
          <thead>
            <tr role="row">
              <th scope="col" role="columnheader">
                <span class="sr">Requirement</span>
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.facet} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row key={names[index]} row={row} index={index} columns={columns} does={does} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="legend" aria-hidden="true">
        {legend.map(
          ([state, meaning]) =>
            used.has(state) && (
              <span key={state}>
                <i class={`mark ${state}`} /> {meaning}
              </span>
            ),
        )}
      </p>
    </section>
  );
}

function ColumnHead({ column: { label, passed, of } }: { column: MatrixColumn }): VNode {
  return (
    <th scope="col" role="columnheader" class={passed === of ? "whole" : "part"}>
      <span class="facet">{label}</span>
      <span class="sum">
        {passed}
        <span aria-hidden="true">/</span>
        <span class="sr"> of </span>
        {of}
      </span>
    </th>
  );
}

interface RowProps {
  readonly row: MatrixRow;
  readonly index: number;
  readonly columns: readonly MatrixColumn[];
  readonly does: Does | undefined;
}

function Row({ row, index, columns, does }: RowProps): VNode {
  const { id, title, child, cells } = row;
  // Stories of one speaker begin alike, and would all end before they differ; the whole is heard, and seen in the tooltip.
  const label = storyLabel(title);
  const name = (
    <>
      <b>{id}</b> <span class="title">{label}</span>
    </>
  );
  return (
    <tr role="row" class={child ? "child" : undefined}>
      <th scope="row" role="rowheader" title={title}>
        {does === undefined ? (
          name
        ) : (
          <button
            type="button"
            tabIndex={index === 0 ? 0 : -1}
            aria-label={label === title ? undefined : `${id} ${title}`}
            data-row={index}
            data-column={-1}
            onClick={() => does.goTo(row)}
          >
            {name}
          </button>
        )}
      </th>
      {cells.map((cell, column) => {
        const words = `${id}, ${columns[column]?.label}: ${cell.said}`;
        return (
          <td key={column} role={does === undefined ? "cell" : "gridcell"}>
            {does === undefined ? (
              <span class={`mark ${cell.state}`} title={words}>
                <span class="sr">{cell.said}</span>
              </span>
            ) : (
              <button
                type="button"
                class={`mark ${cell.state}`}
                tabIndex={-1}
                title={words}
                aria-label={words}
                data-row={index}
                data-column={column}
                onClick={() => does.goTo(cell)}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** Ids are unique but where somebody made a slip. */
function keysOf(rows: readonly MatrixRow[]): string[] {
  const seen = new Map<string, number>();
  return rows.map(({ id }) => {
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return `${id} ${count}`;
  });
}
