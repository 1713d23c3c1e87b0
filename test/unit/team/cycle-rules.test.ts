import assert from "node:assert/strict";
import { checkDocument, checkInWorkspace } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import type { Fix, Problem } from "../../../src/core/problem.ts";
import { agreeEdits } from "../../../src/core/writing/team/agree.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { fixed } from "../rules/fixed.ts";
import { cycleText, read, workspace } from "./cycle-text.ts";

const { config: team } = parseConfig(
  `people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@tom": { name: Tom, role: eng }
  "@zoe": { name: Zoe, role: eng, left: 2026-06-01 }
  "@omar": { name: Omar, role: manager }
`,
  "seamwork.yaml",
);

interface Circumstances extends Partial<CheckOptions> {
  readonly others?: Readonly<Record<string, string>>;
  readonly path?: string;
}

function checked(code: string, text: string, { others = {}, path = "c.md", ...more }: Circumstances = {}) {
  const options = { config: defaultConfig, today: "2026-08-01", rules: allRules, ...more };
  const document = read(text);
  const index = workspace({ ...others, [path]: text });
  const problems = [
    ...checkDocument(document, options),
    ...checkInWorkspace(document, path, index, options),
  ].filter((one) => one.code === code);
  return {
    problems,
    messages: problems.map(({ message }) => message),
    places: problems.map(({ start, end }) => text.slice(start, end)),
    fixes: (at = 0): Fix[] => fixesFor(problems[at] as Problem, document, options, { path, index }),
  };
}

const agreement = (...lines: string[]): string =>
  `\n# 2026-Q3\n\n## Agreement\n\n${lines.map((line) => `- ${line}\n`).join("")}`;
const agreed = (who: string, split = "p60 h25 o15"): string => `**Agreed** ${who}, 2026-06-28 \`${split}\``;

describe("PRD502 split-not-agreed", () => {
  const messages = (body: string, more: Circumstances = {}): string[] =>
    checked("PRD502", cycleText({}, body), { config: team, ...more }).messages;

  it("is content with one person of each side", () => {
    assert.deepEqual(messages(agreement(agreed("@lena"), agreed("@mara"))), []);
    assert.deepEqual(messages(agreement(agreed("@Lena"), agreed("@MARA"), agreed("@omar"))), []);
  });

  it("says which side is missing, and whose turn it is", () => {
    const one = checked("PRD502", cycleText({}, agreement(agreed("@mara"), agreed("@omar"))), {
      config: team,
    });
    assert.deepEqual(one.messages, [
      "Only engineering has agreed this split. Does product agree to `p60 h25 o15`?",
    ]);
    assert.equal(one.problems[0]?.owner, "product");
    const none = checked("PRD502", cycleText({}, "\n# 2026-Q3\n"), { config: team });
    assert.deepEqual(
      none.problems.map(({ owner }) => owner),
      ["product", "engineering"],
    );
  });

  it("waits until planning is due while nobody has agreed", () => {
    const later = cycleText({ from: "2026-10-01", to: "2026-12-31" }, "\n# Q4\n");
    const count = (text: string, today: string): number =>
      checked("PRD502", text, { config: team, today }).messages.length;
    assert.equal(count(later, "2026-09-25"), 0);
    assert.equal(count(later, "2026-09-26"), 2);
    const begun = later.replace("# Q4\n", `# Q4\n\n## Agreement\n\n- ${agreed("@lena")}\n`);
    assert.equal(count(begun, "2026-09-01"), 1, "the other side is asked at once");
    assert.equal(count(begun, "2027-01-01"), 0, "a cycle that is over is not asked about");
  });

  it("knows sides by the pairs where no file names the team, and counts people where nothing does", () => {
    const pairs = "\n## Pairs\n\n| Item | PM | Engineer |\n| --- | --- | --- |\n| PRD-1 | @ann | @bob |\n";
    const count = (body: string): string[] => messages(body, { config: defaultConfig });
    assert.equal(count(agreement(agreed("@ann"))).length, 1);
    assert.deepEqual(count(agreement(agreed("@ann"), agreed("@cy"))), []);
    assert.match(count(agreement(agreed("@bob")) + pairs)[0] ?? "", /^Only engineering/);
    assert.deepEqual(count(agreement(agreed("@ann"), agreed("@bob")) + pairs), []);
    assert.deepEqual(count(agreement(agreed("@bob"), agreed("@bob")) + pairs).length, 1);
  });

  it("asks about somebody whom the team does not know", () => {
    const found = checked("PRD502", cycleText({}, agreement(agreed("@lena"), agreed("@marra"))), {
      config: team,
    });
    assert.match(
      found.messages.join("\n"),
      /@marra agreed to this split, and `seamwork.yaml` does not know them\. Did you mean @mara\?/,
    );
    assert.ok(found.places.includes("@marra"));
    assert.match(found.messages.join("\n"), /Only product has agreed/);
  });

  it("counts what somebody agreed to before a renegotiation, and what they agreed to anew", () => {
    const renegotiated =
      "\n## Renegotiations\n\n- **N1** @lena and @mara, 2026-07-10: product 60 to 55, ops 15 to 20. Because of June.\n";
    const text = (mara: string): string =>
      cycleText(
        { product: "55", ops: "20" },
        agreement(agreed("@lena"), agreed("@mara", mara)) + renegotiated,
      );
    for (const split of ["p60 h25 o15", "p55 h25 o20"])
      for (const code of ["PRD502", "PRD503"])
        assert.deepEqual(checked(code, text(split), { config: team }).messages, [], code);
    assert.match(
      checked("PRD502", text("p40 h40 o20"), { config: team }).messages[0] ?? "",
      /@mara agreed to `p40 h40 o20`/,
    );
  });

  it("tells a third person's other split apart from a missing side", () => {
    const found = messages(agreement(agreed("@lena"), agreed("@mara"), agreed("@tom", "p50 h35 o15")));
    assert.deepEqual(found, [
      "@tom agreed to `p50 h35 o15`, and the others to `p60 h25 o15`. Does that hold for @tom too?",
    ]);
  });

  it("is silent while somebody of the side is asked, until the day has passed", () => {
    const asked = (day: string): string =>
      `${agreement(agreed("@lena"))}\n## Questions\n\n- **Q1** (@tom, by ${day}): do you agree to \`p60 h25 o15\`?\n`;
    assert.deepEqual(messages(asked("2026-08-05")), []);
    assert.equal(messages(asked("2026-07-31")).length, 1);
    const answered = asked("2026-08-05").replace("?\n", "? Answered @tom 2026-08-01: not yet.\n");
    assert.equal(messages(answered).length, 1);
  });

  it("lets each engineer who is still here agree as themselves, and nobody in another's name", () => {
    const text = cycleText({}, agreement(agreed("@lena")));
    const fixes = checked("PRD502", text, { config: team }).fixes();
    assert.deepEqual(
      fixes.map(({ title, onlyFor }) => [title, onlyFor]),
      [
        ["Agree to p60 h25 o15 as @mara", "@mara"],
        ["Agree to p60 h25 o15 as @tom", "@tom"],
        ["Ask engineering to agree", undefined],
      ],
    );
    assert.equal(
      fixed(text, fixes[0] as Fix),
      applyEdits(text, agreeEdits(read(text), "@mara", "2026-08-01")),
    );
  });
});

