/*
 * What speaks of more than one PRD: every rule, and what a document tells its team. Loaded with the first look at the
 * workspace's files, which nobody waits for when a PRD opens.
 */
export { allRules } from "../../core/rules/all.ts";
export { teamFactsOf } from "../../core/facts/facts.ts";
