import assert from "node:assert/strict";
import fc from "fast-check";
import { walk } from "../../src/core/phrases/automaton.ts";
import { english } from "../../src/core/phrases/en.ts";
import { parseEntry } from "../../src/core/phrases/entry.ts";
import type { Entry } from "../../src/core/phrases/entry.ts";
import { findPhrases, lexicon } from "../../src/core/phrases/index.ts";
import { maskQuotes, sentences } from "../../src/core/phrases/sentences.ts";
import { wordsOf } from "../../src/core/phrases/tokens.ts";
import { rounds } from "../long.ts";
import { cpuOf } from "./cpu.ts";

const words = lexicon();

function found(text: string, lexicon = words): string[] {
  return findPhrases(text, text, lexicon)
    .filter(({ asked }) => !asked)
    .map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
}

/** What counts where something is asked for. */
function foundInRequirement(text: string): string[] {
  return findPhrases(text, text, words).map(({ start, end }) => text.slice(start, end));
}

describe("findPhrases", () => {
  it("says where a phrase stands and which word would silence it", () => {
    const text = "An analyst waits. The export must be really Fast, and it must be user-friendly.";
    assert.deepEqual(findPhrases(text, text.replace("Fast", "fast"), words), [
      { code: "PRD403", start: 44, end: 48, term: "fast", asked: false },
      { code: "PRD403", start: 65, end: 78, term: "user friendly", asked: false },
    ]);
  });

  it("names every vague word and placeholder of a sentence, and the rest once", () => {
    assert.deepEqual(found("The page must be fast, simple and robust."), [
      "PRD403 fast",
      "PRD403 simple",
      "PRD403 robust",
    ]);
    assert.deepEqual(found("Price TBD, owner TBD."), ["PRD404 TBD", "PRD404 TBD"]);
    assert.deepEqual(found("Engineering says it's hard, and the devs say it's complicated."), [
      "PRD401 Engineering says it's hard",
    ]);
  });

  it("needs a verb that requires something beside a vague word, and no number in the sentence", () => {
    assert.deepEqual(found("The export is fast."), []);
    assert.deepEqual(found("The export must be fast: p95 under 300 ms."), []);
    assert.deepEqual(found("The export must be fast, within two seconds."), []);
    assert.deepEqual(found("FR-1: the export must be fast."), ["PRD403 fast"]);
    assert.deepEqual(found("R2.1 needs to be fast. It holds 90 days."), ["PRD403 fast"]);
    assert.deepEqual(found("The list must be sorted so that the desk can find it quickly."), []);
  });

  it("needs no verb where something is asked for", () => {
    assert.deepEqual(foundInRequirement("Fast search"), ["Fast"]);
    assert.deepEqual(foundInRequirement("Clear error messages, low memory usage"), [
      "Clear error messages",
      "low memory",
    ]);
    assert.deepEqual(foundInRequirement("The gateway has a reasonable default."), ["reasonable"]);
    assert.deepEqual(foundInRequirement("Errors must be clear and actionable."), ["be clear", "actionable"]);
    assert.deepEqual(foundInRequirement("Reviews of the profile are also handled appropriately."), [
      "appropriately",
    ]);
    assert.deepEqual(foundInRequirement("Lists load within performance budgets."), [
      "within performance budgets",
    ]);
    assert.deepEqual(foundInRequirement("Seamless, robust sync with comprehensive error handling."), [
      "Seamless",
      "robust",
      "comprehensive",
    ]);
    assert.deepEqual(foundInRequirement("The list can load many labels."), ["many"]);
    assert.deepEqual(foundInRequirement("**Speed:** Fast reprints".replaceAll("*", "")), ["Fast"]);
  });

  it("believes a digit only where it measures something", () => {
    const vague = 'The parser must handle blanks gracefully (e.g. "2d6 + 1d4").';
    assert.deepEqual(found(vague), ["PRD403 gracefully"]);
    assert.deepEqual(found("Release 3 of the editor must be fast."), ["PRD403 fast"]);
    assert.deepEqual(found("The editor of Q3 must be fast, see step 4."), ["PRD403 fast"]);
    for (const measured of [
      "in under 2 s",
      "for 200 users",
      "at 99.9 %",
      "within three clicks",
      "by WCAG 2.2",
    ]) {
      assert.deepEqual(foundInRequirement(`The editor must be fast and easy ${measured}.`), [], measured);
    }
  });

  it("knows words that name something where they would otherwise promise it", () => {
    const fixed = [
      "The worker must fail fast when the key is missing.",
      "Tokens must come from a cryptographically secure generator.",
      "The job must write the new file first and clean the old ones.",
      "All print modes must be available: single, batch.",
      "Rules can be written with simple if/else logic.",
      "The queue will be built around the vendor's real-time database.",
      "The flag will be moving to stable in the next release.",
      "Quick links on the start page",
      "A smart contract holds the deposit",
      "Rich text in comments",
      "The tray shows the most recent label first.",
      "A clear error message that names the printer",
      "The appropriate queue for its region",
      "Priority filters: All, Critical, High",
      "As a clerk who found a great price, I want to print it",
      "Labels are sorted, so that a clerk finds one easily.",
      "If the answer is slow, the page shows a spinner.",
      "Simple Mode hides the menu.",
      "Keys are kept by best practices: a vault, and a new key each month.",
      "Graceful handling of full trays - never stop, always tell",
      "A descriptive error message indicating the tray",
      "Frequently used labels come first.",
      "Minus icon: minimize to the corner",
    ];
    assert.deepEqual(
      fixed.filter((text) => foundInRequirement(text).length > 0),
      [],
    );
  });

  it("sees a number in what is no prose, but no phrase", () => {
    const text = "The export must be fast: 300 ms.";
    const prose = text.replace("300 ms", "      ");
    assert.deepEqual(findPhrases(text, prose, words), []);
    const hidden = "The export must be fast.".replace("fast", "    ");
    assert.deepEqual(findPhrases("The export must be fast.", hidden, words), []);
  });

  it("says one thing once: a story that is a difficulty is no story as well", () => {
    assert.deepEqual(found("They always change the requirements."), [
      "PRD402 They always change the requirements",
    ]);
  });

  it("lets an option, a constraint or a time answer", () => {
    assert.deepEqual(found("Engineering says it's hard, see F2."), []);
    assert.deepEqual(found("Engineering says it's hard because of C3."), []);
    assert.deepEqual(found("Engineering says it's hard; it takes three weeks."), []);
    assert.deepEqual(found("It's not feasible; it would cost 8 weeks."), []);
    assert.deepEqual(found("It was decided by @lena to wait."), []);
    assert.deepEqual(found("It was decided in March to wait."), []);
    assert.deepEqual(found("The limit is TBD (@mara, 2026-08-10)."), []);
    assert.deepEqual(found("The limit is TBD (see Q2)."), []);
  });

  it("knows whom they are", () => {
    assert.deepEqual(found("They never give us an answer."), ["PRD407 They never give"]);
    assert.deepEqual(found("Owners get a letter. They never read it."), []);
    assert.deepEqual(found("Product gets a letter. They never read it."), ["PRD407 They never read"]);
  });

  it("reads curly apostrophes, other spaces and line ends within a sentence", () => {
    assert.deepEqual(found("Engineering says it’s\nreally   hard."), [
      "PRD401 Engineering says it’s\nreally   hard",
    ]);
  });
});

