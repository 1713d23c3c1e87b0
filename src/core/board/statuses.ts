import { statuses } from "../format/status.ts";
import { headOf, nameOf, placeOf, shownDocuments } from "./input.ts";
import type { BoardInput } from "./input.ts";
import type { PrdBoard, StatusBoard } from "./model.ts";

/** PRDs by status, with the sign-offs under which the text changed (PRD302). Statuses without a PRD are left out. */
export function statusBoards(input: BoardInput): StatusBoard[] {
  const prds = shownDocuments(input).filter(({ kind }) => kind === "prd");
  return [...statuses, "none" as const].flatMap((status): StatusBoard[] => {
    const here = prds
      .filter((one) => (one.status ?? "none") === status)
      .map((one): PrdBoard => {
        const stale = (input.open.get(one.path) ?? []).filter(({ code }) => code === "PRD302");
        return {
          ...nameOf(one),
          at: headOf(input, one),
          stale: stale.map(({ start }) => placeOf(input, one.path, start)),
        };
      });
    const stale = here.reduce((sum, one) => sum + one.stale.length, 0);
    return here.length === 0 ? [] : [{ status, prds: here, stale }];
  });
}
