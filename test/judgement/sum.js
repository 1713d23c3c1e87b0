/** The scores of many documents in one. */

/**
 * @typedef {object} Sum
 * @property {import("./score.js").Count[]} counts in the order in which they were met
 * @property {number} median messages in a file
 * @property {number} p90
 * @property {number} most
 * @property {number} taken
 * @property {string[]} silent names of documents in which nothing was seen, and nothing says so
 * @property {string[]} unanswered names of documents of which nothing was said
 * @property {string[]} notes
 */

/**
 * @param {readonly (readonly [name: string, score: import("./score.js").Score | undefined])[]} scores undefined for a
 *   document of which the program said nothing
 * @returns {Sum}
 */
export function sumOf(scores) {
  /** @type {Map<string, import("./score.js").Count>} */
  const counts = new Map();
  /** @type {number[]} */
  const messages = [];
  /** @type {Pick<Sum, "silent" | "unanswered" | "notes">} */
  const named = { silent: [], unanswered: [], notes: [] };
  let taken = 0;
  for (const [name, score] of scores) {
    if (score === undefined) {
      named.unanswered.push(name);
      named.notes.push(`${name}: not in the output`);
      continue;
    }
    for (const count of score.counts) counts.set(count.name, added(counts.get(count.name), count));
    messages.push(score.messages);
    taken += score.taken;
    if (score.silent) named.silent.push(name);
    named.notes.push(...score.notes);
  }
  messages.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    messages[Math.min(messages.length - 1, Math.floor(messages.length * share))] ?? Infinity;
  return {
    counts: [...counts.values()],
    median: at(0.5),
    p90: at(0.9),
    most: messages.at(-1) ?? 0,
    taken,
    ...named,
  };
}

/**
 * @param {import("./score.js").Count | undefined} before
 * @param {import("./score.js").Count} count
 * @returns {import("./score.js").Count}
 */
function added(before, count) {
  if (before === undefined) return count;
  return {
    name: count.name,
    labelled: before.labelled + count.labelled,
    seen: before.seen + count.seen,
    named: before.named + count.named,
    right: before.right + count.right,
  };
}
