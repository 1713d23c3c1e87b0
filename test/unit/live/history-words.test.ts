import assert from "node:assert/strict";
import { dayInWords, dayName, versionNameProblem } from "../../../src/extension/live/history-words.ts";

const person = (
  name: string,
  inserted: number,
  deleted: number,
): Parameters<typeof dayInWords>[0]["people"][number] => ({
  handle: `@${name.toLowerCase()}`,
  name,
  inserted,
  deleted,
});

describe("history in words", () => {
  it("says who wrote and removed how much, the busiest first", () => {
    const people = [person("Ravi", 0, 3), person("Nadia", 240, 12), person("Zoe", 0, 0), person("Ana", 1, 0)];
    assert.equal(
      dayInWords({ day: "2026-11-16", people }),
      "Nadia wrote 240 characters and removed 12 · Ravi removed 3 characters · Ana wrote 1 character",
    );
    assert.equal(
      dayInWords({ day: "2026-11-16", people: [person("Nadia", 12_400, 0)] }),
      "Nadia wrote 12,400 characters",
    );
  });

  it("names some of a crowd", () => {
    const people = Array.from({ length: 9 }, (_, index) => person(`P${index}`, 90 - index, 0));
    assert.match(
      dayInWords({ day: "2026-11-16", people }),
      /^P0 .* · P3 wrote 87 characters · 5 others too$/,
    );
  });

  it("names days as people do", () => {
    const now = Date.parse("2026-11-17T00:10:00Z");
    assert.equal(dayName("2026-11-17", now), "Today");
    assert.equal(dayName("2026-11-16", now), "Yesterday");
    assert.equal(dayName("2026-11-14", now), "Saturday, 14 November");
    assert.equal(dayName("2025-12-31", now), "Wednesday, 31 December 2025");
    assert.equal(dayName("some day", now), "some day");
  });

  it("asks for a name that a version can have", () => {
    assert.match(versionNameProblem("  ") ?? "", /few words/);
    assert.match(versionNameProblem("x".repeat(101)) ?? "", /this one has 101/);
    assert.equal(versionNameProblem(` ${"x".repeat(100)} `), undefined);
  });
});
