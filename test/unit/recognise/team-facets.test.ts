import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { saysFacet } from "../../../src/core/document/coverage.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { facetNames } from "../../../src/core/format/section-names.ts";

const { config, errors } = parseConfig(
  'facets: { aliases: { Why: ["Customer value"], Edge cases: [Surprises], Constraints: [Guard rails], Accept: [Proof] } }',
  "seamwork.yaml",
);

function saidIn(document: PrdDocument): Record<string, string[]> {
  return Object.fromEntries(
    document.requirements.map((one) => [one.id, facetNames.filter((name) => saysFacet(one, name))]),
  );
}

const said = (text: string, by: Config = config): Record<string, string[]> => saidIn(parseDocument(text, by));

const text = `# Trays

## Requirements

### R1 · Labels

- **customer value:** parcels leave at six
- **Surprises (2):**
  - the tray is lost: nobody prints

**Guard rails:** quiet and small

#### Proof

- A tray holds labels.

### R2 · Slips

Customer value: slips are read by vans

| ID | Requirement | Customer value | Proof |
| --- | --- | --- | --- |
| R3 | Stamps | stamps are cheap | one stamp sticks |

## Printing

Proof:

- clerks print labels
`;

describe("a team's names for facets", () => {
  it("are read without a problem", () => assert.deepEqual(errors, []));

  it("hold for labels, headings and columns", () => {
    assert.deepEqual(said(text), {
      R1: ["why", "edgeCases", "constraints", "accept"],
      R2: ["why"],
      R3: ["why", "accept"],
      '"Printing"': ["accept"],
    });
    assert.deepEqual(said(text, defaultConfig), { R1: [], R2: [], R3: [] });
  });

  it("hold beside the usual ones", () => {
    assert.deepEqual(said(text.replace("#### Proof", "#### Acceptance criteria"))["R1"], [
      ...["why", "edgeCases", "constraints", "accept"],
    ]);
  });

  it("take effect on a document that was read with others, and back", () => {
    const before = parseDocument(text, defaultConfig);
    const aliased = parseDocument(text, config, before);
    assert.deepEqual(saidIn(aliased), said(text));
    const edited = text.replace("parcels leave", "all parcels leave");
    assert.deepEqual(saidIn(parseDocument(edited, config, aliased)), said(edited));
    assert.deepEqual(saidIn(parseDocument(text, defaultConfig, aliased)), said(text, defaultConfig));
  });
});
