import { questionOf } from "../document/annotations.ts";
import { datePattern, handlesIn } from "../document/answers.ts";
import { headerKind } from "../document/header.ts";
import { leadOf } from "../recognise/lead.ts";
import type { PrdDocument, Section } from "../document/model.ts";
import type { Passage } from "../document/passage.ts";
import { entriesOf } from "../document/section-entries.ts";
import type { Range } from "../text/range.ts";
import { documentIdsIn } from "./cycle.ts";
import { retroQuestions } from "./model.ts";
import type { Retro, RetroAction, RetroAnswer, RetroQuestion } from "./model.ts";

const retros = new WeakMap<PrdDocument, Retro | "none">();

/** The retro of a PRD's section, or the document that is one; undefined where there is neither. Never throws. */
export function retroOf(document: PrdDocument): Retro | undefined {
  let found = retros.get(document);
  if (found === undefined) {
    found = readRetro(document) ?? "none";
    retros.set(document, found);
  }
  return found === "none" ? undefined : found;
}

const date = new RegExp(datePattern);
const done = new RegExp(String.raw`(?:^|[.\s])Done\s+(?:@\S+,?\s+)?(${datePattern})`);

const questionWords: Readonly<Record<RetroQuestion, RegExp>> = {
  right: /^(?:did we build )?(?:the )?right thing\??$/i,
  well: /^(?:did we build it well|built (?:it )?well|build (?:it )?well)\??$/i,
  together: /^(?:did we build it well together|built? it well together|well together|together)\??$/i,
};

/** The headings under which a retro is told, in document order: a section of a PRD, or nearly all of a document of its own. */
export function retroSections(document: PrdDocument): Section[] {
  const whole = headerKind(document.header) === "retro";
  return document.sections.filter(
    ({ within }) => within === "Retro" || (whole && (within === undefined || within === "Review")),
  );
}

/** Documents that a retro is about. What its answers name is no sign: they tell of other work as well. */
function aboutOf({ header, text, sections }: PrdDocument): string[] {
  const section = sections.find(({ depth, within }) => depth > 1 && within === "Retro");
  const list = /^[ \t]*[-*+][ \t]/m.exec(text.slice(header.end))?.index;
  const end = section?.start ?? (list === undefined ? text.length : header.end + list);
  const name = header.field("name")?.values[0]?.text ?? "";
  const own = header.field("retro")?.values[0]?.text;
  return documentIdsIn(`${name}\n${text.slice(header.end, end)}`).filter((id) => id !== own);
}

/** The line that bold words at its start make: `Held`, `Built it well together?` */
export function retroLineName(bold: string): "due" | "held" | RetroQuestion | undefined {
  const label = bold.trim().toLowerCase();
  if (label === "due" || label === "held") return label;
  return retroQuestions.find((question) => questionWords[question].test(label));
}

function readRetro(document: PrdDocument): Retro | undefined {
  const whole = headerKind(document.header) === "retro";
  const sections = retroSections(document);
  const [first] = sections;
  const value = document.header.field("retro")?.values[0];
  const range: Range | undefined = whole ? (value ?? document.header) : first?.heading;
  if (range === undefined) return undefined;
  let due: string | undefined;
  let held: string | undefined;
  let heldRange: Range | undefined;
  let who: readonly string[] = [];
  const answers: Record<RetroQuestion, RetroAnswer | undefined> = {
    right: undefined,
    well: undefined,
    together: undefined,
  };
  const actions: RetroAction[] = [];
  for (const [passage, block] of sections.flatMap((section) => ownEntries(section))) {
    const action = actionOf(passage, block);
    if (action !== undefined) {
      actions.push(action);
      continue;
    }
    const { bold, afterBold } = leadOf(passage.inline);
    if (bold === undefined) continue;
    const said = passage.text.slice(afterBold).trim();
    const line = retroLineName(bold);
    if (line === "due") due ??= date.exec(said)?.[0];
    else if (line === "held") {
      heldRange ??= { start: block.start, end: block.end };
      held ??= date.exec(said)?.[0];
      if (who.length === 0) who = handlesIn(said);
    } else if (line !== undefined) answers[line] ??= { start: block.start, end: block.end, text: said };
  }
  const about = whole ? aboutOf(document) : [];
  return { start: range.start, end: range.end, due, held, heldRange, who, about, answers, actions };
}

/** Items and rows of a retro's section, its heading left out. */
export function ownEntries(section: Section): [Passage, Range][] {
  return entriesOf(section).filter(([passage]) => passage !== section.heading);
}

function actionOf(passage: Passage, block: Range): RetroAction | undefined {
  const found = questionOf(passage, block);
  if (found === undefined || !found.id.startsWith("K")) return undefined;
  const { id, idRange, head, body } = found;
  const finished = done.exec(body);
  return {
    start: block.start,
    end: block.end,
    id,
    idRange: { start: idRange.start, end: idRange.end },
    seam: head?.words[0]?.text.toLowerCase(),
    who: head?.who ?? [],
    by: head?.date,
    byRange:
      head?.dateRange === undefined ? undefined : { start: head.dateRange.start, end: head.dateRange.end },
    text: (finished === null ? body : body.slice(0, finished.index + 1)).trim(),
    done: finished?.[1],
  };
}
