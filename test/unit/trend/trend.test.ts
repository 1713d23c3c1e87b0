import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { mayRepeat } from "../../../src/core/readiness/conversations.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { documentedRules } from "../../../src/core/rules/documented.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { addDays } from "../../../src/core/text/days.ts";
import { countBySeam, openAlone } from "../../../src/core/trend/figures.ts";
import { trendText } from "../../../src/core/trend/render.ts";
import { openOn, spansBetween, spansOf } from "../../../src/core/trend/spans.ts";
import { changeOf, lastOfEachDay } from "../../../src/core/trend/trend.ts";
import type { Trend } from "../../../src/core/trend/trend.ts";
import { fixtureTexts } from "../fixtures.ts";

const start = "2026-01-01";

describe("what is open while a text stays", () => {
  it("is found for every day by halving, when conversations only come", () => {
    const property = fc.property(
      fc.nat(400),
      fc.array(fc.record({ day: fc.nat(450), seam: fc.constantFrom("handoff", "narrative") }), {
        maxLength: 6,
      }),
      (length, coming) => {
        let looks = 0;
        const look = (day: string) => {
          looks++;
          const here = coming.filter((one) => addDays(start, one.day) <= day);
          const open = {
            handoff: here.filter(({ seam }) => seam === "handoff").length,
            prioritisation: 0,
            narrative: here.filter(({ seam }) => seam === "narrative").length,
          };
          return { sign: JSON.stringify(here), open };
        };
        const to = addDays(start, length);
        const spans = spansBetween(start, to, look);
        const spent = looks;
        for (let day = 0; day <= length; day++) {
          const at = addDays(start, day);
          assert.deepEqual(openOn(spans, at), look(at).open);
        }
        assert.equal(openOn(spans, addDays(to, 1)), undefined);
        assert.equal(openOn(spans, addDays(start, -1)), undefined);
        // Two looks where nothing comes, and a few more for each day on which something does.
        assert.ok(spent <= 2 + 22 * coming.length, `${spent} looks`);
      },
    );
    fc.assert(property);
  });

  it("is the same as looking at the text on each day", () => {
    const config = { ...defaultConfig, escalation: { tier1: 3, tier2: 5 } };
    for (const [name, text] of fixtureTexts()) {
      const document = parseDocument(text, config);
      const options = { config, rules: allRules };
      const spans = spansOf(document, "2026-07-01", "2026-09-30", options);
      for (let day = "2026-07-01"; day <= "2026-09-30"; day = addDays(day, 3)) {
        const open = countBySeam(openAlone(document, { ...options, today: day }));
        assert.deepEqual(openOn(spans, day), open, `${name} on ${day}`);
      }
    }
  });
});

describe("what is open in the examples of every rule", () => {
  it("is the same by spans as on each day, whatever comes and goes", () => {
    for (const { code, examples } of documentedRules) {
      for (const { bad, good, config: yaml } of examples) {
        const { config } = parseConfig(yaml ?? "version: 1\n", "seamwork.yaml");
        for (const text of [bad, good]) {
          const document = parseDocument(exampleDocument(text), config);
          const options = { config, rules: allRules };
          const spans = spansOf(document, "2026-05-01", "2026-11-01", options);
          for (let day = "2026-05-01"; day <= "2026-11-01"; day = addDays(day, 4)) {
            const open = countBySeam(openAlone(document, { ...options, today: day }));
            assert.deepEqual(openOn(spans, day), open, `${code} on ${day}: ${text}`);
          }
        }
      }
    }
  });
});

describe("what other documents open", () => {
  it("repeats no annotation's conversation, so that each problem is one of its own", () => {
    const about = allRules.filter(({ check }) => check.pass === "workspace");
    assert.ok(about.length > 3);
    assert.deepEqual(
      about.filter(({ code }) => mayRepeat(code)).map(({ code }) => code),
      [],
    );
    assert.ok(mayRepeat("PRD110"));
  });
});

