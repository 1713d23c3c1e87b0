import assert from "node:assert/strict";
import fc from "fast-check";
import { count, figure } from "../../../src/core/words/count.ts";
import {
  ago,
  dayFromToday,
  daysWords,
  doneAgo,
  span,
  waited,
  weeksOf,
} from "../../../src/core/words/days.ts";
import { listed } from "../../../src/core/words/listed.ts";
import { capital, oneLine, sentence } from "../../../src/core/words/sentence.ts";
import { shorten } from "../../../src/core/words/shorten.ts";
import { statusName, stepName } from "../../../src/core/words/status.ts";
import {
  assumptionWords,
  constraintWords,
  disagreementWords,
  predicate,
  questionWords,
} from "../../../src/core/words/standing.ts";
import type { StandingWords } from "../../../src/core/words/standing.ts";

describe("words", () => {
  it("count, with a comma for each thousand as English has them", () => {
    assert.equal(count(0, "day"), "0 days");
    assert.equal(count(1, "day"), "1 day");
    assert.equal(count(1240, "day"), "1,240 days");
    assert.equal(count(2, "branch", "branches"), "2 branches");
    assert.equal(figure(1_234_567), "1,234,567");
    const property = fc.property(fc.integer(), fc.nat(9), (whole, tenth) => {
      assert.equal(figure(whole), whole.toLocaleString("en"));
      const number = Number(`${whole}.${tenth}`);
      assert.equal(figure(number), number.toLocaleString("en"));
    });
    fc.assert(property);
  });

  it("list none, one, two, three and more", () => {
    assert.equal(listed([]), "");
    assert.equal(listed(["@a"]), "@a");
    assert.equal(listed(["@a", "@b"]), "@a and @b");
    assert.equal(listed(["@a", "@b", "@c"]), "@a, @b and @c");
    assert.equal(listed(["a", "b", "c", "d"], "or"), "a, b, c or d");
  });

  it("shorten to so many units, and never cut a character in two", () => {
    assert.equal(shorten("abcdef", 6), "abcdef");
    assert.equal(shorten("abcdefg", 6), "abcde…");
    assert.equal(shorten("abc defg", 5), "abc…");
    // The cut falls between the halves of the sign.
    assert.equal(shorten("abc😀def", 5), "abc…");
    assert.equal(shorten("abc😀def", 6), "abc😀…");
    const text = fc.string({ unit: "binary", maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (text, most) => {
        const short = shorten(text, most);
        assert.ok(short.length <= most || short === text);
        assert.doesNotMatch(short, /\p{Surrogate}/u);
      }),
    );
  });

  it("say how long something took, has waited or is ahead", () => {
    assert.equal(waited(0), "since today");
    assert.equal(waited(1), "for 1 day");
    assert.equal(waited(9), "for 9 days");
    assert.equal(ago(0), "today");
    assert.equal(ago(1), "1 day ago");
    assert.equal(dayFromToday("2026-09-15", "2026-09-12"), "2026-09-15, in 3 days");
    assert.equal(dayFromToday("2026-09-13", "2026-09-12"), "2026-09-13, in 1 day");
    assert.equal(dayFromToday("2026-09-12", "2026-09-12"), "2026-09-12, today");
    assert.equal(dayFromToday("2026-09-10", "2026-09-12"), "2026-09-10, 2 days ago");
    assert.equal(dayFromToday("soon", "2026-09-12"), "soon");
    assert.equal(doneAgo("2026-09-11", "2026-09-12"), " 1 day ago");
    assert.equal(doneAgo("2026-09-12", "2026-09-12"), " today");
    assert.equal(doneAgo("2026-09-13", "2026-09-12"), "");
    assert.equal(doneAgo(undefined, "2026-09-12"), "");
    assert.equal(daysWords(2.46), "2.5 days");
    assert.equal(weeksOf(5), "1 week");
    assert.equal(weeksOf(2), "0.4 weeks");
    assert.equal(span({ from: "2026-07-01", to: undefined }), "2026-07-01 to ?");
    assert.equal(span({ from: "2026-07-01", to: "2026-07-01" }), "2026-07-01");
    assert.equal(span({ from: undefined, to: undefined }), "no dates");
  });

  it("make sentences of what somebody wrote", () => {
    assert.equal(capital("open at tier 2"), "Open at tier 2");
    assert.equal(capital(""), "");
    assert.equal(oneLine(" a\n  b\tc "), "a b c");
    assert.equal(sentence("we cut\n it"), "we cut it.");
    assert.equal(sentence("Really?"), "Really?");
    assert.equal(sentence(" "), "");
    assert.equal(statusName("in-review"), "in review");
    assert.equal(statusName("none"), "without a status");
    assert.deepEqual(["in-review", "agreed", "building"].map(stepName), ["review", "agreement", "building"]);
  });

  it("say how an annotation stands, as a badge and as a sentence", () => {
    const said = ({ words }: StandingWords): string => words;
    assert.equal(said(questionWords("open")), "no answer");
    assert.equal(predicate(questionWords("open")), "has no answer");
    assert.equal(predicate(questionWords("settled")), "is answered");
    assert.equal(predicate(constraintWords("waits for engineering")), "waits for engineering");
    assert.equal(predicate(constraintWords("settled")), "is settled");
    assert.equal(predicate(assumptionWords("untested")), "is untested");
    assert.equal(predicate(assumptionWords("broke")), "broke");
    assert.equal(said(disagreementWords("open", 2)), "open at tier 2 (their managers)");
    assert.equal(predicate(disagreementWords("settled", 2)), "is resolved");
  });
});
