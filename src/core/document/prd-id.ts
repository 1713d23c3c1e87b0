/** What is compared: ids are written in capitals, and people's tools are not always. */
export function prdIdKey(id: string): string {
  return id.toUpperCase();
}

/**
 * The id after the highest `PRD-n` in use: ids of documents that were deleted are not given again. It is as wide as
 * the highest one, so that file names sort; the first is `PRD-001`.
 *
 * @param taken ids in use, in any order; those of other trackers do not count
 */
export function nextPrdId(taken: Iterable<string>): string {
  let highest = 0;
  let width = 0;
  for (const id of taken) {
    const digits = /^PRD-(\d{1,9})$/.exec(prdIdKey(id))?.[1];
    if (digits === undefined || Number(digits) < highest) continue;
    highest = Number(digits);
    width = digits.length;
  }
  return `PRD-${String(highest + 1).padStart(width === 0 ? 3 : width, "0")}`;
}
