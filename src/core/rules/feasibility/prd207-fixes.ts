import { onlyChosen, optionName } from "../../document/options.ts";
import { effortIn } from "../../text/effort.ts";
import { fillCell } from "../../writing/table-edits.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = (_, { document }) => {
  const header = document.header.field("effort")?.values[0];
  const chosen = onlyChosen(document.optionTables);
  const time = chosen?.option.time;
  if (header === undefined || chosen === undefined || time === undefined) return [];
  const name = optionName(chosen.option, chosen.index);
  const { start, end } = header;
  const inHeader = shortest(time.text);
  return [
    ...(inHeader === undefined
      ? []
      : [
          {
            title: `Put ${inHeader} of ${name} into the header`,
            kind: "guided" as const,
            edits: [{ start, end, newText: inHeader }],
            preferred: true,
          },
        ]),
    {
      title: `Put ${header.text} of the header on ${name}`,
      kind: "guided",
      edits: [fillCell(document.text, time, [header.text])],
    },
  ];
};

/** As the header has it: one number and a letter, of a range the longer end. */
function shortest(text: string): string | undefined {
  const found = effortIn(text);
  return found === undefined ? undefined : `${found.last}${found.unit}`;
}
