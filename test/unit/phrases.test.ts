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

  it("are heard in whatever one side is said never to do", () => {
    const sentences = [
      "Engineering never ships on time.",
      "The developers never fix what we report.",
      "Product never helped us with that.",
      "The PM never did that either.",
      "The backend team never estimated it.",
      "Sales never explained why.",
      "Management never listens.",
      "The designers never answered.",
    ];
    assert.deepEqual(
      sentences.filter((text) => !codesOf(text).includes("PRD407")),
      [],
    );
  });

  it("need a speaker and a claim", () => {
    const none = [
      "- Hard to build a routine without reminders.",
      "The frontend calls a tidy API, so she will not need to untangle spaghetti to add a header.",
      "The parser is not done yet, this is a non-trivial dependency.",
      "The team spends July on paying down technical debt in the codebase.",
      "For technical reasons names with two spaces are rare.",
      "There is a go/no-go gate before phase two.",
      "Until host types exist, metering has no unit and cannot be implemented.",
      "With the old printer there is no way to get a second copy.",
      "We cannot implement this only in the printer, because it does not know the price.",
      "Stickers continue to be non-viable, as each of them costs more than its parcel.",
      "This restores the descoped search bar.",
      "It was decided to wait because the printer is being replaced.",
      "Any clerk can search labels or list pending reprints.",
      "1. A second look confirms the slot is still open",
      "One way to think about a label is as a ticket.",
      "A task is TODO or DONE.",
      "Orders go to a table TBD (see Decision #1).",
    ];
    assert.deepEqual(
      none.filter((text) => codesOf(text).length > 0),
      [],
    );
  });

  it("are heard where a template was not filled in", () => {
    const open = [
      "- **Goal:** …",
      "1. … *(later)*",
      "- **FR-1:** ...",
      "[Describe the goal of this release]",
      "- Owner: [Your name]",
      "[TBD]",
      "| Role | Name |\n| --- | --- |\n| Engineer | … |",
      "| Role | Name |\n| --- | --- |\n| … | … |",
      "| Limit | Value |\n| --- | --- |\n| Longest range | TBD |",
      "The format of the index is left open.",
    ];
    assert.deepEqual(
      open.filter((text) => codesOf(text).join() !== "PRD404"),
      [],
    );
    const none = [
      "[NEEDS CLARIFICATION: how often?]",
      "See [the list](https://list.example/) and … more of it.",
      "The folder `changes/[name]` has [x] and [ ].",
      'The title reads "[Your name] > Overview".',
      "- Labels, stickers, …",
      "| a | b |\n| --- | --- |\n| ... (other fields as before) | |",
    ];
    assert.deepEqual(
      none.filter((text) => codesOf(text).length > 0),
      [],
    );
  });

  it("are vague in what asks for something, not in the prose around it", () => {
    const said = (text: string): string[] =>
      phrasesIn(parseDocument(text, defaultConfig), defaultConfig).map(({ quote }) => quote);
    const requirement =
      "### R1 · Fast search\n\nClear error messages.\n\n- **Why:** easy work\n- **Accept:**\n  - [ ] works properly\n";
    assert.deepEqual(said(`## Requirements\n\n${requirement}`), ["Fast", "Clear error messages", "properly"]);
    assert.deepEqual(said(`## Background\n\n${requirement}`), []);
    assert.deepEqual(said("Printing must be fast.\n\n## Background\n\nPrinting must be fast.\n"), ["fast"]);
    const rows =
      "| ID | Requirement |\n| --- | --- |\n| R1 | The list must be fast |\n| R2 | Intuitive page |\n";
    assert.deepEqual(said(`## Requirements\n\n${rows}`), ["fast", "Intuitive"]);
    assert.deepEqual(said(`## Background\n\n${rows}`), []);
  });

  it("are not vague where the words say which, by whom or when", () => {
    const said = (item: string): string[] =>
      phrasesIn(parseDocument(`## Requirements\n\n- ${item}\n`, defaultConfig), defaultConfig).map(
        ({ quote }) => quote,
      );
    const none = [
      'A friendly message is shown: "Nothing waits"',
      "The report has a clear separation between what was printed and what waits at the desk:",
      "Lists are usable by both desks",
      "The log must say that no printer is available",
      "New label: sound (immediately)",
      "Links go to their section (smooth scroll)",
      "A list of actionable items",
      "A minimal window where I paste a link",
      "The message must clearly say which printer is off",
      "Human-readable names",
      "All necessary fields for a label (name, weight)",
    ];
    assert.deepEqual(
      none.filter((text) => said(text).length > 0),
      [],
    );
    for (const text of ["A usable list", "Smooth printing", "Minimal window", "The message clearly says it"])
      assert.equal(said(text).length, 1, text);
    assert.deepEqual(said("Print\n  - **Why:** it must be fast"), []);
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
