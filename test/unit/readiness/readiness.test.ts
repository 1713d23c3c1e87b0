import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import type { PrdDocument, Requirement } from "../../../src/core/document/model.ts";
import { fingerprintOf, writeFingerprint } from "../../../src/core/review/fingerprint.ts";
import { newPrd } from "../../../src/core/create/new-prd.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { nextStatus, statusOf } from "../../../src/core/format/status.ts";
import type { Status } from "../../../src/core/format/status.ts";
import { mayRepeat } from "../../../src/core/readiness/conversations.ts";
import { readiness } from "../../../src/core/readiness/readiness.ts";
import type { Readiness } from "../../../src/core/readiness/readiness.ts";
import { readinessMarkdown, readinessText } from "../../../src/core/readiness/render.ts";
import type { Problem } from "../../../src/core/problem.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";

const today = "2026-08-01";
const { config } = parseConfig(
  `version: 1
people:
  "@lena": { name: Lena, role: pm, manager: "@omar" }
  "@mara": { name: Mara, role: eng, manager: "@ines" }
  "@omar": { name: Omar, role: manager }
  "@ines": { name: Ines, role: manager }
`,
  "seamwork.yaml",
);

function prd(status: Status, body: string): string {
  return `---\nprd: PRD-042\nschema: prd/1\nname: Exports\nstatus: ${status}\npm: "@lena"\neng: "@mara"\n---\n\n# Exports\n\n${body}\n`;
}

/** Readiness with the problems that the rules find. */
function readinessOf(text: string, options: CheckOptions = { config, today }): Readiness {
  const document = parseDocument(text, options.config);
  const status = statusOf(document.header.field("status")?.values[0]?.text) ?? "draft";
  const problems = checkDocument(document, options);
  const next = checkDocument(document, { ...options, as: nextStatus(status) });
  return readiness(document, problems, next, options);
}

/** Readiness by the rules about what people left open alone. */
function openIn(body: string, status: Status = "in-review"): Readiness {
  const document = parseDocument(prd(status, body), config);
  return readiness(document, leftOpen(document), leftOpen(document), { config, today });
}

function leftOpen(document: PrdDocument): Problem[] {
  const rules = allRules.filter(({ code }) => mayRepeat(code));
  return checkDocument(document, { config, today, rules });
}

function problem(more: Partial<Problem>): Problem {
  const rest = { code: "PRD103", name: "x", severity: "warning", seam: "handoff", owner: "both" } as const;
  return { ...rest, start: 0, end: 1, message: "What happens then?", fixable: false, ...more };
}

const table =
  "## Feasibility\n\n| Option | Time | Trade-off | Chosen |\n|---|---|---|---|\n| F1 | 1w | none | |\n| F2 | 2w | slow | yes |\n";

