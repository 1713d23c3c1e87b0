import assert from "node:assert/strict";
import fc from "fast-check";
import * as core from "../../../src/core/board/words.ts";
import type { SlotBoard, StripBoard } from "../../../src/core/board/model.ts";
import * as page from "../../../src/panel/board/words.ts";

// The views know core's types only, so they have words of their own.
describe("the board's words", () => {
  const number = fc.nat(20_000);

  it("are the same in the page and in markdown", () => {
    const property = fc.property(number, number, number, (before, now, other) => {
      const seam = { change: { since: "2026-08-01", before, now } };
      assert.equal(page.changeWords(seam), core.changeWords(seam));
      const split = { product: before, health: now, ops: other };
      assert.equal(page.splitWords(split), core.splitWords(split));
      assert.equal(page.daysWords(before / 10), core.daysWords(before / 10));
      const settled = { settled: before, settledAtTier1: Math.min(before, now) };
      assert.equal(page.settledWords(settled), core.settledWords(settled));
    });
    fc.assert(property, {
      examples: [
        [5, 5, 0],
        [0, 0, 0],
        [10, 9, 1],
      ],
    });
    assert.equal(page.changeWords({ change: undefined }), core.changeWords({ change: undefined }));
  });

  it("count the meetings that were kept in the same way", () => {
    const slot = fc
      .constantFrom<SlotBoard["state"]>("kept", "late", "missed", "open")
      .map((state): SlotBoard => ({ from: "2026-08-01", to: "2026-08-07", state, what: undefined, at: [] }));
    const property = fc.property(fc.array(slot, { maxLength: 9 }), (slots) => {
      const said = core.keptWords(slots);
      assert.equal(page.keptWords(slots), said);
      const count = (state: SlotBoard["state"]) => slots.filter((one) => one.state === state).length;
      if (slots.every(({ state }) => state === "open")) assert.equal(said, "none due yet");
      else assert.match(said, new RegExp(`^${count("kept")} of ${slots.length - count("open")} kept`));
    });
    fc.assert(property);
    const strips: Pick<StripBoard, "kind" | "who">[] = [
      { kind: "weekly", who: ["@lena", "@mara"] },
      { kind: "managers", who: [] },
      { kind: "planning", who: [] },
      { kind: "retro", who: [] },
    ];
    for (const strip of strips) assert.equal(page.stripName(strip), core.stripName(strip));
    assert.equal(core.stripName(strips[0]!), "Weekly of @lena and @mara");
  });
});
