import { idKey } from "../../recognise/ids.ts";
import type { Finding, Fix } from "../../problem.ts";
import type { RuleContext } from "../rule.ts";

export function fixes({ start, end, data, fixable }: Finding, { document }: RuleContext): Fix[] {
  if (data === undefined) return [];
  const { newId } = data as { newId: string };
  const own = { start, end, newText: newId };
  if (fixable === true)
    return [{ title: `Renumber to ${newId}`, kind: "safe", preferred: true, edits: [own] }];
  const key = idKey(document.text.slice(start, end));
  const below = document.mentions
    .filter((mention) => mention.start > start && idKey(mention.id) === key)
    .map((mention) => ({ start: mention.start, end: mention.end, newText: newId }));
  const alone: Fix = { title: `Renumber to ${newId}; mentions keep their id`, kind: "guided", edits: [own] };
  if (below.length === 0) return [alone];
  const count = below.length === 1 ? "the mention" : `the ${below.length} mentions`;
  return [
    {
      title: `Renumber to ${newId} with ${count} below it`,
      kind: "guided",
      preferred: true,
      edits: [own, ...below],
    },
    alone,
  ];
}
