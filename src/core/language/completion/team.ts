import { nextId } from "../../recognise/ids.ts";
import { place, snippet } from "../../writing/snippet.ts";
import { cycleOf } from "../../facts/cycle.ts";
import { buckets, retroQuestions, retroQuestionTexts } from "../../facts/model.ts";
import { retroOf } from "../../facts/retro.ts";
import { splitText } from "../../facts/split.ts";
import { addDays } from "../../text/days.ts";
import { lineStartAt } from "../../text/lines.ts";
import { documentItems } from "./documents.ts";
import { bucketMeanings } from "./header.ts";
import type { Context, Offer } from "./offer.ts";

/** The heading above the cursor, in lower case. */
function sectionAt({ model, offset }: Context): string | undefined {
  const section = model.sections.findLast(({ start }) => start <= offset);
  return section?.heading.text.trim().toLowerCase();
}

/** What a list item of a cycle or a retro begins with, by its section; also what follows the day of a meeting. */
export function teamLineOffers(context: Context): readonly Offer[] | undefined {
  const { before, after, offset } = context;
  const typed = /^\s*[-*+]\s+(\*{0,2}[\p{L}\d-]*|\d{4}-\d{2}-\d{2}\s+[\p{L}-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const lines = linesFor(context);
  if (lines.length === 0) return undefined;
  const swallow = /^\*{1,2}/.exec(after)?.[0].length ?? 0;
  return lines.map(({ label, detail, text }) => ({
    label,
    kind: "annotation",
    detail,
    text,
    snippet: true,
    filter: typed.startsWith("*") ? `**${label}` : text,
    replace: offset - typed.length,
    swallow: typed.startsWith("*") ? swallow : 0,
  }));
}

interface Line {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
}

function linesFor(context: Context): Line[] {
  switch (sectionAt(context)) {
    case "agreement":
      return context.kind === "cycle" ? agreementLines(context) : [];
    case "renegotiations":
      return context.kind === "cycle" ? [renegotiationLine(context)] : [];
    case "cadence":
      return context.kind === "cycle" ? cadenceLines(context) : [];
    default:
      return retroLines(context);
  }
}

function freeId({ model: { definitions, mentions } }: Context, letter: string): string {
  return nextId(
    letter,
    [...definitions, ...mentions].map(({ id }) => id),
  );
}

function agreementLines({ model, me, today }: Context): Line[] {
  const split = cycleOf(model)?.split;
  const who = place(me ?? "@who");
  const said = split === undefined ? place("p60 h25 o15") : splitText(split);
  return [
    {
      label: "Agreed",
      detail: "somebody stands by this split",
      text: snippet`**Agreed** ${who}, ${today} \`${said}\``,
    },
    {
      label: "Gave up",
      detail: "what somebody did not get",
      text: snippet`**Gave up** ${who}: ${place("what, and until when")}`,
    },
  ];
}

function renegotiationLine(context: Context): Line {
  const id = freeId(context, "N");
  const { me, today } = context;
  const text = snippet`**${id}** ${place(me ?? "@who")} and ${place("@who")}, ${today}: ${place("product 60 to 55, ops 15 to 20")}. Because ${place("what happened")}`;
  return { label: id, detail: "how the split changes, and why", text };
}

const meetings: readonly (readonly [kind: string, detail: string])[] = [
  ["weekly", "a pair"],
  ["managers", "the managers of both sides"],
  ["planning", "the next cycle"],
  ["retro", "a launch or an incident"],
  ["rotation", "who works with whom from now on"],
];

function cadenceLines({ config, me, today }: Context): Line[] {
  const minutes = config.cadence.weekly.minutes;
  return meetings.map(([kind, detail]) => ({
    label: kind,
    detail,
    text: snippet`${today} ${kind} ${place(me ?? "@who")} ${place("@who")}, ${place(`${kind === "weekly" ? minutes : 45} min`)}`,
  }));
}

/** What a retro has not said yet. */
function retroLines(context: Context): Line[] {
  const { model, kind, offset, today, me } = context;
  const section = model.sections.findLast(({ start }) => start <= offset);
  const retro = retroOf(model);
  if (retro === undefined || (kind !== "retro" && section?.within !== "Retro")) return [];
  const lines: Line[] = [];
  if (retro.held === undefined)
    lines.push({
      label: "Held:",
      detail: "when, and who was there",
      text: snippet`**Held:** ${today} ${place(me ?? "@who")}, ${place("@who")}`,
    });
  for (const question of retroQuestions)
    if (retro.answers[question] === undefined) {
      const label = retroQuestionTexts[question];
      lines.push({
        label,
        detail: "one of the three questions",
        text: snippet`**${label}** ${place("the answer")}`,
      });
    }
  const id = freeId(context, "K");
  const text = snippet`**${id}** (${place("handoff")}, ${place(me ?? "@who")}, by ${addDays(today, 14)}): ${place("what changes from now on")}`;
  return [...lines, { label: id, detail: "an action", text }];
}

/** Cells of a cycle's tables: PRDs for the items, buckets; people come behind their `@`. */
export function cellOffers(context: Context): readonly Offer[] | undefined {
  const { before, offset, kind } = context;
  const section = sectionAt(context);
  if (kind !== "cycle" || (section !== "work" && section !== "pairs")) return undefined;
  const cells = /^\s*\|(.*)$/.exec(before)?.[1]?.split(/(?<!\\)\|/);
  if (cells === undefined) return undefined;
  const typed = cells.at(-1)?.trimStart() ?? "";
  const replace = offset - typed.length;
  const column = columnsAbove(context)[cells.length - 1];
  if (column === "bucket")
    return buckets.map((label) => ({
      label,
      kind: "value",
      detail: bucketMeanings[label],
      text: label,
      replace,
    }));
  if (column === "item" && section === "pairs")
    return documentItems(
      context.documents().filter((one) => one.kind === "prd"),
      replace,
    );
  return undefined;
}

/** The names of the columns of the table around the cursor, in lower case. */
function columnsAbove({ model: { text }, offset }: Context): string[] {
  let start = lineStartAt(text, offset);
  let first = start;
  while (start > 0) {
    start = lineStartAt(text, start - 1);
    if (!text.startsWith("|", start)) break;
    first = start;
  }
  const line = /^[^\r\n]*/.exec(text.slice(first))?.[0] ?? "";
  return line
    .split("|")
    .slice(1)
    .map((cell) => cell.trim().toLowerCase());
}
