import { sameHandle } from "../config/people.ts";
import type { Meeting } from "../team/model.ts";
import type { WorkspaceIndex } from "../workspace/workspace-index.ts";

/**
 * The last meeting of a kind up to a day, whichever cycle's log has it.
 *
 * @param who all of them were there
 */
export function lastMeeting(
  index: WorkspaceIndex,
  kind: string,
  who: readonly string[],
  today: string,
): Meeting | undefined {
  let last: Meeting | undefined;
  for (const { team } of index.all())
    for (const meeting of team?.cycle?.cadence ?? []) {
      if (meeting.kind !== kind || meeting.date > today || meeting.date <= (last?.date ?? "")) continue;
      if (who.every((one) => meeting.who.some((other) => sameHandle(one, other)))) last = meeting;
    }
  return last;
}
