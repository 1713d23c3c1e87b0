import assert from "node:assert/strict";
import { format } from "prettier";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { idKey } from "../../../src/core/recognise/ids.ts";
import type { Constraint, EdgeCase, PrdDocument, Requirement } from "../../../src/core/document/model.ts";
import { frontmatterEnd } from "../../../src/core/markdown/frontmatter.ts";
import { namedBy } from "../../../src/core/review/facet-text.ts";
import type { Part } from "../../../src/core/review/facet-text.ts";
import { changedParts, fingerprintOf, writeFingerprint } from "../../../src/core/review/fingerprint.ts";
import type { Range } from "../../../src/core/text/range.ts";

export function parsed(text: string): PrdDocument {
  return parseDocument(text, defaultConfig);
}

/** The fingerprints of all requirements, with their ids. */
export function fingerprints(text: string): string[] {
  const document = parsed(text);
  return document.requirements.map(
    (one) => `${idKey(one.id)} ${writeFingerprint(fingerprintOf(document, one))}`,
  );
}

/** The lines that are prose, without code, links, tables, headers and headings, written otherwise. */
function inProse(text: string, rewrite: (line: string) => string): string {
  let isCode = false;
  const head = frontmatterEnd(text);
  const lines = text.slice(head).split("\n");
  return (
    text.slice(0, head) +
    lines
      .map((line) => {
        if (/^\s*(?:[-*+>]\s+)*(?:```|~~~)/.test(line)) isCode = !isCode;
        return isCode || /[`|<[\]]|^\s*#|^ {4,}[^-*+ ]|:\/\/|^\s*[-*_]{3,}\s*$/.test(line)
          ? line
          : rewrite(line);
      })
      .join("\n")
  );
}

/** As a word processor writes what is typed. */
export function typographic(line: string): string {
  return line
    .replace(/"([^"]*)"/g, "“$1”")
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
    .replace(/(?<=[\p{L}\p{N}]) - (?=[\p{L}\p{N}])/gu, " – ")
    .replace(/(?<=[\p{L}\p{N}]) – (?=[\p{L}\p{N}])/gu, " — ");
}

const stringify = { bullet: "+", emphasis: "_", strong: "_", rule: "*", listItemIndent: "tab" } as const;
const withHeader = remark().use(remarkFrontmatter).use(remarkGfm).data("settings", stringify).freeze();
const withoutHeader = remark().use(remarkGfm).data("settings", stringify).freeze();

/** Other ways to write the same text, by what is different. */
export const otherWays: readonly (readonly [
  name: string,
  rewrite: (text: string) => string | Promise<string>,
])[] = [
  ["Prettier", (text) => format(text, { parser: "markdown", embeddedLanguageFormatting: "off" })],
  [
    "remark-stringify with other bullets, emphasis marks and indentation",
    (text) => String((frontmatterEnd(text) > 0 ? withHeader : withoutHeader).processSync(text)),
  ],
  ["CRLF", (text) => text.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n")],
  ["every box ticked", (text) => text.replace(/^([ \t]*[-*+][ \t]+)\[ \]/gm, "$1[x]")],
  ["every box open", (text) => text.replace(/^([ \t]*[-*+][ \t]+)\[[xX]\]/gm, "$1[ ]")],
  ["decomposed characters", (text) => text.normalize("NFD")],
  ["typographic quotes and dashes", (text) => inProse(text, typographic)],
];

/** A word of a requirement, and the part of the fingerprint that it belongs to. */
interface Word extends Range {
  readonly requirement: number;
  readonly part: Part;
}

const letters = /(?<![\p{L}\p{N}&<@#/[-])\p{Ll}{4,}(?![\p{L}\p{N}\]-])|(?<![\w.,@/:-])\d{1,3}(?![\w.,:-])/gu;

/** The first, a middle and the last word of each passage of each requirement. */
export function wordsIn(document: PrdDocument): Word[] {
  const words: Word[] = [];
  const add = (requirement: number, part: Part, { start, end }: Range): void => {
    const found = [
      ...document.text
        .slice(start, end)
        // Comments, and in which language a block of code is, are no words of a requirement.
        .replace(/<!--[^]*?-->|^[ \t]*(?:`{3,}|~{3,})[^\n]*/gm, (all) => " ".repeat(all.length))
        .matchAll(letters),
    ];
    for (const one of new Set([found[0], found[found.length >> 1], found.at(-1)])) {
      if (one === undefined) continue;
      const at = start + one.index;
      words.push({ requirement, part, start: at, end: at + one[0].length });
    }
  };
  for (const [index, one] of document.requirements.entries()) {
    add(index, "s", one.titleRange);
    for (const passage of one.statement.slice(1)) add(index, "s", passage);
    for (const passage of one.facets.why?.content ?? []) add(index, "w", passage);
    for (const passage of one.facets.accept?.content ?? []) add(index, "a", passage);
    // Two requirements may have one id (PRD007); a limit stands within its own.
    const holds = ({ start, requirement: id }: EdgeCase | Constraint): boolean =>
      id === one.id && one.start <= start && start < one.end;
    for (const each of document.edgeCases) if (holds(each)) add(index, "e", each.bodyRange);
    for (const each of document.constraints) if (holds(each)) add(index, "c", each.bodyRange);
  }
  return words;
}

/**
 * Changes one word, and expects the part that it belongs to to change, and nothing else: no other part of the
 * requirement, and of other requirements only the constraints that they share with it.
 */
export function assertOnlyItsPart(before: PrdDocument, word: Word): void {
  const { text } = before;
  const old = text.slice(word.start, word.end);
  const changed = /\d/.test(old) ? `${old}7` : `${old.slice(0, 2)}q${old.slice(2)}`;
  const now = text.slice(0, word.start) + changed + text.slice(word.end);
  const after = parseDocument(now, defaultConfig, before);
  const said = `${JSON.stringify(text.slice(Math.max(0, word.start - 60), word.end + 20))}: ${old} → ${changed}`;
  assert.equal(after.requirements.length, before.requirements.length, said);
  const limit = before.constraints.find((one) => one.start <= word.start && word.start < one.end);
  const shared = new Set(limit === undefined ? [] : namedBy(limit));
  if (limit?.requirement !== undefined) shared.delete(idKey(limit.requirement));
  for (const [index, one] of before.requirements.entries()) {
    const same = after.requirements[index] as Requirement;
    const parts = changedParts(fingerprintOf(before, one), fingerprintOf(after, same));
    const expected = index === word.requirement ? [word.part] : shared.has(idKey(one.id)) ? ["c"] : [];
    assert.deepEqual(parts, expected, `${one.id} by ${said}`);
  }
}
