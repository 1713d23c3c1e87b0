import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument, Question } from "../../document/model.ts";
import { inRow } from "../../document/state.ts";
import type { Finding, Fix } from "../../problem.ts";
import { addDays } from "../../text/days.ts";
import type { Range } from "../../text/range.ts";
import { personPlace, prefixesEdit, sectionItemEdit } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import type { Said } from "../../writing/said.ts";
import { later, place } from "../../writing/snippet.ts";
import { cellNamed, fillCell } from "../../writing/table-edits.ts";
import type { Fixes, RuleContext } from "../rule.ts";
import { ownerColumn, ownerOf } from "./question-owner.ts";
import { questionsWithoutId } from "./prd306.ts";

export const fixes: Fixes = (finding, context) => {
  const { document } = context;
  if (finding.data === undefined) return giveIds(finding, context);
  if (typeof finding.data === "string") return [ownQuestion(finding, finding.data, context)];
  const question = typeof finding.data === "number" ? document.questions[finding.data] : undefined;
  if (question === undefined) return [];
  const { who, date } = ownerOf(question, document);
  if (finding.early === true) return [];
  return who === undefined ? assign(question, context) : postpone(question, date, context);
};

const dayColumn = /^(?:by|due|date|due date|when|until)$/i;

const filledDay = "2026-08-20";

function assign(
  { id, head, passage, start, bodyRange }: Question,
  { document, config, today }: RuleContext,
): Fix[] {
  const { text } = document;
  const who = personPlace(document, "pm");
  const day = place(addDays(today, config.waiting.question));
  const fix = { title: `Give ${id} an owner`, kind: "guided" as const, preferred: true };
  if (inRow(passage)) {
    const cell = cellNamed(document, start, ownerColumn);
    if (cell === undefined) return [];
    return [{ ...fix, edits: [fillCell(text, cell, [who])], filled: ["@lena"] }];
  }
  if (head === undefined) {
    const edit = editOf({ start: bodyRange.start, end: bodyRange.start }, ["(", who, ", by ", day, "): "]);
    return [{ ...fix, edits: [edit], filled: ["@lena", filledDay] }];
  }
  const at = head.start + 1;
  const late = head.date !== undefined && head.date < today;
  const said: Said = [who, /^\s*\)/.test(text.slice(at)) ? "" : ", "];
  if (!late || head.dateRange === undefined)
    return [{ ...fix, edits: [editOf({ start: at, end: at }, said)], filled: ["@lena"] }];
  const { start: from, end } = head.dateRange;
  return [
    {
      ...fix,
      edits: [editOf({ start: at, end }, [...said, text.slice(at, from), day])],
      filled: ["@lena", filledDay],
    },
  ];
}

function postpone(
  question: Question,
  date: string | undefined,
  { document, config, today }: RuleContext,
): Fix[] {
  const { text } = document;
  const cell = inRow(question.passage) ? cellNamed(document, question.start, dayColumn) : undefined;
  const said = [place(addDays(today, config.waiting.question))];
  const range = question.head?.dateRange;
  if (date === undefined || (cell === undefined && range === undefined)) return [];
  const edit = cell === undefined ? editOf(range ?? question, said) : fillCell(text, cell, said);
  return [
    {
      title: `Give ${question.id} a new day`,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: [filledDay],
    },
  ];
}

function giveIds({ start }: Finding, { document, config, today }: RuleContext): Fix[] {
  const section = document.sections.find(({ heading }) => heading.start === start);
  const questions = section === undefined ? [] : questionsWithoutId(section);
  if (questions.length === 0) return [];
  const taken = idsOf(document);
  const who = personPlace(document, "pm");
  const day = place(addDays(today, config.waiting.question));
  const edit = prefixesEdit(document.text, questions, () => {
    const id = nextId("Q", taken);
    taken.push(id);
    return [`**${id}** (`, who, ", by ", day, "): "];
  });
  const title = `Give ${questions.length === 1 ? "the question" : "each question"} an id, an owner and a day`;
  return [
    {
      title,
      kind: "guided",
      edits: [edit],
      preferred: true,
      filled: questions.flatMap(() => ["@lena", filledDay]),
    },
  ];
}

/** A marker in the midst of the text gives way to a question with an id, an owner and a day. */
function ownQuestion({ start, end }: Range, asks: string, { document, config, today }: RuleContext): Fix {
  const id = nextId("Q", idsOf(document));
  const who = personPlace(document, "pm");
  const day = place(addDays(today, config.waiting.question));
  const item = [`**${id}** (`, later(who), ", by ", later(day), "): ", place(asks || "what is asked")];
  const edits = [{ start, end, newText: `(see ${id})` }, sectionItemEdit(document, "Questions", item)];
  const filled = [asks || "what is asked", "@lena", filledDay];
  return { title: `Make it question ${id}`, kind: "guided", edits, preferred: true, filled };
}

function idsOf({ definitions }: PrdDocument): string[] {
  return definitions.map(({ id }) => id);
}
