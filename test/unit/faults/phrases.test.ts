import assert from "node:assert/strict";
import type { RuleCode } from "../../../src/core/problem.ts";
import { tried } from "./tried.ts";

interface Kind {
  readonly code: RuleCode;
  readonly what: string;
  /** The rule is silent on these. */
  readonly silent: readonly string[];
  /** And points at this in these. */
  readonly asked: Readonly<Record<string, readonly string[]>>;
  readonly language?: string;
  /** The heading above, where it matters. */
  readonly below?: string;
}

const kinds: readonly Kind[] = [
  {
    code: "PRD403",
    what: "vague words in fixed terms",
    below: "Requirements",
    silent: [
      "- The worker must fail fast when the key is missing.",
      "- Keys must come from a cryptographically secure generator.",
      "- The job SHALL write the new file first and clean the old ones.",
      "All dock modes must be available:\n\n- single\n- batch",
      "- Rules can be written with simple if/else logic.",
      "- The queue must be built around the vendor's real-time database.",
      "- The flag must be moving to stable in the next release.",
    ],
    asked: {
      "- The worker must be fast.": ["fast"],
      "- Docks must be secure.": ["secure"],
      "- The page must be clean and simple.": ["be clean", "simple"],
    },
  },
  {
    code: "PRD403",
    what: "vague words beside a digit that measures nothing",
    below: "Requirements",
    silent: ["- Lists must load fast, in 300 ms."],
    asked: {
      '- **FR-010**: System MUST handle blanks gracefully (e.g., "2d6 + 1d4").': ["gracefully"],
      "- **FR-011**: Errors must be clear and actionable.": ["be clear", "actionable"],
      "- **FR-012**: The rides of 2 docks are also handled appropriately.": ["appropriately"],
      "- **FR-014**: Seamless, robust sync with comprehensive error handling.": [
        "Seamless",
        "robust",
        "comprehensive",
      ],
    },
  },
  {
    code: "PRD403",
    what: "vague words that explain what was asked for",
    below: "Requirements",
    silent: [
      "- Docks show a light to riders (simple colours, signs, etc.).",
      "- **R1** Docks lock when a bike is in. A rider sees it quickly on the map.",
      "- Rationale: comprehensive maps keep riders.",
      "- An index of docks for flexible search",
      "- Signs such as arrows, maps, etc.",
      "The map of today is intuitive.",
    ],
    asked: {
      "- **R1** Docks lock quickly. A rider sees it on the map.": ["quickly"],
      "- **R1** Docks lock when a bike is in. The map must be fast.": ["fast"],
      "- Routes for common cases of riders": ["common cases"],
      "- Arrows, maps, etc.": ["etc"],
    },
  },
  {
    code: "PRD403",
    what: "vague words whose meaning follows, or that tell what happens",
    below: "Requirements",
    silent: [
      "- The map falls back gracefully to the last tile.",
      "- Docks lock immediately on return.",
      "- Lists must be clear on which docks are full.",
      "- Hints are actionable, not cryptic.",
      "- A friendly hint explains where the next dock is.",
      "- Show tips relevant to a rider's route.",
      "- The dock ignores rapid taps.",
      "- Riders save docks that they use, and the most flexible one.",
      "- Use a colour-blind friendly map.",
      "- Docks use proper locks instead of a rope.",
      "- The map currently shows intuitive symbols.",
      "- We aim to switch to the other map asap.",
    ],
    asked: {
      "- The map recovers gracefully.": ["gracefully"],
      "- Docks lock immediately.": ["immediately"],
      "- Show relevant tips.": ["relevant"],
    },
  },
  {
    code: "PRD403",
    what: "vague words in German, for a team that writes it",
    language: "de",
    below: "Anforderungen",
    silent: ["- Das Schloss muss in 2 s zu sein, also schnell."],
    asked: { "- Das Schloss muss schnell zu sein.": ["schnell"] },
  },
  {
    code: "PRD404",
    what: "words that are no placeholders",
    silent: [
      "Any rider can search rides or list pending returns.",
      "1. A second look confirms the dock is still open",
      "One way to think about a ride is as a ticket.",
      "A task is TODO or DONE.",
      "Bikes go to a dock TBD (see Decision #1).",
      "- [ ] lock it",
      "TODO(@lena, 2026-12-01): the owner is there.",
    ],
    asked: {
      "The price is TBD.": ["TBD"],
      "How many docks is still to be determined.": ["to be determined"],
      "TODO: write this": ["TODO"],
    },
  },
  {
    code: "PRD404",
    what: "placeholders of other languages than the document's",
    silent: ["未定义的字段会被忽略。"],
    asked: {
      "Das Format ist noch festzulegen.": ["noch festzulegen"],
      "负责人：[待定]": ["待定"],
      "El formato está por definir.": ["por definir"],
    },
  },
  {
    code: "PRD405",
    what: "verdicts that are none",
    silent: [
      "There is a go/no-go gate before phase two.",
      "Until dock types exist, metering has no unit and cannot be implemented.",
      "With the old lock there is no way to get a second key.",
    ],
    asked: { "Live positions are not feasible.": ["not feasible"] },
  },
  {
    code: "PRD401",
    what: "difficulties of the product's users, or of nobody",
    below: "Problem",
    silent: [
      "- Hard to build a routine without reminders.",
      "The frontend calls a tidy API, so she will not need to untangle spaghetti to add a header.",
      "The parser is not done yet, this is a non-trivial dependency.",
      "The team spends July on paying down technical debt in the codebase.",
    ],
    asked: { "Engineering says it is too hard.": ["Engineering says it is too hard"] },
  },
  {
    code: "PRD406",
    what: "decisions that are adjectives",
    silent: ["This restores the descoped search bar.", "The agreed format is CSV."],
    asked: { "It was decided to leave the search bar out.": ["It was decided"] },
  },
];

