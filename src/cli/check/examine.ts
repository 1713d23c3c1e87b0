import * as z from "zod/mini";
import { checkDocument } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { allRules } from "../../core/rules/all.ts";
import type { Cache, Namespace } from "../cache/cache.ts";
import { examine, knownShape } from "../cache/known.ts";
import type { Examined, Known } from "../cache/known.ts";
import type { FoundFile } from "../workspace/find.ts";
import type { Unreadable } from "../workspace/read.ts";
import type { Teams } from "../workspace/teams.ts";
import { located } from "./located.ts";
import type { ReportedProblem } from "./report.ts";

/** A document with the problems of the rules that see one document. */
export type CheckedAlone = Examined<readonly ReportedProblem[]>;

const text = z.string();
const count = z.number();
const place = { line: count, column: count, endLine: count, endColumn: count };
const problem = z.object({
  code: text,
  name: text,
  severity: z.enum(["error", "warning", "information"]),
  seam: text,
  message: text,
  ...place,
  owner: text,
  fixable: z.boolean(),
  lineHash: text,
  always: z.optional(z.literal(true)),
  several: z.optional(
    z.object({
      heading: z.optional(text),
      of: count,
      related: z.array(z.object({ id: text, message: text, owner: text, ...place, lineHash: text })),
    }),
  ),
});

/** Each day and `--as` has a file of its own. */
const namespace: Namespace<{ documents: Known<readonly ReportedProblem[]> }> = {
  name: "check",
  usefulDays: 3,
  tables: { documents: knownShape(z.array(problem)) },
};

/** Examines files by the rules that see one document; of files that were not asked for a summary is enough. */
export function examiner(
  cache: Cache,
  options: Omit<CheckOptions, "config">,
): (found: FoundFile, teams: Teams, asked: boolean) => CheckedAlone | Unreadable | undefined {
  const { documents: known } = cache.open(namespace, [cache.anchor, options.today, options.as ?? ""]);
  return (found, teams, asked) =>
    examine(found, teams, {
      cache,
      known,
      wanted: () => (asked ? "whole" : "summary"),
      factsOf: (document, team) =>
        located(checkDocument(document, { ...options, rules: allRules, config: team.data }), document.text),
    });
}
