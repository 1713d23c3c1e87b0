import type { Status } from "../format/status.ts";
import type { Bucket, Split } from "../facts/model.ts";
import type { Tier } from "../team/tiers.ts";
import type { Change, Trend } from "../trend/trend.ts";
import type { Seam } from "../problem.ts";

/*
 * The board: how a team's seams are, as plain JSON, for a webview, a page, a comment or a program. Each number comes
 * with what it counts, and each of these with its place. Teams are shown beside themselves at an earlier time, never
 * people beside people: pairs stand in the order of their handles, and nothing is summed up by person.
 */

/** Version of the shape below. */
export const BOARD_VERSION = 1;

export interface Board {
  readonly version: typeof BOARD_VERSION;
  /** As people read it: the folder whose `seamwork.yaml` speaks for these documents. */
  readonly team: string;
  readonly today: string;
  readonly documents: Readonly<Record<"prds" | "cycles" | "retros", number>>;
  readonly seams: readonly SeamBoard[];
  /** By their first day, the latest first. */
  readonly cycles: readonly CycleBoard[];
  readonly disagreements: DisagreementBoard;
  readonly pairs: PairsBoard;
  readonly cadence: CadenceBoard;
  readonly retros: RetrosBoard;
  readonly statuses: readonly StatusBoard[];
  /** Or why there is none, in one sentence; undefined where nobody asked for it. */
  readonly trend: Trend | { readonly missing: string } | undefined;
}

/** Where a number or a word comes from. */
export interface Place {
  /** As the index has it. */
  readonly path: string;
  /** UTF-16 units into the document's text. */
  readonly start: number;
  /** From 1. */
  readonly line: number;
}

/** A document as the board names it. */
export interface DocumentName {
  readonly path: string;
  readonly id: string | undefined;
  readonly name: string;
}

/** How long conversations have been open, in calendar days. */
export const ages = ["0-7", "8-14", "15-30", "older", "undated"] as const;
export type Age = (typeof ages)[number];

export interface SeamBoard {
  readonly seam: Seam;
  readonly open: number;
  /** All five, in their order. */
  readonly ages: readonly AgeBoard[];
  /** Beside 30 days ago; undefined without a trend. */
  readonly change: Change | undefined;
}

export interface AgeBoard {
  readonly age: Age;
  readonly open: number;
  /** Those with most of them first. */
  readonly documents: readonly OpenInDocument[];
}

export interface OpenInDocument extends DocumentName {
  readonly open: number;
  /** The one that has waited longest. */
  readonly at: Place;
  readonly text: string;
  readonly days: number | undefined;
}

export interface CycleBoard extends DocumentName {
  readonly at: Place;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly when: "past" | "now" | "coming" | "undated";
  /** Working days. */
  readonly capacity: number | undefined;
  /** What both sides agreed first; undefined while they have not. */
  readonly agreed: SplitAt | undefined;
  /** What holds after the renegotiations; undefined where there were none. */
  readonly renegotiated: SplitAt | undefined;
  readonly renegotiations: readonly RenegotiationBoard[];
  /** What is planned, in per cent of what has a bucket. */
  readonly planned: PlannedBoard;
}

export interface SplitAt {
  readonly split: Split;
  readonly at: Place;
}

export interface RenegotiationBoard {
  readonly id: string;
  readonly date: string | undefined;
  readonly changes: readonly { readonly bucket: Bucket; readonly from: number; readonly to: number }[];
  readonly reason: string;
  readonly at: Place;
}

export interface PlannedBoard {
  /** Working days of all of it. */
  readonly total: number;
  /** Undefined where nothing has a bucket and an effort. */
  readonly shares: Split | undefined;
  readonly days: Readonly<Record<Bucket, number>>;
  readonly withoutEffort: number;
  readonly withoutBucket: number;
  readonly items: readonly PlannedItemBoard[];
}

export interface PlannedItemBoard {
  readonly name: string;
  readonly bucket: Bucket | undefined;
  readonly days: number | undefined;
  readonly at: Place;
}

