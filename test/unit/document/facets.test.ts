import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";

function read(body: string): PrdDocument {
  return parseDocument(`---\nprd: PRD-1\n---\n\n## Requirements\n\n${body}\n`, defaultConfig);
}

/** What a requirement has of which facet, as it is written. */
function facets({ requirements, text }: PrdDocument, id: string): Record<string, string> {
  const found = requirements.find((one) => one.id === id);
  assert.ok(found, id);
  return Object.fromEntries(
    Object.entries(found.facets).map(([name, { start, end }]) => [name, text.slice(start, end).trim()]),
  );
}

describe("what stands right under a requirement without its facet's name", () => {
  const body = `### R1 · Filter

- **E1** Nobody made a row: the file has its header only.
- **C1** (perf, @mara, 2026-07-01; R1): 2 s.
- **E2** The clock is put back: one hour is there twice.`;

  it("belongs to the facet that its id is of: E to the edge cases, C to the constraints", () => {
    const document = read(body);
    assert.deepEqual(Object.keys(facets(document, "R1")).sort(), ["constraints", "edgeCases"]);
    assert.deepEqual(
      document.edgeCases.map(({ id }) => id),
      ["E1", "E2"],
    );
    assert.deepEqual(
      document.constraints.map(({ id }) => id),
      ["C1"],
    );
  });

  it("is a requirement of its own where the id has a hyphen, as other tools' ids have", () => {
    const { requirements, edgeCases } = read("### R1 · Filter\n\n- **E-1** Nobody made a row.");
    assert.deepEqual([requirements.map(({ id }) => id), edgeCases.length], [["R1", "E-1"], 0]);
  });
});
