import assert from "node:assert/strict";
import { drawPlaces, placesIn, sheetOf } from "../judgement/draw.js";
import { heldAgainstGoals } from "../judgement/goals.js";
import { labelsIn, linesOf } from "../judgement/labels.js";
import { pair } from "../judgement/pair.js";
import { score } from "../judgement/score.js";
import { sumOf } from "../judgement/sum.js";

const nothing = { why: [], edgeCases: [], constraints: [], acceptance: [] };

function scored(rows: string[], requirements: number[], problems: Parameters<typeof score>[2] = []) {
  const labels = labelsIn(rows.map((row) => `a.md\t${row.replaceAll(" | ", "\t")}`).join("\n"));
  const outline = { requirements: requirements.map((line) => ({ line, ...nothing })), documentWide: nothing };
  return score({ name: "a.md", labels }, outline, problems);
}

describe("how judgement is scored", () => {
  it("pairs lines one to one, the nearest first, and none with a line that is labelled itself", () => {
    const { seen, right, wrong } = pair([1, 3, 10], [2, 3, 4, 11, 12], [1, 2]);
    assert.deepEqual([...seen], [3, 1, 10]);
    assert.deepEqual([...right], [3, 2, 11]);
    assert.deepEqual([...wrong], [4, 12]);
    assert.deepEqual([...pair([1, 2], [2], [1]).seen], [2]);
  });

  it("reads what a label stands for", () => {
    assert.deepEqual(linesOf({ line: 4, detail: "scenario step block to 7" }), [4, 5, 6, 7]);
    assert.deepEqual(linesOf({ line: 4, detail: "" }), [4]);
  });

  it("counts what is seen and what is right; containers count neither way", () => {
    const rows = ["3 | REQ | R1", "5 | REQ | R2", "7 | REQ | container", "9 | NOTREQ | task"];
    const { counts, taken, notes } = scored(rows, [3, 7, 9, 20]);
    assert.deepEqual(counts[0], { name: "requirements", labelled: 2, seen: 1, named: 3, right: 1 });
    assert.equal(taken, 1);
    assert.deepEqual(notes, [
      "a.md:5 requirement not seen",
      "a.md:9 is no requirement",
      "a.md:20 is no requirement",
    ]);
  });

  it("counts all places of a message that speaks of several", () => {
    const rows = ["3 | REQ | R1", "5 | REQ | R2", "1 | GAP | NOEDGE: 3, 5", "4 | GAP | VAGUE: fast"];
    const problems = [
      { code: "PRD103", line: 1, related: [{ line: 3 }, { line: 5 }] },
      { code: "PRD403", line: 4 },
      { code: "PRD403", line: 30 },
    ];
    const { counts, messages } = scored(rows, [3, 5], problems);
    const count = (name: string): unknown => counts.find((one) => one.name === name);
    assert.equal(messages, 3);
    assert.deepEqual(count("NOEDGE"), { name: "NOEDGE", labelled: 2, seen: 2, named: 2, right: 2 });
    assert.deepEqual(count("VAGUE"), { name: "VAGUE", labelled: 1, seen: 1, named: 2, right: 1 });
  });

  it("looks for phrases only in the languages that have them", () => {
    const phrases = (language: string): boolean =>
      scored([`1 | LANG | ${language}`], []).counts.some(({ name }) => name === "VAGUE");
    assert.deepEqual(["en", "de-AT", "es", "fr", "ja"].map(phrases), [true, true, true, false, false]);
  });

  it("calls a document silent in which nothing was seen and no message says so", () => {
    assert.equal(scored(["3 | REQ | R1"], []).silent, true);
    assert.equal(scored(["3 | REQ | R1"], [], [{ code: "PRD013", line: 1 }]).silent, false);
    assert.equal(scored(["3 | NOTREQ | task"], []).silent, false);
  });

  it("adds documents up, and says which goals are missed", () => {
    const rows = ["3 | REQ | R1", "5 | REQ | R2"];
    const good = scored(rows, [3, 5]);
    const half = sumOf([
      ["a.md", good],
      ["b.md", scored(rows, [3])],
      ["c.md", undefined],
    ]);
    assert.deepEqual(half.counts[0], { name: "requirements", labelled: 4, seen: 3, named: 3, right: 3 });
    assert.deepEqual(heldAgainstGoals(half).missed, [
      "requirements seen 75% < 90%",
      "files without an answer",
    ]);
    assert.deepEqual(heldAgainstGoals(sumOf([["a.md", good]])).missed, []);
    const many = sumOf([["a.md", { ...good, messages: 40 }]]);
    assert.deepEqual(heldAgainstGoals(many).missed, ["median 40 > 12", "p90 40 > 25"]);
  });
});

describe("places for people to read", () => {
  const related = [1, 2, 3].map((nth) => ({ id: `R${nth}`, line: nth * 3 }));
  const files = ["a.md", "b.md"].map(
    (path) =>
      [
        path,
        [
          { code: "PRD103", message: "Three say no edge case.", line: 1, related },
          { code: "PRD404", message: "Who says?", line: 5 },
        ],
      ] as const,
  );
  const places = placesIn(files);
  const drawn = (seed: string, count: number, of = places) =>
    drawPlaces(of, { seed, count })
      .get("PRD103")
      ?.drawn.map(({ path, line }) => `${path}:${line}`);

  it("are messages, and all places of those that speak of several", () => {
    assert.equal(places.length, 2 * (1 + 3 + 1));
    assert.equal(drawPlaces(places, { seed: "1", count: 20 }).get("PRD404")?.of, 2);
  });

  it("are the same for the same seed, whatever order the files have", () => {
    assert.equal(drawn("1", 4)?.length, 4);
    assert.deepEqual(drawn("1", 4), drawn("1", 4, placesIn([...files].reverse())));
    assert.notDeepEqual(drawn("1", 8), drawn("2", 8));
  });

  it("show the text around, and the headings above", () => {
    const text = ["# Labels", "", "## Requirements", "", "- Print a label", "- Reprint", ""].join("\n");
    const place = { path: "a.md", code: "PRD101", message: "Why?", line: 5, id: "R1" };
    assert.equal(
      sheetOf(place, text),
      [
        "a.md:5 R1",
        "  Why?",
        "  in ## Requirements < # Labels",
        "      1 # Labels",
        "      2 ",
        "      3 ## Requirements",
        "      4 ",
        ">     5 - Print a label",
        "      6 - Reprint",
        "      7 ",
      ].join("\n"),
    );
  });
});
