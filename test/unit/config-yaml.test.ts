import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { readFileSync } from "node:fs";
import { rounds } from "../long.ts";
import { cpuOf } from "./cpu.ts";

/** Lines that stand for "the rest of the file". */
const rest = "waiting: { constraint: 9 }\n";

/** That a text has these errors, as `line:column message`, and that what stands around them still holds. */
function assertRecovers(text: string, expected: readonly string[], people: readonly string[] = []): void {
  const { config, errors } = parseConfig(text, "seamwork.yaml");
  assert.deepEqual(
    errors.map(({ line, column, message }) => `${line}:${column} ${message}`),
    expected,
  );
  assert.equal(config.waiting.constraint, 9, "the rest of the file does not hold");
  assert.deepEqual([...config.people.keys()], people);
}

/** The text with the fixes of all its errors applied. */
function fixed(text: string): string {
  const { errors } = parseConfig(text, "seamwork.yaml");
  return errors.reduceRight((result, { fix }) => {
    assert.ok(fix);
    return result.slice(0, fix.edit.start) + fix.edit.newText + result.slice(fix.edit.end);
  }, text);
}

describe("seamwork.yaml that is not quite YAML", () => {
  it("reads handles without quotes and offers to quote them", () => {
    const text = `people:\n  @lena: { role: pm, manager: @omar }\n  @omar:\n    role: manager\n${rest}`;
    assertRecovers(
      text,
      [
        '2:3 Write handles in quotes: "@lena".',
        '2:31 Write handles in quotes: "@omar".',
        '3:3 Write handles in quotes: "@omar".',
      ],
      ["@lena", "@omar"],
    );
    assert.equal(parseConfig(text, "").config.people.get("@lena")?.manager, "@omar");
    assertRecovers(fixed(text), [], ["@lena", "@omar"]);
  });

  it("reads globs without quotes, which YAML takes for aliases, and offers to quote them", () => {
    const text = `documents:\n  prd: [**/*.md, "*.md"]\n  cycle:\n    - */cycle.md # all\n${rest}`;
    assertRecovers(text, [
      '2:9 Put a text that starts with `*` in quotes: "**/*.md".',
      '4:7 Put a text that starts with `*` in quotes: "*/cycle.md".',
    ]);
    assert.deepEqual(parseConfig(text, "").config.documents.prd.list, ["**/*.md", "*.md"]);
    assert.deepEqual(parseConfig(text, "").config.documents.cycle.list, ["*/cycle.md"]);
    assertRecovers(fixed(text), []);
  });

  it("offers no quotes where it cannot tell where the text ends", () => {
    const text = `documents:\n  prd:\n    - **/*.{md,mdx}\n    - ok/*.md\n${rest}`;
    assertRecovers(text, ["3:7 Put a text that starts with `*` in quotes."]);
    assert.equal(parseConfig(text, "").errors[0]?.fix, undefined);
    assert.deepEqual(parseConfig(text, "").config.documents.prd.list, ["ok/*.md"]);
  });

  it("keeps the first of two equal keys", () => {
    const text = `people:\n  mara: { role: eng }\n  mara: { role: pm }\n${rest}waiting: { constraint: 2 }\n`;
    assertRecovers(
      text,
      [
        "3:3 `mara` is already there above and can be there once; remove one of the two.",
        "5:1 `waiting` is already there above and can be there once; remove one of the two.",
      ],
      ["@mara"],
    );
    assert.equal(parseConfig(text, "").config.people.get("@mara")?.role, "eng");
  });

  it("reads no anchors, aliases and merges, and keeps what holds one", () => {
    assertRecovers(
      `people:\n  a: &base { role: eng }\n  b: *base\n  c: { <<: *base, name: C }\n  d: { <<: { role: pm }, role: eng }\n${rest}`,
      [
        "2:6 Anchors (`&`) and aliases (`*`) are not read in team data; write the value out.",
        "3:6 Anchors (`&`) and aliases (`*`) are not read in team data; write the value out.",
        "4:8 Merging with `<<` is not read in team data; write the values out.",
        "4:12 Anchors (`&`) and aliases (`*`) are not read in team data; write the value out.",
        "5:8 Merging with `<<` is not read in team data; write the values out.",
      ],
      ["@a", "@d"],
    );
  });

  it("reads no tags and directives", () => {
    assertRecovers(`%YAML 1.1\n---\nlive: { project: !!str growth, server: !env SERVER }\n${rest}`, [
      "1:1 A line that starts with `%` means nothing in team data; remove it.",
      "3:18 Put a text that starts with `!` in quotes.",
      "3:40 Put a text that starts with `!` in quotes.",
    ]);
  });

  it("reads indentation with tabs and asks for spaces once", () => {
    assertRecovers(
      `people:\n\tmara:\n\t\trole: eng\n\tlena:\n\t\trole: pm\n${rest}`,
      ["2:1 YAML is indented with spaces; replace the tabs at the start of the lines."],
      ["@mara", "@lena"],
    );
  });

  it("points at a quote that closes on a later line, where the mistake was made", () => {
    const text = `people:\n  mara: { name: "Mara, role: eng,\n    email: "mara@example.com" }\n`;
    const [error] = parseConfig(text, "").errors;
    assert.equal(
      `${error?.line}:${error?.column} ${error?.message}`,
      '2:17 This text ends on a later line; put the closing " where the text ends.',
    );
  });

  it("loses one line to a bracket or quote that is never closed", () => {
    const after = `  mara: { role: eng }\n${rest}`;
    assertRecovers(
      `people:\n  lena: { name: Lena, role: pm\n${after}`,
      ["2:9 This `{` has no `}`; close it where the list or map ends."],
      ["@mara"],
    );
    assertRecovers(
      `people:\n  lena: { name: "Lena, role: pm }\n${after}`,
      ['2:17 This text has no closing "; add it where the text ends.'],
      ["@mara"],
    );
    assertRecovers(
      `people:\n  lena: { name: 'Lena, role: pm }\n  nils: { name: 'Nils', role: eng }\n${after}`,
      ["2:17 This text has no closing '; add it where the text ends."],
      ["@nils", "@mara"],
    );
    assertRecovers(`rules: { PRD401: off\n${rest}`, [
      "1:8 This `{` has no `}`; close it where the list or map ends.",
    ]);
  });

  it("says once what is lost: nothing is asked that stands right where it cannot be read", () => {
    assertRecovers(`people:\n  lena:\n*eng\n${rest}`, [
      "3:1 Anchors (`&`) and aliases (`*`) are not read in team data; write the value out.",
    ]);
  });

  it("loses nothing to a bracket too many", () => {
    assertRecovers(
      `people: { mara: { role: eng } }}\n${rest}`,
      ["1:32 This `}` closes nothing that is open; remove it."],
      ["@mara"],
    );
  });

  it("loses one value to a missing comma or an unquoted colon", () => {
    const message =
      "Between { } and [ ], put commas between the entries and quotes around a text with `: ` in it.";
    assertRecovers(
      `people: { lena: { role: pm, name: Lena: x }, mara: { role: eng } }\n${rest}`,
      [`1:35 ${message}`],
      ["@lena", "@mara"],
    );
    assertRecovers(`rules: { PRD401: off PRD402: error }\n${rest}`, [`1:18 ${message}`]);
  });

  it("loses one person to a line without colon, and does not complain of what that line would have said", () => {
    assertRecovers(
      `people:\n  lena:\n    role pm\n    name: Lena\n  mara:\n    role: eng\n${rest}`,
      ["3:5 This is not a key and a value; write `key: value`, with a space after the colon."],
      ["@mara"],
    );
    assertRecovers(
      `people:\n  lena:\n    role:pm\n  mara:\n    role: eng\n${rest}`,
      ["3:5 `people.lena` must be a map with the keys name, role, email, manager and left, not `role:pm`."],
      ["@mara"],
    );
  });

  it("loses what is nested under a broken key, and no more", () => {
    assertRecovers(`rules\n  PRD401: off\n${rest}`, [
      "1:1 This is not a key and a value; write `key: value`, with a space after the colon.",
    ]);
  });

  it("loses what is nested too deeply to be team data", () => {
    const steps = Array.from({ length: 300 }, (_, level) => `${" ".repeat(level + 1)}a:\n`).join("");
    assertRecovers(`rules:\n${steps}${rest}`, [
      "2:2 `a` in `rules` must be a rule code, such as PRD403.",
      "33:33 Team data has lists and maps at most 32 deep; this one is deeper.",
    ]);
  });

  it("loses the line of an anchor or tag that spoils the lines behind it", () => {
    assertRecovers(
      `people:\n  &lena: { role: pm }\n  mara: { role: eng }\n${rest}`,
      ["2:3 Put a text that starts with `&` in quotes."],
      ["@mara"],
    );
  });

  it("points at a line that is indented differently", () => {
    assertRecovers(
      `people:\n  lena: { role: pm }\n   nils: { role: eng }\n  mara: { role: eng }\n${rest}`,
      ["3:4 This line is indented differently from its neighbours; begin them in one column."],
      ["@lena", "@mara"],
    );
  });

  it("reads the first of two documents", () => {
    assertRecovers(`${rest}---\nversion: 1\n`, [
      "2:1 `---` begins a second document and only the first is read; remove it.",
    ]);
  });

  it("reads keys below many blank lines", () => {
    assertRecovers(`rules:\n  PRD401: off\n${`${" ".repeat(60)}\n`.repeat(40)}${rest}`, []);
  });

  it("accepts JSON-like brackets over several lines", () => {
    assertRecovers(
      `people: {\n  lena: { role: pm },\n  mara: { role: eng }\n}\n${rest}`,
      [],
      ["@lena", "@mara"],
    );
  });

  it("survives names that objects are made with", () => {
    assertRecovers(
      `__proto__: { polluted: 1 }\npeople: { constructor: { role: eng }, toString: { role: pm } }\n${rest}`,
      ["1:1 A key is one word or a text in quotes; this is neither."],
      ["@constructor", "@toString"],
    );
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  });
});

