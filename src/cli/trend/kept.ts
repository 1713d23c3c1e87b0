import * as z from "zod/mini";
import type { Span } from "../../core/trend/spans.ts";
import type { TrendPoint } from "../../core/trend/trend.ts";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import type { Namespace } from "../cache/cache.ts";
import { summaryShape } from "../cache/known.ts";

/** What a trend keeps in the cache: what was in each text, and open on each day. */
export interface TrendTables {
  /** By {@link keyOf}; `none` for a file that is no document. */
  readonly texts: TextRecord | "none";
  readonly days: DayRecord;
}

/** What follows from a text and its team data, whatever its path. */
export interface TextRecord {
  /** Its path is that of whoever asks. */
  readonly summary: Omit<DocumentSummary, "path">;
  /** What is open by the text alone, for the days that were asked for so far. */
  readonly spans: readonly Span[];
  /** The header, where that is all of the document that rules about the others need; undefined where they need the whole. */
  readonly head?: string | undefined;
}

export type DayRecord = Pick<TrendPoint, "documents" | "open">;

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const open = z.object({ handoff: z.number(), prioritisation: z.number(), narrative: z.number() });

/** Each repository has a file of its own. */
export const trendNamespace: Namespace<TrendTables> = {
  name: "trend",
  usefulDays: 30,
  tables: {
    texts: z.union([
      z.literal("none"),
      z.object({
        summary: summaryShape,
        spans: z.array(z.object({ from: day, to: day, open })),
        head: z.optional(z.string()),
      }),
    ]),
    days: z.object({ documents: z.number(), open }),
  },
};