describe("PRD504 planned-unlike-agreed", () => {
  const rows = (...lines: string[]): string =>
    `\n# Q\n\n## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n${lines.map((line) => `| ${line} |\n`).join("")}`;

  it("speaks from more than ten points on, of what is agreed now", () => {
    const plan = (product: number): string =>
      cycleText(
        {},
        rows(`A | product | ${product}d`, `B | health | ${100 - product - 15}d`, "C | ops | 15d"),
      );
    assert.deepEqual(checked("PRD504", plan(70)).messages, []);
    const [message] = checked("PRD504", plan(71)).messages;
    assert.equal(
      message,
      "Product work is 71% of what is planned, against 60% in the header. Most of it is A (14.2 weeks): what gives way?",
    );
    const both = agreement(agreed("@lena"), agreed("@mara")) + rows("A | product | 71d", "B | health | 29d");
    assert.match(checked("PRD504", cycleText({}, both)).messages[0] ?? "", /against 60% agreed/);
    const changed = `${both}\n## Renegotiations\n\n- **N1** @lena and @mara, 2026-07-10: product 60 to 65, ops 15 to 10. Because of June.\n`;
    assert.deepEqual(checked("PRD504", cycleText({ product: "65", ops: "10" }, changed)).messages, []);
  });

  it("waits until half is planned before the cycle begins, and is over with it", () => {
    const text = (effort: string): string => cycleText({}, rows(`Big one | product | ${effort}`));
    const count = (effort: string, today: string): number =>
      checked("PRD504", text(effort), { today }).messages.length;
    assert.equal(count("29w", "2026-06-30"), 0);
    assert.equal(count("30w", "2026-06-30"), 1);
    assert.equal(count("2w", "2026-07-01"), 1);
    assert.equal(count("2w", "2026-10-01"), 0);
  });

  it("names what has no effort, and leads to the row that is longest", () => {
    const text = cycleText(
      {},
      rows("A | product | 5w", "B | product | 9w", "C | health |  ", "D. What? | ops | 1w"),
    );
    const found = checked("PRD504", text);
    assert.match(
      found.messages[0] ?? "",
      /\(C has no effort\)\. Most of it is B \(9 weeks\) and A \(5 weeks\)/,
    );
    const [fix] = found.fixes();
    assert.equal(text.slice(fix?.select?.start, fix?.select?.end).split("|")[1]?.trim(), "B");
  });
});

