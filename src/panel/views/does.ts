import type { Action, LibraryRow } from "../../core/readiness/overview.ts";
import type { PanelCommand, PanelTab } from "../messages.ts";
import type { GroupBy } from "./groups.ts";
import type { LibraryLook } from "./library-order.ts";

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a person can do in the panel. A view without it is a page to read: it has no buttons. */
export interface Does {
  goTo(at: Place): void;
  act(key: string, action: Action): void;
  run(command: PanelCommand): void;
  open(row: LibraryRow, at?: Place): void;
  show(tab: PanelTab): void;
  group(by: GroupBy): void;
  /** Shows all of a group that is shown in part. */
  more(group: string): void;
  library(look: Partial<LibraryLook>): void;
}
