/**
 * Places for people to read: of everything that a check says about documents, some of each rule, drawn by a seed. Whoever
 * reads them writes down for each whether it is right and worth asking there.
 */
import { createHash } from "node:crypto";

/**
 * @typedef {object} Said a problem of `check --format json`, as far as it is read
 * @property {string} code
 * @property {string} message
 * @property {number} line from 1
 * @property {readonly { id: string, line: number }[]} [related] all places that one message is about
 *
 * @typedef {object} Place
 * @property {string} path
 * @property {string} code
 * @property {string} message
 * @property {number} line from 1
 * @property {string} [id] what is asked about, where the message speaks of several
 */

/**
 * Each message, and each place of one that speaks of several.
 * @param {Iterable<readonly [path: string, problems: readonly Said[]]>} files
 * @returns {Place[]}
 */
export function placesIn(files) {
  return [...files].flatMap(([path, problems]) =>
    problems.flatMap(({ code, message, line, related = [] }) => [
      { path, code, message, line },
      ...related.map((one) => ({ path, code, message, ...one })),
    ]),
  );
}

/**
 * @param {readonly Place[]} places
 * @param {{ seed: string, count: number }} options `count`: the most of each code
 * @returns {Map<string, { drawn: Place[], of: number }>} by code; the same places for the same seed, in any order of files
 */
export function drawPlaces(places, { seed, count }) {
  const rank = (/** @type {Place} */ { path, code, line, id }) =>
    createHash("sha256")
      .update(JSON.stringify([seed, code, path, line, id]))
      .digest("hex");
  const codes = [...new Set(places.map(({ code }) => code))].sort();
  return new Map(
    codes.map((code) => {
      const all = places.filter((place) => place.code === code);
      const ranked = all.map((place) => ({ place, rank: rank(place) }));
      ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
      return [code, { drawn: ranked.slice(0, count).map(({ place }) => place), of: all.length }];
    }),
  );
}

/** Lines shown before and after a place. */
const AROUND = { before: 5, after: 7 };

/**
 * A place as it is read: the message, the headings above it, the lines around it.
 * @param {Place} place
 * @param {string} text its document
 */
export function sheetOf({ path, message, line, id }, text) {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - AROUND.before);
  const around = lines.slice(first - 1, line + AROUND.after).map((one, index) => {
    const number = first + index;
    return `${number === line ? ">" : " "} ${String(number).padStart(5)} ${one}`;
  });
  const heads = headingsAbove(lines, line);
  return [
    `${path}:${line}${id === undefined ? "" : ` ${id}`}`,
    `  ${message}`,
    ...(heads.length > 0 ? [`  in ${heads.join(" < ")}`] : []),
    ...around,
  ].join("\n");
}

/**
 * @param {readonly string[]} lines
 * @param {number} line from 1
 * @returns {string[]} the innermost first
 */
function headingsAbove(lines, line) {
  /** @type {string[]} */
  const found = [];
  let level = 7;
  for (let at = line - 1; at >= 0; at--) {
    const marks = /^#{1,6}(?=\s)/.exec(lines[at] ?? "")?.[0].length ?? 7;
    if (marks >= level) continue;
    level = marks;
    found.push((lines[at] ?? "").trim());
  }
  return found;
}
