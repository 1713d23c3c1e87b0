import { MAX_PEOPLE, peopleWith } from "../../config/people.ts";
import type { PairRole } from "../../config/people.ts";
import type { Finding, Fix, FixEdit } from "../../problem.ts";
import { fieldEdit } from "../../writing/header-edits.ts";
import { place, snippet } from "../../writing/snippet.ts";
import type { RuleContext } from "../rule.ts";
import { roles } from "./prd002.ts";

export function fixes({ data }: Finding, { document, config, today }: RuleContext): Fix[] {
  const { role: wanted } = data as { role: PairRole };
  const role = roles.find((one) => one.role === wanted);
  if (role === undefined) return [];
  const fix = (title: string, edit: FixEdit | undefined, more: Partial<Fix>): Fix[] =>
    edit === undefined ? [] : [{ title, kind: "guided", edits: [edit], ...more }];
  const people = peopleWith(wanted, config, today).slice(0, MAX_PEOPLE);
  const empty = fieldEdit(document, wanted, snippet`"${place("@handle")}"`, true);
  return [
    ...people.flatMap(({ name, handle }) =>
      fix(`Pair ${name} as ${role.who}`, fieldEdit(document, wanted, JSON.stringify(handle)), {}),
    ),
    ...fix(`Write the handle of ${role.article} ${role.who}`, empty, {
      filled: [role.handle],
      preferred: people.length === 0,
    }),
  ];
}
