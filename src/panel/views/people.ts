import type { Person } from "../../core/readiness/overview.ts";

export function names(people: readonly Person[]): string {
  return people.map(({ name }) => name).join(", ");
}
