import { idKeyOf } from "../../document/header.ts";
import { nextPrdId } from "../../document/prd-id.ts";
import type { Finding, Fix } from "../../problem.ts";
import { fieldEdit } from "../../writing/header-edits.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes(_: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  // Which of two cycles is meant, the PRDs that name it cannot tell; people can.
  if (!("index" in context) || idKeyOf(context.document.header) !== "prd") return [];
  const id = nextPrdId(context.index.ids());
  const edit = fieldEdit(context.document, "prd", id);
  return edit === undefined
    ? []
    : [{ title: `Give this PRD the next free id, ${id}`, kind: "guided", preferred: true, edits: [edit] }];
}
