import assert from "node:assert/strict";
import fc from "fast-check";
import { cycleBefore, cycleNamed, cycleOn, cyclesIn } from "../../../src/core/team/cycles.ts";
import { buckets } from "../../../src/core/facts/model.ts";
import type { Bucket } from "../../../src/core/facts/model.ts";
import { plannedWork, sharesOf } from "../../../src/core/team/planned.ts";
import { effortDays } from "../../../src/core/text/effort.ts";
import { cycleIn, cycleText, workspace } from "./cycle-text.ts";

interface Work {
  readonly bucket: Bucket | undefined;
  readonly effort: string | undefined;
  readonly days: number | undefined;
}

const efforts: fc.Arbitrary<Pick<Work, "effort" | "days">> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.constantFrom(["d", 1], ["w", 5], ["m", 20]))
    .map(([tenths, [unit = "d", days = 1]]) => ({
      effort: `${tenths / 10}${unit}`,
      days: (tenths * days) / 10,
    })),
  fc.constantFrom("soon", "", "3 moons").map((effort) => ({ effort, days: undefined })),
  fc.constant({ effort: undefined, days: undefined }),
);
const work: fc.Arbitrary<Work> = fc
  .tuple(fc.option(fc.constantFrom(...buckets), { nil: undefined }), efforts)
  .map(([bucket, effort]) => ({ bucket, ...effort }));

const prd = ({ bucket, effort }: Work, index: number, cycle = "2026-Q3", status = "agreed"): string =>
  [
    "---",
    `prd: PRD-${index + 1}`,
    `status: ${status}`,
    `cycle: ${cycle}`,
    ...(bucket === undefined ? [] : [`bucket: ${bucket}`]),
    ...(effort === undefined ? [] : [`effort: ${effort}`]),
    "---\n",
  ].join("\n");

const table = (rows: readonly Work[]): string =>
  `\n# 2026-Q3\n\n## Work\n\n| Item | Bucket | Effort | Who |\n| --- | --- | --- | --- |\n${rows
    .map(({ bucket = "", effort = "" }, index) => `| Work ${index} | ${bucket} | ${effort} | @mara |\n`)
    .join("")}`;

const close = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-6, `${a} is not ${b}`);

function plannedFor(prds: readonly Work[], rows: readonly Work[]) {
  const text = cycleText({}, table(rows));
  const texts = Object.fromEntries(prds.map((one, index) => [`prds/${index}.md`, prd(one, index)]));
  const index = workspace({ ...texts, "cycles/2026-Q3.md": text });
  return plannedWork(cycleIn(text), "cycles/2026-Q3.md", index);
}

