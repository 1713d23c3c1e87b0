import { rangeIn } from "../../document/passage.ts";
import type { Finding, Fix } from "../../problem.ts";
import { oneLine } from "../../words/sentence.ts";
import { shorten } from "../../words/shorten.ts";
import type { RuleContext } from "../rule.ts";
import { MOST_QUOTED } from "./prd013.ts";
import type { NoRequirementData } from "./prd013.ts";

export function fixes({ data }: Finding, { document }: RuleContext): Fix[] {
  const wanted = (data as NoRequirementData | undefined)?.heading;
  const heading = document.sections.find((one) => oneLine(one.heading.text) === wanted)?.heading;
  if (heading === undefined) return [];
  const title = `Rename "${shorten(oneLine(heading.text), MOST_QUOTED)}" to "Requirements"`;
  const range = rangeIn(heading, 0, heading.text.length);
  return [{ title, kind: "guided", edits: [{ ...range, newText: "Requirements" }], preferred: true }];
}
