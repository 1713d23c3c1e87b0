import assert from "node:assert/strict";
import { engineersPrompt, template, templatePlaceholders } from "../../../src/core/create/template.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { fillSnippet } from "../../../src/core/writing/snippet.ts";
import { checked } from "./checked.ts";

const draft = template({
  id: "PRD-1",
  name: "A",
  heading: "A",
  pm: "@lena",
  eng: "@mara",
  today: "2026-08-01",
});
const text = draft.replace("status: draft", "status: in-review");

describe("PRD005 template-text", () => {
  it("finds every place of a new PRD that is still to be filled in", () => {
    const { places, messages } = checked("PRD005", text);
    assert.deepEqual([...places].sort(), [...templatePlaceholders].sort());
    assert.match(messages[0] ?? "", /^"Why" still holds/);
  });

  it("asks an engineer for the options, and product for the rest", () => {
    const { problems, places } = checked("PRD005", text);
    assert.deepEqual(
      problems.flatMap(({ owner }, index) => (owner === "engineering" ? places[index] : [])),
      [engineersPrompt],
    );
  });

  it("asks of a draft once, at its header, however much is left", () => {
    const { places, messages } = checked("PRD005", draft);
    assert.deepEqual(places, ["prd: PRD-1"]);
    assert.deepEqual(messages, [
      "10 prompts of the template still stand in Why, Requirements, Assumptions and Feasibility. What goes there?",
    ]);
    const last = `---\nprd: PRD-1\n---\n\n## Feasibility\n\n${engineersPrompt}\n`;
    const one = checked("PRD005", last);
    assert.deepEqual(one.messages, [
      "1 prompt of the template still stands in Feasibility. What goes there?",
    ]);
    assert.equal(one.problems[0]?.owner, "engineering");
    assert.deepEqual(checked("PRD005", draft, { as: "agreed" }).places.length, templatePlaceholders.length);
  });

  it("leads through all prompts of a draft with one edit that changes nothing by itself", () => {
    const edit = checked("PRD005", draft).fixes()[0]?.edits[0];
    assert.ok(edit?.snippet === true);
    assert.equal(applyEdits(draft, [{ ...edit, newText: fillSnippet(edit.newText) }]), draft);
    const places = [...edit.newText.matchAll(/\$\{\d+:/g)].length;
    assert.equal(places, templatePlaceholders.length);
    const answers = templatePlaceholders.map((_, index) => `answer ${index}`);
    const filled = applyEdits(draft, [{ ...edit, newText: fillSnippet(edit.newText, answers) }]);
    assert.ok(templatePlaceholders.every((sentence) => !filled.includes(sentence)));
  });

  it("selects exactly the sentence, so that typing replaces it", () => {
    const [fix] = checked("PRD005", text).fixes();
    assert.deepEqual(fix?.edits, []);
    assert.ok(
      fix?.select !== undefined &&
        templatePlaceholders.includes(text.slice(fix.select.start, fix.select.end)),
    );
  });

  it("finds it within a longer text and leaves quotes alone", () => {
    const [sentence = ""] = templatePlaceholders;
    assert.deepEqual(
      checked(
        "PRD005",
        `---\nprd: PRD-1\nstatus: agreed\n---\n\nYes. ${sentence} And more.\n\n> ${sentence}\n`,
      ).places,
      [sentence],
    );
  });
});
