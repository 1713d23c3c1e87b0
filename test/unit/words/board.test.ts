import assert from "node:assert/strict";
import fc from "fast-check";
import {
  changeWords,
  documentsWords,
  keptWords,
  meetingName,
  retroWords,
  rotationWords,
  settledWords,
} from "../../../src/core/words/board.ts";
import { splitChanges, splitWords } from "../../../src/core/words/split.ts";

describe("the board's words", () => {
  it("compare with an earlier day", () => {
    const since = "2026-08-01";
    assert.equal(changeWords({ since, before: 5, now: 5 }), "the same as on 2026-08-01");
    assert.equal(changeWords({ since, before: 9, now: 5 }), "4 fewer than on 2026-08-01");
    assert.equal(changeWords({ since, before: 0, now: 2000 }), "2,000 more than on 2026-08-01");
    assert.equal(settledWords({ settled: 0, settledAtTier1: 0 }), "none settled yet");
    assert.equal(
      settledWords({ settled: 5, settledAtTier1: 4 }),
      "4 of 5 settled by the two people involved",
    );
  });

  it("count the meetings that were kept, of those whose time is over", () => {
    const state = fc.constantFrom("kept", "late", "missed", "open");
    const property = fc.property(fc.array(state, { maxLength: 9 }), (states) => {
      const said = keptWords(states.map((state) => ({ state })));
      const number = (wanted: string): number => states.filter((one) => one === wanted).length;
      if (number("open") === states.length) assert.equal(said, "none due yet");
      else {
        const late = number("late") === 0 ? "" : `, ${number("late")} late`;
        assert.equal(said, `${number("kept")} of ${states.length - number("open")} kept${late}`);
      }
    });
    fc.assert(property);
    assert.equal(meetingName({ kind: "weekly", who: ["@lena", "@mara"] }), "Weekly of @lena and @mara");
    assert.equal(meetingName({ kind: "planning", who: [] }), "Planning");
  });

  it("say how a rotation and a retro stand", () => {
    const pair = { current: true, hold: undefined, rotation: { on: "2026-07-01", due: true } };
    assert.equal(rotationWords(pair), "due since 2026-07-01");
    assert.equal(rotationWords({ ...pair, rotation: { on: "2026-09-01", due: false } }), "due on 2026-09-01");
    assert.equal(rotationWords({ ...pair, hold: "2026-10-01" }), "held until 2026-10-01");
    assert.equal(rotationWords({ ...pair, current: false, rotation: undefined }), "ended");
    const retro = { held: "2026-07-02", due: "2026-07-01" };
    assert.equal(retroWords({ ...retro, state: "held" }), "held 2026-07-02");
    assert.equal(retroWords({ ...retro, state: "overdue" }), "was due 2026-07-01");
    assert.equal(retroWords({ ...retro, state: "coming" }), "due 2026-07-01");
    assert.equal(retroWords({ ...retro, state: "undated" }), "not held, no day set");
  });

  it("say what a split is, what changed in it, and what there is", () => {
    assert.equal(splitWords({ product: 60, health: 25, ops: 15 }), "product 60%, health 25%, ops 15%");
    assert.equal(splitChanges([]), "it does not say how");
    assert.equal(
      splitChanges([
        { bucket: "product", from: 60, to: 55 },
        { bucket: "ops", from: 15, to: 20 },
      ]),
      "product 60 to 55, ops 15 to 20",
    );
    assert.equal(documentsWords({ prds: 12, cycles: 1, retros: 2 }), "12 PRDs, 1 cycle, 2 retro documents");
  });
});
