import type { RuleCode } from "../problem.ts";

/** Where the pages of docs/rules can be read. */
const base = "https://github.com/seamwork/seamwork/blob/main/docs/rules/";

/** The page that explains a rule. */
export function ruleUrl(code: RuleCode): string {
  return `${base}${code}.md`;
}
