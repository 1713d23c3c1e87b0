import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { cycleOf } from "../../../src/core/facts/cycle.ts";
import type { Cycle } from "../../../src/core/facts/model.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import { agreedSplit, renegotiatedSplit, splitSum, unaccounted } from "../../../src/core/facts/split.ts";

const text = `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 55
health: 25
ops: 20%
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`
- **Gave up** @lena: saved filters, until Q4.
- **Gave up** @mara: the queue rewrite; F2 of PRD-042 lives with the old one.

## Renegotiations

- **N1** @lena and @mara, 2026-08-02: product 60 to 55, ops 15 to 20. Because the June outage of PRD-042 needs two more weeks.

## Work

| Item             | Bucket | Effort | Who   |
| ---------------- | ------ | ------ | ----- |
| Upgrade Postgres | health | 4w     | @mara |
| Watch the queue  | ops    |        |       |

## Pairs

| Item    | PM    | Engineer | Since      | Hold until |
| ------- | ----- | -------- | ---------- | ---------- |
| PRD-042 | @lena | @mara    | 2026-07-06 |            |

## Disagreements

- **D1** tier 1 (trade-off), @omar and @ines, 2026-07-30: two teams need the same data engineer. Raised to tier 2, @tom and @ada, 2026-08-05. Resolved 2026-08-08: July for one, August for the other.

## Cadence

- 2026-06-26 planning @lena @mara @omar @ines, 90 min
- 2026-07-06 weekly @lena @mara, 15 min: D1 of PRD-042 opened
- 2026-02-30 weekly @lena @mara: no such day
`;

function read(source: string): Cycle {
  const cycle = cycleOf(parseDocument(source, defaultConfig));
  assert.ok(cycle);
  return cycle;
}

/** The text that a range has, to see that offsets lead back. */
const at = (range: { start: number; end: number } | undefined): string | undefined =>
  range && text.slice(range.start, range.end);

describe("a cycle", () => {
  const cycle = read(text);

  it("has its header", () => {
    const { id, from, to, capacity, split } = cycle;
    assert.deepEqual(
      { id, from, to, capacity, split },
      {
        id: "2026-Q3",
        from: "2026-07-01",
        to: "2026-09-30",
        capacity: 300,
        split: { product: 55, health: 25, ops: 20 },
      },
    );
    assert.equal(at(cycle.idRange), "2026-Q3");
    assert.equal(at(cycle.splitRange), "product: 55\nhealth: 25\nops: 20%");
    assert.equal(at(cycle.capacityRange), "60w");
  });

  it("has what was agreed, given up and agreed anew", () => {
    assert.deepEqual(
      cycle.agreements.map(({ who, date, split }) => ({ who, date, split })),
      ["@lena", "@mara"].map((who) => ({
        who,
        date: "2026-06-28",
        split: { product: 60, health: 25, ops: 15 },
      })),
    );
    assert.deepEqual(
      cycle.gaveUp.map(({ who, what }) => [who, what]),
      [
        ["@lena", "saved filters, until Q4."],
        ["@mara", "the queue rewrite; F2 of PRD-042 lives with the old one."],
      ],
    );
    const [renegotiation] = cycle.renegotiations;
    assert.equal(at(renegotiation?.idRange), "N1");
    const { definitions } = parseDocument(text, defaultConfig);
    assert.deepEqual(
      definitions
        .filter(({ kind }) => kind === "renegotiation")
        .map(({ id, start, end }) => [id, at({ start, end })]),
      [["N1", "N1"]],
    );
    assert.deepEqual(renegotiation?.changes, [
      { bucket: "product", from: 60, to: 55 },
      { bucket: "ops", from: 15, to: 20 },
    ]);
    assert.equal(renegotiation?.reason, "the June outage of PRD-042 needs two more weeks.");
    assert.deepEqual(renegotiation?.ids, ["PRD-042"]);
  });

  it("has its work, pairs and meetings", () => {
    assert.deepEqual(
      cycle.work.map(({ item, bucket, days, who }) => [item, bucket, days, who]),
      [
        ["Upgrade Postgres", "health", 20, ["@mara"]],
        ["Watch the queue", "ops", undefined, []],
      ],
    );
    const [pair] = cycle.pairs;
    assert.deepEqual(
      [pair?.item, pair?.pm, pair?.eng, pair?.since, pair?.holdUntil],
      ["PRD-042", "@lena", "@mara", "2026-07-06", undefined],
    );
    assert.deepEqual(
      cycle.cadence.map(({ date, kind, who, minutes, note }) => [date, kind, who.length, minutes, note]),
      [
        ["2026-06-26", "planning", 4, 90, ""],
        ["2026-07-06", "weekly", 2, 15, "D1 of PRD-042 opened"],
      ],
    );
  });

  it("accounts for its split", () => {
    assert.deepEqual(agreedSplit(cycle), { product: 60, health: 25, ops: 15 });
    assert.deepEqual(renegotiatedSplit(cycle), cycle.split);
    assert.deepEqual(unaccounted(cycle), []);
    assert.deepEqual(unaccounted(read(text.replace("product: 55", "product: 50"))), [
      { bucket: "product", from: 55, to: 50 },
    ]);
    assert.equal(splitSum({ product: 33.3, health: 33.3, ops: 33.4 }), 100);
  });

  it("tells how its disagreements went, as plain JSON", () => {
    const facts = teamFactsOf(parseDocument(text, defaultConfig));
    assert.deepEqual(facts.disagreements[0]?.path, [
      { tier: 1, since: "2026-07-30" },
      { tier: 2, since: "2026-08-05" },
    ]);
    assert.equal(facts.disagreements[0]?.settled, "2026-08-08");
    const written = JSON.parse(JSON.stringify(facts.cycle)) as Cycle;
    assert.deepEqual(written.cadence, facts.cycle?.cadence);
  });

  it("is read with Windows line ends, and whatever is missing", () => {
    assert.equal(read(text.replaceAll("\n", "\r\n")).cadence.length, 2);
    const empty = read("---\ncycle:\nfrom: soon\nproduct: most\n---\n");
    assert.deepEqual(
      [empty.id, empty.from, empty.split, empty.capacity],
      ["", undefined, undefined, undefined],
    );
    assert.deepEqual([empty.agreements, empty.work, empty.pairs, empty.cadence], [[], [], [], []]);
  });

  it("is no PRD's", () => {
    assert.equal(cycleOf(parseDocument("---\nprd: PRD-1\ncycle: 2026-Q3\n---\n", defaultConfig)), undefined);
  });
});
