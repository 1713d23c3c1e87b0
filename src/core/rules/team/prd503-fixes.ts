import { normalizeHandle } from "../../config/people.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import { cycleOf } from "../../facts/cycle.ts";
import type { Cycle } from "../../facts/model.ts";
import { changesText, splitText, standingAgreements, unaccounted } from "../../facts/split.ts";
import type { SplitChange } from "../../facts/split.ts";
import { place } from "../../writing/snippet.ts";
import { headerEdits, renegotiationEdit } from "../../writing/team/renegotiate.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (_, { document, today }) => {
  const cycle = cycleOf(document);
  const changes = cycle === undefined ? [] : unaccounted(cycle);
  if (cycle?.split === undefined || changes.length === 0) return [];
  const before = {
    ...cycle.split,
    ...Object.fromEntries(changes.map(({ bucket, from }) => [bucket, from])),
  };
  return [
    {
      title: `Write ${nextN(document)}: ${changesText(changes)}`,
      kind: "guided",
      preferred: true,
      edits: [draft(document, cycle, changes, today)],
      filled: ["@lena", "@mara", "the June outage needs two more weeks"],
    },
    {
      title: `Back to ${splitText(before)}, which was agreed`,
      kind: "guided",
      edits: headerEdits(
        document,
        changes.map(({ bucket, from, to }) => ({ bucket, from: to, to: from })),
      ),
    },
  ];
};

function nextN({ definitions }: PrdDocument): string {
  return nextId(
    "N",
    definitions.map(({ id }) => id),
  );
}

/** Both who agreed before are likely to have decided this, and only they can say why. */
function draft(document: PrdDocument, cycle: Cycle, changes: readonly SplitChange[], today: string) {
  const agreed = standingAgreements(cycle).flatMap(({ who }) =>
    who === undefined ? [] : [normalizeHandle(who)],
  );
  const [one = "@who", other = "@who"] = agreed;
  const why = place("what was learned since");
  return renegotiationEdit(document, changes, [place(one), place(other)], today, [why, "."]);
}
