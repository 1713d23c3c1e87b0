import type { Conversation } from "../../core/readiness/conversations.ts";
import type { LibraryRow, PrdOverview } from "../../core/readiness/overview.ts";
import type { Readiness } from "../../core/readiness/readiness.ts";
import { readinessMarkdown, readinessText } from "../../core/readiness/render.ts";
import type { ChangedSince } from "../../core/readiness/render.ts";
import type { ReportedChange } from "../check/report.ts";
import type { Fault } from "../fault.ts";
import { faultsJson } from "../formats/json.ts";
import { jsonText, printable } from "../printable.ts";

export type ReadinessFormat = "text" | "json" | "markdown" | "html";

export interface FileReadiness {
  /** Relative to the working folder, with `/`. */
  readonly path: string;
  readonly readiness: Readiness;
  readonly overview: PrdOverview;
  readonly row: LibraryRow;
  /** What changed since the earlier state; undefined where the run did not compare. */
  readonly changes: readonly ReportedChange[] | "new" | undefined;
}

export interface RenderContext {
  readonly today: string;
  /** The revision that the PRDs were compared with, as it was named. */
  readonly since: string | undefined;
  /** How many PRDs are left out because they are the same as then. */
  readonly others: number;
}

/** The readiness of several PRDs as it is printed. */
export function rendered(
  format: Exclude<ReadinessFormat, "html">,
  files: readonly FileReadiness[],
  faults: readonly Fault[],
  { today, since, others }: RenderContext,
): string {
  if (format === "json") return json(files, faults, since);
  if (files.length === 0)
    return others > 0 ? `No PRD changed since ${printable(since ?? "")}.\n` : "No PRDs here.\n";
  const changed = ({ changes }: FileReadiness): ChangedSince | undefined =>
    since === undefined || changes === undefined ? undefined : { revision: since, changes };
  if (format === "markdown") {
    const blocks = files.map((file) => readinessMarkdown(file.readiness, today, file.path, changed(file)));
    return blocks.join("\n").split("\n").map(printable).join("\n");
  }
  const text = files
    .map((file) => readinessText(file.readiness, today, file.path, changed(file)))
    .join("\n\n");
  return `${text.split("\n").map(printable).join("\n")}\n`;
}

function json(files: readonly FileReadiness[], faults: readonly Fault[], since: string | undefined): string {
  const value = {
    version: 1,
    ...(since !== undefined && { since }),
    files: files.map(
      ({ path, changes, readiness: { id = null, name, status, ready, conversations, score } }) => ({
        path,
        id,
        name,
        status,
        next: ready?.next ?? null,
        ready: ready === undefined ? null : ready.blockedBy.length === 0,
        blockedBy: (ready?.blockedBy ?? []).map(told),
        conversations: conversations.map(told),
        score,
        ...(changes && {
          new: changes === "new",
          changes: changes === "new" ? [] : changes.map((one) => ({ ...one, id: one.id ?? null })),
        }),
      }),
    ),
    errors: faultsJson(faults),
  };
  return jsonText(value);
}

/** Without offsets: lines and columns say where. What is not known is `null`. */
function told({
  about,
  id,
  code,
  severity,
  text,
  owner,
  people,
  days,
  due,
  seam,
  line,
  column,
}: Conversation): object {
  return {
    about,
    id: id ?? null,
    code: code ?? null,
    severity: severity ?? null,
    text,
    owner,
    people,
    days: days ?? null,
    due: due ?? null,
    seam,
    line,
    column,
  };
}
