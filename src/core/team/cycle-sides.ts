import type { Config } from "../config/config.ts";
import { normalizeHandle, peopleWith, roleOf, sameHandle } from "../config/people.ts";
import type { PairRole } from "../config/people.ts";
import type { Cycle } from "../facts/model.ts";

/** The two that agree a split. */
export const sides = [
  { role: "pm", name: "product" },
  { role: "eng", name: "engineering" },
] as const;

/** The side that somebody speaks for: by the team's data, else by the column of a pair that they stand in. */
export function sideOf(
  handle: string,
  { pairs }: Pick<Cycle, "pairs">,
  config: Config,
): PairRole | undefined {
  const role = roleOf(config, handle);
  if (role !== undefined) return role === "pm" || role === "eng" ? role : undefined;
  const isIn = (column: "pm" | "eng"): boolean =>
    pairs.some((pair) => pair[column] !== undefined && sameHandle(pair[column], handle));
  return isIn("pm") ? "pm" : isIn("eng") ? "eng" : undefined;
}

/** Who could speak for a side today: those of its pairs first, then the rest of the team, nobody who has left. */
export function speakersOf(
  side: PairRole,
  { pairs }: Pick<Cycle, "pairs">,
  config: Config,
  today: string,
): string[] {
  const team = peopleWith(side, config, today).map(({ handle }) => handle);
  const paired = pairs.flatMap((pair) => pair[side] ?? []).map(normalizeHandle);
  const known =
    config.people.size === 0 ? paired : paired.filter((one) => team.some((other) => sameHandle(one, other)));
  return [...known, ...team].filter(
    (one, index, all) => all.findIndex((other) => sameHandle(one, other)) === index,
  );
}

/** A cycle whose last day has passed: what was planned cannot be planned otherwise. */
export function isOver({ to }: Pick<Cycle, "to">, today: string): boolean {
  return to !== undefined && to < today;
}
