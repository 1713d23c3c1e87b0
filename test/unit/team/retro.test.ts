import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { retroOf } from "../../../src/core/facts/retro.ts";

const retro = `## Retro

- **Due:** 2026-09-29
- **Held:** 2026-09-28 @lena, @mara, @omar
- **Right thing?** 312 tickets instead of 517; the 90-day limit was never hit.
- **Built well?** One rollback, the queue had no alarm.
- **Built it well together?**
- **K1** (handoff, @mara, by 2026-10-10): alarm on queue age. Done 2026-10-08.
- **K2** (narrative, @lena, by 2026-10-20): say so next time.
`;

describe("a retro", () => {
  for (const [where, text] of [
    ["a PRD", `---\nprd: PRD-1\n---\n\n# T\n\n${retro}`],
    ["a document of its own", `---\nretro: RETRO-7\n---\n\n# The June outage\n\n${retro}`],
    [
      "a document of its own with nothing but a title",
      `---\nretro: RETRO-7\n---\n\n# The June outage\n\n${retro.slice(10)}`,
    ],
  ] as const) {
    it(`is read from ${where}`, () => {
      const document = parseDocument(text, defaultConfig);
      const found = retroOf(document);
      assert.ok(found);
      assert.deepEqual(
        [found.due, found.held, found.who],
        ["2026-09-29", "2026-09-28", ["@lena", "@mara", "@omar"]],
      );
      assert.match(found.answers.right?.text ?? "", /^312 tickets/);
      assert.match(found.answers.well?.text ?? "", /^One rollback/);
      assert.equal(found.answers.together?.text, "");
      assert.deepEqual(
        found.actions.map(({ id, seam, who, by, text: what, done }) => [id, seam, who, by, what, done]),
        [
          ["K1", "handoff", ["@mara"], "2026-10-10", "alarm on queue age.", "2026-10-08"],
          ["K2", "narrative", ["@lena"], "2026-10-20", "say so next time.", undefined],
        ],
      );
      assert.equal(
        text.slice(found.actions[0]?.byRange?.start, found.actions[0]?.byRange?.end),
        "2026-10-10",
      );
    });
  }

  it("defines its actions in a section of that name", () => {
    const { definitions } = parseDocument(`---\nprd: PRD-1\n---\n\n# T\n\n${retro}`, defaultConfig);
    assert.deepEqual(
      definitions.map(({ id, kind }) => [id, kind]),
      [
        ["K1", "action"],
        ["K2", "action"],
      ],
    );
  });

  it("is not there where nobody wrote of one", () => {
    assert.equal(retroOf(parseDocument("---\nprd: PRD-1\n---\n\n# T\n", defaultConfig)), undefined);
  });
});
