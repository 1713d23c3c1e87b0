import { statusWords } from "./status-words.ts";

/** The path of a PRD; `parked` can be reached from anywhere. */
export const statuses = ["draft", "in-review", "agreed", "building", "launched", "closed", "parked"] as const;
export type Status = (typeof statuses)[number];

/**
 * The status that a text means: as the format writes it, in other case, in quotes of any kind, with other white space,
 * or in a word of another tool or language that can mean nothing else.
 *
 * @returns undefined when it names none
 */
export function statusOf(text: string | undefined): Status | undefined {
  if (text === undefined) return undefined;
  return statuses.find((status) => status === text) ?? meanings().get(foldStatus(text));
}

/** Whether a text is a status as the format writes it. */
export function isStatus(text: string): text is Status {
  return statuses.some((status) => status === text);
}

/** A status as it is compared: without case, accents, what nobody sees, marks around it, and marks between words. */
export function foldStatus(text: string): string {
  return text
    .slice(0, 100)
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

let known: ReadonlyMap<string, Status> | undefined;

function meanings(): ReadonlyMap<string, Status> {
  known ??= new Map(
    statuses.flatMap((status) =>
      [status, ...statusWords[status]].map((word) => [foldStatus(word), status] as const),
    ),
  );
  return known;
}

/** The status that comes next on the path, undefined at its end and for a parked PRD. */
export function nextStatus(status: Status): Status | undefined {
  const index = statuses.indexOf(status);
  return status === "parked" || status === "closed" ? undefined : statuses[index + 1];
}

/** Whether a PRD that has this status says that people agreed to it. */
export function isAgreedOn(status: Status | undefined): boolean {
  return status === "agreed" || status === "building" || status === "launched";
}
