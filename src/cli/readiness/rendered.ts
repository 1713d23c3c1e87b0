import type { Conversation } from "../../core/readiness/conversations.ts";
import type { Readiness } from "../../core/readiness/readiness.ts";
import { readinessMarkdown, readinessText } from "../../core/readiness/render.ts";
import type { Fault } from "../fault.ts";
import { faultsJson } from "../formats/json.ts";
import { printable } from "../printable.ts";

export type ReadinessFormat = "text" | "json" | "markdown";

export interface FileReadiness {
  /** Relative to the working folder, with `/`. */
  readonly path: string;
  readonly readiness: Readiness;
}

/** The readiness of several PRDs as it is printed. */
export function rendered(
  format: ReadinessFormat,
  files: readonly FileReadiness[],
  faults: readonly Fault[],
  today: string,
): string {
  if (format === "json") return json(files, faults);
  if (files.length === 0) return "No PRDs here.\n";
  if (format === "markdown") {
    return files.map(({ path, readiness }) => readinessMarkdown(readiness, today, path)).join("\n");
  }
  const text = files.map(({ path, readiness }) => readinessText(readiness, today, path)).join("\n\n");
  return `${text.split("\n").map(printable).join("\n")}\n`;
}

function json(files: readonly FileReadiness[], faults: readonly Fault[]): string {
  const value = {
    version: 1,
    files: files.map(({ path, readiness: { id = null, name, status, ready, conversations, score } }) => ({
      path,
      id,
      name,
      status,
      next: ready?.next ?? null,
      ready: ready === undefined ? null : ready.blockedBy.length === 0,
      blockedBy: (ready?.blockedBy ?? []).map(told),
      conversations: conversations.map(told),
      score,
    })),
    errors: faultsJson(faults),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
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
