import { headerKind } from "../../document/header.ts";
import type { PrdDocument } from "../../document/model.ts";
import type { Finding, Fix, FixEdit } from "../../problem.ts";
import { pairKey, pairsOver, placeOf } from "../../team/pairs.ts";
import type { Pair } from "../../team/pairs.ts";
import { proposeRotation } from "../../team/rotation.ts";
import type { Proposal } from "../../team/rotation.ts";
import { addDays } from "../../text/days.ts";
import { fieldEdit } from "../../writing/header-edits.ts";
import { place } from "../../writing/snippet.ts";
import { holdEdit, rotateEdits } from "../../writing/team/rotate.ts";
import type { RuleContext, WorkspaceContext } from "../rule.ts";

export function fixes({ data }: Finding, context: RuleContext | WorkspaceContext): Fix[] {
  if (!("index" in context)) return [];
  const { document, config, today, index } = context;
  const pair = pairsOver(index, config, today).find((one) => pairKey(one) === data);
  if (pair === undefined) return [];
  const proposals = proposeRotation(index, config, today);
  const proposed = proposals.find(({ was }) => pairKey(was) === data);
  if (headerKind(document.header) === "prd")
    return proposed === undefined ? [] : inHeader(document, proposed, today);
  const fixed = hold(pair, context);
  const found: Fix[] =
    fixed === undefined
      ? []
      : [
          {
            title: `Keep ${pair.pm} and ${pair.eng} together until a day`,
            kind: "guided",
            edits: [fixed],
            filled: ["2026-10-31"],
          },
        ];
  const rows = proposals.flatMap(({ items, pm, eng }) =>
    items.map((item) => ({ item, pm, eng, since: today })),
  );
  if (proposed === undefined || proposals.some(({ items }) => items.length === 0)) return found;
  const said = proposals.map(({ pm, eng }) => `${pm} with ${eng}`).join(", ");
  return [
    { title: `Rotate: ${said}`, kind: "guided", edits: rotateEdits(document, rows), preferred: true },
    ...found,
  ];
}

/** Writes the hold into the row of the two, or a row for them with one. */
function hold(pair: Pair, { document, index, today }: WorkspaceContext): FixEdit | undefined {
  const until = [place(addDays(today, 28))];
  const at = placeOf(pair, index, today);
  if (at?.spell !== undefined) return holdEdit(document, at.spell.range.start, until);
  const item = pair.spells.at(-1)?.item;
  if (item === undefined) return undefined;
  const [edit] = rotateEdits(document, [
    { item, pm: pair.pm, eng: pair.eng, since: pair.since, hold: until },
  ]);
  return edit;
}

/** The pair of a PRD that no cycle has. */
function inHeader(document: PrdDocument, { pm, eng }: Proposal, today: string): Fix[] {
  const [value] = document.header.field("eng")?.values ?? [];
  const paired = fieldEdit(document, "paired", today);
  if (value === undefined || paired === undefined) return [];
  const edits = [{ start: value.start, end: value.end, newText: `"${eng}"` }, paired];
  return [{ title: `Rotate: ${pm} with ${eng}`, kind: "guided", edits, preferred: true }];
}
