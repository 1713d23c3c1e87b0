import type { PrdDocument, Requirement, Section } from "../../document/model.ts";
import { requirementsToAsk } from "../../document/coverage.ts";
import { asRead } from "../../document/moved.ts";
import type { Inline } from "../../markdown/inline.ts";
import { namesQuality } from "../../recognise/names.ts";
import { hasSign, signsOf } from "../../recognise/signs.ts";
import { isEastern } from "../../text/scripts.ts";
import type { Range } from "../../text/range.ts";

/**
 * Requirements that a question about each of them is asked of: without those that hold of everything, and those that only
 * say more of what stands above them.
 *
 * @param says whether a requirement answers what is asked
 */
export function requirementsAsked(
  document: PrdDocument,
  says: (requirement: Requirement, index: number) => boolean,
): ReturnType<typeof requirementsToAsk> {
  const ofAll = holdingOfAll(document);
  const answers = (one: Requirement, index: number): boolean => ofAll(one) || says(one, index);
  const details = detailsNotAsked(document, answers);
  return requirementsToAsk(document, (one, index) => details.has(index) || answers(one, index));
}

const qualities = new WeakMap<Inline, boolean>();

/**
 * Which requirements hold of the whole product, such as how fast it is: by their ids (`NFR-3`, `RNF-02`) or the heading
 * that they stand under. Such a one is a limit itself and has no edge cases of its own.
 */
function holdingOfAll({ sections }: PrdDocument): (requirement: Requirement) => boolean {
  const within: Range[] = sections.filter(({ heading: { inline, text } }) => {
    let known = qualities.get(inline);
    if (known === undefined) qualities.set(inline, (known = namesQuality(text)));
    return known;
  });
  return (one) =>
    nonFunctional.test(one.id) ||
    (!isStory(one) && within.some(({ start, end }) => start <= one.start && one.start < end));
}

/** Somebody wants it, wherever it stands. */
function isStory(requirement: Requirement): boolean {
  const inline = asRead(requirement).statement[0]?.inline;
  return inline !== undefined && hasSign(signsOf(inline), "want");
}

const nonFunctional = /^(?:NFR|RNF|NF)(?![A-Z])/;

/** How a requirement without an id of its own says more of what stands above it. */
type Detail = "below-item" | "below-heading" | "none";

/** Who writes more words than this says more than what something is called; below an item there may be a few more. */
const MOST_WORDS = { "below-heading": 8, "below-item": 12 };

/** In words; scripts without blanks need two signs for one. */
function lengthOf(text: string): number {
  return isEastern(text) ? text.length / 2 : text.split(/\s+/).length;
}

const details = new WeakMap<Requirement, Detail>();

/**
 * Requirements that only say more of what stands above them: items without an id that say neither who wants it nor that
 * it must be. Those below another item ("By day", below "Filters") are asked about nothing; those below the heading of a
 * feature are asked together, the first for all of them, and not at all where one of them answers or the feature is told
 * beside them, in a story or under an id.
 *
 * @param says whether a requirement answers what is asked
 * @returns indices of those that are not asked
 */
function detailsNotAsked(
  { requirements, sections }: PrdDocument,
  says: (requirement: Requirement, index: number) => boolean,
): ReadonlySet<number> {
  const quiet = new Set<number>();
  const told = new Set<number>();
  const bySection = new Map<number, number[]>();
  let at = -1;
  for (const [index, requirement] of requirements.entries()) {
    const detail = detailOf(requirement);
    if (detail === "below-item") {
      quiet.add(index);
      continue;
    }
    const { start } = requirement;
    if ((sections[at]?.heading.start ?? 0) > start) at = -1;
    while ((sections[at + 1]?.heading.start ?? Infinity) <= start) at++;
    if (!isFeature(sections[at])) continue;
    if (detail === "none") told.add(at);
    else {
      const others = bySection.get(at);
      if (others === undefined) bySection.set(at, [index]);
      else others.push(index);
    }
  }
  for (const [section, some] of bySection) {
    const answered =
      told.has(section) || some.some((index) => says(requirements[index] as Requirement, index));
    for (const index of answered ? some : some.slice(1)) quiet.add(index);
  }
  return quiet;
}

/** A heading below the one that opens the requirements names what its items are about. */
function isFeature(section: Section | undefined): boolean {
  return section?.name === undefined && section?.within === "Requirements";
}

function detailOf(requirement: Requirement): Detail {
  const origin = asRead(requirement);
  let known = details.get(origin);
  if (known === undefined) details.set(origin, (known = readDetail(origin)));
  return known;
}

function readDetail({ named, form, insertion, statement }: Requirement): Detail {
  const inline = statement[0]?.inline;
  if (named || form !== "item" || inline === undefined) return "none";
  const below = insertion.indent.replaceAll("\t", "    ").length < 4 ? "below-heading" : "below-item";
  if (lengthOf(inline.text) > MOST_WORDS[below]) return "none";
  const signs = signsOf(inline);
  if (hasSign(signs, "modal") || hasSign(signs, "want")) return "none";
  return below;
}
