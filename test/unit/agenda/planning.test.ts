import assert from "node:assert/strict";
import type { AgendaRequest } from "../../../src/core/agenda/model.ts";
import { agendaIn, cycle, itemsOf, prd, scopeOf, textsOf } from "./workspace.ts";
import type { Files } from "./workspace.ts";

const today = "2026-09-26";
const planning: AgendaRequest = { kind: "planning", cycle: "2026-Q4" };

const work = (...rows: string[]): string =>
  `## Work\n\n| Item | Bucket | Effort | Who |\n|---|---|---|---|\n${rows.join("\n")}`;
const q3 = cycle(
  [
    "## Agreement\n\n- **Agreed** @lena, 2026-06-28 `p60 h25 o15`\n- **Agreed** @mara, 2026-06-28 `p60 h25 o15`\n- **Gave up** @lena: saved filters, until Q4.",
    "## Renegotiations\n\n- **N1** @lena and @mara, 2026-08-02: product 60 to 55, ops 15 to 20. Because of the outage.",
    work("| Upgrade Postgres | health | 4w | @mara |", "| Help desk | ops | 2w | @jo |"),
    "## Disagreements\n\n- **D1** tier 2, @omar and @ines, 2026-09-20: who gets the data engineer?",
  ].join("\n\n"),
);
const q4 = (rest = "", agreement = ""): string =>
  cycle(
    [agreement, work("| Help desk | ops | 2w | @jo |", "| Search | health | | @mara |"), rest].join("\n\n"),
    "2026-Q4",
    "2026-10-01",
    "2026-12-31",
  );
const files: Files = {
  "q3.md": q3,
  "q4.md": q4(),
  "a.md": prd("PRD-1", "building", "", "cycle: 2026-Q3\nbucket: product\neffort: 3w\n"),
  "b.md": prd("PRD-2", "launched", "", "cycle: 2026-Q3\nbucket: product\neffort: 3w\n"),
  "c.md": prd("PRD-3", "draft", "", "cycle: 2026-q4\nbucket: product\neffort: 6w\n"),
  "d.md": prd("PRD-4", "draft", "", "cycle: 2026-Q4\neffort: 1w\n"),
  "f.md": prd("PRD-6", "draft", "", "cycle: 2026-Q4\nbucket: ops\n"),
  "e.md": prd("PRD-5", "parked", "", "cycle: 2026-Q3\n"),
};

