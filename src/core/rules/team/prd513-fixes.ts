import type { Finding, Fix } from "../../problem.ts";
import { listed } from "../../words/listed.ts";
import { place } from "../../writing/snippet.ts";
import { disagreementItemEdit, disagreementSaid } from "../../writing/team/disagree.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes({ data }: Finding, { document, today }: RuleContext | WorkspaceContext): Fix[] {
  const who = Array.isArray(data) ? data.map(String) : [];
  if (who.length === 0) return [];
  const about = [place("what does a longer meeting not answer?")];
  const said = disagreementSaid(document, 1, "trade-off", [listed(who)], today, about);
  return [
    {
      title: "Open a disagreement about it",
      kind: "guided",
      edits: [disagreementItemEdit(document, said)],
      preferred: true,
      filled: ["who may change R4 while it is being built?"],
    },
  ];
}
