/** Holds what a program said of one document against what people saw in it. */
import { linesOf } from "./labels.js";
import { pair } from "./pair.js";

/**
 * @typedef {object} Seen what `outline --format json` says of a file, as far as it is scored
 * @property {readonly (Record<Facet, number[]> & { line: number })[]} requirements
 * @property {Record<Facet, number[]>} documentWide
 *
 * @typedef {object} Asked a problem of `check --format json`, as far as it is scored
 * @property {string} code
 * @property {number} line
 * @property {readonly { line: number }[]} [related] the places that one message is about
 *
 * @typedef {"why" | "edgeCases" | "constraints" | "acceptance"} Facet
 *
 * @typedef {object} Count
 * @property {string} name what is counted
 * @property {number} labelled places that people labelled
 * @property {number} seen those of them that the program named
 * @property {number} named places that the program named
 * @property {number} right those of them that people labelled
 *
 * @typedef {object} Score
 * @property {Count[]} counts
 * @property {number} messages
 * @property {number} taken lines that people said are no requirement, taken for one
 * @property {boolean} silent people saw requirements, the program none, and nothing says so
 * @property {string[]} notes what was missed and what was too much, one line each
 */

/** @type {readonly (readonly [string, Facet])[]} */
const facets = [
  ["WHY", "why"],
  ["EDGE", "edgeCases"],
  ["CONSTRAINT", "constraints"],
  ["ACCEPT", "acceptance"],
];

/** Kinds of `GAP: …` at a line of the text, and the rule that asks about it. */
const phrases = /** @type {const} */ ([
  ["VAGUE", "PRD403"],
  ["TBD", "PRD404"],
  ["COMPOUND", "PRD106"],
]);

/** Kinds of `GAP` that name the lines of the requirements that lack something. */
const lacks = /** @type {const} */ ([
  ["NOWHY", "PRD101"],
  ["NOEDGE", "PRD103"],
  ["NOACCEPT", "PRD105"],
  ["NOLIMIT", "PRD107"],
]);

/** Languages whose phrases are looked for. */
const spoken = new Set(["en", "de", "es"]);

/**
 * @param {import("./labels.js").Labelled} document
 * @param {Seen} outline
 * @param {readonly Asked[]} problems
 * @returns {Score}
 */
export function score({ name, labels }, outline, problems) {
  /** @type {string[]} */
  const notes = [];
  const note = (/** @type {Iterable<number>} */ lines, /** @type {string} */ what) => {
    for (const line of lines) notes.push(`${name}:${line} ${what}`);
  };
  const requirements = scoreRequirements(labels, outline, note);
  const counts = [
    requirements.count,
    ...facets.map(([kind, facet]) => scoreFacet(kind, facet, labels, outline, note)),
    ...scorePhrases(labels, problems, note),
    ...scoreLacks(labels, problems, requirements.optional),
  ];
  const silent =
    requirements.count.labelled > 0 &&
    outline.requirements.length === 0 &&
    !problems.some(({ code }) => code === "PRD013");
  return { counts, messages: problems.length, taken: requirements.taken, silent, notes };
}

/** @typedef {(lines: Iterable<number>, what: string) => void} Note */

/**
 * Containers and placeholders may be taken for requirements or not: they count neither way.
 * @param {readonly import("./labels.js").Label[]} labels
 * @param {Seen} outline
 * @param {Note} note
 */
function scoreRequirements(labels, outline, note) {
  const all = labels.filter(({ kind }) => kind === "REQ");
  const optional = new Set(all.filter(({ detail }) => /container|placeholder/.test(detail)).map(lineOf));
  const needed = all.map(lineOf).filter((line) => !optional.has(line));
  const named = unique(outline.requirements.map(lineOf));
  const { seen, right, wrong } = pair(all.map(lineOf), named, [1, 2]);
  const excused = [...seen].filter((line) => optional.has(line)).length;
  note(
    needed.filter((line) => !seen.has(line)),
    "requirement not seen",
  );
  note(wrong, "is no requirement");
  const refused = new Set(labels.filter(({ kind }) => kind === "NOTREQ").flatMap(linesOf));
  return {
    count: {
      name: "requirements",
      labelled: needed.length,
      seen: needed.filter((line) => seen.has(line)).length,
      named: named.length - excused,
      right: right.size - excused,
    },
    optional,
    taken: [...wrong].filter((line) => refused.has(line)).length,
  };
}

