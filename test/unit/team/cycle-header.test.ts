import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { nextCycleId, periodOf } from "../../../src/core/facts/period.ts";
import { fixed } from "../rules/fixed.ts";
import { cycleText as cycle } from "./cycle-text.ts";

const today = "2026-08-01";

function checked(code: string, text: string, config = defaultConfig) {
  const document = parseDocument(text, config);
  const options = { config, today, rules: allRules };
  const problems = checkDocument(document, options).filter((one) => one.code === code);
  return {
    messages: problems.map(({ message }) => message),
    places: problems.map(({ start, end }) => text.slice(start, end)),
    after: problems.map((one) => fixesFor(one, document, options).map((fix) => fixed(text, fix))),
  };
}

describe("the header of a cycle", () => {
  it("has nothing to ask about when all is there", () => {
    for (const code of ["PRD002", "PRD003", "PRD009", "PRD501", "PRD503"])
      assert.deepEqual(checked(code, cycle({})).messages, [], code);
    assert.deepEqual(checked("PRD003", cycle({ health: "25.5%", status: "planned" })).messages, []);
  });

  const values: [Record<string, string>, RegExp, string | undefined][] = [
    [
      { from: "1 July 2026" },
      /`from` is `1 July 2026`, which is not a day.*mean `2026-07-01`/,
      "from: 2026-07-01",
    ],
    [{ to: "2026-09-31" }, /`to` is `2026-09-31`, which is not a day.*What should it be\?/, undefined],
    [{ capacity: "60 weeks" }, /which is not an effort.*mean `60w`/, "capacity: 60w"],
    [{ capacity: "enough" }, /`capacity` is `enough`, which is not an effort.*What should it be/, undefined],
    [{ capacity: "1000000w" }, /which is not an effort.*What should it be/, undefined],
    [{ capacity: "0w" }, /leaves no time for anything/, undefined],
    [{ product: "most" }, /`product` is `most`, which is not a share.*What should it be/, undefined],
    [{ product: "140" }, /which is not a share/, undefined],
    [{ product: "-5" }, /which is not a share/, undefined],
    [{ ops: "15 percent" }, /mean `15`/, "ops: 15"],
    [{ ops: "14,5" }, /mean `14.5`/, "ops: 14.5"],
    [{ cycle: "Q3 2026" }, /`cycle` is `Q3 2026`, which is not an id.*mean `Q3-2026`/, "cycle: Q3-2026"],
    [{ cycle: "" }, /`cycle` is empty\. Which id does this cycle have\?/, undefined],
    [{ from: "" }, /2026-Q3 has no `from`\. On which day does it begin\?/, "from: 2026-07-01"],
    [{ to: "" }, /2026-Q3 has no `to`\. Which is its last day\?/, "to: 2026-09-30"],
    [{ capacity: "" }, /2026-Q3 has no `capacity`/, "capacity: 60w"],
    [{ ops: "" }, /The split has no `ops`/, "ops: 15"],
    [{ to: "2026-06-30" }, /2026-Q3 ends on 2026-06-30, before it begins on 2026-07-01/, "from: 2026-06-30"],
    [{ product: "[60, 65]" }, /`product` takes one value and has 2/, undefined],
  ];
  for (const [lines, message, after] of values) {
    it(`asks about ${JSON.stringify(lines)}`, () => {
      const found = checked("PRD003", cycle(lines));
      assert.equal(found.messages.length, 1, found.messages.join("\n"));
      assert.match(found.messages[0] ?? "", message);
      const [text] = found.after[0] ?? [];
      if (after === undefined) assert.equal(text, undefined);
      else assert.ok(text?.split("\n").includes(after), text);
    });
  }

  it("asks once for a split that is not there, and once for a misspelt field", () => {
    const none = checked("PRD003", cycle({ product: undefined, health: undefined, ops: undefined }));
    assert.match(none.messages.join("\n"), /^Nothing says how this capacity is split/);
    assert.match(none.after[0]?.[0] ?? "", /\ncapacity: 60w\nproduct: 60\nhealth: 25\nops: 15\n---\n$/);
    const slip = checked("PRD003", cycle({ capacity: undefined, capcity: "60w" }));
    assert.deepEqual(slip.messages, ["`capcity` is not a field; did you mean `capacity`?"]);
  });

  it("is read with Windows line ends", () => {
    const text = cycle({ product: undefined, health: undefined, ops: undefined }).replaceAll("\n", "\r\n");
    assert.match(checked("PRD003", text).after[0]?.[0] ?? "", /product: 60\r\nhealth: 25\r\nops: 15\r\n---/);
  });

  it("says by which rules it is read", () => {
    assert.match(checked("PRD009", cycle({ schema: "prd/1" })).messages[0] ?? "", /Write `schema: cycle\/1`/);
    assert.match(
      checked("PRD009", cycle({ schema: "cycle/2" })).messages[0] ?? "",
      /newer than this Seamwork/,
    );
    const retro = checked("PRD009", "---\nretro: RETRO-7\n---\n");
    assert.equal(retro.after[0]?.[0], "---\nretro: RETRO-7\nschema: retro/1\n---\n");
  });
});

