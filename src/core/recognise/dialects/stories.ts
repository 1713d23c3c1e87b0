import { leadOf } from "../lead.ts";
import { nounHeading, openingOfNoun } from "../nouns.ts";
import { signsOf } from "../signs.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";
import type { Inline } from "../../markdown/inline.ts";

/** User stories, as agile teams and BMAD write them. */
export const stories: Dialect = {
  heading(inline) {
    const found = nounHeading(inline);
    if (found?.noun !== "story" || found.number === undefined) return undefined;
    return openingOfNoun(found, /^user/i.test(found.word) || !/^story/i.test(found.word) ? "US" : "S");
  },
  item(inline) {
    if (!isStory(inline)) return undefined;
    const { id, idStart, idEnd, afterId } = leadOf(inline);
    return id === undefined ? { id, idStart: 0, idEnd: 0, title: 0 } : { id, idStart, idEnd, title: afterId };
  },
};

/** "As a … I want …" near the start of a text. */
export function isStory(inline: Inline): boolean {
  const signs = signsOf(inline);
  const as = signs.find(({ kind, start }) => kind === "as" && start < 60);
  return as !== undefined && signs.some(({ kind, start }) => kind === "want" && start > as.start);
}

export const docs: DialectDocs = {
  name: "User stories",
  description:
    "`### Story 1.2: …`, `### User Story 3 - …`, and _As a … I want …_ as an item or a paragraph. _So that_ is the why; _Acceptance criteria_ below it, or as the next item, are its acceptance.",
  examples: [
    {
      title: "BMAD",
      markdown: `# Epic 1: Printing

## Story 1.1: Print a label

As a **clerk**, I want **to print a label**, so that **the parcel can leave**.

### Acceptance Criteria

1. One label comes out.
`,
      sees: { "S1.1": ["why", "accept"] },
    },
    {
      title: "Items, with the criteria in the next one",
      markdown: `# Labels

## User Stories

- **US-1** As a clerk, I want to print a label so that the parcel can leave.
- **Acceptance Criteria:**
  - one label comes out
- As a manager, I want to see what waits.
`,
      sees: { "US-1": ["why", "accept"], '"As a manager, I want to see what waits."': [] },
    },
  ],
};
