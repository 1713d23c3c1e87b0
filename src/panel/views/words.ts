import type { OpenConversation, Person } from "../../core/readiness/overview.ts";

/** `1 day`, `5 days` */
export function count(number: number, what: string): string {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}

/** How long something has waited. */
export function age(days: number): string {
  return days === 0 ? "since today" : count(days, "day");
}

export function names(people: readonly Person[]): string {
  return people.map(({ name }) => name).join(", ");
}

/** A status as people say it. */
export function statusName(status: string): string {
  return status.replace("-", " ");
}

const severities = { error: "Must be settled", warning: "Should be settled", information: "Worth a look" };

/** What a conversation's mark says to somebody who does not see it. */
export function weight({ severity, blocks }: OpenConversation, next: string | undefined): string {
  if (blocks && next !== undefined) return `Before ${statusName(next)}`;
  return severity === undefined ? "Open" : severities[severity];
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
