import type { Owner } from "../problem.ts";
import { asMarkdown } from "../words/as-markdown.ts";
import { daysBetween } from "../text/days.ts";
import { count } from "../words/count.ts";
import type { Agenda, AgendaItem, LeftOut } from "./model.ts";
import { listed } from "../words/listed.ts";
import { ago, dayFromToday, waited } from "../words/days.ts";

/** How a place is written: as `path:line`, or as a link from where the agenda will lie. */
export type Links =
  | "places"
  /** Folder of the agenda, relative to what the paths are relative to, with `/`; empty for that place itself. */
  | { readonly from: string };

/** An agenda as markdown that ends in a line feed: a title, a line on the meeting, a list for each section. */
export function agendaMarkdown(agenda: Agenda, links: Links): string {
  const { sections, leftOut, notes, today } = agenda;
  const blocks = [`# ${titleOf(agenda)}`, aboutMeeting(agenda)];
  if (sections.length === 0)
    blocks.push("Nothing is open. Is there anything that nobody has written down yet?");
  for (const { title, items } of sections) {
    const lines = items.map((item) => `- ${itemLine(item, today, links)}`);
    blocks.push(`## ${asMarkdown(title)}`, lines.join("\n"));
  }
  if (leftOut.items > 0) blocks.push(leftOutLine(leftOut));
  blocks.push(...notes.map(asMarkdown));
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** What the agenda is called, as markdown: ``Weekly of `@lena` and `@mara`, 2026-08-14``. */
export function titleOf({ kind, of, today }: Agenda): string {
  const whose = asMarkdown(listed(of));
  const titles = {
    weekly: `Weekly of ${whose}`,
    managers: "Managers",
    planning: `Planning for ${whose}`,
    retro: `Retro for ${whose}`,
  };
  return `${titles[kind]}, ${today}`;
}

function aboutMeeting({ kind, since, today, minutes }: Agenda): string {
  const parts: string[] = [];
  if (minutes !== undefined) parts.push(`${count(minutes, "minute")}.`);
  if (kind === "retro" || kind === "planning") {
    if (since !== undefined)
      parts.push(`${kind === "retro" ? "Held" : "Planned"} on ${since}; this is what is new or still open.`);
  } else if (since === undefined) parts.push("None has been logged yet.");
  else {
    const days = daysBetween(since, today) ?? 0;
    parts.push(`The last one was on ${since}${days > 0 ? `, ${ago(days)}` : ""}.`);
  }
  return parts.join(" ");
}

function itemLine(item: AgendaItem, today: string, links: Links): string {
  const { document, text, path, line, isNew } = item;
  const sentence = /[.?!…]$/.test(text) ? text : `${text}.`;
  const whose = turnOf(item, today);
  const parts = [
    `**${isNew ? "New, " : ""}${asMarkdown(document)}** ${asMarkdown(sentence)}`,
    ...(whose === "" ? [] : [`${asMarkdown(whose)}.`]),
    placeOf(path, line, links),
  ];
  return parts.join(" ");
}

const sides: Readonly<Record<Owner, string>> = {
  product: "Product's turn",
  engineering: "Engineering's turn",
  both: "Both sides",
  managers: "The managers' turn",
};

/** Whose turn it is and since when: `@lena, for 9 days`. */
export function turnOf({ owner, people, days, due }: AgendaItem, today: string): string {
  const whose = people.length > 0 ? listed(people) : owner === undefined ? "" : sides[owner];
  const parts = whose === "" ? [] : [whose];
  if (days !== undefined) parts.push(waited(days));
  if (due !== undefined) parts.push(`due ${dayFromToday(due, today)}`);
  return parts.join(", ");
}

function placeOf(path: string, line: number, links: Links): string {
  const shown = path.replaceAll("`", "").replace(/[\r\n]+/g, " ");
  const place = `\`${shown}:${line}\``;
  return links === "places" ? place : `[${place}](${wayTo(path, links.from)}#L${line})`;
}

/** The way from a folder to a file as a link has it: `../prds/a.md`. */
function wayTo(path: string, from: string): string {
  const folders = from.split("/").filter((part) => part !== "" && part !== ".");
  const parts = path.split("/");
  let same = 0;
  while (same < folders.length && same < parts.length - 1 && folders[same] === parts[same]) same++;
  const up = folders.slice(same).map(() => "..");
  return [...up, ...parts.slice(same).map(encoded)].join("/");
}

/** Brackets end a link as well. */
function encoded(part: string): string {
  return encodeURIComponent(part).replace(/[()]/g, (mark) => (mark === "(" ? "%28" : "%29"));
}

/** Documents that the last line names; of more it says how many. */
const MOST_DOCUMENTS = 6;

function leftOutLine({ items, conversations, documents }: LeftOut): string {
  const named = documents.slice(0, MOST_DOCUMENTS).map((one) => `${one.document} ${one.items}`);
  const others = documents.slice(MOST_DOCUMENTS);
  const rest = others.reduce((sum, one) => sum + one.items, 0);
  const where = [...named, ...(rest > 0 ? [`${count(others.length, "other document")} ${rest}`] : [])];
  const open = conversations > 0 ? ` with ${count(conversations, "open conversation")}` : "";
  return `Left out: ${asMarkdown(`${count(items, "item")}${open} (${where.join(", ")})`)}.`;
}
