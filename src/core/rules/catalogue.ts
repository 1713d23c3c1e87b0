import * as feasibility from "./feasibility/index.ts";
import * as header from "./header/index.ts";
import * as phrases from "./phrases/index.ts";
import * as requirements from "./requirements/index.ts";
import * as review from "./review/index.ts";
import type { Rule } from "./rule.ts";

/**
 * The rules of a PRD, in the order of their codes; each folder's `index.ts` lists its own. Those of the documents that
 * a team has beside its PRDs are in `all.ts`: the editor begins with these, since most that it opens is a PRD by itself.
 */
export const rules: readonly Rule[] = [header, requirements, feasibility, review, phrases].flatMap(
  (room): Rule[] => Object.values(room),
);
