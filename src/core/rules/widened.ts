import { headerKind } from "../document/header.ts";
import type { HeaderKind } from "../document/header.ts";
import type { Mention, PrdDocument } from "../document/model.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { teamHeaderFindings } from "./header/team-header.ts";

/*
 * What the rules of the PRD ask about a cycle or a retro. It stands here and not in each rule, because the editor loads
 * those with the first PRD, long before anybody opens a cycle.
 */

const everyKind: readonly HeaderKind[] = ["prd", "cycle", "retro"];

/** Rules that mean the same in every document: ids, silences, limits, questions, and sentences that hide something. */
const alike: ReadonlySet<string> = new Set([
  "PRD007",
  "PRD009",
  "PRD010",
  "PRD011",
  "PRD012",
  "PRD306",
  "PRD402",
  "PRD404",
  "PRD406",
  "PRD407",
]);

/** A rule of the catalogue as it sees all documents of a team; one that is about PRDs alone stays as it is. */
export function widened(rule: Rule): Rule {
  if (alike.has(rule.code)) return { ...rule, on: everyKind };
  const { check } = rule;
  if (check.pass !== "local") return rule;
  if (rule.code === "PRD003") {
    const run = (context: RuleContext) =>
      headerKind(context.document.header) === "prd" ? check.run(context) : teamHeaderFindings(context);
    return { ...rule, on: everyKind, check: { pass: "local", run } };
  }
  if (rule.code === "PRD008") {
    const run = (context: RuleContext) =>
      check.run({ ...context, document: withOwnMentions(context.document) });
    return { ...rule, on: everyKind, check: { pass: "local", run } };
  }
  return rule;
}

/** A cycle or a retro speaks of many documents: what it says of another one's ids is no mention of its own. */
function withOwnMentions(document: PrdDocument): PrdDocument {
  if (headerKind(document.header) === "prd") return document;
  const { text, mentions } = document;
  return { ...document, mentions: mentions.filter((one) => !isElsewhere(text, one)) };
}

const documentId = String.raw`\[?(?:[A-Z][A-Z0-9]*-\d+|\d{4}-[A-Z0-9]{1,3})\b`;
const more = String.raw`(?:\s*(?:,|and|or|[-–—])\s*[A-Z]{1,5}-?\d[\d.]*)*`;
/** `D3 of PRD-042`, `D1 and D3 of PRD-042`. */
const ofAnother = new RegExp(String.raw`^${more}\s+(?:of|in|from)\s+${documentId}`);
/** `PRD-042 D3`, `PRD-042's D1 and D3`. */
const behindAnother = new RegExp(
  String.raw`${documentId}\]?(?:\([^()\s]*\))?(?:['’]s)?\s+(?:[A-Z]{1,5}-?\d[\d.]*(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*[-–—]\s*))*$`,
);

function isElsewhere(text: string, { id, start, end }: Mention): boolean {
  return (
    /^[A-Z][A-Z0-9]*-\d+$/.test(id) ||
    ofAnother.test(text.slice(end, end + 200)) ||
    behindAnother.test(text.slice(Math.max(0, start - 200), start))
  );
}
