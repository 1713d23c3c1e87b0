import type { Config } from "../config/config.ts";
import { sameHandle } from "../config/people.ts";
import type { PrdDocument } from "../document/model.ts";
import type { LibraryRow, OldestConversation } from "./overview.ts";
import { peopleOf } from "./overview-of.ts";
import type { Readiness } from "./readiness.ts";

/**
 * A PRD in the list of all.
 *
 * @param at how the caller names the document, and how people do
 * @param me the handle of the person that the list is for
 */
export function libraryRow(
  at: { readonly document: string; readonly path: string },
  document: PrdDocument,
  readiness: Readiness,
  { config, me }: { readonly config: Config; readonly me?: string | undefined },
): LibraryRow {
  const { id, name, status, score, conversations, ready } = readiness;
  const pm = peopleOf(document, "pm", config);
  const eng = peopleOf(document, "eng", config);
  return {
    document: at.document,
    path: at.path,
    id,
    name,
    status,
    pm,
    eng,
    mine: me !== undefined && [...pm, ...eng].some(({ handle }) => sameHandle(handle, me)),
    bucket: document.header.field("bucket")?.values[0]?.text,
    passed: score.passed,
    of: score.of,
    open: conversations.length,
    next: ready?.next,
    blockers: ready?.blockedBy.length ?? 0,
    oldest: oldestOf(readiness),
  };
}

function oldestOf({ conversations }: Readiness): OldestConversation | undefined {
  let oldest: OldestConversation | undefined;
  for (const { days, text, start, end } of conversations)
    if (days !== undefined && days > (oldest?.days ?? -1)) oldest = { days, text, start, end };
  return oldest;
}