describe("planned work", () => {
  it("adds up, whatever is planned: per bucket and in all, days, weeks and months, and what has neither", () => {
    fc.assert(
      fc.property(fc.array(work, { maxLength: 12 }), fc.array(work, { maxLength: 12 }), (prds, rows) => {
        const planned = plannedFor(prds, rows);
        const all = [...prds, ...rows];
        const sum = (some: readonly Work[]): number => some.reduce((days, one) => days + (one.days ?? 0), 0);
        assert.equal(planned.items.length, all.length);
        close(planned.total, sum(all));
        for (const bucket of buckets)
          close(planned.days[bucket], sum(all.filter((one) => one.bucket === bucket)));
        assert.equal(planned.withoutEffort.length, all.filter((one) => one.days === undefined).length);
        assert.equal(planned.withoutBucket.length, all.filter((one) => one.bucket === undefined).length);
        const days = planned.items.map((one) => one.days ?? 0);
        assert.deepEqual(
          days,
          [...days].sort((a, b) => b - a),
        );
        const inBuckets = buckets.reduce((some, bucket) => some + planned.days[bucket], 0);
        assert.equal(planned.shares === undefined, inBuckets === 0);
      }),
      { numRuns: 150 },
    );
  });

  it("has shares that add up to 100, each less than one per cent from the exact one", () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.double({ min: 0, max: 5000, noNaN: true }));
    fc.assert(
      fc.property(fc.record({ product: part, health: part, ops: part }), (parts) => {
        const shares = sharesOf(parts);
        const sum = parts.product + parts.health + parts.ops;
        if (shares === undefined) return sum === 0;
        assert.equal(shares.product + shares.health + shares.ops, 100);
        for (const bucket of buckets) {
          assert.ok(Number.isInteger(shares[bucket]) && shares[bucket] >= 0);
          assert.ok(Math.abs(shares[bucket] - (parts[bucket] / sum) * 100) < 1);
        }
        return true;
      }),
      { numRuns: 1000 },
    );
    assert.deepEqual(sharesOf({ product: 1, health: 1, ops: 1 }), { product: 34, health: 33, ops: 33 });
    assert.deepEqual(sharesOf({ product: 2, health: 0, ops: 1 }), { product: 67, health: 0, ops: 33 });
  });

  it("reads efforts at five days a week and four weeks a month", () => {
    for (const [text, days] of [
      ["3d", 3],
      ["0.5d", 0.5],
      ["4w", 20],
      ["2–3 weeks", 15],
      ["1m", 20],
      ["1 day", 1],
      ["2 days", 2],
      ["1 week", 5],
      ["1 month", 20],
      ["~3 W.", 15],
      ["3 to 4 weeks", 20],
      ["1.5 months", 30],
    ] as const)
      assert.equal(effortDays(text), days, text);
  });

  const one = { bucket: "product", effort: "4w", days: 20 } as const;

  it("counts the PRDs that name the cycle, and none that is parked", () => {
    const text = cycleText();
    const index = workspace({
      "a.md": prd(one, 0),
      "b.md": prd(one, 1, "2026-q3"),
      "c.md": prd(one, 2, "2026-Q2"),
      "d.md": prd(one, 3, "2026-Q3", "parked"),
      "e.md": prd(one, 4, "2026-Q3", "launched"),
      "cycles/2026-Q3.md": text,
    });
    const { items, total } = plannedWork(cycleIn(text), "cycles/2026-Q3.md", index);
    assert.deepEqual(
      items.map(({ name }) => name),
      ["PRD-1", "PRD-2", "PRD-5"],
    );
    assert.equal(total, 60);
  });

  it("takes a row with a PRD's id for that PRD, and fills in what its header does not say", () => {
    const row = "\n## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n";
    const rows = `${row}| PRD-1 | ops | 9w |\n| PRD-2: exports | health | 2w |\n| PRD-2 | ops | 1w |\n| PRD-9 | ops | 1w |\n| PRD-1 by hand | ops | 1d |\n`;
    const text = cycleText({}, rows);
    const index = workspace({
      "a.md": prd(one, 0),
      "b.md": prd({ bucket: undefined, effort: undefined, days: undefined }, 1),
      "cycles/2026-Q3.md": text,
    });
    const { items, days } = plannedWork(cycleIn(text), "cycles/2026-Q3.md", index);
    assert.deepEqual(
      items.map(({ name, days: long }) => [name, long]),
      [
        ["PRD-1", 20],
        ["PRD-2", 10],
        ["PRD-2", 5],
        ["PRD-9", 5],
        ["PRD-1 by hand", 1],
      ],
    );
    assert.deepEqual(days, { product: 20, health: 10, ops: 11 });
  });
});

describe("an effort", () => {
  it("is none where no such time exists, so that sums stay numbers", () => {
    assert.equal(effortDays("999999m"), 19_999_980);
    for (const text of ["1000000w", `${"9".repeat(400)}w`, `1–${"9".repeat(400)}w`, "1e308w", "-3w"])
      assert.equal(effortDays(text), undefined, text.slice(0, 12));
  });
});

describe("the cycles of a workspace", () => {
  const index = workspace({
    "q3.md": cycleText(),
    "q2.md": cycleText({ cycle: "2026-Q2", from: "2026-04-06", to: "2026-06-30" }),
    "q1.md": cycleText({ cycle: "2026-Q1", from: "2026-01-05", to: "2026-04-05" }),
    "x.md": cycleText({ cycle: "Some-day", from: undefined, to: undefined }),
    "p.md": "---\nprd: PRD-1\ncycle: 2026-Q3\n---\n",
  });

  it("come in the order of their days, those without last", () => {
    assert.deepEqual(
      cyclesIn(index).map(({ cycle }) => cycle.id),
      ["2026-Q1", "2026-Q2", "2026-Q3", "Some-day"],
    );
  });

  it("are found by name, by day and by what came before", () => {
    assert.equal(cycleNamed(index, "2026-q2")?.path, "q2.md");
    assert.equal(cycleNamed(index, undefined), undefined);
    assert.equal(cycleOn(index, "2026-04-05")?.path, "q1.md");
    assert.equal(cycleOn(index, "2026-04-06")?.path, "q2.md");
    assert.equal(cycleOn(index, "2026-10-01"), undefined);
    assert.equal(cycleBefore(index, "q3.md")?.path, "q2.md");
    assert.equal(cycleBefore(index, "q1.md"), undefined);
    assert.equal(cycleBefore(index, "x.md"), undefined);
  });
});