describe("faults: phrases that only look like one", () => {
  for (const { code, what, silent, asked, language, below = "Notes" } of kinds) {
    describe(`${code}, ${what}`, () => {
      const placesIn = (line: string): readonly string[] =>
        tried(`# Bikes\n\n## ${below}\n\n${line}\n`, { language }).places(code);
      for (const line of silent)
        it(`silent: ${line.split("\n", 1)[0]}`, () => assert.deepEqual(placesIn(line), []));
      for (const [line, wanted] of Object.entries(asked))
        it(`asked: ${line}`, () => assert.deepEqual(placesIn(line), wanted));
    });
  }

  it("asks about three things in one requirement, once for three of them", () => {
    const { places, messages } = tried(`# Bikes

## Requirements

- **FR-1:** The system shall validate the rider, calculate the price, log the ride and return a receipt.
- **FR-2:** The gateway must authenticate the caller, enforce quotas, and emit a usage event.
- **FR-3:** The system must send a mail, show a banner and notify the owner.
- **FR-4:** The system must send a mail.
`);
    assert.equal(messages("PRD106").length, 1);
    assert.equal(places("PRD106").length, 3);
  });

  it("leaves code, comments, links, fences and quotes alone", () => {
    const { places } = tried(`# Bikes

## Why

Because \`fast\` code in fences, and "a simple, easy quote from a rider: it should be fast".

> A rider said: "it must be fast and easy".

## Requirements

### R1 · Lock

A rider can lock. <!-- TBD fast --> The lock must take less than 200 ms. A fast-forward merge must work.

- **Why:** ![fast](fast.png) [fast](https://fast.example/easy) rides
- **Accept:**
  - [ ] Locked: see \`TBD\`.

\`\`\`mermaid
graph TD; A[fast] --> B[TBD R77]
\`\`\`
`);
    for (const code of ["PRD403", "PRD404", "PRD007", "PRD008"] as const)
      assert.deepEqual(places(code), [], code);
  });
});

describe("faults: a question's owner", () => {
  const owners: Readonly<Record<string, string>> = {
    "a team, below a heading":
      "### OQ-1: Reuse of docks\n\n**Owner:** Workshop team\n\nCan docks be used again?\n",
    "a team, in a field of the list": "- **OQ-1** Can docks be used again?\n  - Owner: Workshop team\n",
    "a team, at the end of the sentence": "- **OQ-1** Can docks be used again? Owner: Workshop team\n",
    "a team, in a column":
      "| ID | Question | Owner |\n| --- | --- | --- |\n| OQ-1 | Can docks be used again? | Workshop team |\n",
  };
  for (const [where, question] of Object.entries(owners)) {
    it(`${where}: has one`, () => {
      assert.deepEqual(tried(`# Bikes\n\n## Open Questions\n\n${question}`).messages("PRD306"), [
        "OQ-1 waits for Workshop team. What is the answer?",
      ]);
    });
  }

  for (const nobody of ["TBD", "", "?", "-"]) {
    it(`"${nobody}" is nobody`, () => {
      const { messages } = tried(
        `# Bikes\n\n## Open Questions\n\n### OQ-1: Reuse\n\n**Owner:** ${nobody}\n\nCan docks be used again?\n`,
      );
      assert.deepEqual(messages("PRD306"), ["OQ-1 has no owner. Who finds out, and by when?"]);
    });
  }

  it("is of that question, not of the next one", () => {
    const { messages } = tried(
      "# Bikes\n\n## Open Questions\n\n### OQ-1: Reuse\n\nCan it?\n\n### OQ-2: Paint\n\n**Owner:** Workshop team\n",
    );
    assert.deepEqual(messages("PRD306"), [
      "OQ-1 has no owner. Who finds out, and by when?",
      "OQ-2 waits for Workshop team. What is the answer?",
    ]);
  });
});
