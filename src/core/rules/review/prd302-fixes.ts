import type { FixEdit } from "../../problem.ts";
import { coverageOf } from "../../review/signatures.ts";
import { signLine, signLineEdit } from "../../writing/review/sign-line.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ data }, { document, config, today }) => {
  const { id, who } = data as { id: string; who: string };
  const coverage = coverageOf(document, config).find(({ requirement }) => requirement.id === id);
  const signOff = coverage?.signatures.find((one) => one.who === who)?.signOff;
  if (coverage === undefined || signOff === undefined) return [];
  const line = (date: string, carried?: string): FixEdit =>
    signLineEdit(document.text, signOff, signLine(document, coverage.requirement, who, date, carried));
  return [
    {
      title: `Sign ${id} again, as ${who}`,
      kind: "guided",
      edits: [line(today)],
      preferred: true,
      onlyFor: who,
    },
    {
      title: `Only the wording is new: carry ${who}'s sign-off of ${id}`,
      kind: "guided",
      edits: [line(signOff.date ?? today, today)],
      onlyFor: who,
    },
  ];
};
