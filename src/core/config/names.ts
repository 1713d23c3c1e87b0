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

/**
 * Codes of rules, by their groups' numbers: those of the catalogue and those that later versions bring, so that one
 * file serves a team in which not everybody has updated. The rules themselves would be much to load for their codes.
 */
export const ruleCodes: readonly string[] = [
  [1, 14],
  [101, 110],
  [201, 207],
  [301, 306],
  [401, 407],
  [501, 518],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, index) => `PRD${String(first + index).padStart(3, "0")}`),
);