describe("the planning of a cycle", () => {
  it("has what there is and what is planned, per bucket", () => {
    const texts = textsOf(agendaIn(planning, files, { today }));
    assert.deepEqual(texts["capacity"], [
      "Engineering has 60 weeks",
      "The split is product 60%, health 25%, ops 15%: nobody has agreed to it yet",
      "agreed on product 60%, health 25%, ops 15%, and ended with product 55%, health 25%, ops 20%",
    ]);
    assert.deepEqual(texts["planned"], [
      "product: 6 weeks planned, 36 weeks available: PRD-3 (6 weeks)",
      "health: 0 weeks planned, 15 weeks available: Search",
      "ops: 2 weeks planned, 9 weeks available: Help desk (2 weeks) and PRD-6",
      "in all: 9 weeks planned, 60 weeks available",
      "Which bucket is it in?",
      "How long does it take?",
    ]);
  });

  it("has what was carried over and what each side gave up", () => {
    const agenda = agendaIn(planning, files, { today });
    assert.deepEqual(textsOf(agenda)["carried"], [
      "was planned for 2026-Q3 and is `building`",
      "Upgrade Postgres: is it done, or does it continue?",
      "Help desk is planned again",
    ]);
    assert.deepEqual(textsOf(agenda)["gave-up"], ["@lena gave up: saved filters, until Q4."]);
    for (const { path, line, text } of itemsOf(agenda))
      if (text.startsWith("Upgrade"))
        assert.match((files[path] ?? "").split("\n")[line - 1] ?? "", /Upgrade/);
  });

  it("has all that is open in the cycle, and what the people of the last one left open", () => {
    const rest =
      "## Disagreements\n\n- **D1** tier 2, @omar and @ines, 2026-09-24: which first?\n\n## Questions\n\n- **Q1** (@omar): how many?";
    const agenda = agendaIn(planning, { ...files, "q4.md": q4(rest) }, { today });
    const open = itemsOf(agenda).filter(({ text }) => /^[DQ]1 /.test(text));
    assert.deepEqual(open.map(({ path, text }) => `${path} ${text.slice(0, 2)}`).sort(), [
      "q3.md D1",
      "q4.md D1",
      "q4.md Q1",
    ]);
  });

  it("says who agreed, and that two agreed to different splits", () => {
    const line = (who: string, split: string): string => `- **Agreed** ${who}, 2026-09-25 \`${split}\`\n`;
    const said = (...lines: string[]): string | undefined =>
      textsOf(agendaIn(planning, { "q4.md": q4("", `## Agreement\n\n${lines.join("")}`) }, { today }))[
        "capacity"
      ]?.[1];
    const split = "The split is product 60%, health 25%, ops 15%:";
    assert.equal(
      said(line("@lena", "p60 h25 o15"), line("@mara", "p60 h25 o15")),
      `${split} agreed by @lena and @mara`,
    );
    assert.equal(
      said(line("@lena", "p60 h25 o15"), line("@mara", "p50 h35 o15")),
      `${split} @lena and @mara agreed to different splits`,
    );
  });

  it("once it is logged, only what is new or still open is left", () => {
    const log = "## Cadence\n\n- 2026-09-25 planning @lena @mara, 90 min";
    const anew =
      "## Renegotiations\n\n- **N1** @lena and @mara, 2026-09-26: ops 15 to 10, health 25 to 30. Because of search.";
    const inOwn = agendaIn(planning, { ...files, "q4.md": q4(`${log}\n\n${anew}`) }, { today });
    // A planning is before its cycle, so it may be in the log of the one that runs.
    const inLast = agendaIn(planning, { ...files, "q3.md": `${q3}\n${log}\n`, "q4.md": q4(anew) }, { today });
    for (const agenda of [inOwn, inLast]) {
      assert.equal(agenda.since, "2026-09-25");
      const texts = textsOf(agenda);
      assert.deepEqual(texts["drifted"], [
        "N1 changed the split: ops 15 to 10, health 25 to 30, because of search.",
      ]);
      assert.equal(texts["carried"], undefined);
      assert.equal(texts["gave-up"], undefined);
      assert.ok(texts["planned"]);
    }
    const early = `${q3}\n## Cadence\n\n- 2026-06-28 planning @lena @mara\n`;
    assert.equal(agendaIn(planning, { ...files, "q3.md": early }, { today }).since, undefined);
  });

  it("names the cycles that there are when it knows no such one", () => {
    const of = (given: Files): unknown => scopeOf({ kind: "planning", cycle: "2027-Q1" }, given, { today });
    const then = "`seamwork new cycle 2027-Q1` creates it.";
    assert.equal(of(files), `No cycle here is called 2027-Q1; there are 2026-Q3 and 2026-Q4. ${then}`);
    assert.equal(of({}), `No cycle here is called 2027-Q1; there are none yet. ${then}`);
  });

  it("makes do with a header in which nothing can be read", () => {
    const text = "---\ncycle: 2026-Q4\nschema: cycle/1\nfrom: soon\ncapacity: much\n---\n\n# 2026-Q4\n";
    const texts = textsOf(agendaIn(planning, { "q4.md": text, "q3.md": q3 }, { today }));
    assert.match(texts["capacity"]?.[0] ?? "", /^How many weeks of engineering are there\?/);
    assert.equal(texts["planned"]?.[0], "product: 0 weeks planned");
  });
});
