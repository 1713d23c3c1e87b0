import type { CodeBlock } from "../markdown/block.ts";
import type { Inline } from "../markdown/inline.ts";
import type { PlacedPiece } from "../markdown/piece.ts";
import { featureOpening, isGherkin } from "../recognise/dialects/gherkin.ts";
import type { Opening } from "../recognise/dialect.ts";
import { isOutOfTheOrdinary } from "../recognise/evidence.ts";
import { nounHeading } from "../recognise/nouns.ts";
import { passageOf } from "./passage.ts";
import { openFrom, speak } from "./requirement-draft.ts";
import type { Gathering, RequirementDraft } from "./requirement-draft.ts";

/** Gathers the features of a block in Gherkin; its scenarios are their acceptance. @returns whether it has one */
export function gatherFeatures(gathering: Gathering, block: CodeBlock, placed: PlacedPiece): boolean {
  if (!isGherkin(block.value)) return false;
  let feature: RequirementDraft | undefined;
  for (const part of partsOf(block, placed.piece.text)) {
    const opening = featureOpening(part);
    if (opening !== undefined) feature = openFeature(gathering, { opening, part, block, placed });
    else if (feature !== undefined && isScenario(part)) {
      const { start, end } = passageOf(part, placed);
      feature.end = end;
      speak(feature, "accept", part);
      feature.evidence.push({ facet: "accept", start, end });
      if (isOutOfTheOrdinary(part)) feature.evidence.push({ facet: "edgeCases", start, end });
    }
  }
  return feature !== undefined;
}

function isScenario(part: Inline): boolean {
  return nounHeading({ ...part, text: part.text.replace(outline, "$1") })?.noun === "scenario";
}

function openFeature(
  gathering: Gathering,
  {
    opening,
    part,
    block,
    placed,
  }: {
    readonly opening: Opening;
    readonly part: Inline;
    readonly block: CodeBlock;
    readonly placed: PlacedPiece;
  },
): RequirementDraft {
  const passage = passageOf(part, placed);
  // A heading, since no id can be written in front of it.
  const insertion = { offset: placed.start + block.end, indent: "", bullet: "-", blankLine: true };
  return openFrom(gathering, { opening, passage, form: "heading", range: passage, insertion });
}

/** Steps that all scenarios share; they are about no single one. */
const shared = /^(?:Background|Rule)\s*:/;
const outline = /^(Scenario) (?:Outline|Template)(?=\s*:)/;

/** A feature with what is told below it, and each of its scenarios, a line for each line of the fence. */
function partsOf({ start, end }: CodeBlock, source: string): Inline[] {
  const parts: { text: string; runs: Inline["runs"][number][]; start: number; end: number }[] = [];
  for (const { 0: raw, index } of source.slice(start, end).matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const text = raw.trim();
    const from = start + index + raw.indexOf(text);
    const to = from + text.length;
    const line = { text, runs: [], start: from, end: to };
    const found = nounHeading({ ...line, text: text.replace(outline, "$1") });
    const part = found !== undefined || shared.test(text) ? undefined : parts.at(-1);
    if (part === undefined) {
      parts.push({ ...line, runs: [{ at: 0, length: text.length, start: from, end: to, marks: 0 }] });
    } else if (!/^(?:@|```|~~~)/.test(text)) {
      part.runs.push({ at: part.text.length + 1, length: text.length, start: from, end: to, marks: 0 });
      part.text += `\n${text}`;
      part.end = to;
    }
  }
  return parts;
}