export interface DisagreementBoard {
  readonly open: number;
  readonly settled: number;
  /** Settled by the two who had them: what the essay asks of the majority. */
  readonly settledAtTier1: number;
  readonly tiers: readonly TierBoard[];
  /** The same for each cycle that has begun, by its first day: by the day on which they were settled. */
  readonly byCycle: readonly SettledInCycle[];
}

export interface TierBoard {
  readonly tier: Tier;
  /** Open there now; the longest first. */
  readonly open: readonly DisagreementAt[];
  /** Settled there; the latest first. */
  readonly settled: readonly DisagreementAt[];
  /** Each time that a disagreement was at this tier, ended or not; the longest first, those without a day last. */
  readonly stays: readonly Stay[];
  /** Calendar days; undefined where no stay has a day. */
  readonly median: number | undefined;
}

export interface DisagreementAt {
  readonly id: string;
  readonly document: DocumentName;
  readonly text: string;
  readonly at: Place;
  /** Calendar days from its first day to its settling, or to today. */
  readonly days: number | undefined;
  readonly settled: string | undefined;
}

export interface Stay {
  readonly id: string;
  readonly document: DocumentName;
  readonly at: Place;
  /** Calendar days at this tier. */
  readonly days: number | undefined;
  readonly open: boolean;
}

export interface SettledInCycle {
  readonly cycle: string;
  readonly at: Place;
  readonly settled: number;
  readonly settledAtTier1: number;
}

export interface PairsBoard {
  /** The first and the last day that the picture needs; undefined without a pair. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
  /** By handle. */
  readonly pairs: readonly PairBoard[];
}

export interface PairBoard {
  readonly pm: string;
  readonly eng: string;
  readonly current: boolean;
  /** The first day of the time without a gap that is the last one. */
  readonly since: string;
  readonly days: number;
  /** The day until which they stay together on purpose. */
  readonly hold: string | undefined;
  /** The day on which the team's cadence asks for a rotation; of pairs that are together now. */
  readonly rotation: { readonly on: string; readonly due: boolean } | undefined;
  readonly spells: readonly SpellBoard[];
}

export interface SpellBoard {
  readonly item: string;
  readonly from: string;
  /** The last day, today at most. */
  readonly to: string;
  readonly at: Place;
}

export interface CadenceBoard {
  readonly span: { readonly from: string; readonly to: string };
  readonly strips: readonly StripBoard[];
}

export interface StripBoard {
  /** `weekly`, `managers`, `planning` or `retro`. */
  readonly kind: "weekly" | "managers" | "planning" | "retro";
  /** Of a weekly: whose it is. */
  readonly who: readonly string[];
  /** By their first day. */
  readonly slots: readonly SlotBoard[];
}

export interface SlotBoard {
  readonly from: string;
  readonly to: string;
  /** *Late*: it took place, but after the day by which the team wants it. *Open*: its time is not over. */
  readonly state: "kept" | "late" | "missed" | "open";
  /** What it was for, where its kind does not say it: a cycle, a launch. */
  readonly what: string | undefined;
  /** The meetings; where there is none, the document that asks for one. */
  readonly at: readonly Place[];
}

export interface RetrosBoard {
  /** Those that are not held, and those with open actions; the earliest due first. */
  readonly retros: readonly RetroBoard[];
  /** How many were held, with nothing left to do. */
  readonly done: number;
}

export interface RetroBoard extends DocumentName {
  readonly at: Place;
  readonly launch: string | undefined;
  readonly due: string | undefined;
  readonly held: string | undefined;
  /** *Early*: held before there was anything to look back on. */
  readonly state: "held" | "overdue" | "coming" | "early" | "undated";
  /** Actions that are not done; those with the earliest day first. */
  readonly actions: readonly ActionBoard[];
  readonly actionsDone: number;
}

export interface ActionBoard {
  readonly id: string;
  readonly text: string;
  readonly who: readonly string[];
  readonly by: string | undefined;
  readonly overdue: boolean;
  readonly at: Place;
}

export interface StatusBoard {
  /** `none` where the header names none that there is. */
  readonly status: Status | "none";
  readonly prds: readonly PrdBoard[];
  /** Sign-offs under which the text changed, in all of them. */
  readonly stale: number;
}

export interface PrdBoard extends DocumentName {
  readonly at: Place;
  readonly stale: readonly Place[];
}
