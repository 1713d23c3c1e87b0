import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument, Requirement } from "../../document/model.ts";
import type { SectionName } from "../../format/section-names.ts";
import { place, snippet } from "../../writing/snippet.ts";
import { addDays } from "../../text/days.ts";
import { requirementAt } from "../../document/at.ts";
import type { Context, Offer } from "./offer.ts";
import { facetsFor } from "./places.ts";

/** What begins a list item in bold: an annotation with the next free id, and facets where they can stand. */
export function annotationOffers(context: Context): readonly Offer[] | undefined {
  const typed = /^\s*[-*+]\s+(\*{1,2}[A-Za-z]*)$/.exec(context.before)?.[1];
  if (typed === undefined) return undefined;
  const replace = context.offset - typed.length;
  // The editor may have closed the asterisks by itself.
  const swallow = /^\*{1,2}/.exec(context.after)?.[0].length ?? 0;
  const end = { replace, swallow };
  const offers = lettersAt(context).map((letter): Offer => ({ ...annotationOf(letter, context), ...end }));
  return [...offers, ...facetsFor(context).map((offer) => ({ ...offer, ...end }))];
}

type Letter = "R" | "E" | "C" | "A" | "Q" | "D";

const sectionLetters: Readonly<Partial<Record<SectionName, readonly Letter[]>>> = {
  Requirements: ["R"],
  Constraints: ["C"],
  Assumptions: ["A"],
  Questions: ["Q"],
  Disagreements: ["D"],
};

/** Annotations that have a meaning where the cursor is, the most likely one first. */
function lettersAt({ model, offset }: Context): readonly Letter[] {
  const requirement = requirementAt(model, offset) ?? requirementAbove(model, offset);
  const section = model.sections.findLast(({ start }) => start <= offset);
  if (requirement !== undefined && section?.within === "Requirements") {
    const { edgeCases, constraints } = requirement.facets;
    const last = [edgeCases, constraints]
      .filter((facet) => facet !== undefined && facet.start <= offset)
      .sort((a, b) => (b?.start ?? 0) - (a?.start ?? 0))[0];
    if (last === undefined) return ["E", "C"];
    return last === constraints ? ["C"] : ["E"];
  }
  return (section?.within && sectionLetters[section.within]) ?? [];
}

/** The requirement whose block ended on the line before: a new item at its end is not part of it yet. */
function requirementAbove({ requirements, text }: PrdDocument, offset: number): Requirement | undefined {
  return requirements.findLast(({ end }) => end <= offset && !/\n\s*\n\S/.test(text.slice(end, offset)));
}

function annotationOf(letter: Letter, { model, config, today, me }: Context): Omit<Offer, "replace"> {
  const prefix = letter === "R" ? (requirementPrefix(model) ?? "R") : letter;
  const id = nextId(
    prefix,
    [...model.definitions, ...model.mentions].map((one) => one.id),
  );
  const { header } = model;
  const pm = place(header.people("pm")[0] ?? "@who");
  const eng = place(me ?? header.people("eng")[0] ?? "@who");
  const offer = (detail: string, text: string): Omit<Offer, "replace"> => ({
    label: id,
    kind: "annotation",
    detail,
    text,
    snippet: true,
    filter: `**${id}`,
  });
  switch (letter) {
    case "R":
      return offer("requirement", snippet`**${id}** ${place("who must be able to do what")}`);
    case "E":
      return offer("edge case", snippet`**${id}** ${place("the case")}: ${place("what happens then")}`);
    case "C":
      return offer(
        "constraint",
        snippet`**${id}** (${place("perf")}, ${eng}, ${today}): ${place("what limits this, with a number")}`,
      );
    case "A":
      return offer("assumption", snippet`**${id}** ${place("what has to be true")}`);
    case "Q":
      return offer(
        "question",
        snippet`**${id}** (${pm}, by ${addDays(today, config.waiting.question)}): ${place("what do we need to know")}?`,
      );
    case "D":
      return offer(
        "disagreement",
        snippet`**${id}** tier 1 (${place("missing context")}), ${pm} and ${eng}, ${today}: ${place("what it is about")}`,
      );
  }
}

/** Letters of the document's own requirements: FR for `FR-3`. */
function requirementPrefix({ requirements }: PrdDocument): string | undefined {
  return /^[A-Z]+/.exec(requirements.at(-1)?.id ?? "")?.[0];
}
