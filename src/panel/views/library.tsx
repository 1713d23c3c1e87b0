import type { VNode } from "preact";
import type { LibraryRow } from "../../core/readiness/overview.ts";
import type { Does } from "./does.ts";
import { greatestFirst, ordered } from "./library-order.ts";
import type { LibraryColumn, LibraryLook } from "./library-order.ts";
import { LibraryFilter } from "./library-filter.tsx";
import { count, figure } from "../../core/words/count.ts";
import { waited } from "../../core/words/days.ts";
import { statusName, stepName } from "../../core/words/status.ts";
import { names } from "./people.ts";

const columns: readonly (readonly [LibraryColumn, string])[] = [
  ["name", "PRD"],
  ["status", "Status"],
  ["pair", "Pair"],
  ["bucket", "Bucket"],
  ["ready", "Checks"],
  ["open", "Open"],
  ["oldest", "Waiting longest"],
];

interface LibraryProps {
  readonly rows: readonly LibraryRow[];
  readonly look: LibraryLook;
  readonly reading: boolean;
  readonly me: string | undefined;
  readonly does?: Does | undefined;
}

/** All PRDs: how far each one is, and what has waited longest. */
export function Library({ rows, look, reading, me, does }: LibraryProps): VNode {
  const shown = ordered(rows, look);
  return (
    <section class="library" aria-label="All PRDs">
      {does !== undefined && rows.length > 0 && <LibraryFilter rows={rows} look={look} me={me} does={does} />}
      {does !== undefined && (
        <p class="hint" role="status">
          {reading ? "Reading PRDs … " : ""}
          {rows.length === 0 && reading ? "" : found(shown.length, rows.length)}
        </p>
      )}
      {rows.length === 0 && !reading && does !== undefined && (
        <p class="empty">
          <button type="button" class="primary" onClick={() => does.run("newPrd")}>
            Write the first PRD
          </button>
        </p>
      )}
      {shown.length > 0 && (
        <table role="table" aria-label="PRDs">
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(([column, label]) => (
                <ColumnHead key={column} column={column} label={label} look={look} does={does} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <Row key={row.document} row={row} does={does} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function found(shown: number, all: number): string {
  if (all === 0) return "There are no PRDs in this workspace yet.";
  return shown === all ? count(all, "PRD") : `${figure(shown)} of ${count(all, "PRD")}`;
}

interface ColumnHeadProps {
  readonly column: LibraryColumn;
  readonly label: string;
  readonly look: LibraryLook;
  readonly does: Does | undefined;
}

function ColumnHead({ column, label, look, does }: ColumnHeadProps): VNode {
  const sorted = look.by === column;
  const descending = sorted ? !look.descending : greatestFirst.has(column);
  const direction = look.descending ? "descending" : "ascending";
  return (
    <th scope="col" role="columnheader" class={column} aria-sort={sorted ? direction : undefined}>
      {does === undefined ? (
        label
      ) : (
        <button type="button" onClick={() => does.library({ by: column, descending })}>
          {label}
          <span class={sorted ? `arrow ${direction}` : "arrow"} aria-hidden="true" />
        </button>
      )}
    </th>
  );
}

function Row({ row, does }: { row: LibraryRow; does: Does | undefined }): VNode {
  const { id, name, path, status, pm, eng, mine, bucket, passed, of, open, next, blockers, oldest } = row;
  const title = (
    <>
      {id !== undefined && <b>{id}</b>} <span class="title">{name}</span>
    </>
  );
  return (
    <tr role="row" class={mine ? "mine" : undefined}>
      <th scope="row" role="rowheader" class="name">
        {does === undefined ? (
          <span title={path}>{title}</span>
        ) : (
          <button type="button" class="link" title={path} onClick={() => does.open(row)}>
            {title}
          </button>
        )}
      </th>
      <td role="cell" class="status">
        <span class={`badge ${status}`}>{statusName(status)}</span>
      </td>
      <td role="cell" class="pair">
        {pm.length + eng.length === 0 ? <span class="none">nobody yet</span> : names([...pm, ...eng])}
      </td>
      <td role="cell" class="bucket">
        {bucket ?? <span class="none">none</span>}
      </td>
      <td role="cell" class="ready">
        <span class={passed === of ? "whole" : "part"}>
          {passed} of {of}
        </span>
        {next !== undefined && (
          <span class={blockers === 0 ? "gate clear" : "gate"}>
            {blockers === 0 ? `ready for ${stepName(next)}` : `${figure(blockers)} before ${stepName(next)}`}
          </span>
        )}
      </td>
      <td role="cell" class="open">
        {figure(open)} <span class="unit">open</span>
      </td>
      <td role="cell" class="oldest">
        {oldest === undefined ? (
          <span class="none">no date</span>
        ) : (
          <>
            <span class="age">{waited(oldest.days)}</span>{" "}
            {does === undefined ? (
              <span class="text">{oldest.text}</span>
            ) : (
              <button type="button" class="link text" onClick={() => does.open(row, oldest)}>
                {oldest.text}
              </button>
            )}
          </>
        )}
      </td>
    </tr>
  );
}
