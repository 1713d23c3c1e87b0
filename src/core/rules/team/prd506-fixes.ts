import { nextId } from "../../recognise/ids.ts";
import { personPlace, sectionItemEdit } from "../../writing/insert.ts";
import { place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, today }) => {
  const id = nextId(
    "D",
    document.definitions.map((one) => one.id),
  );
  const said = [
    `**${id}** tier 1, `,
    personPlace(document, "pm"),
    " and ",
    personPlace(document, "eng"),
    `, ${today}: ${String(data)} changed after building began: `,
    place("what was learned, and what gives way"),
    ".",
  ];
  const edits = [sectionItemEdit(document, "Disagreements", said)];
  const filled = ["@lena", "@mara", "finance closes by the hour, so the queue waits a week"];
  return [{ title: `Record it as ${id}`, kind: "guided", preferred: true, edits, filled }];
};
