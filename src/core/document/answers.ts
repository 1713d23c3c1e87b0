import type { Range } from "../text/range.ts";
import { rangeIn } from "./passage.ts";
import type { Passage } from "./passage.ts";

export type Verb = "Accepted" | "Countered" | "Answered" | "Tested" | "Raised" | "Resolved" | "See";

/** What was replied to an annotation; see "Answers" in docs/format.md. */
export interface Answer extends Range {
  readonly verb: Verb;
  readonly who: readonly string[];
  readonly date: string | undefined;
  /** What follows the colon; for `See` the id. */
  readonly text: string;
  /** Of `Tested`. */
  readonly outcome: "held" | "broke" | undefined;
  /** Of `Raised`. */
  readonly tier: number | undefined;
  /** Ids that the answer names. */
  readonly ids: readonly string[];
}
