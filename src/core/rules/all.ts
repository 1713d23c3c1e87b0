import { rules } from "./catalogue.ts";
import type { Rule } from "./rule.ts";
import * as team from "./team/index.ts";

/** Every rule there is, with those of what a team has beyond one PRD: cycles, retros, pairs, disagreements that climb. */
export const allRules: readonly Rule[] = [...rules, ...Object.values(team)];
