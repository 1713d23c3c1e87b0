import assert from "node:assert/strict";
import { checkDocument, effectiveStatus } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { nextStatus } from "../../../src/core/format/status.ts";
import { fixLabels } from "../../../src/core/readiness/actions.ts";
import { overviewOf } from "../../../src/core/readiness/overview-of.ts";
import type { PrdOverview } from "../../../src/core/readiness/overview.ts";
import { readiness } from "../../../src/core/readiness/readiness.ts";
import { fixesByCode } from "../../../src/core/rules/fixes.ts";
import type { RuleCode } from "../../../src/core/problem.ts";
import { htmlPage } from "../../../src/panel/page.tsx";
import { libraryRow } from "../../../src/core/readiness/library-row.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";

const options = { config: defaultConfig, today: "2026-08-01" };

function shown(text: string): { overview: PrdOverview; page: string; known: number } {
  const document = parseDocument(text, defaultConfig);
  const next = nextStatus(effectiveStatus(document));
  const found = readiness(
    document,
    checkDocument(document, options),
    next === undefined ? [] : checkDocument(document, { ...options, as: next }),
    options,
  );
  const overview = overviewOf(document, found, options);
  const row = libraryRow({ document: "a", path: "a.prd.md" }, document, found, options);
  return {
    overview,
    page: htmlPage([{ overview, row }], options.today),
    known: found.conversations.length,
  };
}

function texts(): string[] {
  return [...fixtureTexts(), ...exampleWorkspaceTexts()].map(([, text]) => text);
}

const columnLabels: Readonly<Record<string, string>> = {
  why: "requirements with a why",
  edgeCases: "requirements with edge cases",
  constraints: "requirements with constraints",
  accept: "requirements with acceptance",
  signOff: "requirements with a fresh sign-off",
};

describe("what the readiness panel shows", () => {
  it("has a matrix that counts as the score does", () => {
    let columns = 0;
    for (const text of texts()) {
      const { matrix, score, id } = shown(text).overview;
      if (id === undefined) continue;
      for (const { facet, passed, of } of matrix.columns) {
        const line = score.sum.find(({ label }) => label === columnLabels[facet]);
        assert.deepEqual([passed, of], [line?.passed, line?.of], `${id} ${facet}`);
        columns++;
      }
      for (const { cells } of matrix.rows) assert.equal(cells.length, matrix.columns.length);
    }
    assert.ok(columns > 10);
  });

  it("has every conversation once, by a key of its own, with something to do", () => {
    let all = 0;
    for (const text of texts()) {
      const { overview, known } = shown(text);
      const keys = overview.conversations.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
      assert.ok(keys.length >= known);
      assert.ok(overview.path.blockedBy.every((key) => keys.includes(key)));
      assert.ok(overview.conversations.every(({ actions }) => actions[0].label !== ""));
      all += keys.length;
    }
    assert.ok(all > 20);
  });

  it("offers a fix only where the rule has one", () => {
    for (const code of Object.keys(fixLabels)) assert.ok(fixesByCode[code as RuleCode], code);
  });

  it("says on the button what the fix does", () => {
    let fixes = 0;
    for (const text of texts())
      for (const { actions } of shown(text).overview.conversations)
        for (const action of actions) {
          if (action.kind !== "fix") continue;
          assert.equal(action.label, fixLabels[action.code]);
          fixes++;
        }
    assert.ok(fixes > 10);
  });

  it("shows a parked PRD every status as one for later", () => {
    const { path } = shown("---\nprd: PRD-1\nschema: prd/1\nstatus: parked\n---\n\n# Exports\n").overview;
    assert.deepEqual(
      path.steps.map(({ status, state }) => `${status} ${state}`),
      [
        "draft later",
        "in-review later",
        "agreed later",
        "building later",
        "launched later",
        "closed later",
        "parked here",
      ],
    );
  });

  it("keeps hostile text a text", () => {
    const evil = `</style><script>alert(1)</script><img src=x onerror=alert(1)> \u202Eabc 😀 ${"w".repeat(5000)}`;
    const header = "---\nprd: PRD-1\nschema: prd/1\nname: '</title><script>x</script>'\nstatus: draft\n---\n";
    const { page } = shown(
      `${header}\n## Requirements\n\n### R1 · ${evil}\n\n## Questions\n\n- **Q1** \`${evil}\`?\n`,
    );
    assert.doesNotMatch(page, /<script|<img/);
    assert.equal(page.split("</style>").length, 2);
    assert.match(page, /&lt;script>/);
    assert.match(page, /default-src 'none'/);
  });
});