describe("readiness", () => {
  describe("lists what is open, with whose turn it is and since when", () => {
    const cases: [string, string, Partial<Readiness["conversations"][number]>][] = [
      [
        "a constraint that waits for product",
        "## Constraints\n\n- **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.",
        {
          id: "C1",
          about: "constraint",
          owner: "product",
          people: ["@lena"],
          days: 12,
          text: "C1 waits for product: p95 under 300 ms.",
        },
      ],
      [
        "one that was countered",
        "## Constraints\n\n- **C1** (perf, @ivo, 2026-07-20): a queue. Countered @lena 2026-07-31: why?",
        {
          owner: "engineering",
          people: ["@ivo"],
          days: 1,
          text: "C1 was countered and waits for engineering: a queue.",
        },
      ],
      [
        "a question to somebody",
        "## Questions\n\n- **Q1** (@mara, by 2026-08-10): how many?",
        {
          id: "Q1",
          about: "question",
          owner: "engineering",
          people: ["@mara"],
          days: undefined,
          due: "2026-08-10",
        },
      ],
      [
        "a question to nobody",
        "## Questions\n\n- **Q1** how many?",
        { owner: "both", people: [], due: undefined },
      ],
      [
        "an assumption",
        "## Assumptions\n\n- **A1** Nobody exports more than 2 years.",
        { id: "A1", about: "assumption", owner: "both", people: ["@lena", "@mara"], days: undefined },
      ],
      [
        "a disagreement",
        "## Disagreements\n\n- **D1** tier 1 (missing context), @lena and @mara, 2026-07-29: queue or refuse?",
        { id: "D1", owner: "both", people: ["@lena", "@mara"], days: 3, seam: "handoff" },
      ],
      [
        "one that was raised",
        "## Disagreements\n\n- **D1** tier 1, @lena and @mara, 2026-07-01: queue? Raised to tier 2, @omar and @ines, 2026-07-22.",
        { owner: "managers", people: ["@omar", "@ines"], days: 10, seam: "prioritisation" },
      ],
    ];
    for (const [name, body, expected] of cases) {
      it(name, () => {
        const { conversations } = openIn(body);
        assert.equal(conversations.length, 1);
        const found: Partial<Readiness["conversations"][number]> = { ...conversations[0] };
        for (const [key, value] of Object.entries(expected))
          assert.deepEqual(found[key as keyof typeof found], value, key);
      });
    }

    it("but not what the template asks", () => {
      const { text } = newPrd({ name: "Exports", config, takenIds: [], today });
      const { conversations } = readiness(parseDocument(text, config), [], [], { config, today });
      assert.deepEqual(conversations, []);
    });

    it("but nothing that is settled", () => {
      const { conversations } = openIn(
        [
          "## Constraints\n\n- **C1** (perf, @mara, 2026-07-20): a queue. Accepted @lena 2026-07-21.",
          "- **C2** (perf, @mara, 2026-07-20): a queue. See D1.",
          "## Questions\n\n- **Q1** (@mara, by 2026-08-10): how many? Answered @mara 2026-07-30: 12.",
          "## Assumptions\n\n- **A1** Nobody. Tested @mara 2026-07-21: broke, see C1.",
          "## Disagreements\n\n- **D1** tier 1, @lena and @mara, 2026-07-29: queue? Resolved 2026-07-30: queue.",
        ].join("\n"),
      );
      assert.deepEqual(conversations, []);
    });

    it("with the place, counted from 1, and no age for a day that is still to come", () => {
      const { conversations } = openIn("## Constraints\n\n- **C1** (perf, @mara, 2026-09-01): a queue.");
      assert.deepEqual(
        conversations.map(({ line, column, days }) => [line, column, days]),
        [[14, 5, undefined]],
      );
    });

    it("each once: a problem that says the same belongs to its annotation", () => {
      const text = prd(
        "in-review",
        "## Constraints\n\n- **C1** (perf, @mara, 2026-07-20): p95 under 300 ms.",
      );
      const start = text.indexOf("C1");
      const waits = problem({ code: "PRD110", start, end: start + 2 });
      const other = problem({
        code: "PRD109",
        start,
        end: start + 2,
        owner: "managers",
        message: "How many?",
      });
      const { conversations } = readiness(parseDocument(text, config), [waits, other], [], { config, today });
      assert.deepEqual(
        conversations.map(({ id, code, severity, people }) => [id, code, severity, people]),
        [
          ["C1", "PRD110", "warning", ["@lena"]],
          [undefined, "PRD109", "warning", ["@omar", "@ines"]],
        ],
      );
    });
  });

  describe("is ready", () => {
    const untested = "## Assumptions\n\n- **A1** Nobody does.";
    it("when no error stands in the way of the next status", () => {
      assert.deepEqual(openIn("", "draft").ready, { next: "in-review", blockedBy: [] });
      const document = parseDocument(prd("draft", ""), config);
      const next = [problem({ severity: "error", message: "E" }), problem({ message: "W" })];
      const { ready } = readiness(document, [], next, { config, today });
      assert.deepEqual(
        ready?.blockedBy.map(({ text }) => text),
        ["E"],
      );
    });

    it("for agreed only when constraints and questions are answered and assumptions tested", () => {
      const constraint = "## Constraints\n\n- **C1** (perf, @mara, 2026-07-20): a queue.\n\n";
      const blocked = (status: Status): unknown =>
        openIn(constraint + untested, status).ready?.blockedBy.map(({ id }) => id);
      assert.deepEqual(blocked("in-review"), ["C1", "A1"]);
      assert.deepEqual(blocked("draft"), []);
      assert.deepEqual(blocked("agreed"), []);
      const question = (said: string): unknown =>
        openIn(`## Questions\n\n- **Q1** ${said}: how many?`).ready?.blockedBy.map(({ id }) => id);
      assert.deepEqual(question("(@lena)"), ["Q1"]);
      assert.deepEqual(question(`(@lena, by ${today})`), ["Q1"]);
      assert.deepEqual(question("(@lena, by 2026-13-01)"), ["Q1"]);
      assert.deepEqual(question("(@lena, by 2027-01-01)"), []);
    });

    it("for nothing where no status follows", () => {
      assert.equal(openIn(untested, "closed").ready, undefined);
      assert.equal(openIn(untested, "parked").ready, undefined);
    });
  });

  describe("opens the gate to agreed", () => {
    const signed = (print: string): string =>
      prd(
        "in-review",
        `## Requirements\n\n- **R1** Two columns.\n\n## Review\n\n- **Signed off** R1, @mara, 2026-07-24 \`${print}\``,
      );
    const review = (text: string): (string | undefined)[] =>
      (readinessOf(text).ready?.blockedBy ?? [])
        .map(({ code }) => code)
        .filter((code) => /PRD30[1-4]/.test(code ?? ""));
    const document = parseDocument(signed("s00000000"), config);
    const print = writeFingerprint(fingerprintOf(document, document.requirements[0] as Requirement));

    it("when what was reviewed is what is there", () => {
      assert.deepEqual(review(signed(print)), []);
      assert.deepEqual(review(signed(print).replace("Two columns", "Three columns")), ["PRD302"]);
      assert.deepEqual(review(prd("in-review", "## Requirements\n\n- **R1** Two columns.")), ["PRD301"]);
    });

    it("and counts only sign-offs that are fresh", () => {
      const line = (text: string): number | undefined =>
        readinessOf(text).score.sum.find(({ label }) => label.endsWith("sign-off"))?.passed;
      assert.deepEqual([line(signed(print)), line(signed("s00000000"))], [1, 0]);
    });
  });

  describe("counts checks and shows the sum", () => {
    const full = `## Requirements

### R1 · One

- **Why:** because it is so.
- **Edge cases:**
  - **E1** Empty: say so.
- **Constraints:** None seen, @mara 2026-07-20
- **Accept:**
  - [ ] It is there.

### R2 · Two

- **Why:**

## Assumptions

- **A1** Nobody. Tested @mara 2026-07-21: held.
- **A2** Everybody.

## Questions

- **Q1** (@mara, by 2026-08-10): how many? Answered @mara 2026-07-30: 12.

${table}`;

    it("line by line", () => {
      assert.deepEqual(openIn(full).score, {
        passed: 7,
        of: 14,
        sum: [
          { label: "requirements with a why", passed: 1, of: 2 },
          { label: "requirements with edge cases", passed: 1, of: 2 },
          { label: "requirements with constraints", passed: 1, of: 2 },
          { label: "requirements with acceptance", passed: 1, of: 2 },
          { label: "requirements with a fresh sign-off", passed: 0, of: 2 },
          { label: "questions answered", passed: 1, of: 1 },
          { label: "assumptions tested", passed: 1, of: 2 },
          { label: "option chosen", passed: 1, of: 1 },
        ],
      });
    });

    it("with what stands elsewhere: so that, constraints of several, a document's acceptance", () => {
      const { sum } = openIn(
        "## User Stories\n\n- **R1** As a reader, I want x, so that nobody waits.\n- **R2** Two.\n- **R3** Three.\n\n## Constraints\n\n- **C1** (perf, @mara, 2026-07-20; R1–R3): 1 s.\n\n## Acceptance Criteria\n\n- [ ] R2: it is there.",
      ).score;
      assert.deepEqual(
        sum.map(({ passed, of }) => [passed, of]),
        [
          [1, 3],
          [0, 3],
          [3, 3],
          [1, 3],
          [0, 3],
        ],
      );
    });

    it("without what the document does not have, and two chosen options are no choice", () => {
      assert.deepEqual(openIn("").score, { passed: 0, of: 0, sum: [] });
      assert.equal(openIn(table.replace("none | |", "none | yes |")).score.passed, 0);
    });

    it("without the template's own words", () => {
      assert.equal(
        openIn("## Requirements\n\n- **R1** One.\n  - **Why:** Say who needs it, and what breaks without it.")
          .score.passed,
        0,
      );
    });

    it("without what the team switched off", () => {
      const without = parseConfig('version: 1\nrules: { PRD103: "off" }\n', "seamwork.yaml").config;
      const document = parseDocument(prd("draft", full), without);
      assert.equal(readiness(document, [], [], { config: without, today }).score.sum.length, 7);
    });
  });

  it("of a candidate says that it is no PRD yet", () => {
    const candidate = readinessOf("# A note\n\n## Assumptions\n\n- **A1** Nobody.\n");
    assert.deepEqual([candidate.ready, candidate.conversations, candidate.score.of], [undefined, [], 0]);
    assert.match(readinessText(candidate, today), /not a PRD yet/);
  });

  for (const [name, text] of [...fixtureTexts(), ...exampleWorkspaceTexts()]) {
    it(`${name}: every problem and everything unanswered is there once`, () => {
      const document = parseDocument(text, config);
      const { conversations, ready, score } = readinessOf(text);
      if (document.header.field("prd") === undefined) return;
      const problems = checkDocument(document, { config, today });
      const codes = (all: readonly { code: string | undefined }[]): unknown =>
        all.flatMap(({ code }) => code ?? []).sort();
      assert.deepEqual(codes(conversations), codes(problems));
      const places = conversations.map(({ start, code, id, text: said }) => `${start} ${code} ${id} ${said}`);
      assert.equal(new Set(places).size, places.length);
      assert.equal(
        score.passed,
        score.sum.reduce((all, { passed }) => all + passed, 0),
      );
      assert.ok(score.sum.every(({ passed, of }) => passed >= 0 && passed <= of && of > 0));
      for (const one of ready?.blockedBy ?? []) assert.ok(one.line >= 1);
    });
  }

  describe("reads well", () => {
    const body = `## Requirements

- **R1** Two columns.

## Constraints

- **C1** (perf, @mara, 2026-07-20; R1): a | b < c and \\*stars\\*, ask @ivo_1.

## Questions

- **Q1** (@lena, by 2026-07-30): how many?`;

    it("in a terminal", () => {
      const text = prd("in-review", body);
      const missing = problem({
        start: text.indexOf("R1"),
        end: text.indexOf("R1") + 2,
        message: "R1 lists no edge cases.",
        owner: "product",
      });
      const document = parseDocument(text, config);
      const open = leftOpen(document);
      const found = readiness(document, [missing, ...open], open, { config, today });
      assert.equal(
        readinessText(found, today, "prds/a.md"),
        `PRD-042 Exports (in-review)
Not ready for agreement yet: 2 conversations to have first; 3 open.

Before agreement:
  prds/a.md:18:5  C1 waits for product: a | b < c and *stars*, ask @ivo_1. [PRD110]
      product (@lena), for 12 days, handoff
  prds/a.md:22:5  Q1 has no answer: how many? [PRD306]
      product (@lena), was due 2026-07-30, handoff

Also open:
  prds/a.md:14:5  R1 lists no edge cases. [PRD103]
      product (@lena), handoff

1 of 6 checks pass:
  0 of 1 requirements with a why
  0 of 1 requirements with edge cases
  1 of 1 requirements with constraints
  0 of 1 requirements with acceptance
  0 of 1 requirements with a fresh sign-off
  0 of 1 questions answered`,
      );
    });

    it("in a pull request, where nobody is called and nothing breaks the page", () => {
      const markdown = readinessMarkdown(openIn(body), today);
      assert.match(
        markdown,
        /^### PRD-042 · Exports\n\nStatus `in-review`\. \*\*Not ready for `agreed` yet: 2 conversations to have first; 2 open\.\*\*\n/,
      );
      assert.ok(
        markdown.includes(
          "- C1 waits for product: a \\| b \\< c and \\*stars\\*, ask `@ivo_1`.  \n  product (`@lena`), for 12 days, handoff, line 18, PRD110\n",
        ),
      );
      assert.ok(markdown.endsWith("| **all** | **1 of 6** |\n"));
      assert.ok(!/(?<!`)@/.test(markdown));
    });

    it("when nothing is open", () => {
      assert.equal(readinessText(openIn("", "draft"), today), "PRD-042 Exports (draft)\nReady for review.");
      assert.equal(readinessText(openIn("", "closed"), today), "PRD-042 Exports (closed)\nNothing is open.");
    });
  });

  it("needs no team data", () => {
    assert.ok(
      readinessOf(prd("draft", "## Questions\n\n- **Q1** (@zoe): how many?"), {
        config: defaultConfig,
        today,
      }).conversations.length > 0,
    );
  });
});
