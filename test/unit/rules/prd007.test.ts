import assert from "node:assert/strict";
import { checked, withHeader } from "./checked.ts";

const prd = (body: string): string => withHeader("status: draft", `\n## Requirements\n\n${body}`);

describe("PRD007 duplicate-id", () => {
  it("names the line of the first one, on the later one", () => {
    const text = prd("### R1 · Filter\n\n### R2 · Queue\n\n### R1 · Mail\n");
    const { messages, problems } = checked("PRD007", text);
    assert.deepEqual(messages, ["R1 is also defined on line 11. Which of the two keeps the id?"]);
    assert.equal(problems[0]?.start, text.lastIndexOf("R1"));
  });

  it("gives each of several a number of its own", () => {
    const text = prd("- **FR-1:** a\n- **FR-1:** b\n- **FR1:** c\n- **FR-1:** d\n");
    const { problems, fixes } = checked("PRD007", text);
    assert.deepEqual(
      problems.map((_, index) => fixes(index)[0]?.edits[0]?.newText),
      ["FR-2", "FR3", "FR-4"],
    );
  });

  it("counts on within the parent, and never takes what is mentioned", () => {
    assert.match(
      checked("PRD007", prd("### FR6 · a\n\n#### FR6.1 · b\n\n#### FR6.1 · c\n")).after(),
      /FR6\.2 · c/,
    );
    assert.match(checked("PRD007", prd("### R5 · a\n\n### R1 · b\n\n### R1 · c\n")).after(), /R6 · c/);
    assert.match(checked("PRD007", prd("### R1 · a\n\n### R1 · b\n\nAs R2 says.\n")).after(), /R3 · b/);
  });

  it("asks a person when something refers to the id", () => {
    const mentioned = prd("### R1 · a\n\n### R1 · b\n\nAs R1 says. See R1.\n");
    const titles = checked("PRD007", mentioned)
      .fixes()
      .map(({ title, kind }) => [title, kind]);
    assert.deepEqual(titles, [
      ["Renumber to R2 with the 2 mentions below it", "guided"],
      ["Renumber to R2; mentions keep their id", "guided"],
    ]);
    assert.match(checked("PRD007", mentioned).after(), /R2 · b\n\nAs R2 says\. See R2\.\n$/);
    const children = prd("### R1 · a\n\n### R1 · b\n\n#### R1.1 · c\n");
    assert.deepEqual(
      checked("PRD007", children).problems.map(({ fixable }) => fixable),
      [false],
    );
  });

  it("takes a row and a heading for one requirement while their titles share a word", () => {
    const row = "| ID | Requirement |\n| --- | --- |\n| R1 | Count working hours |\n\n";
    assert.deepEqual(checked("PRD007", prd(`${row}### R1 · Hours over midnight\n`)).messages, []);
    assert.equal(checked("PRD007", prd(`${row}### R1 · The calendar\n`)).messages.length, 1);
  });

  it("takes details below a table for more about its row", () => {
    const row = "| ID | Requirement |\n| --- | --- |\n| R1 | Count working hours |\n\n";
    assert.deepEqual(checked("PRD007", prd(`${row}**R1 – Details:**\n\n- Overtime too\n`)).messages, []);
    assert.equal(checked("PRD007", prd(`${row}**R1 – Send mails every day**\n`)).messages.length, 1);
  });

  it("takes a list of the requirements of another section for no definitions", () => {
    const three = "- **FR1** Filter\n- **FR2** Queue\n- **FR3** Mail\n";
    const map = (last: string): string =>
      prd(`${three}\n### Epics\n\n- FR1: first epic\n- FR2: second epic\n- ${last}: second epic\n`);
    assert.deepEqual(checked("PRD007", map("FR3")).messages, []);
    assert.equal(checked("PRD007", map("FR4")).messages.length, 2);
    assert.equal(checked("PRD007", prd(`${three}- **FR1** Colour\n`)).messages.length, 1);
  });

  it("asks about titles without ids where somebody has signed one", () => {
    const twice = "- Print a label\n- Print a label\n";
    assert.deepEqual(checked("PRD007", prd(twice)).messages, []);
    const signed = prd(`${twice}\n## Review\n\n- **Signed off** "Print a label", @mara, 2026-08-01\n`);
    const { messages, fixes } = checked("PRD007", signed);
    assert.deepEqual(messages, [
      '"Print a label" is signed, and stands on line 11 as well. Which of the two is meant? An id would say so.',
    ]);
    assert.deepEqual(fixes(), []);
  });

  it("speaks of ids of every kind", () => {
    const text = prd(
      "- **R1** a\n\n## Questions\n\n- **Q1** (@lena, by 2026-09-01): b?\n- **Q1** (@lena, by 2026-09-01): c?\n",
    );
    assert.deepEqual(checked("PRD007", text).places, ["Q1"]);
  });
});
