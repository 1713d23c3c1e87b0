import { normalizeHandle, sameHandle } from "../../config/people.ts";
import { insertionAfter } from "../../document/insertion.ts";
import { cycleOf } from "../../facts/cycle.ts";
import { standingAgreements } from "../../facts/split.ts";
import { lineEnding } from "../../text/lines.ts";
import { itemEdit } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import type { Said } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (_, { document }) => {
  const cycle = cycleOf(document);
  const last = cycle?.agreements.at(-1);
  if (cycle === undefined || last === undefined) return [];
  const agreed = standingAgreements(cycle).flatMap(({ who }) =>
    who === undefined ? [] : [normalizeHandle(who)],
  );
  const people = agreed.filter((one, index) => agreed.findIndex((other) => sameHandle(one, other)) === index);
  const [one = "@who", ...others] = people.slice(0, 2);
  const empty = cycle.gaveUp[0];
  const title = "Write down what each of you did not get";
  const filled = ["saved filters, until Q4", "the queue rewrite"];
  if (empty !== undefined) {
    // A line that names somebody and says nothing is filled in.
    const said: Said = [
      document.text.slice(empty.start, empty.end).replace(/[\s:：]+$/, ""),
      ": ",
      place("what"),
    ];
    return [{ title, kind: "guided", preferred: true, edits: [editOf(empty, said)], filled }];
  }
  const at = insertionAfter(document.text, last.start, last.end);
  const between = `${lineEnding(document.text)}${at.indent}${at.bullet} `;
  const item: Said = [one, ...others].flatMap((who, index) => [
    index === 0 ? "" : between,
    `**Gave up** ${who}: `,
    place("what, and until when"),
    ".",
  ]);
  return [{ title, kind: "guided", preferred: true, edits: [itemEdit(document.text, at, item)], filled }];
};
