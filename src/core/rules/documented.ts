import { allRules } from "./all.ts";
import * as documentation from "./documentation.ts";
import type { DocumentedRule, RuleDocs } from "./rule.ts";

const docs = new Map<string, RuleDocs>(Object.entries(documentation));

/** The catalogue with what people read about each rule; the editor loads the catalogue alone, which is half the size. */
export const documentedRules: readonly DocumentedRule[] = allRules.map((rule) => {
  const found = docs.get(rule.code.toLowerCase());
  if (found === undefined)
    throw new Error(`${rule.code} has no documentation; run npm run docs, which lists it.`);
  return { ...rule, ...found };
});
