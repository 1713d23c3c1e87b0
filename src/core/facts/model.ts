import type { Range } from "../text/range.ts";

/** The three buckets that engineering capacity is split into. */
export const buckets = ["product", "health", "ops"] as const;
export type Bucket = (typeof buckets)[number];

/** @returns undefined for a word that names none */
export function bucketOf(text: string | undefined): Bucket | undefined {
  return buckets.find((bucket) => bucket === text?.trim().toLowerCase());
}

/** Percentages of engineering capacity. */
export type Split = Readonly<Record<Bucket, number>>;

/**
 * A cycle as its document says it, plain data with UTF-16 offsets into the document's text. What is not there, or not
 * readable, is undefined: rules ask about it.
 */
export interface Cycle {
  readonly id: string;
  readonly idRange: Range;
  /** Days; undefined where the header has none that the calendar has. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Working days of engineering that there are. */
  readonly capacity: number | undefined;
  readonly capacityRange: Range | undefined;
  /** The header's; undefined unless all three are numbers. */
  readonly split: Split | undefined;
  /** From the first to the last of the three fields; the id where there are none. */
  readonly splitRange: Range;
  readonly agreements: readonly Agreement[];
  readonly gaveUp: readonly GaveUp[];
  readonly renegotiations: readonly Renegotiation[];
  readonly work: readonly WorkItem[];
  readonly pairs: readonly PairRow[];
  readonly cadence: readonly Meeting[];
}

/** `**Agreed** @lena, 2026-06-28 `p60 h25 o15``. */
export interface Agreement extends Range {
  readonly who: string | undefined;
  readonly date: string | undefined;
  readonly split: Split | undefined;
}

/** `**Gave up** @lena: saved filters, until Q4.` */
export interface GaveUp extends Range {
  readonly who: string | undefined;
  readonly what: string;
}

/** `**N1** @lena and @mara, 2026-08-02: product 60 to 55, ops 15 to 20. Because …` */
export interface Renegotiation extends Range {
  readonly id: string;
  readonly idRange: Range;
  readonly who: readonly string[];
  readonly date: string | undefined;
  readonly changes: readonly { readonly bucket: Bucket; readonly from: number; readonly to: number }[];
  /** What stands behind "Because", else behind the changes. */
  readonly reason: string;
  /** Documents and requirements that it names: `PRD-042`, `R2`. */
  readonly ids: readonly string[];
}

/** A row of the Work table. */
export interface WorkItem extends Range {
  readonly item: string;
  readonly bucket: Bucket | undefined;
  /** Working days; undefined where the row has no effort that can be read. */
  readonly days: number | undefined;
  readonly who: readonly string[];
}

/** A row of the Pairs table. */
export interface PairRow extends Range {
  readonly item: string;
  readonly pm: string | undefined;
  readonly eng: string | undefined;
  readonly since: string | undefined;
  readonly holdUntil: string | undefined;
}

/** A line of the cadence log: `2026-07-06 weekly @lena @mara, 15 min: D1 of PRD-042 opened`. */
export interface Meeting extends Range {
  readonly date: string;
  /** In lower case: `weekly`, `managers`, `planning`, `retro`, `rotation`, or the team's own word. */
  readonly kind: string;
  readonly who: readonly string[];
  readonly minutes: number | undefined;
  readonly note: string;
}

/** The retro of a launch or an incident: a section of a PRD, or a document of its own. */
export interface Retro extends Range {
  readonly due: string | undefined;
  readonly held: string | undefined;
  /** The line that says when it was held, with or without a day. */
  readonly heldRange: Range | undefined;
  /** Who was there. */
  readonly who: readonly string[];
  /** Documents that a retro of its own is about: those that its name, its title and its introduction name. */
  readonly about: readonly string[];
  /** The answers to the three questions; undefined where nothing is said. */
  readonly answers: Readonly<Record<RetroQuestion, RetroAnswer | undefined>>;
  readonly actions: readonly RetroAction[];
}

/** Right thing? Built well? Built it well together? */
export const retroQuestions = ["right", "well", "together"] as const;
export type RetroQuestion = (typeof retroQuestions)[number];

export const retroQuestionTexts: Readonly<Record<RetroQuestion, string>> = {
  right: "Right thing?",
  well: "Built well?",
  together: "Built it well together?",
};

/** `text` is empty where the question stands there without an answer. */
export interface RetroAnswer extends Range {
  readonly text: string;
}

/** `**K1** (handoff, @mara, by 2026-10-10): alarm on queue age. Done 2026-10-08.` */
export interface RetroAction extends Range {
  readonly id: string;
  readonly idRange: Range;
  readonly seam: string | undefined;
  readonly who: readonly string[];
  readonly by: string | undefined;
  readonly byRange: Range | undefined;
  readonly text: string;
  readonly done: string | undefined;
}

/** What the documents of a team need to know of a disagreement, wherever it is. */
export interface DisagreementFacts extends Range {
  readonly id: string;
  readonly text: string;
  readonly nature: string | undefined;
  readonly between: readonly string[];
  readonly state: "open" | "settled";
  /** The tier at which it is or was settled. */
  readonly tier: number;
  /** Each tier that it was at, with the day on which it came there. */
  readonly path: readonly { readonly tier: number; readonly since: string | undefined }[];
  readonly settled: string | undefined;
}

/** What a document tells its team beyond its header's id, people and status; plain JSON, so that it can be kept. */
export interface TeamFacts {
  /** A PRD's own part of the cycle's work. */
  readonly bucket: Bucket | undefined;
  readonly cycleId: string | undefined;
  /** Working days; undefined where the header has no effort that can be read. */
  readonly days: number | undefined;
  readonly launch: string | undefined;
  /** The day on which the pair began, of a PRD's header. */
  readonly paired: string | undefined;
  readonly disagreements: readonly DisagreementFacts[];
  readonly retro: Retro | undefined;
  readonly cycle: Cycle | undefined;
}
