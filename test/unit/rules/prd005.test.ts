import assert from "node:assert/strict";
import { template, templatePlaceholders } from "../../../src/core/create/template.ts";
import { checked } from "./checked.ts";

const text = template({
  id: "PRD-1",
  name: "A",
  heading: "A",
  pm: "@lena",
  eng: "@mara",
  today: "2026-08-01",
});

describe("PRD005 template-text", () => {
  it("finds every place of a new PRD that is still to be filled in", () => {
    const { places, messages } = checked("PRD005", text);
    assert.deepEqual([...places].sort(), [...templatePlaceholders].sort());
    assert.match(messages[0] ?? "", /^"Why" still holds/);
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
      checked("PRD005", `---\nprd: PRD-1\n---\n\nYes. ${sentence} And more.\n\n> ${sentence}\n`).places,
      [sentence],
    );
  });
});
