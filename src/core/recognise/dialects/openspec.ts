import { nounHeading, openingOfNoun } from "../nouns.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";

export const openspec: Dialect = {
  heading(inline) {
    const found = nounHeading(inline);
    if (found?.noun !== "requirement" || found.number !== undefined) return undefined;
    return { ...openingOfNoun(found, ""), idStart: found.title, idEnd: found.title };
  },
};

export const docs: DialectDocs = {
  name: "OpenSpec",
  description:
    "`### Requirement: NAME` below _Requirements_, _ADDED Requirements_ or _MODIFIED Requirements_; removed ones are none. Each `#### Scenario:` is acceptance; its WHEN, THEN and AND steps are never requirements.",
  examples: [
    {
      title: "A delta",
      markdown: `# Labels

## ADDED Requirements

### Requirement: Label printing

The system SHALL print one label per parcel.

#### Scenario: Printer offline

- **WHEN** the printer is offline
- **THEN** the job waits in the queue
- **AND** the clerk sees a banner

## REMOVED Requirements

### Requirement: Fax

**Reason**: Nobody has one any more.
`,
      sees: { '"Label printing"': ["edgeCases", "accept"] },
    },
  ],
};
