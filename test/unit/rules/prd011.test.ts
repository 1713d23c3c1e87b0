import assert from "node:assert/strict";
import { checked, withHeader } from "./checked.ts";

const comment = (said: string): string =>
  withHeader("status: draft", `\n## Why\n\n<!-- prd-ignore ${said} -->\n\nExports are fast.\n`);

describe("PRD011 suppression", () => {
  const cases: [string, RegExp | undefined, string?][] = [
    ["PRD403 until 2026-12-01: legal wording", undefined],
    ["PRD403 until 2026-08-01: the last day counts", undefined],
    [
      "PRD403 until 2026-07-31: x",
      /expired on 2026-07-31\. Does PRD403 still not apply/,
      "PRD403 until 2026-12-01: x",
    ],
    [
      "PRD403",
      /no date and no reason, so it silences nothing/,
      "PRD403 until 2026-12-01: wording of the contract",
    ],
    ["PRD403 until 2026-12-01", /has no reason/, "PRD403 until 2026-12-01: wording of the contract"],
    ["PRD403: legal", /has no date/, "PRD403 until 2026-12-01: legal"],
    ["PRD403 until soon: legal", /has no date.*year-month-day/, "PRD403 until 2026-12-01: legal"],
    [
      "PRD403 until 2026-13-01: legal",
      /There is no 2026-13-01 in the calendar/,
      "PRD403 until 2026-12-01: legal",
    ],
    ["until 2026-12-01: legal", /has no rule/, "PRD403 until 2026-12-01: legal"],
    ["", /no rule and no date and no reason/, "PRD403 until 2026-12-01: wording of the contract"],
  ];
  for (const [said, message, after] of cases) {
    it(said === "" ? "an empty one" : said, () => {
      const run = checked("PRD011", comment(said));
      if (message === undefined) return assert.deepEqual(run.messages, []);
      assert.match(run.messages[0] ?? "", message);
      assert.equal(run.after(), comment(after ?? ""));
      assert.equal(run.after("Remove"), withHeader("status: draft", "\n## Why\n\nExports are fast.\n"));
    });
  }

  it("cannot be silenced itself", () => {
    const text = comment("PRD011 until 2026-12-01: no").replace("are", "<!-- prd-ignore PRD403 --> are");
    const { messages, places } = checked("PRD011", text);
    assert.match(messages[0] ?? "", /cannot be silenced by another one/);
    assert.equal(
      places[1],
      "<!-- prd-ignore PRD403 -->",
      "it stands in the paragraph that the first one is about",
    );
    assert.equal(messages.length, 2);
  });

  it("silences its rule up to its last day, and from the next one on no more", () => {
    const silenced = "<!-- prd-ignore PRD403 until 2026-08-01: legal wording -->";
    const text = withHeader(
      "status: agreed",
      `\n### R1 · Export\n\n${silenced}\n\nThe export must be fast.\n`,
    );
    const said = (today: string): readonly string[] => checked("PRD403", text, { today }).places;
    assert.deepEqual(["2026-07-31", "2026-08-01", "2026-08-02"].map(said), [[], [], ["fast"]]);
  });

  it("silences nothing without a reason", () => {
    const text = withHeader(
      "status: agreed",
      "\n### R1 · Export\n\n<!-- prd-ignore PRD403 until 2026-12-01 -->\n\nThe export must be fast.\n",
    );
    assert.deepEqual(checked("PRD403", text).places, ["fast"]);
  });

  it("says when nothing follows", () => {
    const text = withHeader("status: draft", "\n## Why\n\n<!-- prd-ignore PRD403 until 2026-12-01: x -->\n");
    assert.match(checked("PRD011", text).messages[0] ?? "", /Nothing follows/);
    assert.equal(checked("PRD011", text).after(), withHeader("status: draft", "\n## Why\n\n"));
  });

  it("removes only itself from a line that says more", () => {
    const text = withHeader("status: draft", "\n## Why\n\nFast <!-- prd-ignore PRD403 -->exports.\n");
    assert.ok(checked("PRD011", text).after("Remove").endsWith("\nFast exports.\n"));
  });
});
