import { rules } from "./catalogue.ts";
import type { Rule } from "./rule.ts";
import { teamRules } from "./team-catalogue.ts";

/** Every rule there is. The editor begins with the catalogue alone, since most that it opens is a PRD by itself. */
export const allRules: readonly Rule[] = [...rules, ...teamRules];
