import { nounHeading, openingOfNoun } from "../nouns.ts";
import { hasSign, signsOf } from "../signs.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";
import type { FacetName } from "../../format/section-names.ts";
import type { Inline } from "../../markdown/inline.ts";

/** Kiro, and EARS sentences wherever they stand (Mavin et al., "Easy Approach to Requirements Syntax", RE 2009). */
export const kiro: Dialect = {
  heading(inline) {
    const found = nounHeading(inline);
    return found?.noun === "requirement" && found.number !== undefined
      ? openingOfNoun(found, "R")
      : undefined;
  },
  says: ears,
};

const shall =
  /\b(?:SHALL|MUST|debe(?:rá|ra)?|deve(?:rá|ra)?|muss|doit|deve|moet)\b|应|應|必须|必須|解釈|ものとする|SHOULD\b/u;

/** EARS keywords are written in capitals, also in other languages' sentences. */
function ears(inline: Inline): readonly FacetName[] | undefined {
  const { text } = inline;
  const first = /^\s*(?:\d+[.)]\s*)?(WHEN|IF|WHILE|WHERE)\b/.exec(text)?.[1];
  if (first === undefined) return undefined;
  if (!shall.test(text) && !/\bTHEN\b/.test(text)) return undefined;
  return first === "IF" || hasSign(signsOf(inline), "failing") ? ["accept", "edgeCases"] : ["accept"];
}

export const docs: DialectDocs = {
  name: "Kiro, EARS",
  description:
    "`### Requirement 3: …` with a _User Story_ line, which is its why. `WHEN … THE … SHALL …` is acceptance, `IF … THEN …` acceptance and an edge case. The criteria are never requirements.",
  examples: [
    {
      title: "Kiro",
      markdown: `# Requirements Document

## Requirements

### Requirement 1: Printing

**User Story:** As a clerk, I want to print, so that parcels leave.

#### Acceptance Criteria

1. WHEN a clerk prints, THE Printer SHALL print within 2 seconds.
2. IF the printer is offline, THEN THE Printer SHALL queue the job.
`,
      sees: { R1: ["why", "edgeCases", "constraints", "accept"] },
    },
  ],
};
