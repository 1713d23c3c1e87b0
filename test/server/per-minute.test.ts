import assert from "node:assert/strict";
import { perMinute } from "../../server/http/per-minute.ts";

describe("requests of an address", () => {
  it("are allowed all at once, and come back evenly", () => {
    let now = 0;
    const may = perMinute(6, () => now);
    const asked = (times: number): number =>
      Array.from({ length: times }, () => may("a")).filter(Boolean).length;
    assert.equal(asked(10), 6);
    now += 9_999;
    assert.equal(asked(10), 0);
    now += 1;
    assert.equal(asked(10), 1);
    // A counter that starts anew each minute would allow six more.
    now = 60_000;
    assert.equal(asked(20), 5);
    now = 60_001;
    assert.equal(asked(20), 0);
  });

  it("are counted for each address, and not kept for those that stay away", () => {
    let now = 0;
    const may = perMinute(1, () => now);
    assert.deepEqual([may("a"), may("b"), may("a")], [true, true, false]);
    now = 200_000;
    assert.deepEqual([may("c"), may("a"), may("a")], [true, true, false]);
  });
});
