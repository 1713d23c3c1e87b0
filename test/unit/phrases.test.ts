import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { phrasesIn } from "../../src/core/document/phrases-in.ts";

/** Written by somebody who had not seen the rules; half of it was used to tune them, all of it is counted here. */
interface Sentences {
  /** What product (`pm`) and engineering (`eng`) say, and the rule that should ask about it. */
  readonly recall: readonly { readonly rule: string; readonly voice: string; readonly text: string }[];
  /** Sentences that come near a rule and must be left alone. */
  readonly quiet: readonly { readonly near: string; readonly text: string }[];
}

const { recall, quiet } = JSON.parse(readFileSync("test/fixtures/sentences.json", "utf8")) as Sentences;

function codesOf(text: string): string[] {
  return phrasesIn(parseDocument(`${text}\n`, defaultConfig), defaultConfig).map(({ code }) => code);
}

describe("phrases that stand for a talk that has not happened", () => {
  const rules = [...new Set(recall.map(({ rule }) => rule))].sort();

  it("are looked for by seven rules, in sentences of both sides", () => {
    assert.deepEqual(rules, ["PRD401", "PRD402", "PRD403", "PRD404", "PRD405", "PRD406", "PRD407"]);
    assert.ok(recall.length >= 60);
    for (const voice of ["pm", "eng"]) {
      assert.ok(recall.filter((one) => one.voice === voice).length >= recall.length * 0.4, voice);
    }
  });

  for (const rule of rules) {
    it(`${rule} hears at least four of five`, () => assertHeard(recall.filter((one) => one.rule === rule)));
  }

  it("are heard from product and engineering alike", () => {
    assertHeard(recall.filter(({ voice }) => voice === "pm"));
    assertHeard(recall.filter(({ voice }) => voice === "eng"));
  });

  it("are heard in whichever words somebody calls something difficult", () => {
    const sentences = [
      "The architecture does not allow that.",
      "Our data model was never designed for this.",
      "The legacy code just makes it hard.",
      "You can't just flip a switch there.",
      "That would basically mean a rewrite.",
      "This is harder than it looks.",
      "It was dropped for technical reasons.",
      "This is not that easy.",
      "That's not an easy change.",
      "This is no small task.",
      "The implementation effort is prohibitive.",
      "Engineering pushed back.",
      "There were groans from the developers.",
      "Under the hood this is a nightmare.",
      "We were told that it takes forever.",
    ];
    assert.deepEqual(
      sentences.filter((text) => !codesOf(text).includes("PRD401")),
      [],
    );
  });

  for (const { near, text } of quiet) {
    it(`leaves alone, near ${near}: ${text.replace(/\s+/g, " ")}`, () => assert.deepEqual(codesOf(text), []));
  }

  function assertHeard(sentences: Sentences["recall"]): void {
    const missed = sentences.filter(({ rule, text }) => !codesOf(text).includes(rule));
    const heard = sentences.length - missed.length;
    const said = `${heard} of ${sentences.length}; missed:\n${missed.map(({ text }) => text).join("\n")}`;
    assert.ok(heard >= sentences.length * 0.8, said);
  }
});
