import { normalizeHandle } from "../../config/people.ts";
import { nextId } from "../../recognise/ids.ts";
import { leadOf } from "../../recognise/lead.ts";
import type { PrdDocument, Section } from "../../document/model.ts";
import { rangeIn } from "../../document/passage.ts";
import type { Passage } from "../../document/passage.ts";
import { retroQuestions, retroQuestionTexts } from "../../facts/model.ts";
import type { RetroQuestion } from "../../facts/model.ts";
import { ownEntries, retroLineName, retroOf, retroSections } from "../../facts/retro.ts";
import type { FixEdit } from "../../problem.ts";
import type { Range } from "../../text/range.ts";
import { endOfSection, itemEdit } from "../insert.ts";
import { editOf } from "../said.ts";
import type { Said } from "../said.ts";
import { newSectionEdit } from "../section-edits.ts";
import { oneLine, sentence } from "../../words/sentence.ts";

export interface HeldRetro {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Handles of those who were there. */
  readonly who: readonly string[];
  /** What is left out stays as it is. */
  readonly answers: Readonly<Partial<Record<RetroQuestion, string>>>;
  readonly actions: readonly NewAction[];
}

export interface NewAction {
  /** `handoff`, `prioritisation` or `narrative`. */
  readonly seam: string;
  readonly who: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly by: string;
  readonly text: string;
}

/** Writes what a retro came to: its day, who was there, the answers and the actions. What the document says already is written over. */
export function retroEdits(document: PrdDocument, { date, who, answers, actions }: HeldRetro): FixEdit[] {
  const taken = document.definitions.map(({ id }) => id);
  const lines: RetroLine[] = [{ name: "held", says: [heldText(date, who)] }];
  for (const question of retroQuestions) {
    const answer = answers[question];
    if (answer !== undefined && oneLine(answer) !== "")
      lines.push({ name: question, says: [sentence(answer)] });
  }
  const items = actions.map((action): Said => {
    const id = nextId("K", taken);
    taken.push(id);
    const people = action.who.map((one) => `${normalizeHandle(one)}, `).join("");
    return [`**${id}** (${oneLine(action.seam)}, ${people}by ${action.by}): ${sentence(action.text)}`];
  });
  return linesEdits(document, lines, items);
}

/** `2026-09-28 @lena, @mara` */
function heldText(date: string, who: readonly string[]): string {
  return [date, who.map(normalizeHandle).join(", ")].filter((part) => part !== "").join(" ");
}

/** Says until when the retro is to be held; a section that is not there yet is made, with the lines that a retro has. */
export function retroDueEdits(document: PrdDocument, day: Said): FixEdit[] {
  return linesEdits(document, [{ name: "due", says: day }], []);
}

export type RetroLineName = "due" | "held" | RetroQuestion;

/** A line of the retro and what it is to say. */
export interface RetroLine {
  readonly name: RetroLineName;
  readonly says: Said;
}

const labels: Readonly<Record<RetroLineName, string>> = {
  due: "Due:",
  held: "Held:",
  ...retroQuestionTexts,
};
const inOrder: readonly RetroLineName[] = ["due", "held", ...retroQuestions];

/**
 * The lines of a retro that has not been held, without list marks: `**Due:** 2026-09-29`, `**Held:**` …
 *
 * @param due `YYYY-MM-DD`
 */
export function retroLines(due: string): string[] {
  return inOrder.map((name) => (name === "due" ? `**${labels.due}** ${due}` : `**${labels[name]}**`));
}

/**
 * Lets lines say something: in place where they are there, else at the end of the retro.
 *
 * @param items further list items, with what stands before their text
 */
export function linesEdits(
  document: PrdDocument,
  lines: readonly RetroLine[],
  items: readonly Said[],
): FixEdit[] {
  const { text } = document;
  const sections = retroSections(document);
  const section = sections.findLast(({ name }) => name === "Retro") ?? sections.at(-1);
  if (retroOf(document) === undefined || section === undefined) {
    const all = inOrder.flatMap((name): Said[] => {
      const line = lines.find((one) => one.name === name);
      if (line === undefined) return name === "due" ? [] : [[`**${labels[name]}**`]];
      return [[`**${labels[name]}** `, ...line.says]];
    });
    const body = [...all, ...items].flatMap((line, index) => [index === 0 ? "- " : "\n- ", ...line]);
    return [newSectionEdit(document, "Retro", body)];
  }
  const edits: FixEdit[] = [];
  const added: Said[] = [];
  for (const { name, says } of lines) {
    const range = lineText(sections, name);
    if (range === undefined) added.push([`**${labels[name]}** `, ...says]);
    else edits.push(editOf(range, text[range.start - 1] === " " ? says : [" ", ...says]));
  }
  const further = [...added, ...items];
  if (further.length === 0) return edits;
  const at = endOfSection(text, section);
  const [first = [], ...rest] = further;
  const between = itemEdit(text, { ...at, blankLine: false }, []).newText;
  return [...edits, itemEdit(text, at, [...first, ...rest.flatMap((line) => [between, ...line])])];
}

/** What a line says behind its label, answers of several lines whole. */
function lineText(sections: readonly Section[], name: RetroLineName): Range | undefined {
  for (const section of sections)
    for (const [passage] of ownEntries(section)) {
      if (!isLine(passage, name)) continue;
      const { afterBold } = leadOf(passage.inline);
      const { start, end } = rangeIn(passage, afterBold, passage.text.length);
      return passage.text.length > afterBold ? { start, end } : { start: passage.end, end: passage.end };
    }
  return undefined;
}

function isLine(passage: Passage, name: RetroLineName): boolean {
  const { bold } = leadOf(passage.inline);
  return bold !== undefined && retroLineName(bold) === name;
}
