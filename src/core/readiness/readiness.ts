import { effectiveStatus } from "../check/check.ts";
import type { CheckOptions } from "../check/check.ts";
import type { PrdDocument } from "../document/model.ts";
import { nextStatus } from "../format/status.ts";
import type { Status } from "../format/status.ts";
import type { Problem } from "../problem.ts";
import { conversationsOf } from "./conversations.ts";
import type { Conversation } from "./conversations.ts";
import { blockersOf } from "./gate.ts";
import { scoreOf } from "./score.ts";
import type { Score } from "./score.ts";

/** How far a PRD is from its next status: what people still have to talk about, and what is there already. */
export interface Readiness {
  /** Undefined for a document that is no PRD yet. */
  readonly id: string | undefined;
  readonly name: string;
  readonly status: Status;
  /** In document order. */
  readonly conversations: readonly Conversation[];
  /** Undefined where no status follows, and for a document that is no PRD yet. */
  readonly ready: Ready | undefined;
  readonly score: Score;
}

export interface Ready {
  readonly next: Status;
  /** What must be settled first, in document order; the PRD is ready when there is nothing. */
  readonly blockedBy: readonly Conversation[];
}

/**
 * @param problems at the document's status, of both passes where the other documents are known
 * @param problemsNext the same at the status that follows, see `nextStatus`; ignored where none does
 * @param options those with which `problems` were found
 */
export function readiness(
  document: PrdDocument,
  problems: readonly Problem[],
  problemsNext: readonly Problem[],
  options: CheckOptions,
): Readiness {
  const { header, title } = document;
  const status = effectiveStatus(document, options.as);
  const isPrd = header.field("prd") !== undefined;
  const next = isPrd ? nextStatus(status) : undefined;
  return {
    id: header.field("prd")?.values[0]?.text,
    name: header.field("name")?.values[0]?.text ?? title?.text ?? "",
    status,
    conversations: isPrd ? conversationsOf(document, problems, options) : [],
    ready:
      next === undefined ? undefined : { next, blockedBy: blockersOf(document, problemsNext, next, options) },
    score: isPrd ? scoreOf(document, options.config) : { passed: 0, of: 0, sum: [] },
  };
}
