import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { agreeEdits } from "../../../src/core/writing/team/agree.ts";
import { renegotiateEdits } from "../../../src/core/writing/team/renegotiate.ts";
import { buckets } from "../../../src/core/facts/model.ts";
import type { Split } from "../../../src/core/facts/model.ts";
import {
  agreedSplit,
  parseSplit,
  renegotiatedSplit,
  splitSum,
  splitText,
  unaccounted,
} from "../../../src/core/facts/split.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { cycleIn, cycleText, read } from "./cycle-text.ts";
import { rounds } from "../../long.ts";

const options = { config: defaultConfig, today: "2026-08-01", rules: allRules };
const codes = (text: string): string[] => checkDocument(read(text), options).map(({ code }) => code);

/** Tenths too, always 100 in all. */
const splits: fc.Arbitrary<Split> = fc
  .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([a, b]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return { product: low / 10, health: (high - low) / 10, ops: (1000 - high) / 10 };
  });

const reasons = fc.constantFrom(
  "the June outage needs two more weeks",
  "product 60 to 70 people came, ops 3 to 4 incidents a week.",
  "Because health 10 to 20 was promised: see PRD-042",
  "no. Really no!",
  "2026-07-01 @lena: @zoe left\nand nobody came",
  "",
);

type Step =
  | { readonly do: "agree"; readonly who: string }
  | { readonly do: "renegotiate"; readonly split: Split; readonly because: string };
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom("@lena", "@mara").map((who) => ({ do: "agree" as const, who })),
  fc.tuple(splits, reasons).map(([split, because]) => ({ do: "renegotiate" as const, split, because })),
);

function header(split: Split): string {
  const text = (share: number): string => String(share);
  return cycleText(
    { product: text(split.product), health: `${split.health}%`, ops: text(split.ops) },
    "\n# 2026-Q3\n",
  );
}

const agree = (text: string, who: string, today = "2026-06-28"): string =>
  applyEdits(text, agreeEdits(read(text), who, today));
const renegotiate = (text: string, split: Split, because: string): string =>
  applyEdits(text, renegotiateEdits(read(text), { who: ["@lena", "mara"], split, because }, "2026-08-02"));

function carryOut(text: string, all: readonly Step[]): string {
  let now = agree(agree(text, "@lena"), "@mara");
  for (const step of all) {
    now = step.do === "agree" ? agree(now, step.who) : renegotiate(now, step.split, step.because);
  }
  return now;
}

describe("a split", () => {
  it("is written and read again", () => {
    fc.assert(
      fc.property(splits, (split) => {
        assert.deepEqual(parseSplit(splitText(split)), split);
        assert.equal(splitSum(split), 100);
      }),
    );
    assert.deepEqual(parseSplit("O15 h25 p60"), { product: 60, health: 25, ops: 15 });
    for (const text of ["p60 h25", "p60 h25 o15 x1", "60 25 15", "p60 p25 o15", ""])
      assert.equal(parseSplit(text), undefined, text);
  });

  it("needs no question while both agreed and every change was renegotiated", () => {
    fc.assert(
      fc.property(splits, fc.array(steps, { maxLength: 8 }), (split, all) => {
        const text = carryOut(header(split), all);
        const cycle = cycleIn(text);
        assert.deepEqual(unaccounted(cycle), [], text);
        assert.deepEqual(renegotiatedSplit(cycle), cycle.split, text);
        const last = all.findLast((step) => step.do === "renegotiate");
        assert.deepEqual(cycle.split, last === undefined ? split : last.split, text);
        const found = codes(text);
        assert.ok(!found.includes("PRD503") && !found.includes("PRD007") && !found.includes("PRD501"), text);
        assert.equal(cycle.agreements.length, 2, text);
        const ids = cycle.renegotiations.map(({ id }) => id);
        assert.deepEqual(
          ids,
          ids.map((_, index) => `N${index + 1}`),
        );
      }),
      { numRuns: rounds(37, 150) },
    );
  });

  it("is asked about after any edit of the header by hand, until a renegotiation accounts for it", () => {
    fc.assert(
      fc.property(splits, fc.array(steps, { maxLength: 6 }), splits, (split, all, other) => {
        const text = carryOut(header(split), all);
        const { split: before } = cycleIn(text);
        const byHand = buckets.reduce(
          (now, bucket) => now.replace(new RegExp(`^${bucket}: .*$`, "m"), `${bucket}: ${other[bucket]}`),
          text,
        );
        const changed = before !== undefined && buckets.some((bucket) => before[bucket] !== other[bucket]);
        assert.equal(codes(byHand).filter((code) => code === "PRD503").length, changed ? 1 : 0, byHand);
        if (!changed) return;
        const mended = renegotiate(byHand, other, "the outage");
        assert.ok(!codes(mended).includes("PRD503"), mended);
        assert.deepEqual(cycleIn(mended).split, other);
      }),
      { numRuns: rounds(37, 150) },
    );
  });

  it("is not agreed while two people agreed to different ones", () => {
    const both = (lena: string, mara: string): string =>
      cycleText(
        {},
        `\n## Agreement\n\n- **Agreed** @lena, 2026-06-28 \`${lena}\`\n- **Agreed** @mara, 2026-06-28 \`${mara}\`\n`,
      );
    assert.equal(agreedSplit(cycleIn(both("p60 h25 o15", "p50 h35 o15"))), undefined);
    assert.deepEqual(unaccounted(cycleIn(both("p60 h25 o15", "p50 h35 o15"))), []);
    assert.deepEqual(agreedSplit(cycleIn(both("p60 h25 o15", "p60 h25 o15"))), cycleIn(cycleText()).split);
  });

  it("keeps what it was first, when one side agrees anew after a renegotiation", () => {
    const text = carryOut(cycleText({}, "\n# 2026-Q3\n"), []);
    const changed = renegotiate(text, { product: 55, health: 25, ops: 20 }, "the June outage");
    const anew = changed.replace("@lena, 2026-06-28 `p60 h25 o15`", "@lena, 2026-08-03 `p55 h25 o20`");
    assert.notEqual(anew, changed);
    assert.deepEqual(agreedSplit(cycleIn(anew)), { product: 60, health: 25, ops: 15 });
    assert.deepEqual(renegotiatedSplit(cycleIn(anew)), { product: 55, health: 25, ops: 20 });
  });
});