describe("PRD505 no-health-work", () => {
  const plan = (id: string, from: string, to: string, bucket: string): string =>
    cycleText(
      { cycle: id, from, to },
      `\n## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n${bucket === "" ? "" : `| A | ${bucket} | |\n`}`,
    );
  const before = (bucket: string) => ({ "q2.md": plan("2026-Q2", "2026-03-30", "2026-06-28", bucket) });
  const now = (bucket: string, today = "2026-08-01", others = before("ops")): number =>
    checked("PRD505", plan("2026-Q3", "2026-06-29", "2026-09-27", bucket), { others, today }).messages.length;

  it("looks at this cycle and the one before it", () => {
    assert.equal(now("product"), 1);
    assert.equal(now("health"), 0, "work without effort is planned as well");
    assert.equal(now("product", "2026-08-01", before("health")), 0);
    assert.equal(now("product", "2026-08-01", before("")), 0, "nothing is known of the one before");
    assert.equal(now("product", "2026-08-01", {} as never), 0, "there is none before");
  });

  it("waits for a plan, and not longer than until the cycle begins", () => {
    assert.equal(now("", "2026-06-28"), 0);
    assert.equal(now("", "2026-06-29"), 1);
    assert.equal(now("", "2026-09-28"), 0);
  });
});

describe("PRD506 changed-while-building", () => {
  const prd = (said: string, more = "", status = "building"): string =>
    `---\nprd: PRD-042\nstatus: ${status}\npm: "@lena"\neng: "@mara"\ncycle: 2026-Q3\n---\n\n# X\n\n## Requirements\n\n- **R1** Exports have ${said}.\n- **R2** Pages have names.\n${more}`;
  const was = prd("days");
  const messages = (text: string, others: Record<string, string> = {}, previous = was): string[] =>
    checked("PRD506", text, { path: "p.md", others, previous: { text: previous } }).messages;

  it("needs an earlier state that was being built", () => {
    assert.equal(messages(prd("times")).length, 1);
    assert.equal(messages(prd("times", "", "launched")).length, 1);
    assert.deepEqual(messages(prd("times"), {}, prd("days", "", "agreed")), []);
    assert.deepEqual(messages(was), []);
    assert.deepEqual(checked("PRD506", prd("times"), { path: "p.md" }).messages, []);
  });

  it("says what was added, changed and removed", () => {
    const now = prd("times", "- **R3** Rows have colours.\n").replace("- **R2** Pages have names.\n", "");
    assert.deepEqual(
      messages(now).map((message) => message.split(" after")[0]),
      ["R2 was removed", "R1 changed", "R3 was added"],
    );
  });

  it("takes a disagreement or renegotiation that names it", () => {
    const own = (text: string): string =>
      prd("times", `\n## Disagreements\n\n- **D1** tier 1, @lena and @mara, 2026-07-30: ${text}\n`);
    assert.deepEqual(messages(own("R1 needs times.")), []);
    assert.equal(messages(own("R2 needs times.")).length, 1);
    const cycle = (reason: string): Record<string, string> => ({
      "c.md": cycleText(
        {},
        `\n## Renegotiations\n\n- **N1** @lena and @mara, 2026-07-30: product 60 to 65, ops 15 to 10. Because ${reason}\n`,
      ),
    });
    assert.deepEqual(messages(prd("times"), cycle("PRD-042 grew.")), []);
    assert.deepEqual(messages(prd("times"), cycle("PRD-042 R1 grew.")), []);
    assert.equal(messages(prd("times"), cycle("PRD-042 R2 grew.")).length, 1);
    assert.equal(messages(prd("times"), cycle("R1 of PRD-043 grew.")).length, 1);
    const elsewhere = {
      "d.md": cycleText(
        { cycle: "2026-Q2" },
        "\n## Disagreements\n\n- **D1** tier 2, @a and @b, 2026-07-30: PRD-042 takes the whole queue.\n",
      ),
    };
    assert.deepEqual(messages(prd("times"), elsewhere), []);
  });
});