describe("quoted speech", () => {
  const cases: readonly (readonly [text: string, masked: string])[] = [
    ['say "hard" now', "say        now"],
    ["say “hard” now", "say        now"],
    ["say „hard“ now", "say        now"],
    ["say «hard» now", "say        now"],
    ["say ‘it’s hard’ now", "say             now"],
    ['5" wide and 7" high', '5" wide and 7" high'],
    ["never “closed", "never “closed"],
    ["don’t, it’s", "don’t, it’s"],
  ];
  for (const [text, masked] of cases) {
    it(text, () => assert.equal(maskQuotes(text), masked));
  }

  it("keeps the length of any text", () => {
    const quotes = fc.constantFrom('"', "“", "”", "„", "«", "»", "‘", "’", "a", " ", ".");
    fc.assert(
      fc.property(fc.array(quotes), (parts) => {
        const text = parts.join("");
        return maskQuotes(text).length === text.length;
      }),
    );
  });
});

describe("sentences", () => {
  const split = (text: string): string[] =>
    sentences(text, new Set(english.abbreviations)).map(({ start, end }) => text.slice(start, end));

  it("end at a full stop, a question mark or an empty line, not at an abbreviation or in a number", () => {
    assert.deepEqual(split("One. Two?  Three! (Four.) 1.5 s, e.g. five\n\nSix"), [
      "One.",
      "Two?",
      "Three!",
      "(Four.)",
      "1.5 s, e.g. five\n\n",
      "Six",
    ]);
  });

  it("are cut where nobody ends them", () => {
    const parts = split("word ".repeat(2000));
    assert.ok(parts.length > 5);
    assert.ok(parts.every((part) => part.length <= 1500));
  });
});

