import { idPattern } from "../../recognise/ids.ts";
import { addDays } from "../../text/days.ts";
import { kindMeaning } from "../constraint-kinds.ts";
import { peopleFor } from "./header.ts";
import type { Context, Offer } from "./offer.ts";

/** Handles behind an `@` anywhere in the text. */
export function peopleOffers({ before, offset, config, today, me }: Context): readonly Offer[] | undefined {
  const typed = /(?:^|[\s(,;])(@[\p{L}\p{N}_.-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const people = peopleFor(config, undefined, today);
  const mine = people.filter(({ handle }) => handle === me);
  return [...mine, ...people.filter(({ handle }) => handle !== me)].map(({ handle, name, role }) => ({
    label: handle,
    kind: "person",
    detail: `${name} · ${role}`,
    text: handle,
    replace: offset - typed.length,
  }));
}

const constraintHead = new RegExp(String.raw`^\s*[-*+]\s+\*\*C-?\d[\d.]*\*\*\s+\(([^()]*)$`);
const questionHead = new RegExp(String.raw`^\s*[-*+]\s+\*\*Q-?\d[\d.]*\*\*\s+\(([^()]*)$`);
const anyId = new RegExp(String.raw`\b${idPattern}$`);

/** Inside the brackets of a constraint or question: the kind, who, when. */
export function headOffers(context: Context): readonly Offer[] | undefined {
  const { before, offset, config, today, me, model, after } = context;
  const inConstraint = constraintHead.exec(before)?.[1];
  const inQuestion = questionHead.exec(before)?.[1];
  const head = inConstraint ?? inQuestion;
  if (head === undefined || anyId.test(head)) return undefined;
  const typed = /[^,;\s]*$/.exec(head)?.[0] ?? "";
  const replace = offset - typed.length;
  const words = head.split(/[,;]/).length;
  const who =
    inConstraint === undefined ? model.header.people("pm")[0] : (me ?? model.header.people("eng")[0]);
  if (inConstraint !== undefined && words === 1) {
    const swallow = after.startsWith(")") ? 1 : 0;
    return config.kinds.map((kind) => ({
      label: kind,
      kind: "value",
      detail: kindMeaning(kind) ?? "one of your team's own kinds",
      text: `${kind}, \${1:${who ?? "@who"}}, ${today}): $0`,
      snippet: true,
      filter: kind,
      replace,
      swallow,
    }));
  }
  const day = inConstraint === undefined ? `by ${addDays(today, config.waiting.question)}` : today;
  const people = peopleFor(config, inConstraint === undefined ? "pm" : "eng", today);
  return [
    ...people.map(({ handle, name, role }): Offer => ({
      label: handle,
      kind: "person",
      detail: `${name} · ${role}`,
      text: handle,
      replace,
    })),
    { label: day, kind: "value", detail: "a day", text: day, replace },
  ];
}
