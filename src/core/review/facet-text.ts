import type { Config } from "../config/config.ts";
import { bodyAt } from "../document/annotations.ts";
import type { Constraint, PrdDocument, Requirement, Spoken } from "../document/model.ts";
import { asRead } from "../document/moved.ts";
import type { FacetName } from "../format/section-names.ts";
import { idKey, namedKeys } from "../recognise/ids.ts";
import { leadOf } from "../recognise/lead.ts";
import { firstVersionOf } from "./first-version.ts";
import { usesLabels, wordsOf } from "./signed-words.ts";
import type { Version } from "./signed-words.ts";

/** The parts of a fingerprint, in the order in which they are written: the statement, and one for each facet. */
export const parts = ["s", "w", "e", "c", "a"] as const;
export type Part = (typeof parts)[number];

const partOf: Readonly<Record<FacetName, Part>> = { why: "w", edgeCases: "e", constraints: "c", accept: "a" };

export type FacetTexts = Readonly<Partial<Record<Part, string>>>;

/**
 * What a requirement says under each facet, without all that says nothing; docs/format.md specifies it. A facet without
 * words is left out. What stands elsewhere and names the requirement follows its own.
 */
export function facetTexts(document: PrdDocument, { id, spoken }: Requirement): FacetTexts {
  return withMore(textsOf(spoken, document, 2), elsewhereIn(document).get(idKey(id)));
}

/** The same as fingerprints of the first version were made. @param config has the team's names for sections */
export function firstFacetTexts(
  document: PrdDocument,
  { id, spoken }: Requirement,
  config: Pick<Config, "aliases">,
): FacetTexts {
  const key = idKey(id);
  const { requirements, limits } = firstVersionOf(document, config);
  const same = requirements.get(key) ?? [];
  // Two may have one id (PRD007), and rows repeat a heading.
  const own = spoken.flatMap(({ inline }) => same.filter((one) => one.spoken[0]?.inline === inline));
  const [first, ...rows] = own.length > 0 ? own : same.slice(0, 1);
  // What was no requirement then is read as today, for its words are what counts.
  const said = rows.length > 0 ? own.flatMap((one) => one.spoken) : (first?.spoken ?? spoken);
  const c = limits.get(key)?.map((one) => wordsOf(one, document, 1));
  return withMore(textsOf(said, document, 1), c && { c });
}

const remembered = {
  1: new WeakMap<readonly Spoken[], FacetTexts>(),
  2: new WeakMap<readonly Spoken[], FacetTexts>(),
};

function textsOf(spoken: readonly Spoken[], document: PrdDocument, version: Version): FacetTexts {
  const known = remembered[version].get(spoken);
  if (known !== undefined) return known;
  const texts: Partial<Record<Part, string>> = { s: "" };
  for (const one of spoken) {
    const text = wordsOf(one, document, version);
    if (text === "") continue;
    const part = one.facet === undefined ? "s" : partOf[one.facet];
    const before = texts[part];
    texts[part] = before === undefined || before === "" ? text : `${before}\n${text}`;
  }
  if (!usesLabels(spoken)) remembered[version].set(spoken, texts);
  return texts;
}

type More = Readonly<Partial<Record<Part, readonly string[]>>>;

function withMore(texts: FacetTexts, more: More | undefined): FacetTexts {
  if (more === undefined) return texts;
  const all: Partial<Record<Part, string>> = { ...texts };
  for (const part of parts) {
    const own = all[part];
    if (more[part] !== undefined) all[part] = [...(own === undefined ? [] : [own]), ...more[part]].join("\n");
  }
  return all;
}

const elsewhere = new WeakMap<PrdDocument, ReadonlyMap<string, More>>();

/** By key of a requirement: the constraints, edge cases and checks that name it and stand in no part of it. */
function elsewhereIn(document: PrdDocument): ReadonlyMap<string, More> {
  let found = elsewhere.get(document);
  if (found === undefined) elsewhere.set(document, (found = gatherElsewhere(document)));
  return found;
}

function gatherElsewhere(document: PrdDocument): Map<string, More> {
  const made = new Map<string, Partial<Record<Part, string[]>>>();
  const add = (key: string, facet: FacetName, text: string): void => {
    let more = made.get(key);
    if (more === undefined) made.set(key, (more = {}));
    const texts = (more[partOf[facet]] ??= []);
    // A line of *Constraints* is a constraint, and stands for the document as well.
    if (text !== "" && !texts.includes(text)) texts.push(text);
  };
  for (const moved of document.constraints) {
    const constraint = asRead(moved);
    if (constraint.head === undefined || constraint.head.ids.length === 0) continue;
    const { passage, body, requirement } = constraint;
    const from = leadOf(passage.inline).afterId;
    const to = bodyAt(passage) + body.length;
    const text = wordsOf({ facet: "constraints", inline: passage.inline, from, to }, document, 2);
    for (const key of namedBy(constraint))
      if (requirement === undefined || key !== idKey(requirement)) add(key, "constraints", text);
  }
  for (const { facet, keys, spoken } of document.documentWide) {
    for (const one of spoken) {
      const text = wordsOf(one, document, 2);
      for (const key of new Set(keys)) add(key, facet, text);
    }
  }
  return made;
}

/** Keys of the requirements that a constraint limits, those between the ends of `R1–R3` too. */
export function namedBy(constraint: Constraint): ReadonlySet<string> {
  const { limits: ids, passage } = asRead(constraint);
  return new Set(namedKeys(ids, ids.length < 2 ? "" : passage.text.slice(0, bodyAt(passage))));
}