/**
 * @param {string} kind
 * @param {Facet} facet
 * @param {readonly import("./labels.js").Label[]} labels
 * @param {Seen} outline
 * @param {Note} note
 */
function scoreFacet(kind, facet, labels, outline, note) {
  const labelled = unique(labels.filter((label) => label.kind === kind).flatMap(linesOf));
  const named = unique([...outline.requirements, outline.documentWide].flatMap((one) => one[facet]));
  const { seen, right, wrong } = pair(labelled, named, [1, -1]);
  note(
    labelled.filter((line) => !seen.has(line)),
    `${facet} not seen`,
  );
  note(wrong, `is no ${facet}`);
  return countOf(kind, labelled, seen, named, right);
}

/**
 * @param {readonly import("./labels.js").Label[]} labels
 * @param {readonly Asked[]} problems
 * @param {Note} note
 */
function scorePhrases(labels, problems, note) {
  const language =
    labels
      .find(({ kind }) => kind === "LANG")
      ?.detail.slice(0, 2)
      .toLowerCase() ?? "en";
  if (!spoken.has(language)) return [];
  return phrases.map(([kind, code]) => {
    const labelled = unique(
      gaps(labels)
        .filter(({ detail }) => detail.split(":")[0]?.trim() === kind)
        .map(lineOf),
    );
    const named = linesAsked(problems, code);
    const { seen, right, wrong } = pair(labelled, named, [1, -1]);
    note(
      labelled.filter((line) => !seen.has(line)),
      `${kind} not asked about`,
    );
    note(wrong, `${code} where nobody saw a gap`);
    return countOf(kind, labelled, seen, named, right);
  });
}

/**
 * @param {readonly import("./labels.js").Label[]} labels
 * @param {readonly Asked[]} problems
 * @param {ReadonlySet<number>} optional
 */
function scoreLacks(labels, problems, optional) {
  // Whether one sentence for the whole document is each requirement's why, people do not agree.
  const unsure = labels.some(({ kind, detail }) => kind === "WHY" && detail.startsWith("doc"));
  return lacks
    .filter(([kind]) => kind !== "NOWHY" || !unsure)
    .map(([kind, code]) => {
      const labelled = unique(
        gaps(labels)
          .filter(({ detail }) => detail.startsWith(kind))
          .flatMap(({ detail }) => (detail.split(":")[1] ?? "").split(","))
          .map((line) => Number.parseInt(line, 10)),
      ).filter((line) => line > 0 && !optional.has(line));
      const named = linesAsked(problems, code).filter((line) => !optional.has(line));
      const { seen, right } = pair(labelled, named, [1, 2]);
      return countOf(kind, labelled, seen, named, right);
    });
}

/** @param {readonly import("./labels.js").Label[]} labels */
function gaps(labels) {
  return labels.filter(({ kind }) => kind === "GAP");
}

/**
 * The lines that problems of a code are about: all places of a message that speaks of several.
 * @param {readonly Asked[]} problems
 * @param {string} code
 */
function linesAsked(problems, code) {
  return unique(
    problems
      .filter((problem) => problem.code === code)
      .flatMap(({ line, related = [] }) => (related.length > 0 ? related.map(lineOf) : [line])),
  );
}

/**
 * @param {string} name
 * @param {readonly number[]} labelled
 * @param {ReadonlySet<number>} seen
 * @param {readonly number[]} named
 * @param {ReadonlySet<number>} right
 * @returns {Count}
 */
function countOf(name, labelled, seen, named, right) {
  return { name, labelled: labelled.length, seen: seen.size, named: named.length, right: right.size };
}

/** @param {{ line: number }} one */
function lineOf({ line }) {
  return line;
}

/**
 * @param {readonly number[]} lines
 * @returns {number[]}
 */
function unique(lines) {
  return [...new Set(lines)];
}