describe("PRD514 more-than-capacity", () => {
  it("counts what is planned against what is there", () => {
    const text = (effort: string): string =>
      cycleText(
        {},
        `\n## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n| A | health | ${effort} |\n| B | ops | 10w |\n`,
      );
    assert.deepEqual(checked("PRD514", text("50w")).messages, []);
    assert.deepEqual(checked("PRD514", text("60.5w")).messages, [
      "70.5 weeks planned, 60 there. The longest are A (60.5 weeks) and B (10 weeks): what waits?",
    ]);
    assert.deepEqual(checked("PRD514", text("60.5w").replace("capacity: 60w", "capacity:")).messages, []);
  });

  const other = (from: string, to: string, id = "2026-Q2") => ({
    "other.md": cycleText({ cycle: id, from, to }),
  });
  const overlaps = (others: Record<string, string>, lines: Record<string, string> = {}): string[] =>
    checked("PRD514", cycleText(lines), { others }).messages;

  it("asks about days that lie in two cycles, in the later one", () => {
    assert.deepEqual(overlaps(other("2026-04-01", "2026-07-01")), [
      "2026-Q3 begins on 2026-07-01, and 2026-Q2 goes on until 2026-07-01, so those days are planned twice. Which of the two days should change?",
    ]);
    assert.deepEqual(overlaps(other("2026-04-01", "2026-06-30")), []);
    assert.deepEqual(overlaps(other("2026-07-02", "2026-08-30", "X")), [], "the other one is the later");
    assert.equal(overlaps(other("2026-07-01", "2026-12-31", "2026-H1")).length, 1, "one of two speaks");
    assert.deepEqual(overlaps(other("2026-07-01", "2026-12-31", "2026-S3")), []);
    assert.deepEqual(
      overlaps(other("2026-09-01", "2026-04-01")),
      [],
      "days that are no stretch are PRD003's",
    );
    assert.deepEqual(overlaps(other("2026-04-01", "2026-07-14", "2026-Q3")), [], "one id twice is PRD010's");
    assert.equal(overlaps(other("2026-04-01", "2026-07-14", "2026-q3")).length, 1, "PRD010 reads two ids");
  });

  it("asks once where several files have the id of the earlier cycle", () => {
    const earlier = cycleText({ cycle: "2026-Q2", from: "2026-04-01", to: "2026-07-01" });
    assert.equal(overlaps({ "a.md": earlier, "b.md": earlier }).length, 1);
  });

  it("offers the next day only where the cycle still has it", () => {
    const text = cycleText({ to: "2026-07-14" });
    const fixes = checked("PRD514", text, {
      others: other("2026-04-01", "2026-07-14"),
      today: "2026-07-02",
    }).fixes();
    assert.deepEqual(fixes, []);
  });
});

describe("PRD518 nothing-given-up", () => {
  it("waits for an agreement, and fills in a line that says nothing", () => {
    const count = (body: string): number => checked("PRD518", cycleText({}, body)).messages.length;
    assert.equal(count(""), 0);
    assert.equal(count(agreement(agreed("@lena"))), 1);
    assert.equal(count(agreement(agreed("@lena"), "**Gave up** @lena: filters.")), 0);
    const text = cycleText({}, agreement(agreed("@lena"), "**Gave up** @lena:"));
    const found = checked("PRD518", text);
    assert.equal(found.messages.length, 1);
    assert.match(
      fixed(text, found.fixes()[0] as Fix),
      /\n- \*\*Gave up\*\* @lena: saved filters, until Q4\n$/,
    );
  });
});

describe("a broken cycle", () => {
  const broken = [
    "---\ncycle:\n---\n",
    "---\ncycle: 2026-Q3\nfrom: x\n---\n## Agreement\n\n- **Agreed**\n- **Agreed** @\n",
    "---\ncycle: 2026-Q3\nfrom: 2026-09-30\nto: 2026-07-01\nproduct: 60\nhealth: 60\nops: -1\n---\n",
    cycleText(
      {},
      "\n## Agreement\n\n- **Agreed** `p60 h25 o15`\n- **Gave up**\n\n## Renegotiations\n\n- **N1**\n- **N1** product to 5\n",
    ),
    cycleText(
      {},
      "\n## Work\n\n| Item | Bucket | Effort |\n| --- | --- | --- |\n| | | |\n| | what | 4x |\n|||||||\n",
    ),
    cycleText({ product: "{a: b}", health: "[1, 2]", capacity: "&x 3" }),
    `---\ncycle: 2026-Q3\nfrom: 2026-07-01\n${"product: 60\n".repeat(50)}---\n`,
  ];
  for (const [at, text] of broken.entries())
    it(`is asked about in sentences (${at + 1})`, () => {
      const options = { config: team, today: "2026-08-01", rules: allRules };
      const document = read(text);
      const index = workspace({ "c.md": text, "d.md": cycleText({ cycle: "2026-Q2", from: "2026-04-01" }) });
      const problems = [
        ...checkDocument(document, options),
        ...checkInWorkspace(document, "c.md", index, options),
      ];
      for (const problem of problems) {
        assert.match(problem.message, /^\S[^]*[.?!]$/);
        assert.doesNotMatch(problem.message, /undefined|NaN|\[object|Infinity/);
        for (const fix of fixesFor(problem, document, options, { path: "c.md", index })) fixed(text, fix);
      }
    });
});