describe("agreeing", () => {
  it("adds a line behind those that are there, in a section of its own if there is none", () => {
    const text = cycleText({}, "\n# 2026-Q3\n\n## Work\n\nNothing yet.\n");
    const one = agree(text, "lena");
    assert.match(one, /\n## Agreement\n\n- \*\*Agreed\*\* @lena, 2026-06-28 `p60 h25 o15`\n\n## Work\n/);
    const two = agree(one.replace("o15`\n", "o15`\n- **Gave up** @lena: filters.\n"), "@mara");
    assert.match(two, /@lena, .*\n- \*\*Agreed\*\* @mara, 2026-06-28 `p60 h25 o15`\n- \*\*Gave up\*\*/);
  });

  it("changes nothing but day and split of one's own line, and nothing that is agreed already", () => {
    const body =
      "\n## Agreement\n\n* **Agreed** @Lena, 2026-06-20 `p50 h35 o15` with a heavy heart\n* **Agreed** @mara\n";
    const text = cycleText({}, body).replaceAll("\n", "\r\n");
    const once = agree(text, "@lena");
    assert.ok(once.includes("* **Agreed** @Lena, 2026-06-28 `p60 h25 o15` with a heavy heart\r\n"), once);
    assert.equal(agree(once, "@lena", "2026-07-01"), once);
    assert.ok(agree(once, "@mara").includes("* **Agreed** @mara, 2026-06-28 `p60 h25 o15`\r\n"));
  });

  it("answers the question that asked for it", () => {
    const asked =
      "\n## Questions\n\n- **Q1** (@mara, by 2026-07-03): do you agree to `p60 h25 o15`?\n- **Q2** (@lena, by 2026-07-03): do you agree to `p60 h25 o15`?\n";
    const text = agree(cycleText({}, asked), "@mara");
    assert.match(text, /\*\*Q1\*\* .*\? Answered @mara 2026-06-28: agreed\.\n- \*\*Q2\*\* .*o15`\?\n/);
  });

  it("needs a split", () => {
    assert.deepEqual(agreeEdits(read(cycleText({ ops: "" })), "@lena", "2026-06-28"), []);
    assert.deepEqual(agreeEdits(read("---\nprd: PRD-1\n---\n"), "@lena", "2026-06-28"), []);
  });
});

describe("renegotiating", () => {
  it("writes who, when, what and why, and changes the header", () => {
    const text = carryOut(cycleText({ product: "60%" }, "\n# 2026-Q3\n"), []);
    const after = renegotiate(text, { product: 55, health: 25, ops: 20 }, "because the outage goes on");
    assert.match(after, /\nproduct: 55%\nhealth: 25\nops: 20\n/);
    assert.match(
      after,
      /\n## Renegotiations\n\n- \*\*N1\*\* @lena and @mara, 2026-08-02: product 60 to 55, ops 15 to 20\. Because the outage goes on\.\n/,
    );
    assert.equal(renegotiate(after, { product: 55, health: 25, ops: 20 }, "again"), after);
  });
});
