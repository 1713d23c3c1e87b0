import type { Config } from "../config/config.ts";
import { kindOf } from "../document/kind.ts";
import type { PrdDocument } from "../document/model.ts";
import { isFresh, coverageOf } from "../review/signatures.ts";
import { covered } from "./covered.ts";
import { dialectsIn } from "./dialects.ts";
import { anchorAt } from "../recognise/names.ts";
import { languageOf } from "../document/language-of.ts";
import type { Outline, OutlinedRequirement, OutlinedSection } from "./model.ts";
import { linesOf } from "./lines.ts";
import type { Lines } from "./lines.ts";
import { saidByDocument, saidBy } from "./said.ts";
import { unplacedIn } from "./unplaced.ts";

/**
 * What was seen in a markdown file, whether it is a PRD or not.
 *
 * @param path below the folder that the team's globs count from, with `/`
 */
export function outline(document: PrdDocument, path: string, config: Config): Outline {
  const lines = linesOf(document.text);
  return {
    kind: kindOf(document.text, path, config) ?? "other",
    dialects: dialectsIn(document),
    language: languageOf(document, config),
    sections: sectionsOf(document, lines),
    requirements: requirementsOf(document, lines, config),
    documentWide: saidByDocument(document, lines),
    unplaced: unplacedIn(document, lines),
  };
}

function sectionsOf({ sections, requirements }: PrdDocument, lines: Lines): OutlinedSection[] {
  const inRequirement = covered(requirements.filter(({ form }) => form === "heading"));
  return sections
    .filter(({ start }) => !inRequirement(start))
    .map(({ name, heading, depth, start }) => ({
      name,
      heading: oneLine(heading.text.slice(0, anchorAt(heading.text))),
      depth,
      line: lines.of(start),
    }));
}

function requirementsOf(document: PrdDocument, lines: Lines, config: Config): OutlinedRequirement[] {
  const signed = new Set(
    coverageOf(document, config).flatMap(({ requirement, signatures }) =>
      signatures.some(isFresh) ? [requirement] : [],
    ),
  );
  const elsewhere = document.documentWide.filter(({ keys }) => keys.length > 0);
  return document.requirements.map((requirement) => {
    const { id, named, title, start, end, parent, form } = requirement;
    return {
      id: named ? id : undefined,
      title: oneLine(title),
      line: lines.of(start),
      endLine: lines.last(start, end),
      parent,
      form,
      ...saidBy(requirement, elsewhere, lines),
      signedOff: signed.has(requirement),
    };
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