describe("the last commit of each day", () => {
  const commits = (...days: string[]) =>
    days.map((day, index) => ({ commit: String(days.length - index), day }));

  it("ends with today, and begins with the state of the first day", () => {
    const history = commits("2026-03-05", "2026-03-05", "2026-03-01", "2026-02-01");
    assert.deepEqual(lastOfEachDay(history, "2026-02-20", "2026-03-08"), [
      { commit: "1", day: "2026-02-20" },
      { commit: "2", day: "2026-03-01" },
      { commit: "4", day: "2026-03-05" },
      { commit: "4", day: "2026-03-08" },
    ]);
  });

  it("has one point where nothing but today is asked for", () => {
    assert.deepEqual(lastOfEachDay(commits("2026-03-05"), "2026-03-08", "2026-03-08"), [
      { commit: "1", day: "2026-03-08" },
    ]);
    assert.deepEqual(lastOfEachDay(commits("2026-03-08"), "2026-03-08", "2026-03-08"), [
      { commit: "1", day: "2026-03-08" },
    ]);
    assert.deepEqual(lastOfEachDay([], "2026-03-01", "2026-03-08"), []);
  });

  it("is in order, each day once, whatever the clocks said", () => {
    const day = fc.nat(60).map((days) => addDays(start, days));
    const property = fc.property(fc.array(day), day, fc.nat(60), (days, from, more) => {
      const today = addDays(from, more);
      const found = lastOfEachDay(commits(...days), from, today);
      const known = days.some((one) => one <= today);
      assert.equal(found.length > 0, known);
      if (!known) return;
      assert.equal(found.at(-1)?.day, today);
      for (const [index, { day, commit }] of found.entries()) {
        assert.ok(day >= from && day <= today);
        const before = found[index - 1];
        if (before === undefined) continue;
        assert.ok(before.day < day);
        assert.ok(Number(before.commit) <= Number(commit));
      }
    });
    fc.assert(property);
  });
});

const trend: Trend = {
  from: "2026-06-01",
  today: "2026-08-30",
  points: [
    { day: "2026-06-01", commit: "a", documents: 2, open: { handoff: 9, prioritisation: 1, narrative: 0 } },
    { day: "2026-08-10", commit: "b", documents: 2, open: { handoff: 7, prioritisation: 1, narrative: 0 } },
    { day: "2026-08-20", commit: "c", documents: 2, open: { handoff: 7, prioritisation: 1, narrative: 0 } },
    { day: "2026-08-30", commit: "c", documents: 2, open: { handoff: 4, prioritisation: 1, narrative: 2 } },
  ],
};

describe("a seam beside itself at an earlier time", () => {
  it("is compared with the state of that day, which an earlier commit may have made", () => {
    assert.deepEqual(changeOf(trend, "handoff", 30), { since: "2026-07-31", before: 9, now: 4 });
    assert.deepEqual(changeOf(trend, "handoff", 15), { since: "2026-08-15", before: 7, now: 4 });
  });

  it("is compared with the first day of a trend that is shorter", () => {
    assert.deepEqual(changeOf(trend, "narrative", 365), { since: "2026-06-01", before: 0, now: 2 });
    assert.deepEqual(changeOf(trend, "narrative"), { since: "2026-06-01", before: 0, now: 2 });
  });

  it("is not compared with itself", () => {
    assert.equal(changeOf({ ...trend, points: trend.points.slice(-1) }, "handoff", 30), undefined);
    assert.equal(changeOf({ ...trend, points: [] }, "handoff", 30), undefined);
  });

  it("is printed with the days on which something changed", () => {
    assert.equal(
      trendText(trend),
      `Open conversations from 2026-06-01 to 2026-08-30

day  handoff  prioritisation  narrative  documents
2026-06-01        9               1          0          2
2026-08-10        7               1          0          2
2026-08-30        4               1          2          2

handoff: 4 open, 5 fewer than on 2026-06-01
prioritisation: 1 open, the same as on 2026-06-01
narrative: 2 open, 2 more than on 2026-06-01
`.replace("day  handoff", "day         handoff"),
    );
  });
});
