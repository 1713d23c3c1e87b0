import { prd508 } from "./prd508.ts";
import { prd509 } from "./prd509.ts";
import { prd515 } from "./prd515.ts";
import type { Rule } from "./rule.ts";

/** The rules of what a team has beyond one PRD: cycles, retros, pairs, disagreements that climb; in order of their codes. */
export const teamRules: readonly Rule[] = [prd508, prd509, prd515];
