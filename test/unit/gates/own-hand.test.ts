import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { overviewOf } from "../../../src/core/readiness/overview-of.ts";
import { readiness } from "../../../src/core/readiness/readiness.ts";

const team = `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
  "@sofia": { name: Sofia Berg, role: security }
reviews: { required: [security] }
`;

const text = `---
prd: PRD-1
schema: prd/1
status: agreed
pm: "@lena"
eng: "@mara"
---

## Requirements

- **R1** A link opens the export.

## Review

- **Signed off** R1, @sofia, 2026-07-24 \`s00000000\`
`;

describe("a stale sign-off", () => {
  const { config } = parseConfig(team, "seamwork.yaml");
  const options = { config, today: "2026-08-01" };
  const document = parseDocument(text, config);
  const problems = checkDocument(document, options);
  const shown = (me?: string) =>
    overviewOf(document, readiness(document, problems, [], options), { ...options, me }).conversations.find(
      ({ code }) => code === "PRD302",
    );

  it("is asked of who signed, whatever their role is", () => {
    assert.deepEqual(
      shown()?.people.map(({ handle }) => handle),
      ["@sofia"],
    );
    assert.equal(shown("@sofia")?.mine, true);
    assert.equal(shown("@mara")?.mine, false);
  });

  it("can be signed again by who signed it, and nobody else is offered that", () => {
    const offered = (me?: string) => shown(me)?.actions.map(({ kind }) => kind);
    assert.deepEqual(offered("@sofia"), ["showChanges", "signOff", "carrySignOff"]);
    assert.deepEqual(offered("@Sofia"), ["showChanges", "signOff", "carrySignOff"]);
    assert.deepEqual(offered("@lena"), ["showChanges"]);
    assert.deepEqual(offered("@mara"), ["showChanges"]);
    assert.deepEqual(offered(), ["showChanges"], "where nobody knows who looks at it");
  });
});
