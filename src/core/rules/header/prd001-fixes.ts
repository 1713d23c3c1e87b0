import { adopt } from "../../adopt/adopt.ts";
import type { Finding, Fix } from "../../problem.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes(_: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  const { document, config } = context;
  const [path, takenIds, me] =
    "index" in context ? [context.path, context.index.ids(), context.me] : ["", []];
  const { edits, id } = adopt(document.text, { config, path, takenIds, me });
  if (edits.length === 0) return [];
  return [
    { title: `${adoptAs} ${id}: add a header, keep every word`, kind: "guided", preferred: true, edits },
  ];
}

const adoptAs = "Adopt as";

/** Whether a fix of this rule adopts the document; the other ones only mend its header. */
export function isAdoption(title: string): boolean {
  return title.startsWith(adoptAs);
}
