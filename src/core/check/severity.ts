import type { Config } from "../config/config.ts";
import type { Status } from "../format/status.ts";
import type { Rule } from "../rules/rule.ts";
import type { Severity } from "../problem.ts";

/**
 * The severity that is shown: the rule's own (or the team's) one, softened by how far the PRD is on its way.
 *
 * @returns "off" where the team has switched the rule off
 */
export function shownSeverity(rule: Rule, status: Status, config: Config): Severity | "off" {
  const severity = config.rules.get(rule.code) ?? rule.severity;
  if (severity === "off") return severity;
  switch (status) {
    case "draft":
      return severity === "error" ? "warning" : "information";
    case "in-review":
      return rule.gentleInReview === true && severity === "error" ? "warning" : severity;
    case "parked":
    case "closed":
      return "information";
    default:
      return severity;
  }
}

const ranks: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2 };

/** Positive when `a` is graver than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return ranks[a] - ranks[b];
}
