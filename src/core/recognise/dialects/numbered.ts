import { idPrefix } from "../ids.ts";
import { headingId, leadOf } from "../lead.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";

/** Letters that stand for a requirement in any section, in the languages that the lexicons know. */
const meaning = /^(?:FR|NFR|REQ|RF|RNF|EF|ENF|US|UC|FEAT|FUNC|FA|NFA|BR)(?:[-_]|$)/;

/** spec-kit and classic PRDs: `FR-001`, `NFR-SEC-01`, `REQ_002`, wherever they stand. */
export const numbered: Dialect = {
  heading(inline) {
    const found = headingId(inline);
    if (found === undefined || !meaning.test(idPrefix(found.id))) return undefined;
    return { id: found.id, idStart: found.start, idEnd: found.end, title: found.title };
  },
  item(inline) {
    const { id, idStart, idEnd, afterId } = leadOf(inline);
    if (id === undefined || !meaning.test(idPrefix(id))) return undefined;
    return { id, idStart, idEnd, title: afterId };
  },
};

export const docs: DialectDocs = {
  name: "Numbered requirements, spec-kit",
  description:
    "Ids like `FR-001`, `NFR-SEC-01`, `FR-A1`, `REQ_002` or `[FEAT-005]` at the start of an item, a heading or a bold paragraph. Where the letters say _requirement_, the section's name does not matter. `[NEEDS CLARIFICATION: …]` is an open question.",
  examples: [
    {
      title: "spec-kit",
      markdown: `# Labels

## Requirements *(mandatory)*

### Functional Requirements

- **FR-001**: System MUST print one label per parcel.
- **FR-002**: System MUST keep a label for 30 days so that a clerk can reprint it.

### Key Entities

- **Label**: id, parcel, day
`,
      sees: { "FR-001": [], "FR-002": ["why", "constraints"] },
    },
    {
      title: "Ids as people write them",
      markdown: `# Labels

## What it does

**FR-PRN-03: Batches**

- NFR-SEC-01: Addresses are never logged.
- **[FEAT-005] Reprint:** A clerk can reprint a label.
- REQ_002: Printing is asynchronous.
`,
      sees: { "FR-PRN-03": [], "NFR-SEC-01": ["constraints"], "FEAT-005": [], REQ_002: [] },
    },
  ],
};
