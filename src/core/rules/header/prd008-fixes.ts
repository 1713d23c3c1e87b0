import { idKey, idPrefix } from "../../recognise/ids.ts";
import type { Definition, PrdDocument } from "../../document/model.ts";
import type { Finding, Fix } from "../../problem.ts";
import { oneLine } from "../../words/sentence.ts";
import { shorten } from "../../words/shorten.ts";
import { stubFor } from "../../writing/id-stub.ts";
import type { RuleContext } from "../rule.ts";
import type { DanglingData } from "./prd008.ts";

export function fixes({ start, end, data }: Finding, context: RuleContext): Fix[] {
  const { id } = data as DanglingData;
  const found: Fix[] = nearIds(id, context.document).map(({ id: near, title }) => ({
    title: `Change to ${near}${title === "" ? "" : ` (${shorten(oneLine(title), 40)})`}`,
    kind: "guided",
    edits: [{ start, end, newText: near }],
  }));
  const stub = stubFor(id, start, context.document, context.today);
  if (stub !== undefined) {
    found.push({ title: `Define ${id}`, kind: "guided", edits: [stub.edit], filled: stub.filled });
  }
  return found;
}

/** Most other ids that are offered. */
const MAX_NEAR = 3;

/** Ids that the writer may have meant: the nearest numbers with these letters, then other letters with this number. */
function nearIds(id: string, { definitions }: PrdDocument): Definition[] {
  const prefix = idPrefix(id);
  const number = numberOf(id);
  const seen = new Set<string>();
  return definitions
    .filter((one) => {
      const key = idKey(one.id);
      const first = !seen.has(key);
      seen.add(key);
      return first && (idPrefix(one.id) === prefix || numberOf(one.id) === number);
    })
    .map((one) => ({
      one,
      away: idPrefix(one.id) === prefix ? Math.abs(numberOf(one.id) - number) : Infinity,
    }))
    .sort((a, b) => (a.away === b.away ? 0 : a.away - b.away))
    .slice(0, MAX_NEAR)
    .map(({ one }) => one);
}

/** `6.1` for `FR-6.1`. */
function numberOf(id: string): number {
  return Number.parseFloat(idKey(id).slice(idPrefix(id).length));
}
