import { idKeyOf } from "../../document/header.ts";
import { nextPrdId } from "../../document/prd-id.ts";
import type { Finding, Fix } from "../../problem.ts";
import { documentLinks } from "../../workspace/links.ts";
import { fieldEdit } from "../../writing/header-edits.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes(_: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  // Which of two cycles is meant, the PRDs that name it cannot tell; people can.
  if (!("index" in context) || idKeyOf(context.document.header) !== "prd") return [];
  const id = nextPrdId(context.index.ids());
  const { text, header } = context.document;
  const known = header.field("prd")?.values[0]?.text;
  const edit = fieldEdit(context.document, "prd", id);
  if (edit === undefined) return [];
  // What names it in its own text means itself.
  const named = documentLinks(text, (word) => word === known)
    .filter(({ at }) => at.start >= header.end)
    .map(({ at }) => ({ ...at, newText: id }));
  return [
    {
      title: `Give this PRD the next free id, ${id}`,
      kind: "guided",
      preferred: true,
      edits: [edit, ...named],
    },
  ];
}
