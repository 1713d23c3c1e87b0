import assert from "node:assert/strict";
import { addDays, daysBetween, isDay } from "../../src/core/text/days.ts";

describe("days", () => {
  it("are those that the calendar has", () => {
    for (const day of ["2028-02-29", "0100-01-01", "9999-12-31"]) assert.ok(isDay(day), day);
    for (const day of ["2026-02-29", "2026-02-30", "2026-13-01", "0099-12-31", "+010000-01-01", "2026-7-1"])
      assert.ok(!isDay(day), day);
    assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
  });

  it("end where no later or earlier one can be written", () => {
    assert.equal(addDays("2028-02-28", 1), "2028-02-29");
    assert.equal(addDays("9999-12-31", 1), "9999-12-31");
    assert.equal(addDays("2026-08-01", Number.MAX_VALUE), "9999-12-31");
    assert.equal(addDays("0100-01-01", -14), "0100-01-01");
    assert.throws(() => addDays("2026-02-30", 1), RangeError);
  });
});
