import assert from "node:assert/strict";
import { checkDocument, checkInWorkspace, inOrder } from "../../../src/core/check/check.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { headerKind } from "../../../src/core/document/header.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import { statuses } from "../../../src/core/format/status.ts";
import { conversationsOf } from "../../../src/core/readiness/conversations.ts";
import { libraryRow } from "../../../src/core/readiness/library-row.ts";
import { overviewOf } from "../../../src/core/readiness/overview-of.ts";
import { readiness } from "../../../src/core/readiness/readiness.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { countBySeam, openIn } from "../../../src/core/trend/figures.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";
import { countOf } from "../../../src/extension/services/counts.ts";
import { boldLines, storiesAndNumbers, teamsAndPriorities } from "../faults/documents.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";

/** How many conversations each place shows for one document; all of them look at the same problems. */
function numbersOf(text: string, options: CheckOptions): Record<string, number> {
  const { config, today } = options;
  const document = parseDocument(text, config);
  const path = "prds/one.prd.md";
  const index = workspaceIndex();
  index.set(summarise(document, path, headerKind(document.header) ?? "prd", teamFactsOf(document)));
  const problems = inOrder([
    ...checkDocument(document, options),
    ...checkInWorkspace(document, path, index, options),
  ]);
  const found = readiness(document, problems, [], options);
  const counts = countOf(problems);
  const seams = countBySeam(openIn(document, problems, options));
  return {
    problems: problems.length,
    statusBar: conversationsOf(document, problems, options).length,
    tree: counts.error + counts.warning + counts.information,
    readiness: found.conversations.length,
    row: libraryRow({ document: path, path }, document, found, { config }).open,
    panel: overviewOf(document, found, { config, today }).open,
    board: seams.handoff + seams.prioritisation + seams.narrative,
  };
}

const annotations = `---
prd: PRD-7
schema: prd/1
name: Labels
status: in-review
pm: "@lena"
eng: "@mara"
---

# Labels

## Requirements

- **R1** The desk can print a label.
  - **Why:** parcels without one come back.
  - **Constraints:**
    - **C1** (perf, @mara, 2026-07-30): one label a second.
    - **C2** (cost, @mara, 2026-06-01): a cent each. Countered @lena 2026-06-02: half a cent?
    - **C3** paper is A6.
- **R2** The desk can print it again.
- **R3** The desk can print all of a day.

## Assumptions

- **A1** There is a printer.

| ID | Assumption | Test |
| --- | --- | --- |
| A2 | There is paper | |

## Questions

- **Q1** (@lena, by 2026-09-01): who pays?
- **Q2** (@lena, by 2026-07-01): who prints?
- **Q3** which ink?
- How many printers are there?

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-31: labels or stickers?
- **D2** tier 1, @lena and @mara, 2026-06-01: ink?
`;

const asPrd = (body: string): string =>
  `---\nprd: PRD-7\nschema: prd/1\nname: Bikes\nstatus: in-review\npm: "@lena"\neng: "@mara"\n---\n\n${body}`;

/** A cycle and a retro have no readiness. */
function isPrd(text: string): boolean {
  return parseDocument(text, defaultConfig).header.field("prd") !== undefined;
}

const silence = "<!-- prd-ignore PRD306 until 2027-01-01: asked at the fair -->";

describe("what is open has one number", () => {
  const same = (text: string, team = "version: 1\n"): void => {
    const { config } = parseConfig(team, "seamwork.yaml");
    for (const as of statuses) {
      const numbers = numbersOf(text, { config, today: "2026-08-01", rules: allRules, as });
      assert.equal(new Set(Object.values(numbers)).size, 1, `${as}: ${JSON.stringify(numbers)}`);
    }
  };

  it("in the documents of the example, at every status", () => {
    for (const [, text] of exampleWorkspaceTexts()) if (isPrd(text)) same(text);
  });

  it("in documents of a dozen styles", () => {
    for (const [, text] of fixtureTexts()) if (isPrd(text)) same(text);
  });

  it("in documents that had faults in them", () => {
    for (const body of [storiesAndNumbers, boldLines, teamsAndPriorities]) same(asPrd(body));
  });

  it("where questions are not due, constraints wait and disagreements sit", () => same(annotations));

  it("where a rule is off, or something is silenced", () => {
    same(annotations, 'rules: { PRD306: "off", PRD201: "off", PRD110: error, PRD509: "off" }\n');
    same(annotations.replace("- **Q1**", `${silence}\n- **Q1**`));
  });

  it("counts each annotation that waits", () => {
    const { config } = parseConfig("version: 1\n", "seamwork.yaml");
    const document = parseDocument(annotations, config);
    const options: CheckOptions = { config, today: "2026-08-01", rules: allRules };
    const open = conversationsOf(document, checkDocument(document, options), options);
    assert.deepEqual(
      open.flatMap(({ id, severity }) => (id === undefined ? [] : [`${id} ${severity}`])),
      [
        "C1 information",
        "C2 warning",
        "A1 warning",
        "A2 warning",
        "Q1 information",
        "Q2 warning",
        "Q3 warning",
        "D1 information",
        "D2 warning",
      ],
    );
  });
});
