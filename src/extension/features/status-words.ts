import type { Status } from "../../core/format/status.ts";

/** Statuses as people say them. */
export const statusWords: Readonly<Record<Status, string>> = {
  draft: "Draft",
  "in-review": "In review",
  agreed: "Agreed",
  building: "Building",
  launched: "Launched",
  closed: "Closed",
  parked: "Parked",
};
