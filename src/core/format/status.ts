/** The path of a PRD; `parked` can be reached from anywhere. */
export const statuses = ["draft", "in-review", "agreed", "building", "launched", "closed", "parked"] as const;
export type Status = (typeof statuses)[number];

/** @returns the status that the text names, whatever its case, undefined when it names none */
export function statusOf(text: string | undefined): Status | undefined {
  const name = text?.toLowerCase();
  return statuses.find((status) => status === name);
}

/** The status that comes next on the path, undefined at its end and for a parked PRD. */
export function nextStatus(status: Status): Status | undefined {
  const index = statuses.indexOf(status);
  return status === "parked" || status === "closed" ? undefined : statuses[index + 1];
}
