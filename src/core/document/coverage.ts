import { findMentions, idKey, idPrefix, namedKeys } from "../recognise/ids.ts";
import type { Facet, PrdDocument, Requirement } from "./model.ts";
import type { Range } from "../text/range.ts";
import { setsTarget } from "../recognise/measure.ts";
import { facetNames } from "../format/section-names.ts";
import type { FacetName } from "../format/section-names.ts";
import { asRead } from "./moved.ts";

/** True when the requirement itself says something of the facet, under its label or in a sentence: "so that …" is its why. */
export function saysFacet(requirement: Requirement, name: FacetName): boolean {
  const { facets, evidence, measured } = asRead(requirement);
  const facet: Facet | undefined = facets[name];
  // Whoever wrote "Constraints: None" has left the question open, whatever the statement says.
  if (facet !== undefined) return !facet.empty;
  return evidence[name] !== undefined || (name === "accept" && measured);
}

/** True when it says so under the facet's own label: an engineer's answer, and no word of the statement. */
export function labelled(requirement: Requirement, name: FacetName): boolean {
  return asRead(requirement).facets[name]?.empty === false;
}

/** The facets under which a requirement says something, a bit for each in the order of their names. */
export function facetsSaid(requirement: Requirement): number {
  let said = 0;
  for (const [index, name] of facetNames.entries()) if (saysFacet(requirement, name)) said |= 1 << index;
  return said;
}

const saidFacets = new WeakMap<readonly Requirement[], readonly number[]>();

/** {@link saysFacet} for all requirements of a document, by their index. */
export function facetSayer({ requirements }: PrdDocument, name: FacetName): (index: number) => boolean {
  let said = saidFacets.get(requirements);
  if (said === undefined) saidFacets.set(requirements, (said = requirements.map(facetsSaid)));
  const bit = 1 << facetNames.indexOf(name);
  return (index) => ((said[index] ?? 0) & bit) !== 0;
}

const amounts =
  /(?<!\p{L})(?:be|stays?|remains?|keeps?|reach(?:es)?|exceeds?|sein|bleiben|betragen|liegen|ser|estar|[êe]tre|essere|zijn)(?!\p{L})|[<>≤≥]/iu;
/** From so many words on a statement says more than its bound. */
const LONG = 16;

/**
 * Whether a requirement is a bound and no more: "Test coverage must be at least 80 %". It leaves no case open in which
 * somebody would have to know what it is for.
 */
export function isBound(requirement: Requirement): boolean {
  const { measured, statement } = asRead(requirement);
  if (!measured || statement.length > 2) return false;
  const text = statement.at(-1)?.text ?? "";
  return amounts.test(text) && setsTarget(text) && text.split(/\s+/).length < LONG;
}

/**
 * Notes what is known of a document's requirements, so that nobody has to look at each of them.
 *
 * @param requirements none of them has another one above it
 * @param said what {@link facetsSaid} gives for each
 */
export function rememberSaid(requirements: readonly Requirement[], said: readonly number[]): void {
  saidFacets.set(requirements, said);
  families.set(requirements, "none");
}

/**
 * The requirements to ask, so that each gap is asked about once: what a requirement says holds for its children
 * (`FR6` for `FR6.1`), what all children say holds for the parent, and children of one that is asked are not.
 *
 * @param says whether a requirement itself says what is looked for
 */
export function requirementsToAsk(
  { requirements }: PrdDocument,
  says: (requirement: Requirement, index: number) => boolean,
): { readonly requirement: Requirement; readonly index: number }[] {
  const asked: { requirement: Requirement; index: number }[] = [];
  const parents = parentsOf(requirements);
  if (parents === undefined) {
    for (let index = 0; index < requirements.length; index++) {
      const requirement = requirements[index] as Requirement;
      if (!says(requirement, index)) asked.push({ requirement, index });
    }
    return asked;
  }
  const own = requirements.map(says);
  const children = new Uint32Array(requirements.length);
  const answered = new Uint32Array(requirements.length);
  const covered = (index: number): boolean =>
    own[index] === true || ((children[index] ?? 0) > 0 && children[index] === answered[index]);
  for (let index = requirements.length - 1; index >= 0; index--) {
    const parent = parents[index] ?? -1;
    if (parent < 0) continue;
    children[parent] = (children[parent] ?? 0) + 1;
    if (covered(index)) answered[parent] = (answered[parent] ?? 0) + 1;
  }
  const quiet: boolean[] = [];
  for (const [index, requirement] of requirements.entries()) {
    const above = quiet[parents[index] ?? -1] === true;
    const ask = !above && !covered(index);
    if (ask) asked.push({ requirement, index });
    quiet.push(above || ask || own[index] === true);
  }
  return asked;
}