describe("the header of a retro", () => {
  const retro = (lines: string): string => `---\nschema: retro/1\n${lines}\n---\n`;

  it("is asked about its id, its launch and its people", () => {
    const { config } = parseConfig('people:\n  "@lena": { name: Lena, role: pm }\n', "seamwork.yaml");
    const messages = (lines: string): string => checked("PRD003", retro(lines), config).messages.join("\n");
    assert.equal(messages('retro: RETRO-7\nlaunch: 2026-08-01\npm: "@lena"'), "");
    assert.match(messages("retro: retro 7"), /mean `RETRO-7`/);
    assert.match(messages("retro:"), /`retro` is empty/);
    assert.match(messages("retro: RETRO-7\nlaunch: soon"), /`launch` is `soon`, which is not a day/);
    assert.match(messages('retro: RETRO-7\npm: "@zoe"'), /`seamwork.yaml` does not know/);
  });
});

describe("the rules of a PRD on a cycle", () => {
  const section = (lines: string): string => cycle({}, `\n# 2026-Q3\n\n${lines}\n`);
  const problems = (text: string): string[] =>
    checkDocument(parseDocument(text, defaultConfig), { config: defaultConfig, today, rules: allRules }).map(
      ({ code }) => code,
    );

  it("never ask for what only a PRD has", () => {
    const text = section("## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n| Queue | ops | 4w |");
    for (const code of problems(text)) assert.doesNotMatch(code, /^PRD(?:00[1246]|1|2|30[1-5])/);
  });

  it("find ids that are there twice or nowhere", () => {
    const twice = section(
      "## Disagreements\n\n- **D1** tier 1, @a and @b, 2026-07-30: x.\n- **D1** tier 1: y.",
    );
    assert.ok(problems(twice).includes("PRD007"));
    const gone = section("## Disagreements\n\n- **D1** tier 1, @a and @b, 2026-07-30: see D4.");
    assert.ok(problems(gone).includes("PRD008"));
  });

  it("take ids of other documents for what they are", () => {
    const said = [
      "D3 of PRD-042 opened",
      "D3 and D4 of PRD-042 opened",
      "PRD-042 D3 opened",
      "PRD-042's D3, see PRD-043",
      "[PRD-042](../prds/a.md) D3 and D4",
      "D3 of 2026-Q2 goes on",
    ];
    for (const one of said) {
      const text = section(
        `## Disagreements\n\n- **D1** tier 1, @a and @b, 2026-07-30: x.\n\n## Cadence\n\n- 2026-07-06 weekly @a @b: ${one}`,
      );
      assert.ok(!problems(text).includes("PRD008"), one);
    }
  });
});

describe("the calendar of cycles", () => {
  const periods: [string, string, string][] = [
    ["2026-Q1", "2026-01-01", "2026-03-31"],
    ["2026-Q4", "2026-10-01", "2026-12-31"],
    ["2026-h2", "2026-07-01", "2026-12-31"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2027-02", "2027-02-01", "2027-02-28"],
    ["2100-02", "2100-02-01", "2100-02-28"],
    ["2026-12", "2026-12-01", "2026-12-31"],
  ];
  for (const [id, from, to] of periods)
    it(`${id} is ${from} to ${to}`, () => {
      assert.deepEqual(periodOf(id), { from, to });
    });

  it("knows no other names", () => {
    for (const id of ["2026-Q5", "2026-13", "2026-00", "Sprint-9", "2026", "", "0001-Q1"])
      assert.equal(periodOf(id), undefined, id);
  });

  const next: [string, string | undefined][] = [
    ["2026-Q3", "2026-Q4"],
    ["2026-Q4", "2027-Q1"],
    ["2026-H2", "2027-H1"],
    ["2026-12", "2027-01"],
    ["2026-08", "2026-09"],
    ["Sprint-9", "Sprint-10"],
    ["C09", "C10"],
    ["2026-13", "2026-14"],
    ["Spring", undefined],
  ];
  for (const [id, after] of next)
    it(`${id} is followed by ${after}`, () => {
      assert.equal(nextCycleId(id), after);
    });
});
