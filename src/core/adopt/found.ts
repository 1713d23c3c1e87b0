import type { Config, Person } from "../config/config.ts";
import type { Header } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { checkValue } from "../document/header-values.ts";
import { shorten } from "../words/shorten.ts";

/** Something that a document says about itself outside of the header fields that the format knows. */
export interface Found {
  readonly about: "author" | "engineer" | "date" | "tracker" | "status";
  /** As written: `Author(s)`. */
  readonly label: string;
  /** At most 120 UTF-16 units, on one line. */
  readonly value: string;
}

const labels: readonly (readonly [Found["about"], RegExp])[] = [
  ["author", /^(?:authors?|owners?|pm|dri|prepared by|written by|product (?:manager|owner|lead)s?)$/],
  ["engineer", /^(?:eng|engineers?|engineering(?: lead| owner)?|tech(?:nical)? lead|developers?)$/],
  ["date", /^(?:date|created|created on|creation date|started)$/],
  ["tracker", /^(?:jira|tracker|tracking (?:link|issue)|ticket|issue|epic|linear)$/],
  ["status", /^(?:status|state|stage)$/],
];

const MOST_LENGTH = 120;

/**
 * What the head of a document says about it: rows of a table, lines such as `**Status:** Draft`, and fields of a
 * header that was written for another tool.
 */
export function foundIn(document: PrdDocument): Found[] {
  const found: Found[] = [];
  const add = (label: string, value: string): void => {
    const words = label
      .replace(/\([^)]*\)/g, "")
      .replace(/[-_\s]+/g, " ")
      .trim()
      .toLowerCase();
    const about = labels.find(([, pattern]) => pattern.test(words))?.[0];
    const line = shorten(value.replace(/\s+/g, " ").trim(), MOST_LENGTH);
    if (about !== undefined && line !== "") found.push({ about, label: label.trim(), value: line });
  };
  for (const { written, key, values } of document.header.fields) {
    if (key === undefined || key === "status") add(written, values.map(({ text }) => text).join(", "));
  }
  for (const block of headBlocks(document)) {
    if (block.type === "table") {
      for (const { cells } of block.rows) {
        if (cells.length === 2) add(cells[0]?.text ?? "", cells[1]?.text ?? "");
      }
    } else if (block.type === "paragraph") {
      for (const line of block.inline.text.split("\n")) {
        const [, label = "", value = ""] = /^\s*([^:：\n]{2,30})[:：]\s+(.+)$/.exec(line) ?? [];
        add(label, value);
      }
    }
  }
  return found;
}

/** Blocks before the second heading, or before the first one that opens a section of the format. */
function headBlocks({
  pieces,
  sections,
}: PrdDocument): readonly PrdDocument["pieces"][number]["piece"]["blocks"][number][] {
  const title = sections[0];
  const end =
    title === undefined || title.name !== undefined
      ? (title?.start ?? Infinity)
      : (sections[1]?.start ?? Infinity);
  return pieces.flatMap(({ start, piece }) =>
    start < end ? piece.blocks.filter((block) => start + block.start < end) : [],
  );
}

/**
 * One sentence for each thing that was found: what a person may want to do with it. Nothing of it is done for them,
 * since a table cannot say who is the pair.
 *
 * @param status the status that the adopted document has
 */
export function adviceOn(found: readonly Found[], header: Header, config: Config, status: string): string[] {
  const advice: string[] = [];
  const said = new Set<string>();
  for (const { about, label, value } of found.filter(isFirst)) {
    const quote = `“${label}: ${value}”`;
    if (about === "author" || about === "engineer") {
      const person = personIn(value, config);
      const key = person === undefined ? undefined : fieldFor(person.role);
      if (person !== undefined && key !== undefined && header.people(key).length === 0) {
        advice.push(
          `${quote}: ${person.name} is ${person.handle} (${person.role}) in seamwork.yaml; add \`${key}: "${person.handle}"\` if they are paired on this.`,
        );
        said.add(key);
      } else if (header.people("pm").length === 0 || header.people("eng").length === 0) {
        advice.push(
          `${quote}: if they are paired on this, ${about === "engineer" ? "`eng`" : "`pm` or `eng`"} says so.`,
        );
      }
    } else if (about === "date" && header.field("paired") === undefined) {
      const day = /\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? "YYYY-MM-DD";
      advice.push(`${quote}: if the pair began then, \`paired: ${day}\` says so.`);
    } else if (about === "tracker") {
      advice.push(`${quote} stays where it is; a field of your own, such as \`tracker:\`, is kept as well.`);
    } else if (about === "status") {
      const meant = checkValue("status", value) === undefined ? value : checkValue("status", value)?.meant;
      if (meant === undefined)
        advice.push(`${quote}: the header says \`${status}\`; which status is it really?`);
      else if (meant !== status) advice.push(`${quote}: the header says \`${status}\`; is it \`${meant}\`?`);
    }
  }
  const missing = (["pm", "eng"] as const).filter((key) => !said.has(key) && header.people(key).length === 0);
  if (missing.length > 0) {
    advice.push(
      `Add ${missing.map((key) => `\`${key}\``).join(" and ")} to the header, so that everybody sees who is paired on this.`,
    );
  }
  return advice;
}

/** A header and a table often say the same; there is one date and one status, and any number of authors and links. */
function isFirst({ about, value }: Found, index: number, all: readonly Found[]): boolean {
  const once = about === "date" || about === "status";
  return all.findIndex((one) => one.about === about && (once || one.value === value)) === index;
}

function personIn(value: string, config: Config): Person | undefined {
  const words = value.toLowerCase();
  for (const person of config.people.values()) {
    if (
      words.includes(person.name.toLowerCase()) ||
      (person.email !== undefined && words.includes(person.email.toLowerCase()))
    ) {
      return person;
    }
  }
  return undefined;
}

function fieldFor(role: string): "pm" | "eng" | undefined {
  return role === "pm" || role === "eng" ? role : undefined;
}