const families = new WeakMap<readonly Requirement[], readonly number[] | "none">();

/** For each requirement the index of its parent, -1 where it has none; undefined where none has one. */
function parentsOf(requirements: readonly Requirement[]): readonly number[] | undefined {
  let family = families.get(requirements);
  if (family === undefined) families.set(requirements, (family = readParents(requirements) ?? "none"));
  return family === "none" ? undefined : family;
}

function readParents(requirements: readonly Requirement[]): number[] | undefined {
  if (requirements.every((one) => one.parent === undefined)) return undefined;
  const first = new Map<string, number>();
  for (const [index, { id }] of requirements.entries()) if (!first.has(id)) first.set(id, index);
  return requirements.map(({ parent }, index) => {
    const found = parent === undefined ? undefined : first.get(parent);
    return found === undefined || found >= index ? -1 : found;
  });
}

/** What lines for the whole document say of a facet. */
export interface WideAnswers {
  /** Keys of the requirements that they name. */
  readonly keys: ReadonlySet<string>;
  /** Whether lines of a section name some. */
  readonly named: boolean;
  /** The first line, where none of them names a requirement: it is open which one each of them concerns. */
  readonly open: Range | undefined;
}

const wideAnswers = new WeakMap<PrdDocument["documentWide"], Map<FacetName, WideAnswers>>();

/**
 * Whether a section of the document, like *Edge cases*, answers for its requirements. People agree that such a section
 * is no reason to ask each of them again, and that somebody has to say what belongs to which. What is accepted of a story
 * is accepted of the numbered requirements beside it, until it names some.
 */
export function widelySaid(document: PrdDocument, name: FacetName): WideAnswers {
  const { documentWide, requirements } = document;
  let known = wideAnswers.get(documentWide);
  if (known === undefined) wideAnswers.set(documentWide, (known = new Map()));
  let answers = known.get(name);
  if (answers === undefined) {
    const lines = documentWide.filter(({ facet, section }) => facet === name && section);
    const said = lines.flatMap((line) => line.keys);
    // Items below others, and rows with an id, are lines of their own there.
    if (name === "accept")
      for (const { ids, passage } of document.acceptanceLines) said.push(...namedKeys(ids, passage.text));
    const own = new Set(said.length === 0 ? [] : requirements.map(({ id }) => idKey(id)));
    const keys = new Set(said.filter((key) => own.has(key)));
    const named = keys.size > 0;
    if (name === "accept") for (const key of acceptedInStories(requirements)) keys.add(key);
    answers = { keys, named, open: named ? undefined : lines[0] };
    known.set(name, answers);
  }
  return answers;
}

const numbered = /^N?FR(?:-|$)/;

/** Keys of numbered requirements for which the acceptance of stories stands. */
function acceptedInStories(requirements: readonly Requirement[]): readonly string[] {
  const stories = requirements.filter(
    (one) => one.form === "heading" && idPrefix(one.id) === "US" && saysFacet(one, "accept"),
  );
  if (stories.length === 0) return [];
  const keys = requirements.filter(({ id }) => numbered.test(idPrefix(id))).map(({ id }) => idKey(id));
  const own = new Set(keys);
  const named = stories
    .flatMap((one) => namedIn(asRead(one).facets.accept?.text ?? ""))
    .filter((key) => own.has(key));
  return named.length === 0 ? keys : named;
}

function namedIn(text: string): string[] {
  return namedKeys(
    findMentions(text).map(({ id }) => id),
    text,
  );
}
