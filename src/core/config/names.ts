/** The words that `seamwork.yaml` may use, in the order in which messages list them. */

/** What a constraint may be about before a team adds kinds of its own. */
export const defaultKinds = [
  "perf",
  "scale",
  "security",
  "privacy",
  "data",
  "compat",
  "cost",
  "ops",
  "legal",
  "ux",
  "time",
] as const;

export const ruleSettings = ["off", "information", "warning", "error"] as const;
/** What a team sets a rule to: not at all, or a severity. */
export type RuleSetting = (typeof ruleSettings)[number];
