import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { newCycle, nextCycle } from "../../../src/core/create/new-cycle.ts";
import type { NewCycleOptions } from "../../../src/core/create/new-cycle.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { cycleOf } from "../../../src/core/facts/cycle.ts";
import { nextCycleId, periodOf } from "../../../src/core/facts/period.ts";
import { addDays, daysBetween, isDay } from "../../../src/core/text/days.ts";
import { cycleIn, cycleText } from "../team/cycle-text.ts";
import { rounds } from "../../long.ts";

function made(options: Partial<NewCycleOptions> & { readonly id: string }) {
  const all = { config: defaultConfig, cycles: [], ...options };
  const found = newCycle(all);
  if ("refused" in found) throw new Error(found.refused);
  const document = parseDocument(found.text, all.config);
  const cycle = cycleOf(document);
  assert.ok(cycle, found.text);
  return { ...found, cycle, document };
}

function refused(options: Partial<NewCycleOptions> & { readonly id: string }): string {
  const found = newCycle({ config: defaultConfig, cycles: [], ...options });
  return "refused" in found ? found.refused : `made ${found.text}`;
}

describe("a new cycle", () => {
  const days: [string, string, string][] = [
    ["2026-Q3", "2026-07-01", "2026-09-30"],
    ["2026-H2", "2026-07-01", "2026-12-31"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2027-02", "2027-02-01", "2027-02-28"],
  ];
  for (const [id, from, to] of days)
    it(`has the days that ${id} names`, () => {
      const { cycle, fileName, document } = made({ id });
      assert.deepEqual([cycle.id, cycle.from, cycle.to, fileName], [id, from, to, `${id}.md`]);
      assert.deepEqual(cycle.split, { product: 60, health: 25, ops: 15 });
      assert.deepEqual(document.header.errors, []);
    });

  const earlier = cycleIn(
    cycleText(
      { capacity: "12d", product: "50", health: "30", ops: "20" },
      `
## Agreement

- **Agreed** @noor, 2026-06-28 \`p50 h30 o20\`

## Pairs

| Item | PM | Engineer | Since | Hold until |
| --- | --- | --- | --- | --- |
| PRD-1 | @lena | @mara | 2026-07-06 | 2026-11-01 |
| PRD-2 | @lena | @zoe | 2026-07-06 | 2026-11-01 |
| PRD-3 | @zoe | | 2026-07-06 | |
| PRD-4 | @noor | @mara | 2026-05-01 | 2026-09-01 |
`,
    ),
  );
  const { config } = parseConfig(
    'people:\n  "@lena": { role: pm }\n  "@noor": { role: pm }\n  "@mara": { role: eng }\n  "@zoe": { role: eng, left: 2026-09-15 }\n',
    "seamwork.yaml",
  );

  it("takes over capacity, split and pairs, without people who have left and holds that are over", () => {
    const { cycle, text } = made({ id: "2026-Q4", cycles: [earlier], config });
    assert.deepEqual([cycle.from, cycle.to, cycle.capacity], ["2026-10-01", "2026-12-31", 12]);
    assert.deepEqual(cycle.split, { product: 50, health: 30, ops: 20 });
    assert.deepEqual(
      cycle.pairs.map(({ item, pm, eng, since, holdUntil }) => [item, pm, eng, since, holdUntil]),
      [
        ["PRD-1", "@lena", "@mara", "2026-07-06", "2026-11-01"],
        ["PRD-2", "@lena", undefined, undefined, undefined],
        ["PRD-4", "@noor", "@mara", "2026-05-01", undefined],
      ],
    );
    assert.match(text, /- \*\*Agreed\*\* @noor, 2026-09-26 `p50 h30 o20` -->/);
    assert.deepEqual([cycle.agreements, cycle.gaveUp, cycle.renegotiations, cycle.work], [[], [], [], []]);
  });

  it("begins where a cycle ended that did not follow the calendar, and is as long", () => {
    const shifted = { ...earlier, from: "2026-07-06", to: "2026-10-04" };
    const { cycle } = made({ id: "2026-Q4", cycles: [shifted] });
    assert.deepEqual([cycle.from, cycle.to], ["2026-10-05", "2027-01-03"]);
    const sprint = { ...earlier, id: "Sprint-9", from: "2028-02-16", to: "2028-02-29" };
    const next = made({ id: "Sprint-10", cycles: [sprint, earlier] }).cycle;
    assert.deepEqual([next.from, next.to], ["2028-03-01", "2028-03-14"]);
  });

  it("keeps to the calendar where a cycle between is missing", () => {
    const shifted = { ...earlier, from: "2026-07-06", to: "2026-10-04" };
    const { cycle } = made({ id: "2027-Q1", cycles: [shifted] });
    assert.deepEqual([cycle.from, cycle.to, cycle.capacity], ["2027-01-01", "2027-03-31", 12]);
  });

  it("takes over nothing from a cycle that comes after it", () => {
    const { cycle } = made({ id: "2026-Q1", cycles: [earlier], config });
    assert.deepEqual([cycle.from, cycle.capacity, cycle.pairs], ["2026-01-01", undefined, []]);
  });

  it("takes what is given", () => {
    const { cycle } = made({ id: "2026-Q4", from: "2026-10-05", capacity: "60 w", cycles: [earlier] });
    assert.deepEqual([cycle.from, cycle.to, cycle.capacity], ["2026-10-05", "2026-12-31", 300]);
    const { cycle: own } = made({ id: "Été-1", from: "2028-02-29", to: "2028-02-29" });
    assert.deepEqual([own.id, own.from, own.to], ["Été-1", "2028-02-29", "2028-02-29"]);
  });

  it("says what it needs to know", () => {
    assert.match(
      refused({ id: "Spring" }),
      /^Spring does not say which days it covers\. On which day does it begin/,
    );
    assert.match(refused({ id: "Spring", from: "2026-03-01" }), /Which day is its last\?$/);
    assert.match(refused({ id: "2026-Q3", from: "2026-02-30" }), /^2026-02-30 is not a day in the calendar/);
    assert.match(refused({ id: "2026-Q3", from: "2026-12-01" }), /would end on 2026-09-30, before it begins/);
    assert.match(refused({ id: "2026-q3", cycles: [earlier] }), /^2026-q3 already exists\.$/);
    assert.match(refused({ id: "2026-Q3", capacity: "0w" }), /"0w" is not a capacity/);
    assert.match(refused({ id: "a b" }), /"a b" is not an id/);
    assert.match(refused({ id: "9999-Q4" }), /does not say which days it covers/);
  });

  it("asks for nothing but agreement and what nobody could know", () => {
    const codes = (options: Partial<NewCycleOptions>, today: string): string[] => {
      const { document } = made({ id: "2026-Q4", ...options });
      const problems = checkDocument(document, { config: defaultConfig, today, rules: allRules });
      return problems.map(({ code }) => code);
    };
    assert.deepEqual(codes({ cycles: [earlier] }, "2026-09-01"), []);
    assert.deepEqual(codes({ cycles: [earlier] }, "2026-09-26"), ["PRD502", "PRD502"]);
    assert.deepEqual(codes({}, "2026-09-01"), ["PRD003"]);
  });

  it("follows another without a gap, however long the row becomes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("2026-Q3", "2027-H2", "2027-11", "Sprint-9", "C99"),
        fc.integer({ min: 0, max: 2000 }),
        fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
        (first, offset, long) => {
          const begin = long === undefined ? periodOf(first)?.from : addDays("2026-01-01", offset);
          const from = begin ?? "2026-01-05";
          const to = (long === undefined ? periodOf(first)?.to : undefined) ?? addDays(from, long ?? 13);
          const cycles = [made({ id: first, from, to, capacity: "60w" }).cycle];
          for (let count = 0; count < 9; count++) {
            const last = cycles.at(-1) ?? cycles[0];
            const id = nextCycle(cycles, "2026-08-01");
            assert.equal(id, nextCycleId(last?.id ?? ""));
            const next = made({ id, cycles }).cycle;
            assert.ok(isDay(next.from ?? "") && isDay(next.to ?? ""));
            assert.equal(daysBetween(last?.to ?? "", next.from ?? ""), 1, `${last?.id} and ${id}`);
            assert.ok((next.from ?? "") <= (next.to ?? ""));
            cycles.push(next);
          }
        },
      ),
      { numRuns: rounds(20, 60) },
    );
  });

  it("is the quarter of the day where there is none yet", () => {
    assert.equal(nextCycle([], "2028-02-29"), "2028-Q1");
    assert.equal(nextCycle([], "2026-12-31"), "2026-Q4");
    assert.equal(nextCycle([{ ...earlier, id: "Summer" }], "2026-08-01"), "2026-Q3");
  });

  it("continues the last one, whatever order they are read in", () => {
    const later = { ...earlier, id: "2026-Q4", from: "2026-10-01", to: "2026-12-31" };
    for (const cycles of [
      [earlier, later],
      [later, earlier],
    ])
      assert.equal(nextCycle(cycles, "2026-08-01"), "2027-Q1");
  });
});