describe("seamwork.yaml that is no team data at all", () => {
  const units = 65_536;
  const tooDeep = /^Team data has lists and maps at most 32 deep; this one is deeper\.$/;
  const tooLong = /^Team data has at most 65,536 characters; this file has more\.$/;
  const hostile: Record<string, { text: string; says: RegExp }> = {
    "a NUL": { text: "version: 1\0", says: /plain text; this file holds a control character/ },
    "10 MB": { text: "version: 1 #".padEnd(10 * 1024 * 1024, "x"), says: tooLong },
    "100,000 lists in lists": { text: `rules: ${"[".repeat(100_000)}`, says: tooLong },
    "60,000 lists in lists": { text: `rules: ${"[".repeat(60_000)}`, says: /^This `\[` has no `\]`/ },
    "30,000 lists in lists that are closed": {
      text: `rules: ${"[".repeat(30_000)}${"]".repeat(30_000)}`,
      says: tooDeep,
    },
    "16,000 maps in maps": { text: "{a: ".repeat(16_000), says: /^This `\{` has no `\}`/ },
    "32,768 lists in one line": { text: "- ".repeat(units / 2), says: tooDeep },
    "32,768 keys of keys": { text: "? ".repeat(units / 2), says: tooDeep },
    "21,845 maps in one line": {
      text: "a: ".repeat(units / 3),
      says: /^There is a second `: ` in this value/,
    },
    "only quotes": { text: '"'.repeat(units), says: /not YAML/ },
  };
  for (const [name, { text, says }] of Object.entries(hostile)) {
    it(`says one thing about ${name}, in less than a second`, () => {
      const { config, errors } = parseConfig(text, "seamwork.yaml");
      assert.equal(errors.length, 1);
      assert.match(errors[0]!.message, says);
      assert.deepEqual(config, defaultConfig);
      const spent = cpuOf(() => parseConfig(text, "seamwork.yaml"));
      assert.ok(spent < 1000, `${spent} ms of CPU`);
    });
  }

  const costly: Record<string, string> = {
    "closing brackets": "]".repeat(units),
    "open quotes": 'a: "x\n'.repeat(units / 6),
    "open lists": "a: [\n".repeat(units / 5),
    "second colons": "a: b: c\n".repeat(units / 8),
    directives: "%a b\n".repeat(units / 5),
    anchors: "&a ".repeat(units / 3),
    "one key again and again": "a: 1\n".repeat(units / 5),
    "keys that nobody knows": Array.from({ length: units / 8 }, (_, key) => `${key}: 1\n`)
      .join("")
      .slice(0, units),
    "an alias bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "b: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n".repeat(2000),
  };
  for (const [name, text] of Object.entries(costly)) {
    it(`spends no more than one second on 64 KB of ${name}, and says at most 50 things`, () => {
      const { errors } = parseConfig(text, "seamwork.yaml");
      assert.ok(errors.length >= 1 && errors.length <= 50);
      const spent = cpuOf(() => parseConfig(text, "seamwork.yaml"));
      assert.ok(spent < 1000, `${spent} ms of CPU`);
    });
  }

  it("never throws, and every error lies within the text and is one sentence", () => {
    const whole = readFileSync("docs/example/seamwork.yaml", "utf8");
    const snippets = [
      "[",
      "]",
      "{",
      "}",
      '"',
      "'",
      ": ",
      "\n",
      "\r\n",
      "\t",
      "@",
      "*",
      "&a ",
      "!x ",
      "- ",
      "? ",
      "<<: ",
      "#",
      "|",
      ">",
      "%",
      "---\n",
      "\uFEFF",
      "\ud800",
      "  ",
      "off",
      "role",
    ];
    const edit = fc.record({ at: fc.nat(whole.length), cut: fc.nat(12), text: fc.constantFrom(...snippets) });
    const changed = fc
      .array(edit, { minLength: 1, maxLength: 6 })
      .map((edits) =>
        edits.reduce(
          (text, { at, cut, text: added }) => text.slice(0, at) + added + text.slice(at + cut),
          whole,
        ),
      );
    const soup = fc
      .array(fc.constantFrom(...snippets, "people", "rules", "a", "1"), { maxLength: 60 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(changed, soup, fc.string({ unit: "binary" })), (text) => {
        const { errors } = parseConfig(text, "seamwork.yaml");
        for (const { start, end, line, column, message, fix } of errors) {
          assert.ok(0 <= start && start <= end && end <= text.length, message);
          assert.ok(line >= 1 && column >= 1);
          assert.match(message, /^[A-Z`].*[.?]$/s);
          assert.ok(!message.includes("undefined") && !message.includes("\n"), message);
          if (fix) assert.ok(fix.edit.start <= fix.edit.end && fix.edit.end <= text.length);
        }
      }),
      { numRuns: rounds(375, 1500) },
    );
  });

  it("holds all entries but the one line that a random slip of one character damages", () => {
    const people = Array.from(
      { length: 9 },
      (_, n) => `  "@p${n}": { name: "Person ${n}", role: eng, email: p${n}@example.com }`,
    );
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.nat(60),
        fc.constantFrom("", "[", "]", "{", "}", '"', "'", ": ", "@", "*", "&", "!", ","),
        (n, at, text) => {
          const line = people[n]!;
          const place = 2 + (at % (line.length - 2));
          const lines = [...people];
          lines[n] = line.slice(0, place) + text + line.slice(place + 1);
          const { config } = parseConfig(
            `version: 1\npeople:\n${lines.join("\n")}\n${rest}`,
            "seamwork.yaml",
          );
          assert.equal(config.waiting.constraint, 9);
          for (let other = 0; other < 9; other++) {
            if (other !== n) assert.ok(config.people.has(`@p${other}`), `@p${other} is lost: ${lines[n]}`);
          }
        },
      ),
      { numRuns: rounds(150, 600) },
    );
  });
});
