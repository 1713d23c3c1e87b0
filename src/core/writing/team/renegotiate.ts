import { normalizeHandle } from "../../config/people.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Split } from "../../facts/model.ts";
import { changesBetween, changesText, renegotiatedSplit } from "../../facts/split.ts";
import type { SplitChange } from "../../facts/split.ts";
import type { FixEdit } from "../../problem.ts";
import { fieldEdit } from "../header-edits.ts";
import type { Said } from "../said.ts";
import type { SnippetPart } from "../snippet.ts";
import { cycleItemEdit } from "./cycle-section.ts";
import { sentence } from "../../words/sentence.ts";

export interface NewSplit {
  /** Handles of those who agreed to it; both sides, if it is to last. */
  readonly who: readonly string[];
  readonly split: Split;
  /** Why, as the end of a sentence or a sentence of its own. */
  readonly because: string;
}

/**
 * Changes the split in the header and says who agreed to that, when and why. What it changes from is the split that was
 * agreed last, so a header that somebody edited by hand is accounted for too.
 *
 * @param today `YYYY-MM-DD`
 * @returns nothing where the split is that already
 */
export function renegotiateEdits(
  document: PrdDocument,
  { who, split, because }: NewSplit,
  today: string,
): FixEdit[] {
  const cycle = cycleOf(document);
  const before = cycle && (renegotiatedSplit(cycle) ?? cycle.split);
  if (cycle === undefined || before === undefined) return [];
  const changes = changesBetween(before, split);
  const edits = cycle.split === undefined ? [] : headerEdits(document, changesBetween(cycle.split, split));
  if (changes.length === 0) return edits;
  const reason = because
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^because\s+/i, "");
  const people = who.map(normalizeHandle).join(" and ");
  return [...edits, renegotiationEdit(document, changes, [people], today, [sentence(reason)])];
}

/** The line that says a renegotiation, with the next free id. */
export function renegotiationEdit(
  document: PrdDocument,
  changes: readonly SplitChange[],
  who: readonly SnippetPart[],
  today: string,
  because: Said,
): FixEdit {
  const ids = document.definitions.map(({ id }) => id);
  const people = who.flatMap((one, index) => (index === 0 ? [one] : [" and ", one]));
  const said = [`**${nextId("N", ids)}** `, ...people, `, ${today}: ${changesText(changes)}. Because `];
  return cycleItemEdit(document, "Renegotiations", [...said, ...because]);
}

/** Writes shares into the header. */
export function headerEdits(document: PrdDocument, changes: readonly SplitChange[]): FixEdit[] {
  return changes.flatMap(({ bucket, to }) => {
    const value = document.header.field(bucket)?.values[0];
    if (value === undefined) return fieldEdit(document, bucket, String(to)) ?? [];
    const sign = value.text.endsWith("%") ? "%" : "";
    return [{ start: value.start, end: value.end, newText: `${to}${sign}` }];
  });
}
