import { sameHandle } from "../config/people.ts";
import { insertionAfter } from "../document/insertion.ts";
import type { InTheRoom, PrdDocument } from "../document/model.ts";
import type { FixEdit } from "../problem.ts";
import { lineEndAt } from "../text/lines.ts";
import { itemEdit, sectionItemEdit } from "./insert.ts";
import { editOf } from "./said.ts";
import type { SnippetPart } from "./snippet.ts";

/** Says who was in the room: below the lines that say so for other days, else below the options. */
export function newRoomEdit(document: PrdDocument, who: readonly SnippetPart[], day: string): FixEdit {
  const { text, inTheRoom, optionTables } = document;
  const item = ["**In the room:** ", ...who.flatMap((one) => [one, ", "]), day];
  const last = inTheRoom.at(-1);
  if (last !== undefined) {
    // The line itself begins behind the list's mark, which tells how the next one is marked.
    const start = text.lastIndexOf("\n", last.start) + 1;
    return itemEdit(text, insertionAfter(text, start, last.end), item);
  }
  const table = optionTables.findLast(({ options }) => options.length > 0);
  if (table === undefined) return sectionItemEdit(document, "Feasibility", item);
  const at = { offset: lineEndAt(text, table.end), indent: "", bullet: "-", blankLine: true };
  return itemEdit(text, at, item);
}

/** Adds somebody behind the people whom a line names. */
export function addToRoomEdit(text: string, { start, end, who }: InTheRoom, added: SnippetPart): FixEdit {
  const last = who.at(-1);
  const said = text.slice(start, end);
  const at = start + (last === undefined ? said.length : said.lastIndexOf(last) + last.length);
  return editOf({ start: at, end: at }, [last === undefined ? " " : ", ", added]);
}

/** The line about a day, or about a day that it does not name; several lines of one day are not expected. */
export function roomOf({ inTheRoom }: PrdDocument, day: string): InTheRoom | undefined {
  return inTheRoom.findLast(({ date }) => date === undefined || date === day);
}

/**
 * Writes who was in the room on a day. The line of that day is kept, with its words behind the names; another day is
 * another line, since who was there then is not for today to say.
 *
 * @param who handles with their `@`, at least one
 * @param day `YYYY-MM-DD`
 * @returns nothing where the document says just that
 */
export function roomEdits(document: PrdDocument, who: readonly string[], day: string): FixEdit[] {
  const line = roomOf(document, day);
  if (line === undefined) return [newRoomEdit(document, who, day)];
  const { text } = document;
  const kept = line.who.filter((one) => who.some((other) => sameHandle(one, other)));
  const added = who.filter((one) => !line.who.some((other) => sameHandle(one, other)));
  const dated = line.date === undefined ? `, ${day}` : "";
  if (kept.length === line.who.length) {
    if (added.length === 0 && dated === "") return [];
    return [addToRoomEdit(text, line, added.join(", ") + (added.length === 0 ? dated.slice(2) : dated))];
  }
  const said = text.slice(line.start, line.end);
  const [first = "", last = ""] = [line.who[0], line.who.at(-1)];
  const start = line.start + said.indexOf(first);
  const end = line.start + said.lastIndexOf(last) + last.length;
  return [{ start, end, newText: [...kept, ...added].join(", ") + dated }];
}
