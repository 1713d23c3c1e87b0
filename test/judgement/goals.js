/** How well documents have to be seen, and how little may be asked. */

/**
 * The least share of what people labelled that is seen, and of what is seen that they labelled.
 * @type {Readonly<Record<string, readonly [seen: number, right: number]>>}
 */
const shares = {
  requirements: [0.9, 0.9],
  WHY: [0.75, 0.7],
  EDGE: [0.65, 0.6],
  CONSTRAINT: [0.5, 0.5],
  ACCEPT: [0.85, 0.8],
  VAGUE: [0.45, 0.6],
  TBD: [0.8, 0.6],
  COMPOUND: [0.5, 0.6],
  NOWHY: [0.5, 0.5],
  NOEDGE: [0.7, 0.7],
  NOACCEPT: [0.7, 0.7],
  NOLIMIT: [0.6, 0.6],
};
const MOST_MESSAGES = { median: 12, p90: 25 };

/**
 * @param {import("./sum.js").Sum} sum
 * @returns {{ met: number, missed: string[] }}
 */
export function heldAgainstGoals({ counts, median, p90, silent, unanswered }) {
  /** @type {string[]} */
  const missed = [];
  let goals = 0;
  const goal = (/** @type {boolean} */ holds, /** @type {string} */ words) => {
    goals++;
    if (!holds) missed.push(words);
  };
  for (const [name, [seen, right]] of Object.entries(shares)) {
    const count = counts.find((one) => one.name === name);
    if (count === undefined || count.labelled === 0) continue;
    const seenShare = count.seen / count.labelled;
    goal(seenShare >= seen, `${name} seen ${percent(seenShare)} < ${percent(seen)}`);
    if (count.named === 0) continue;
    const rightShare = count.right / count.named;
    goal(rightShare >= right, `${name} right ${percent(rightShare)} < ${percent(right)}`);
  }
  goal(median <= MOST_MESSAGES.median, `median ${median} > ${MOST_MESSAGES.median}`);
  goal(p90 <= MOST_MESSAGES.p90, `p90 ${p90} > ${MOST_MESSAGES.p90}`);
  goal(silent.length === 0, "silent documents");
  goal(unanswered.length === 0, "files without an answer");
  return { met: goals - missed.length, missed };
}

/** @param {number} share */
export function percent(share) {
  return `${Math.round(share * 100)}%`;
}
