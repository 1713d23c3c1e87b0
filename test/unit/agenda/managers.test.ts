import assert from "node:assert/strict";
import fc from "fast-check";
import type { AgendaRequest } from "../../../src/core/agenda/model.ts";
import { agendaIn, cycle, itemsOf, prd, textsOf, workspaceOf } from "./workspace.ts";
import type { Files } from "./workspace.ts";

const today = "2026-08-14";
const managers: AgendaRequest = { kind: "managers" };

const raised = (id: number, day: string): string =>
  `- **D${id}** tier 1 (trade-off), @lena and @mara, 2026-07-01: queue or refuse? Raised to tier 2, @omar and @ines, ${day}.`;
const disagreements = (...lines: string[]): string => `## Disagreements\n\n${lines.join("\n")}`;

describe("the managers' meeting", () => {
  it("has what the pairs cannot settle: too long at tier 2 first, then the rest, with both sides", () => {
    const files: Files = {
      "a.md": prd(
        "PRD-1",
        "building",
        disagreements(
          raised(1, "2026-07-20"),
          raised(2, "2026-08-10"),
          "- **D3** tier 1, @lena and @mara, 2026-08-12: young, so it is theirs.",
          "- **D4** tier 1, @lena and @mara, 2026-08-01: old.",
          `${raised(5, "2026-07-20")} Resolved 2026-08-01: refuse.`,
        ),
      ),
    };
    const { sections } = agendaIn(managers, files, { today });
    const told = Object.fromEntries(
      sections.map(({ key, items }) => [key, items.map(({ text, days }) => [text.slice(0, 2), days])]),
    );
    assert.deepEqual(told["blocks"], [["D1", 25]]);
    assert.deepEqual(told["waits"], [
      ["D4", 13],
      ["D2", 4],
    ]);
    assert.deepEqual(sections[0]?.items[0]?.people, ["@lena", "@mara", "@omar", "@ines"]);
  });

  it("loses no disagreement at tier 2 or 3, whatever holds it", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-07-${String(number).padStart(2, "0")}`);
    const one = fc.record({ tier: fc.integer({ min: 1, max: 3 }), day, settled: fc.boolean() });
    const document = fc.tuple(
      fc.constantFrom("draft", "agreed", "launched", "closed", "parked", "cycle", "over"),
      fc.array(one, { maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(document, { maxLength: 4 }), (documents) => {
        const files: Record<string, string> = {};
        for (const [number, [kind, all]] of documents.entries()) {
          const lines = all.map(
            ({ tier, day, settled }, index) =>
              `- **D${index + 1}** tier ${tier}, @lena and @mara, ${day}: which?${settled ? ` Resolved ${day}: this.` : ""}`,
          );
          const text = disagreements(...lines);
          files[`${number}.md`] =
            kind === "cycle"
              ? cycle(text, `2026-Q3.${number}`)
              : kind === "over"
                ? cycle(text, `2025-Q${number}`, "2025-01-01", "2025-03-31")
                : prd(`PRD-${number}`, kind, text);
        }
        const expected = [...workspaceOf(files, { today }).index.all()].flatMap(({ path, team }) =>
          (team?.disagreements ?? [])
            .filter(({ state, tier }) => state === "open" && tier > 1)
            .map(({ id }) => `${path} ${id}`),
        );
        const shown = new Set(
          itemsOf(agendaIn(managers, files, { today })).map(
            ({ path, text }) => `${path} ${text.split(" ", 1)[0]}`,
          ),
        );
        for (const id of expected) assert.ok(shown.has(id), id);
      }),
      { numRuns: 50 },
    );
  });

  it("tells what a cycle's split and plan lack, and nothing of cycles that are over", () => {
    const text = (id: string, from: string, to: string): string =>
      cycle(
        "## Agreement\n\n- **Agreed** @lena, 2026-06-28 `p60 h25 o15`\n\n## Work\n\n| Item | Bucket | Effort | Who |\n|---|---|---|---|\n| Search | product | 70w | @mara |",
        id,
        from,
        to,
      );
    const files = {
      "q3.md": text("2026-Q3", "2026-07-01", "2026-09-30"),
      "q1.md": text("2026-Q1", "2026-01-01", "2026-03-31"),
    };
    const items = itemsOf(agendaIn(managers, files, { today }));
    const said = (pattern: RegExp): boolean => items.some(({ text }) => pattern.test(text));
    const texts = items.map(({ text }) => text).join("\n");
    assert.ok(said(/Does engineering agree to `p60 h25 o15`/), texts);
    assert.ok(said(/70 weeks planned, 60 there/), texts);
    assert.ok(said(/Product work is 100% of what is planned, against 60%/), texts);
    assert.ok(items.every(({ path }) => path === "q3.md"));
  });

  it("says which pairs do not meet, when a rotation is due and that the meeting itself is late", () => {
    const pairs =
      "## Pairs\n\n| Item | PM | Engineer | Since | Hold until |\n|---|---|---|---|---|\n| PRD-1 | @lena | @mara | 2026-04-01 | |\n| PRD-2 | @lena | @jo | 2026-07-20 | |\n| PRD-3 | @omar | @jo | 2026-03-01 | 2026-10-01 |";
    const log =
      "## Cadence\n\n- 2026-07-17 managers @omar @ines\n- 2026-08-07 weekly @lena @jo\n- 2026-08-13 weekly @omar @jo";
    const agenda = agendaIn(managers, { "q3.md": cycle(`${pairs}\n\n${log}`) }, { today });
    const coming = textsOf(agenda)["coming"] ?? [];
    assert.deepEqual(coming, [
      "No weekly since they started on 2026-04-01",
      "Paired for 135 days: rotate, or hold until when?",
    ]);
    assert.deepEqual(agenda.notes.slice(0, 1), [
      "The team meets every 14 days; this meeting was due 2026-07-31.",
    ]);
  });

  it("tells what changed under way, and only until the meeting is logged", () => {
    const before = prd("PRD-1", "building", "## Requirements\n\n### R1 · Filter\n\nOnly rows of the range.");
    const now = before.replace("the range", "90 days");
    const files = (day: string): Files => ({
      "a.md": now,
      "b.md": prd("PRD-2", "draft", "## Requirements\n\n### R1 · New"),
      "q3.md": cycle(`## Cadence\n\n- ${day} managers @omar @ines`),
    });
    const then = { "a.md": before, "b.md": prd("PRD-2", "draft", "") };
    const first = agendaIn(managers, files("2026-08-01"), { today, before: then });
    assert.deepEqual(textsOf(first)["drifted"], ["R1 changed: Statement, after building began."]);
    const second = agendaIn(managers, files(today), { today, before: { "a.md": now } });
    assert.equal(textsOf(second)["drifted"], undefined);
  });

  it("says when the last cycle ends and none follows, from the meeting on whose successor is too late", () => {
    const said = (day: string, others: Record<string, string> = {}): string[] =>
      (textsOf(agendaIn(managers, { "q3.md": cycle(""), ...others }, { today: day }))["coming"] ?? []).filter(
        (text) => text.includes("no next cycle"),
      );
    assert.deepEqual(said("2026-09-01"), []);
    assert.deepEqual(said("2026-09-02"), ["Its last day is 2026-09-30, and there is no next cycle yet"]);
    assert.deepEqual(said("2026-10-01"), ["Its last day was 2026-09-30, and there is no next cycle yet"]);
    assert.deepEqual(said("2026-10-01", { "q4.md": cycle("", "2026-Q4", "2026-10-01", "2026-12-31") }), []);
    assert.deepEqual(said("2026-10-01", { "h2.md": cycle("", "2026-H2", "2026-07-01", "2026-12-31") }), []);
  });

  it("asks for what retros left undone once its day has passed", () => {
    const retro =
      "## Retro\n\n- **Held:** 2026-08-01 @lena, @mara\n- **K1** (handoff, @mara, by 2026-08-13): alarm.\n- **K2** (handoff, @mara, by 2026-08-14): log.";
    const agenda = agendaIn(
      managers,
      { "a.md": prd("PRD-1", "launched", retro, "launch: 2026-07-20\n") },
      { today },
    );
    assert.deepEqual(textsOf(agenda)["coming"], ["K1 is to be done: alarm"]);
  });
});
