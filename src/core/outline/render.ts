import { count, figure } from "../words/count.ts";
import { listed } from "../words/listed.ts";
import { shorten } from "../words/shorten.ts";
import type { Outline, OutlinedRequirement, Said } from "./model.ts";

/** A line of an outline for people. */
export interface OutlineLine {
  /** 0 for the top. */
  readonly depth: number;
  readonly words: string;
  /** What is said about it, undefined for nothing. */
  readonly about: string | undefined;
  /** The line of the file that it is about, from 1; undefined for one that is about the whole file. */
  readonly line: number | undefined;
}

/** Longest heading or title that is shown, in UTF-16 units. */
const MOST_TITLE = 80;

/** What was seen in a file: its headings, below them the requirements and what each has, then what is left over. */
export function outlineLines(outline: Outline): OutlineLine[] {
  const lines: OutlineLine[] = [line(0, kindWords(outline))];
  const depths = new Map<string, number>();
  let depth = 0;
  for (const entry of inOrder(outline)) {
    if ("heading" in entry) {
      const known = entry.name !== undefined && entry.name.toLowerCase() !== entry.heading.toLowerCase();
      depth = entry.depth;
      lines.push(
        line(depth - 1, shorten(entry.heading, MOST_TITLE), entry.line, known ? entry.name : undefined),
      );
    } else {
      const above = entry.parent === undefined ? undefined : depths.get(entry.parent);
      const own = above === undefined ? depth : above + 1;
      if (entry.id !== undefined) depths.set(entry.id, own);
      const title = shorten(entry.title, MOST_TITLE);
      lines.push(
        line(
          own,
          entry.id === undefined ? `"${title}"` : `${entry.id} ${title}`,
          entry.line,
          answersOf(entry),
        ),
      );
    }
  }
  return [...lines, ...forAll(outline), closing(outline)];
}

function line(depth: number, words: string, at?: number, about?: string): OutlineLine {
  return { depth, words, about, line: at };
}

const kinds: Readonly<Record<Outline["kind"], string>> = {
  prd: "A PRD",
  candidate: "Not adopted yet",
  cycle: "A cycle",
  retro: "A retro",
  other: "Markdown that is no PRD",
};

function kindWords({ kind, requirements }: Outline): string {
  const seen =
    requirements.length === 0 ? "no requirement was seen" : count(requirements.length, "requirement");
  return `${kinds[kind]}: ${seen}.`;
}

function inOrder({ sections, requirements }: Outline): (Outline["sections"][number] | OutlinedRequirement)[] {
  return [...sections, ...requirements].sort((a, b) => a.line - b.line);
}

const facets = [
  ["why", (lines: number) => (lines > 0 ? "why" : "")],
  ["edgeCases", (lines: number) => (lines > 0 ? count(lines, "edge case") : "")],
  ["constraints", (lines: number) => (lines > 0 ? count(lines, "constraint") : "")],
  ["acceptance", (lines: number) => (lines > 0 ? count(lines, "acceptance line") : "")],
] as const;

function said(all: Said): string[] {
  return facets.map(([name, words]) => words(all[name].length)).filter((words) => words !== "");
}

const missing: Readonly<Record<keyof Said, string>> = {
  why: "why",
  edgeCases: "edge case",
  constraints: "constraint",
  acceptance: "acceptance",
};

function answersOf(requirement: OutlinedRequirement): string {
  const lacks = facets.flatMap(([name]) => (requirement[name].length === 0 ? [missing[name]] : []));
  return [
    `line ${figure(requirement.line)}`,
    ...said(requirement),
    ...(lacks.length > 0 ? [`no ${listed(lacks, "or")}`] : []),
    ...(requirement.signedOff ? ["signed off"] : []),
  ].join(", ");
}

function forAll({ documentWide }: Outline): OutlineLine[] {
  const found = said(documentWide);
  return found.length === 0 ? [] : [line(0, `For the whole document: ${listed(found)}.`)];
}

/** Most lines that are named one by one. */
const MOST_NAMED = 12;

function closing({ unplaced, requirements }: Outline): OutlineLine {
  if (unplaced.length === 0) {
    const all =
      requirements.length > 0
        ? "Everything under Requirements was placed."
        : "No heading was taken for Requirements, or nothing stands below it.";
    return line(0, all);
  }
  const shown = unplaced.slice(0, MOST_NAMED).map(figure);
  const more = unplaced.length - shown.length;
  const places = more > 0 ? `${shown.join(", ")} and ${figure(more)} more` : listed(shown);
  return line(
    0,
    unplaced.length === 1
      ? `1 line that may hold a requirement was taken for none, nor for a part of one: ${places}.`
      : `${figure(unplaced.length)} lines that may hold requirements were taken for none, nor for a part of one: ${places}.`,
  );
}

/** An outline as a page of its own. */
export interface OutlinePage {
  /** Markdown; a line of it stands for a line of the file. */
  readonly text: string;
  /** For each line of the page the line of the file that it is about, both from 0. */
  readonly places: ReadonlyMap<number, number>;
}

/** @param name what the file is called */
export function outlinePage(outline: Outline, name: string): OutlinePage {
  const [first, ...rest] = outlineLines(outline);
  const text = [`# What Seamwork sees in ${name}`, "", first?.words ?? "", ""];
  const places = new Map<number, number>();
  for (const one of rest) {
    // What is about the whole file follows the list.
    if (one.line === undefined) text.push(...(text.at(-1) === "" ? [] : [""]), one.words, "");
    else {
      places.set(text.length, one.line - 1);
      text.push(`${"  ".repeat(one.depth)}- ${one.words}${one.about === undefined ? "" : ` · ${one.about}`}`);
    }
  }
  return { text: `${text.join("\n").trimEnd()}\n`, places };
}
