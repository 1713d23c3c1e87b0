import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultConfig } from "../../src/core/config/config.ts";
import type { Config, ConfigError } from "../../src/core/config/config.ts";
import { ruleCodes } from "../../src/core/config/names.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { rules } from "../../src/core/rules/catalogue.ts";

/** The configuration of a text that must not have errors. */
function configOf(text: string): Config {
  const { config, errors } = parseConfig(text, "seamwork.yaml");
  assert.deepEqual(errors, []);
  return config;
}

/** `line:column message` of each error. */
function errorsOf(text: string): string[] {
  return parseConfig(text, "seamwork.yaml").errors.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

/** The one error of a text, with its fix applied if it has one. */
function errorOf(text: string): ConfigError & { readonly fixed: string | undefined } {
  const { errors } = parseConfig(text, "seamwork.yaml");
  const [error] = errors;
  assert.ok(error !== undefined && errors.length === 1, JSON.stringify(errors));
  const edit = error.fix?.edit;
  const fixed = edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
  return { ...error, fixed };
}

/** That a text has one error, with these words, and that its fix gives a text without error. */
function assertSlip(text: string, message: RegExp, fixed: string): void {
  const error = errorOf(text);
  assert.match(error.message, message);
  assert.equal(error.fixed, fixed);
  assert.deepEqual(errorsOf(fixed), []);
}

describe("codes of rules in seamwork.yaml", () => {
  it("are those of the catalogue and those of later versions", () => {
    const known = new Set<string>(rules.map(({ code }) => code));
    for (const code of known) assert.ok(ruleCodes.includes(code), code);
    for (const code of ruleCodes) assert.ok(known.has(code) || /^PRD(?:014|30|5)/.test(code), code);
    assert.deepEqual(errorsOf("rules: { PRD301: error, PRD518: 'off' }\n"), []);
  });

  it("that no rule has are an error with their place", () => {
    const [error = ""] = errorsOf("rules:\n  PRD999: error\n  PRD403: error\n");
    assert.match(error, /^2:3 `PRD999` in `rules` must be the code of a rule, such as PRD403/);
    assert.deepEqual(
      [...parseConfig("rules: { PRD999: error, PRD403: error }", "x").config.rules.keys()],
      ["PRD403"],
    );
  });
});

describe("seamwork.yaml", () => {
  describe("what it says", () => {
    it("may say nothing at all: an empty file means the defaults", () => {
      for (const text of ["", "\n", "# our team\n", "version: 1\n", "people:\nrules:\n"]) {
        assert.deepEqual(configOf(text), defaultConfig);
      }
    });

    it("names people by handle, with or without @, and keeps the team's case", () => {
      const { people } = configOf(`
people:
  "@lena": { name: Lena Ortiz, role: pm, email: lena@example.com, manager: "@Omar" }
  mara: { role: eng, left: 2026-05-31 }
  "@Omar": { name: " Omar Aziz ", role: manager }
`);
      assert.deepEqual(
        [...people],
        [
          [
            "@lena",
            { handle: "@lena", name: "Lena Ortiz", role: "pm", email: "lena@example.com", manager: "@Omar" },
          ],
          ["@mara", { handle: "@mara", name: "mara", role: "eng", left: "2026-05-31" }],
          ["@Omar", { handle: "@Omar", name: "Omar Aziz", role: "manager" }],
        ],
      );
    });

    it("writes a manager as the person is written, however the reference is", () => {
      const { people } = configOf("people: { a: { role: eng, manager: OMAR }, Omar: { role: manager } }");
      assert.equal(people.get("@a")?.manager, "@Omar");
    });

    it("reads spelled-out roles as the roles that the rules know", () => {
      const { people, reviews } = configOf(
        "people: { a: { role: Engineer }, b: { role: Product Manager }, c: { role: Security } }\nreviews: { required: [engineering] }",
      );
      assert.deepEqual(
        [...people.values()].map(({ role }) => role),
        ["eng", "pm", "security"],
      );
      assert.deepEqual(reviews.required, ["eng"]);
    });

    it("replaces the globs that it names and keeps the default of the others", () => {
      const { documents } = configOf('documents: { prd: ["product/**/*.md"] }');
      const { cycle, retro } = defaultConfig.documents;
      assert.deepEqual(documents.prd.list, ["product/**/*.md"]);
      assert.deepEqual(documents, { prd: documents.prd, cycle, retro, otherTools: documents.otherTools });
    });

    it("looks for files of other tools where a team does not say where its PRDs are", () => {
      assert.equal(
        configOf('documents: { prd: ["specs/**/*.md"] }').documents.otherTools.matches("PRD.md"),
        false,
      );
      assert.equal(
        configOf('documents: { cycle: ["plans/*.md"] }').documents.otherTools.matches("PRD.md"),
        true,
      );
    });

    it("adds names of sections, kinds and phrases to those that exist", () => {
      const { aliases, kinds, phrases } = configOf(`
sections: { aliases: { Why: ["Customer problem"] } }
constraints: { kinds: [Hardware, perf] }
phrases: { vague: { add: [snappy], remove: [simple] } }
`);
      assert.deepEqual(aliases, { ...defaultConfig.aliases, Why: ["Customer problem"] });
      assert.deepEqual(kinds, [...defaultConfig.kinds, "hardware"]);
      assert.deepEqual(phrases, { ...defaultConfig.phrases, vague: { add: ["snappy"], remove: ["simple"] } });
    });

    it("adds names of facets", () => {
      const { facetAliases } = configOf(
        'facets: { aliases: { Why: ["Customer value"], Edge cases: [What if, " What then "] } }',
      );
      assert.deepEqual(facetAliases, {
        ...defaultConfig.facetAliases,
        why: ["Customer value"],
        edgeCases: ["What if", "What then"],
      });
    });

    it("sets rules, where off may be quoted, bare or what an older YAML makes of it", () => {
      const { rules } = configOf(
        'rules: { PRD401: "off", PRD402: off, PRD403: false, PRD404: error, PRD405: information }',
      );
      assert.deepEqual(
        [...rules],
        [
          ["PRD401", "off"],
          ["PRD402", "off"],
          ["PRD403", "off"],
          ["PRD404", "error"],
          ["PRD405", "information"],
        ],
      );
    });

    it("knows the language of short documents, one of ten", () => {
      assert.equal(configOf("language: de").language, "de");
      assert.equal(configOf("version: 1").language, undefined);
      assert.match(errorsOf("language: klingon\n").join(), /`language`.*en, de, es/);
    });

    it("changes single numbers of waiting, cadence and escalation", () => {
      const { waiting, cadence, escalation } = configOf(
        "waiting: { question: 0 }\ncadence: { weekly: { minutes: 15 }, retro: { after: 7 } }\nescalation: { tier2: 21 }",
      );
      assert.deepEqual(waiting, { constraint: 5, question: 0 });
      assert.deepEqual(cadence.weekly, { every: 7, minutes: 15 });
      assert.deepEqual(cadence.retro, { after: 7 });
      assert.deepEqual(cadence.managers, { every: 14 });
      assert.deepEqual(escalation, { tier1: 7, tier2: 21 });
    });

    it("says who reviews, also by the kind of a constraint, and where live editing happens", () => {
      const { reviews, live } = configOf(`
constraints: { kinds: [hardware] }
reviews: { required: [eng, design], when: { security: [security], Hardware: [eng] } }
live: { server: "wss://seamwork.example.com", project: growth }
`);
      assert.deepEqual(reviews.required, ["eng", "design"]);
      assert.deepEqual(
        [...reviews.when],
        [
          ["security", ["security"]],
          ["hardware", ["eng"]],
        ],
      );
      assert.deepEqual(live, { server: "wss://seamwork.example.com", project: "growth" });
    });

    it("of the example workspace holds", () => {
      const config = configOf(readFileSync("docs/example/seamwork.yaml", "utf8"));
      assert.ok(config.people.size > 5);
    });

    it("reads with byte order mark and CRLF, and positions count both", () => {
      assert.deepEqual(errorsOf("\uFEFFversion: 1\r\nwaiting: { constraint: x }\r\n"), [
        "2:24 `waiting.constraint` must be a whole number of days from 0 to 3650, such as 5, not `x`.",
      ]);
    });
  });

  describe("errors name the place and what is allowed", () => {
    it("gives path, line, column and offsets in UTF-16 units", () => {
      const text = 'version: 1\npeople: { "@lena": { name: "😀", role: 7 } }\n';
      const error = errorOf(text);
      assert.equal(error.path, "seamwork.yaml");
      assert.deepEqual([error.line, error.column], [2, text.indexOf("7") - text.indexOf("\n")]);
      assert.equal(text.slice(error.start, error.end), "7");
    });

    it("guesses a key that is a slip away", () => {
      assertSlip(
        "waitng: { constraint: 3 }",
        /^`waitng` is not a key of this file, which knows version, people, .* and escalation; did you mean `waiting`\?$/,
        "waiting: { constraint: 3 }",
      );
      assertSlip("phrases: { vauge: {} }", /of `phrases`.*`vague`/, "phrases: { vague: {} }");
      assertSlip(
        "sections: { aliases: { why: [x] } }",
        /did you mean `Why`/,
        "sections: { aliases: { Why: [x] } }",
      );
      assertSlip(
        "facets: { aliases: { Edge case: [x] } }",
        /`facets.aliases`, which knows Why, Edge cases, Constraints and Accept; did you mean `Edge cases`/,
        "facets: { aliases: { Edge cases: [x] } }",
      );
    });

    it("guesses nothing for a word that is near to none", () => {
      const error = errorOf("colour: blue");
      assert.match(
        error.message,
        /^`colour` is not a key of this file, which knows version, .* and escalation\.$/,
      );
      assert.equal(error.fix, undefined);
    });

    it("names the settings of a rule, guesses the one that was meant, and keeps the other rules", () => {
      for (const [written, meant] of [
        ["warn", "warning"],
        ["info", "information"],
        ["Error", "error"],
        ["offf", "off"],
      ]) {
        assertSlip(
          `rules: { PRD401: ${written} }`,
          new RegExp(
            `^\`rules.PRD401\` must be off, information, warning or error, not \`${written}\`; did you mean \`${meant}\``,
          ),
          `rules: { PRD401: ${meant} }`,
        );
      }
      const { config } = parseConfig("rules: { PRD401: loud, PRD402: error }", "seamwork.yaml");
      assert.deepEqual([...config.rules], [["PRD402", "error"]]);
    });

    it("does not take true for a setting: it does not say which severity", () => {
      assert.match(
        errorOf("rules: { PRD401: true }").message,
        /must be off, information, warning or error, not `true`/,
      );
    });

    it("knows how rule codes look", () => {
      assert.match(
        errorOf("rules: { PRD4: error }").message,
        /^`PRD4` in `rules` must be a rule code, such as PRD403\.$/,
      );
      assertSlip("rules: { prd401: error }", /did you mean `PRD401`/, "rules: { PRD401: error }");
    });

    it("says one thing about one slip: not that a key is missing too when it is misspelt or has a bad value", () => {
      assertSlip(
        "people: { a: { rol: eng } }",
        /^`rol` is not a key of `people.a`/,
        "people: { a: { role: eng } }",
      );
      assert.match(
        errorOf("people: { a: { role: [] } }").message,
        /^`people.a.role` must be pm, eng, or .*, not a list\.$/,
      );
    });

    it("asks for the role of a person and leaves only that person out", () => {
      const text = "people:\n  lena: { name: Lena }\n  mara: { role: eng, manager: lena }\n";
      const error = errorOf(text);
      assert.match(error.message, /^`people.lena` needs `role`: pm, eng, or another short word/);
      assert.equal(text.slice(error.start, error.end), "lena");
      const { config } = parseConfig(text, "seamwork.yaml");
      assert.deepEqual([...config.people.keys()], ["@mara"]);
      assert.equal(config.people.get("@mara")?.manager, "@lena");
    });

    it("keeps a person whose e-mail, manager or last day does not hold", () => {
      const { config, errors } = parseConfig(
        "people: { lena: { role: pm, email: lena, manager: lina, left: 2026-02-30 }, nils: { role: eng } }",
        "seamwork.yaml",
      );
      assert.deepEqual(config.people.get("@lena"), { handle: "@lena", name: "lena", role: "pm" });
      assert.equal(errors.length, 3);
      assert.match(errors[0]!.message, /must be an e-mail address, such as lena@example.com, not `lena`/);
      assert.match(
        errors[2]!.message,
        /must be the day on which this person left, such as 2026-09-30, not `2026-02-30`/,
      );
    });

    it("guesses a manager among the other people", () => {
      assertSlip(
        "people: { lena: { role: pm, manager: omra }, omar: { role: manager } }",
        /^`people.lena.manager` must be one of the people of this file, and @omra is not; did you mean `@omar`\?$/,
        'people: { lena: { role: pm, manager: "@omar" }, omar: { role: manager } }',
      );
      assert.match(
        errorOf("people: { lena: { role: pm, manager: lena } }").message,
        /must be one of the other people of this file, and @lena is not\.$/,
      );
    });

    it("finds a person or an address that is there twice", () => {
      assert.deepEqual(errorsOf('people: { lena: { role: pm }, "@Lena": { role: eng } }'), [
        "1:31 `@Lena` is the same person as `lena` above; keep one of the two.",
      ]);
      assert.deepEqual(
        errorsOf("people: { a: { role: pm, email: x@example.com }, b: { role: eng, email: X@example.com } }"),
        ["1:73 `people.b.email` is also the address of @a; give each person their own."],
      );
    });

    it("does not take anything for a handle", () => {
      assert.match(
        errorOf('people: { "lena ortiz": { role: pm } }').message,
        /must be a handle in quotes, such as "@lena"\.$/,
      );
    });

    it("wants days that are whole and not negative", () => {
      for (const written of ["-1", "2.5", "soon", '"5"', ".inf", "4000", "[5]"]) {
        const { config, errors } = parseConfig(
          `waiting: { constraint: ${written}, question: 9 }`,
          "seamwork.yaml",
        );
        assert.match(
          errors[0]!.message,
          /^`waiting.constraint` must be a whole number of days from 0 to 3650, such as 5/,
        );
        assert.deepEqual(config.waiting, { constraint: 5, question: 9 });
      }
    });

    it("says how globs are written and drops only the glob that is not", () => {
      const { config, errors } = parseConfig(
        'documents: { prd: ["prds\\\\*.md", "/prds/*.md", "../*.md", "!old/*.md", "prds/", "ok/*.md"] }',
        "seamwork.yaml",
      );
      assert.deepEqual(config.documents.prd.list, ["ok/*.md"]);
      assert.equal(errors.length, 5);
      assert.match(
        errors[0]!.message,
        /^Item 1 of `documents.prd` must be a glob that separates folders with `\/`/,
      );
    });

    it("wants lists where lists belong", () => {
      assert.match(
        errorOf("documents: { prd: prds/*.md }").message,
        /^`documents.prd` must be a list, such as \[prds\/\*\*\/\*\.md\], not `prds\/\*\.md`\.$/,
      );
      assert.match(
        errorOf("people: [lena]").message,
        /^`people` must be a map of handles, such as .*, not a list\.$/,
      );
    });

    it("finds an alias that two sections claim", () => {
      assert.deepEqual(errorsOf("sections: { aliases: { Why: [Pain], Questions: [pain] } }"), [
        "1:49 `pain` already means Why; a heading belongs to one section.",
      ]);
      const thrice = errorsOf(
        "sections: { aliases: { Why: [Pain], Questions: [pain], Assumptions: [Pain] } }",
      );
      assert.equal(thrice.length, 2);
      for (const one of thrice) assert.match(one, /already means Why;/);
    });

    it("finds an alias that two facets claim, and lets a section and a facet share one", () => {
      assert.deepEqual(errorsOf("facets: { aliases: { Why: [Pain], Accept: [pain] } }"), [
        "1:44 `pain` already means Why; a label belongs to one facet.",
      ]);
      assert.deepEqual(
        errorsOf("{ sections: { aliases: { Why: [Pain] } }, facets: { aliases: { Why: [Pain] } } }"),
        [],
      );
    });

    it("guesses no word of which two letters are others", () => {
      const { message, fixed } = errorOf("rules: { PRD403: exxor }");
      assert.doesNotMatch(message, /did you mean/);
      assert.equal(fixed, undefined);
      assert.match(errorOf("rules: { PRD403: errro }").message, /did you mean `error`\?/);
    });

    it("wants a day at least between two meetings, and not more than ten years", () => {
      const every = (days: number): string[] => errorsOf(`cadence: { weekly: { every: ${days} } }`);
      assert.deepEqual([every(1), every(3650)], [[], []]);
      for (const days of [0, 3651]) assert.match(every(days).join(), /1 to 3650/);
    });

    it("knows the kinds and guesses roles in reviews", () => {
      assertSlip(
        "reviews: { when: { secruity: [eng] } }",
        /must be a kind of constraint: perf, .* or time; did you mean `security`/,
        "reviews: { when: { security: [eng] } }",
      );
      assertSlip(
        "people: { a: { role: security } }\nreviews: { required: [eng, securty] }",
        /^Nobody in `people` has the role `securty`, only pm, eng or security; did you mean `security`\?$/,
        "people: { a: { role: security } }\nreviews: { required: [eng, security] }",
      );
    });

    it("wants a websocket address without question mark or password", () => {
      for (const server of [
        "https://example.com",
        "wss://",
        "wss://a:b@example.com",
        "wss://example.com/?t=1",
        "x",
      ]) {
        assert.match(
          errorOf(`live: { server: "${server}" }`).message,
          /such as wss:\/\/seamwork.example.com/,
          server,
        );
      }
    });

    it("reads on in a file of a later version, without complaining of what that version may know", () => {
      const { config, errors } = parseConfig(
        "version: 2\nteams: {}\nwaiting: { constraint: 3, hours: 2 }\n",
        "seamwork.yaml",
      );
      assert.deepEqual(
        errors.map(({ message }) => message),
        ["`version` is 2 and this Seamwork reads 1; update Seamwork, or write `version: 1`."],
      );
      assert.equal(config.waiting.constraint, 3);
    });

    it("wants keys, not one text or list", () => {
      for (const text of ["hello", "- a\n- b\n", "[]", "42"]) {
        assert.deepEqual(errorsOf(text), [
          "1:1 This file holds keys such as `version: 1` and `people:`, not one text or list.",
        ]);
      }
    });

    it("says several things in the order of the file", () => {
      const lines = parseConfig(
        "live: 3\nrules: { X: off }\nwaiting: { constraint: -1 }\npeopel: {}\n",
        "f",
      ).errors;
      assert.deepEqual(
        lines.map(({ line }) => line),
        [1, 2, 3, 4],
      );
    });
  });
});
