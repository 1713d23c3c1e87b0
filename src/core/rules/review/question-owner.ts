import type { PrdDocument, Question } from "../../document/model.ts";
import { askedOf, inRow } from "../../document/state.ts";
import { cellNamed } from "../../writing/table-edits.ts";

/** A row has its owner and day in cells of their own; elsewhere a label may name a team that has no handle. */
export function ownerOf(
  question: Question,
  document: PrdDocument,
): { who: string | undefined; date: string | undefined } {
  const { who, date } = askedOf(question);
  const otherwise = inRow(question.passage) ? inCell : labelled;
  return { who: who[0] ?? otherwise(question, document), date };
}

function inCell({ start }: Question, document: PrdDocument): string | undefined {
  const cell = cellNamed(document, start, ownerColumn);
  return cell && named(document.text.slice(cell.start, cell.end));
}

const ownerLabel =
  /(?:^|[\s(*_])(?:owner|assignee|assigned to|responsible|verantwortlich|zuständig|responsable)[*_]*\s*[:：][*_ \t]*([^\n]*)/iu;

/** "Owner: Warehouse team", in the question or below it. */
function labelled({ start, end, passage }: Question, { text, sections }: PrdDocument): string | undefined {
  const section = sections.find(({ heading }) => heading.start === passage.start);
  const found = ownerLabel.exec(text.slice(start, section?.end ?? end))?.[1];
  return found === undefined ? undefined : named(found);
}

/** Undefined for what stands where nobody is known yet. */
function named(written: string): string | undefined {
  const who =
    written
      .replace(/[*_`\\]/g, "")
      .split(/[;,|.)]|\s[–—-]\s/u, 1)[0]
      ?.trim() ?? "";
  return /\p{L}{2}/u.test(who) &&
    !/^(?:tb[acd]|todo|none|n\/a|nobody|unassigned|unknown|open|offen)\b/iu.test(who)
    ? who
    : undefined;
}

export const ownerColumn = /^(?:owner|who|assignee|assigned to|asked of)$/i;
