/**
 * Matches lines that people labelled with lines that a program named, one to one: the same line first, then at each of
 * the distances, never onto a line that is labelled itself.
 * @param {readonly number[]} labelled
 * @param {readonly number[]} named
 * @param {readonly number[]} distances
 * @returns {{ seen: Set<number>, right: Set<number>, wrong: Set<number> }} labelled lines that were met; named lines that
 *   met one, and those that did not
 */
export function pair(labelled, named, distances) {
  const own = new Set(labelled);
  const wrong = new Set(named);
  const seen = new Set();
  const right = new Set();
  for (const distance of [0, ...distances]) {
    for (const line of labelled) {
      const at = line + distance;
      if (seen.has(line) || !wrong.has(at) || (distance !== 0 && own.has(at))) continue;
      seen.add(line);
      right.add(at);
      wrong.delete(at);
    }
  }
  return { seen, right, wrong };
}
