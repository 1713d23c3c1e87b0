import assert from "node:assert/strict";
import { slipOf } from "../../../src/core/document/header-slips.ts";
import { checked, withHeader } from "./checked.ts";
import { cpuOf } from "../cpu.ts";

const team = `people:
  "@lena": { name: Lena Ortiz, role: pm, email: lena@example.com }
  "@mara": { name: Mara Lind, role: eng, email: mara@example.com }
`;
const header = (lines: string): string =>
  withHeader(lines.includes("status:") ? lines : `status: draft\n${lines}`);

describe("PRD003 header-field", () => {
  const slips: [string, string | undefined][] = [
    ...([
      ["stauts", "status"],
      ["Status", "status"],
      ["statu", "status"],
      ["PRD", "prd"],
      ["egn", "eng"],
    ] as [string, string][]),
    ...([
      ["efort", "effort"],
      ["cycles", "cycle"],
      ["lanuch", "launch"],
      ["engineer", "eng"],
    ] as [string, string][]),
    // What teams call other things.
    ...["budget", "end", "tags", "owner", "date", "state", "pmo", "team", "theme", "env"].map(
      (word) => [word, undefined] as [string, undefined],
    ),
  ];
  for (const [written, meant] of slips) {
    it(`${written} is ${meant === undefined ? "a field of the team" : `meant to be ${meant}`}`, () => {
      assert.equal(slipOf(written), meant);
    });
  }

  it("reads title as an alias of name", () => {
    assert.deepEqual(checked("PRD003", header("title: Exports")).messages, []);
  });

  it("knows a person by a first name that was written as a handle", () => {
    const known = `people:\n  "@lo": { name: Lena Ortiz, role: pm }\n  "@mara": { name: Mara Lind, role: eng }\n`;
    const text = header('pm: "@lena"');
    assert.equal(checked("PRD003", text, { team: known }).after(), text.replace("@lena", "@lo"));
  });

  it("renames by itself only what changes nothing else", () => {
    const safe = (text: string): boolean | undefined => checked("PRD003", text).problems[0]?.fixable;
    assert.equal(safe(withHeader("stauts: draft")), true);
    assert.equal(safe(withHeader("stauts: agreed")), false, "the PRD would be agreed all at once");
    assert.equal(safe(header("efort: 3w")), true);
    assert.equal(safe(header("efort: 3 weeks")), false, "the value would be the next problem");
    const options =
      "\n## Feasibility\n\n| Option | Time | Trade-off | Chosen |\n| --- | --- | --- | --- |\n| F1 | 1w | a | yes |\n";
    assert.equal(safe(header("efort: 3w") + options), false, "it may differ from what the options say");
  });

  it("writes by itself a day or an effort that can be meant in one way only, and no other value", () => {
    const safe = (line: string): boolean | undefined => checked("PRD003", header(line)).problems[0]?.fixable;
    for (const line of [
      "paired: 2026/7/6",
      "launch: 2026/9/5",
      "effort: 3 weeks",
      "status: drafts",
      "status: shipped",
    ])
      assert.equal(safe(line), true, line);
    for (const line of ["status: done", "bucket: Product", "prd: prd 42"])
      assert.equal(safe(line), false, line);
  });

  it("reads a status in any case", () => {
    assert.deepEqual(checked("PRD003", header("status: Draft")).messages, []);
    assert.deepEqual(checked("PRD003", header("status: In-Review")).messages, []);
  });

  it("leaves a slip alone where the field itself is there too", () => {
    assert.deepEqual(checked("PRD003", withHeader("status: draft\nstauts: agreed")).messages, []);
  });

  /** A line of the header, what is said about it, and what the line is after the fix. */
  const values: [string, RegExp, string?][] = [
    ["status: Agreed", /`Agreed`; it is read as `agreed`/, "status: agreed"],
    ["status: in review", /read as `in-review`/, "status: in-review"],
    ["status: shipped", /read as `launched`/, "status: launched"],
    ["status: “Agreed”", /read as `agreed`/, "status: agreed"],
    ["status: [Agreed]", /is a list, and takes one value; it is read as `agreed`/, "status: agreed"],
    [
      "status: done",
      /not a status; it can be `draft`, `in-review`.*`closed` or `parked`.*Did you mean `launched`\?/,
      "status: launched",
    ],
    ["status: drafft", /mean `draft`/, "status: draft"],
    ["status: aggreed", /mean `agreed`/, "status: agreed"],
    ["status: xyzzy", /What should it be\?/],
    ["status:", /no `status`, so it is read as a draft/, "status: draft"],
    ["status: [draft, agreed]", /`status` takes one value and has 2/],
    ["status: {a: b}", /`status` holds something that cannot be read; could you write one text\?/],
    ["eng: {a: b}", /could you write a handle or a list of handles, such as `eng: "@lena"`\?/],
    ["prd: prd 42", /capital letters, a hyphen and a number.*mean `PRD-42`/, "prd: PRD-42"],
    ["prd: OSAC_1110", /mean `OSAC-1110`/, "prd: OSAC-1110"],
    ["prd: 42", /What should it be\?/],
    ["prd:", /`prd` is empty/],
    ["launch: 2026-02-30", /not a day; write year, month and day.*What should it be\?/],
    ["launch: 2026-Q3", /What should it be\?/],
    ["launch: 2026/9/5", /mean `2026-09-05`/, "launch: 2026-09-05"],
    ["launch: Sept 15, 2026", /mean `2026-09-15`/, "launch: 2026-09-15"],
    ["launch: 15 September 2026", /mean `2026-09-15`/, "launch: 2026-09-15"],
    ["launch: 9/25/2026", /mean `2026-09-25`/, "launch: 2026-09-25"],
    ["launch: 25/9/2026", /mean `2026-09-25`/, "launch: 2026-09-25"],
    ["launch: 2/3/2026", /What should it be\?/],
    ["launch: 2.3.2026", /mean `2026-03-02`/, "launch: 2026-03-02"],
    ['paired: "2026-07-06T09:00"', /mean `2026-07-06`/, "paired: 2026-07-06"],
    ["effort: 3 weeks", /number and `d`, `w` or `m`.*mean `3w`/, "effort: 3w"],
    ["effort: a month", /mean `1m`/, "effort: 1m"],
    ["effort: 2,5 days", /mean `2.5d`/, "effort: 2.5d"],
    ["effort: large", /What should it be\?/],
    ["bucket: Product", /mean `product`/, "bucket: product"],
    ["bucket: tech debt", /`health` \(debt, infrastructure, tooling\).*mean `health`/, "bucket: health"],
    ["eng: @mara", /in quotes/, 'eng: "@mara"'],
    ["eng: [@mara, @tom]", /in quotes/, 'eng: ["@mara", @tom]'],
    ["eng: @mara, @tom", /Write a list: `\["@mara", "@tom"\]`/, 'eng: ["@mara", "@tom"]'],
    ["eng: mara and tom", /Write a list/, 'eng: ["@mara", "@tom"]'],
    ["eng: Mara Lind", /not a handle; write a word such as `"@lena"`/],
    ["name: Lunch: who eats when", /has a colon in it/, 'name: "Lunch: who eats when"'],
    ["name: `code`", /YAML keeps for itself/, 'name: "`code`"'],
    ["owner: @ines", /in quotes/, 'owner: "@ines"'],
  ];
  for (const [line, message, after] of values) {
    it(line, () => {
      const run = checked("PRD003", header(line));
      assert.match(run.messages[0] ?? "", message);
      if (after === undefined) assert.deepEqual(run.fixes(), []);
      else assert.equal(run.after(), header(line).replace(line, after));
    });
  }

  for (const line of [
    ...[
      "status: parked",
      "prd: OSAC-1110",
      "effort: 0.5d",
      "effort: 12w",
      "bucket: ops",
      "launch: 2024-02-29",
    ],
    ...[
      "cycle: 2026-Q3",
      "eng: mara",
      'eng: ["@mara", "tom"]',
      "budget: 40k",
      "paired:",
      "effort:",
      "status: 'draft' # x",
    ],
  ]) {
    it(`${line} is right`, () => assert.deepEqual(checked("PRD003", header(line)).messages, []));
  }

  it("asks for a status that is not there, in its place", () => {
    const text = '---\nprd: PRD-1\nschema: prd/1\npm: "@lena"\n---\n';
    const { messages, after } = checked("PRD003", text);
    assert.match(messages[0] ?? "", /no `status`/);
    assert.equal(after(), text.replace("pm:", "status: draft\npm:"));
  });

  it("lets the second of two equal fields go", () => {
    const text = header("launch: 2026-09-15\nlaunch: 2026-10-01");
    const { places, after } = checked("PRD003", text);
    assert.deepEqual(places, ["launch"]);
    assert.equal(after(), header("launch: 2026-09-15"));
  });

  it("finds people whom the team does not know, by handle, name and address", () => {
    const one = (value: string): string =>
      checked("PRD003", header(`eng: ${value}`), { team }).messages.join();
    assert.equal(one('"@mara"'), "");
    assert.equal(one("MARA"), "");
    assert.equal(one('"@lena"'), "", "who does what is not this rule's question");
    assert.match(one("mrara"), /does not know; an engineer there is `@mara`\. Did you mean `@mara`\?/);
    assert.match(one("Mara Lind"), /not a handle.*mean `@mara`/);
    assert.match(one("mara@example.com"), /mean `@mara`/);
    assert.match(one("zoe"), /What should it be\?/);
  });

  it("says that nobody has the role yet", () => {
    const text = header("eng: zoe");
    const [message] = checked("PRD003", text, { team: 'people:\n  "@lena": { role: pm }\n' }).messages;
    assert.match(message ?? "", /no one there is an engineer yet/);
  });

  it("reads a header full of mistakes without working long at it", () => {
    const lines = (count: number, line: (index: number) => string): string =>
      header(Array.from({ length: count }, (_, index) => line(index)).join("\n"));
    for (const text of [
      lines(600, (index) => `stauts${index % 2}: @x`),
      lines(600, () => "pm: @lena: x"),
      header(`eng: ${"éand".repeat(3000)}!`),
      header(`eng: [${"@a, ".repeat(3000)}]`),
    ]) {
      const spent = cpuOf(() => checked("PRD003", text));
      assert.ok(spent < 5000, `${spent} ms of CPU: ${text.slice(60, 100)}`);
    }
  });

  it("reads a header in which every line is wrong, and says it once for each", () => {
    const text = "---\nprd: a: b\nstatus: c: d\npm: @x: y\n\ttab: 1\neng: *none\n? \n---\n";
    const lines = checked("PRD003", text).problems.map(
      ({ start }) => text.slice(0, start).split("\n").length,
    );
    assert.ok(lines.length <= 12, String(lines));
    assert.ok(
      [2, 3, 4].every((line) => lines.includes(line)),
      String(lines),
    );
  });
});
