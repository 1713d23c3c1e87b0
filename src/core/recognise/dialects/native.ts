import { idPrefix, isPriority } from "../ids.ts";
import { headingId, leadOf } from "../lead.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";

/** Behind a priority: `P0 (Must have)`, `P1: Should have`, or nothing. Requirements stand below such a heading. */
const howMuch =
  /^\W*(?:$|(?:must|should|could|nice|high|medium|low|critical|blocker|launch|mvp|core|essential|optional|later|future|requirements?|features?|priority|muss|soll|kann|hoch|mittel|niedrig|alta|media|baja)(?!\p{L}))/iu;

/** The format `prd/1`: whatever has an id under *Requirements*. */
export const native: Dialect = {
  heading(inline, { within }) {
    const found = within === "Requirements" ? headingId(inline) : undefined;
    if (found !== undefined && isPriority(found.id) && howMuch.test(inline.text.slice(found.title)))
      return undefined;
    return found && { id: found.id, idStart: found.start, idEnd: found.end, title: found.title };
  },
  item(inline, { within, priorities }) {
    const { id, bold, idStart, idEnd, afterId } = leadOf(inline);
    if (id === undefined || (priorities === true && isPriority(id))) return undefined;
    // What `adopt` has written is known wherever it stands.
    const adopted = bold === id && idPrefix(id) === "R";
    return within === "Requirements" || adopted ? { id, idStart, idEnd, title: afterId } : undefined;
  },
};

export const docs: DialectDocs = {
  name: "Seamwork's own format",
  description:
    "Headings, list items and table rows with an id under _Requirements_. What is said about one stands below it under _Why_, _Edge cases_, _Constraints_ and _Accept_.",
  examples: [
    {
      title: "An item with its facets",
      markdown: `# Export

## Requirements

- **R1** The export can be filtered by date.
  - **Why:** Support gets 40 questions a week about old rows.
  - **Edge cases:**
    - **E1** The start is after the end: the form says so.
  - **Accept:**
    - [ ] A range of one day gives the rows of that day.
`,
      sees: { R1: ["why", "edgeCases", "accept"] },
    },
  ],
};