describe("a team's words", () => {
  it("join a list and leave it", () => {
    const team = lexicon({ vague: { add: ["Bank-grade", "wow  effect"], remove: ["Simple"] } });
    assert.deepEqual(found("The link must be bank-grade and simple, with a wow effect.", team), [
      "PRD403 bank-grade",
      "PRD403 wow effect",
    ]);
    assert.deepEqual(found("The form must be as simple as possible.", team), [
      "PRD403 as simple as possible",
    ]);
  });

  it("silence related words too", () => {
    assert.deepEqual(found("The page must handle many rows."), ["PRD403 many"]);
    assert.deepEqual(found("The page must handle many rows.", lexicon({ vague: { remove: ["many"] } })), []);
  });

  it("work in each list", () => {
    const team = lexicon({
      hard: { add: ["quixotic"] },
      changing: { add: ["new hat again"] },
      placeholder: { add: ["ask ruth"] },
      verdict: { add: ["computer says no"] },
      agentless: { add: ["the stars aligned"] },
      story: { add: ["shop from home"] },
    });
    assert.deepEqual(found("Engineering says it is quixotic.", team), [
      "PRD401 Engineering says it is quixotic",
    ]);
    assert.deepEqual(found("A new hat again.", team), ["PRD402 new hat again"]);
    assert.deepEqual(found("Ask Ruth.", team), ["PRD404 Ask Ruth"]);
    assert.deepEqual(found("Computer says no.", team), ["PRD405 Computer says no"]);
    assert.deepEqual(found("The stars aligned.", team), ["PRD406 The stars aligned"]);
    assert.deepEqual(found("Product managers shop from home.", team), [
      "PRD407 Product managers shop from home",
    ]);
  });

  it("are heard in any script", () => {
    const team = lexicon({ placeholder: { add: ["später", "ça", "未定", "l’équipe"] } });
    assert.deepEqual(found("Der Preis kommt Später, ça aussi; 価格 未定, dit l'équipe ????", team), [
      "PRD404 Später",
      "PRD404 ça",
      "PRD404 未定",
      "PRD404 l'équipe",
      "PRD404 ????",
    ]);
  });

  it("without a letter are nothing", () => {
    assert.deepEqual(found("A sentence – of words.", lexicon({ placeholder: { add: ["", " ", "–"] } })), []);
  });
});

describe("the English data", () => {
  const lists = english.rules.flatMap((rule) => Object.entries(rule.lists));
  const patterns = english.rules.flatMap((rule) => rule.patterns);

  it("names each list once and uses it", () => {
    const names = lists.map(([name]) => name);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) {
      const token = new RegExp(`(?:^| )${name.toUpperCase()}\\??(?: |$)`);
      assert.ok(
        patterns.some((pattern) => token.test(pattern)),
        name,
      );
    }
  });

  it("is heard phrase by phrase", () => {
    for (const [number, [name, entries]] of lists.entries()) {
      for (const entry of entries) {
        for (const pick of [0, 1, 2, 5, 11]) {
          const phrase = onePhrase(parseEntry(entry), pick);
          const said = wordsOf(phrase);
          const list = words.lists[number];
          assert.ok(list !== undefined);
          const heard = walk(list.graph(), said).some(([from, to]) => from === 0 && to === said.length);
          assert.ok(heard, `${name}: ${phrase}`);
        }
      }
    }
  });

  it("has a telling word in whatever a pattern can match", () => {
    const all = [...words.lists.keys()];
    const everything = { ...words, triggers: { get: () => all } };
    const sides = ["engineering", "product", "we", "they", "it is", "the requirements", "must be", "says"];
    fc.assert(
      fc.property(
        fc.constantFrom(...lists.flatMap(([, entries]) => entries)),
        fc.constantFrom(...lists.flatMap(([, entries]) => entries)),
        fc.constantFrom(...sides),
        fc.nat(50),
        (first, second, side, pick) => {
          const text = `${side} ${onePhrase(parseEntry(first), pick)} ${onePhrase(parseEntry(second), pick)}`;
          assert.deepEqual(found(text), found(text, everything));
        },
      ),
      { numRuns: rounds(750, 3000) },
    );
  });

  /** One of the phrases that an entry stands for. */
  function onePhrase(entry: Entry, pick: number): string {
    return entry
      .map((part) => (typeof part === "string" ? part : onePhrase(part[pick % part.length] ?? [], pick)))
      .join(" ");
  }
});

describe("any text", () => {
  it("gives hits in order and inside it", () => {
    const phrases = english.rules.flatMap(({ lists }) =>
      Object.values(lists).flatMap((entries) => entries.map((entry) => entry.replace(/[{}|]/g, " "))),
    );
    const part = fc.oneof(
      fc.constantFrom(...phrases),
      fc.string({ unit: "binary" }),
      fc.constantFrom(". ", "? ", '"'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        let last = 0;
        for (const { start, end } of findPhrases(text, text, words)) {
          assert.ok(last <= start && start < end && end <= text.length);
          last = start;
        }
      }),
      { numRuns: rounds(75, 300) },
    );
  });

  const million = (text: string): string => text.repeat(Math.ceil(1e6 / text.length));
  const hostile: Readonly<Record<string, string>> = {
    "one word": million("a"),
    blanks: `must${million(" ")}fast`,
    "a verb and no vague word": million("must be "),
    "vague words": `must ${million("fast ")}`,
    "who says": million("engineering says it's not "),
    "they never": million("they never "),
    everything: million(
      "engineering says product keeps changing it was decided tbd not feasible they never must be fast ",
    ),
    "question marks": million("???"),
    "lone question marks": million("? "),
    "quotation marks": million('"'),
    "opening quotation marks": million("“x "),
    "apostrophes in quotes": million("‘ it’s "),
    abbreviations: million("e.g. "),
    "full stops": million("."),
    "empty lines": million("\n \n"),
    conditions: million("when so that must it is "),
    negations: million("not that so very really "),
    numbers: million("1,2.3 % "),
    hyphens: million("not-"),
    surrogates: million("\ud800"),
    emoji: million("😀"),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`a megabyte of ${name} takes less than two seconds`, () => {
      assert.ok(cpuOf(() => findPhrases(text, text, words)) < 2000);
    });
  }
});
