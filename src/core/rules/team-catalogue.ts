import type { Rule } from "./rule.ts";

/** The rules of what a team has beyond one PRD: cycles, retros, pairs, disagreements that climb; in order of their codes. */
export const teamRules: readonly Rule[] = [];
