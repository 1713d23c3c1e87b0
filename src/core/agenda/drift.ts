import { splitChanges } from "../words/split.ts";
import { shorten } from "../words/shorten.ts";
import type { FiledCycle } from "../team/cycles.ts";
import type { DocumentSummary } from "../workspace/workspace-index.ts";
import { byPlace, itemAt } from "./item.ts";
import type { AgendaInput, AgendaItem, ChangeLine } from "./model.ts";
import { count } from "../words/count.ts";

/** Changes that one item quotes; of more it says how many. */
const MOST_CHANGES = 2;

/** What changed in documents, one item each; those that changed after building began come first. */
export function changeItems(input: AgendaInput, summaries: readonly DocumentSummary[]): AgendaItem[] {
  const drafts = summaries.flatMap((summary) => {
    const changes = input.changes?.(summary.path) ?? [];
    return changes.length === 0 ? [] : [{ item: changesItem(input, summary, changes), changes }];
  });
  const late = (changes: readonly ChangeLine[]): number =>
    changes.some(({ afterBuildingBegan }) => afterBuildingBegan) ? 0 : 1;
  return drafts
    .sort((a, b) => late(a.changes) - late(b.changes) || byPlace(a.item, b.item))
    .map(({ item }) => item);
}

function changesItem(
  input: AgendaInput,
  summary: DocumentSummary,
  changes: readonly ChangeLine[],
): AgendaItem {
  // What changed work that is under way is said first.
  const ordered = [
    ...changes.filter((one) => one.afterBuildingBegan),
    ...changes.filter((one) => !one.afterBuildingBegan),
  ];
  const [first = { start: 0, end: 0 }] = ordered;
  const quoted = ordered.slice(0, MOST_CHANGES).map(({ message }) => message);
  const more = ordered.length - quoted.length;
  const text = [...quoted, ...(more > 0 ? [`And ${count(more, "more change")}.`] : [])].join(" ");
  return itemAt(input, summary, first, text, { isNew: true });
}

/** Splits that were agreed anew after a day. */
export function renegotiationItems(
  input: AgendaInput,
  since: string,
  cycles: readonly FiledCycle[],
): AgendaItem[] {
  return cycles.flatMap(({ path, cycle }) =>
    cycle.renegotiations
      .filter(({ date }) => date !== undefined && date > since && date <= input.today)
      .map((one) => {
        const because = one.reason === "" ? "" : `, because ${shorten(one.reason, 140)}`;
        const text = `${one.id} changed the split: ${splitChanges(one.changes)}${because}`;
        return itemAt(input, { path, id: cycle.id }, one.idRange, text, { people: one.who, isNew: true });
      }),
  );
}
