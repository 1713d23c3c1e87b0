import assert from "node:assert/strict";
import fc from "fast-check";
import { median } from "../../../src/core/board/disagreements.ts";
import { boardMarkdown } from "../../../src/core/board/markdown.ts";
import type { Board, Place } from "../../../src/core/board/model.ts";
import { ageOf } from "../../../src/core/board/seams.ts";
import { addDays } from "../../../src/core/text/days.ts";
import { boardOfTeam, cycle, prd } from "./team.ts";

const today = "2026-08-20";

/** Every place in a board, wherever it is. */
function places(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  if ("line" in value && "path" in value && "start" in value) return [value as Place];
  return Object.values(value).flatMap(places);
}

describe("the seams of the board", () => {
  it("hold every open conversation once, by its age", () => {
    const question = fc.record({
      text: fc.constantFrom("why", "how fast"),
      since: fc.option(fc.nat(60), { nil: undefined }),
      kind: fc.constantFrom("C", "D"),
    });
    const property = fc.property(
      fc.array(fc.array(question, { maxLength: 6 }), { maxLength: 4 }),
      (documents) => {
        const files = Object.fromEntries(
          documents.map((asked, index) => {
            const said = asked.map(({ since, text, kind }, n) => {
              const day = since === undefined ? "" : `, ${addDays(today, -since)}`;
              return kind === "D"
                ? `- **D${n + 1}** tier 1 (trade-off), @lena and @mara${day}: ${text}.`
                : `- **C${n + 1}** (perf, @mara${day}; R1): ${text} 5 ms.`;
            });
            const part = (letter: string) =>
              said.filter((line) => line.startsWith(`- **${letter}`)).join("\n");
            return [
              `prds/${index}.md`,
              prd(`X-${index}`, {}, `## Constraints\n\n${part("C")}\n\n## Disagreements\n\n${part("D")}\n`),
            ];
          }),
        );
        const { board, open } = boardOfTeam({ files, today });
        const all = [...open.values()].flat();
        for (const { seam, open, ages } of board.seams) {
          const own = all.filter((one) => one.seam === seam);
          assert.equal(open, own.length);
          for (const { age, open, documents } of ages) {
            const aged = own.filter(({ days }) => ageOf(days) === age);
            assert.equal(open, aged.length);
            assert.equal(
              documents.reduce((sum, one) => sum + one.open, 0),
              aged.length,
            );
            for (const one of documents)
              assert.equal(
                one.days,
                Math.max(...aged.filter(({ text }) => text === one.text).map(({ days }) => days ?? -1)) === -1
                  ? undefined
                  : one.days,
              );
          }
        }
      },
    );
    fc.assert(property, { numRuns: 30 });
  });

  it("part ages where the board says that it does", () => {
    const expected = { 0: "0-7", 7: "0-7", 8: "8-14", 14: "8-14", 15: "15-30", 30: "15-30", 31: "older" };
    for (const [days, age] of Object.entries(expected)) assert.equal(ageOf(Number(days)), age);
    assert.equal(ageOf(undefined), "undated");
  });
});

describe("the cycles of the board", () => {
  const text = cycle(
    "2026-Q3",
    { product: "55", ops: "20" },
    `## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`

## Renegotiations

- **N1** @lena and @mara, 2026-08-02: product 60 to 55, ops 15 to 20. Because of the outage.

## Work

| Item   | Bucket | Effort | Who   |
| ------ | ------ | ------ | ----- |
| Tables | health | 4w     | @mara |
| Alarms | ops    |        | @mara |
`,
  );
  const files = {
    "cycles/q3.md": text,
    "cycles/q4.md": cycle("2026-Q4", { from: "2026-10-01", to: "2026-12-31" }),
    "cycles/q2.md": cycle("2026-Q2", { from: "2026-04-01", to: "2026-06-30" }),
    "prds/a.md": prd("PRD-1", { cycle: "2026-Q3", bucket: "product", effort: "6w" }),
  };

  it("are the latest first, and say where they stand today", () => {
    const { board } = boardOfTeam({ files, today });
    assert.deepEqual(
      board.cycles.map(({ id, when }) => [id, when]),
      [
        ["2026-Q4", "coming"],
        ["2026-Q3", "now"],
        ["2026-Q2", "past"],
      ],
    );
  });

  it("have what was agreed, what holds since, and what is planned, each with its line", () => {
    const { board } = boardOfTeam({ files, today });
    const found = board.cycles.find(({ id }) => id === "2026-Q3");
    const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split("\n").length;
    assert.deepEqual(found?.agreed?.split, { product: 60, health: 25, ops: 15 });
    assert.equal(found.agreed.at.line, lineOf("**Agreed** @lena"));
    assert.deepEqual(found.renegotiated?.split, { product: 55, health: 25, ops: 20 });
    assert.equal(found.renegotiated.at.line, lineOf("**N1**"));
    assert.deepEqual(found.planned.shares, { product: 60, health: 40, ops: 0 });
    assert.equal(found.planned.withoutEffort, 1);
    assert.equal(found.capacity, 300);
    const [first, second] = found.planned.items;
    assert.deepEqual([first?.name, first?.at.path, first?.at.line], ["PRD-1", "prds/a.md", 2]);
    assert.deepEqual([second?.name, second?.at.line], ["Tables", lineOf("| Tables")]);
  });

  it("have no renegotiated split where nothing was renegotiated, and none that was agreed by one", () => {
    const { board } = boardOfTeam({ files, today });
    const [coming] = board.cycles;
    assert.equal(coming?.agreed, undefined);
    assert.equal(coming?.renegotiated, undefined);
    assert.equal(coming?.planned.shares, undefined);
  });
});

describe("the disagreements of the board", () => {
  const body = `## Disagreements

- **D1** tier 1 (missing context), @lena and @mara, 2026-07-01: one. Resolved 2026-07-04: so.
- **D2** tier 1 (trade-off), @lena and @mara, 2026-07-01: two. Raised to tier 2, @omar and @ines, 2026-07-11. Resolved 2026-07-15: so.
- **D3** tier 1 (trade-off), @lena and @mara, 2026-08-01: three. Raised to tier 2, @omar and @ines, 2026-08-09.
- **D4** tier 1 (trade-off), @lena and @mara: four.
`;
  const { board } = boardOfTeam({
    files: { "prds/a.md": prd("PRD-1", {}, body), "cycles/q.md": cycle("2026-Q3") },
    today,
  });
  const { disagreements: found } = board;

  it("are counted at the tier where they are, or were settled", () => {
    assert.deepEqual([found.open, found.settled, found.settledAtTier1], [2, 2, 1]);
    assert.deepEqual(
      found.tiers.map(({ tier, open, settled }) => [
        tier,
        open.map(({ id }) => id),
        settled.map(({ id }) => id),
      ]),
      [
        [1, ["D4"], ["D1"]],
        [2, ["D3"], ["D2"]],
        [3, [], []],
      ],
    );
    assert.deepEqual(
      found.byCycle.map(({ cycle, settled, settledAtTier1 }) => [cycle, settled, settledAtTier1]),
      [["2026-Q3", 2, 1]],
    );
  });

  it("sat at each tier from the day on which they came there to the day on which they left it", () => {
    assert.deepEqual(
      found.tiers.map(({ stays }) => stays.map(({ id, days, open }) => [id, days, open])),
      [
        [
          ["D2", 10, false],
          ["D3", 8, false],
          ["D1", 3, false],
          ["D4", undefined, true],
        ],
        [
          ["D3", 11, true],
          ["D2", 4, false],
        ],
        [],
      ],
    );
    assert.deepEqual(
      found.tiers.map(({ median }) => median),
      [8, 7.5, undefined],
    );
  });

  it("have the middle of their days", () => {
    assert.equal(median([]), undefined);
    assert.equal(median([3]), 3);
    assert.equal(median([10, 1, 2]), 2);
    assert.equal(median([4, 1]), 2.5);
  });
});

describe("pairs, cadences and retros on the board", () => {
  const pairs = `## Pairs

| Item  | PM    | Engineer | Since      | Hold until |
| ----- | ----- | -------- | ---------- | ---------- |
| PRD-1 | @lena | @mara    | 2026-03-01 |            |
| PRD-2 | @anna | @zoe     | 2026-07-20 |            |

## Cadence

- 2026-06-26 planning @lena @mara, 90 min
- 2026-07-06 weekly @lena @mara, 15 min
- 2026-07-10 managers @omar @ines, 45 min
`;
  const files = {
    "cycles/q3.md": cycle("2026-Q3", {}, pairs),
    "prds/a.md": prd("PRD-1", { status: "launched", launch: "2026-08-01" }),
    "prds/b.md": prd(
      "PRD-2",
      { status: "launched", launch: "2026-06-01" },
      "## Retro\n\n- **Held:** 2026-06-20 @lena, @mara\n- **K1** (handoff, @mara, by 2026-07-01): an alarm.\n- **K2** (handoff, @mara, by 2026-07-01): a test. Done 2026-06-30.\n",
    ),
    "prds/c.md": prd("PRD-3", { status: "closed", launch: "2026-05-01" }),
    "retros/r.md":
      "---\nretro: RETRO-1\nschema: retro/1\nname: The launch of PRD-3\nlaunch: 2026-05-01\n---\n\n# The launch of PRD-3\n\n## Retro\n\n- **Held:** 2026-05-10 @lena, @mara\n",
  };
  const { board } = boardOfTeam({ files, today });

  it("say whose rotation is due, in the order of the handles", () => {
    assert.deepEqual(
      board.pairs.pairs.map(({ pm, eng, rotation, current }) => [
        pm,
        eng,
        current,
        rotation?.due,
        rotation?.on,
      ]),
      [
        ["@anna", "@zoe", true, false, "2026-10-19"],
        ["@lena", "@mara", true, true, "2026-05-31"],
      ],
    );
  });

  it("show a quarter of meetings, kept and missed, each with a line", () => {
    const { span, strips } = board.cadence;
    assert.deepEqual(span, { from: "2026-05-22", to: today });
    const strip = (kind: string, pm?: string) =>
      strips.find((one) => one.kind === kind && (pm === undefined || one.who[0] === pm));
    assert.deepEqual(
      strip("managers")?.slots.map(({ state }) => state),
      ["kept", "missed", "missed", "open"],
    );
    assert.deepEqual(
      strip("weekly", "@lena")
        ?.slots.map(({ state }) => state)
        .slice(0, 3),
      ["kept", "missed", "missed"],
    );
    assert.equal(strip("weekly", "@anna")?.slots[0]?.from, "2026-07-20");
    assert.deepEqual(
      strip("planning")?.slots.map(({ state, what }) => [what, state]),
      [["2026-Q3", "kept"]],
    );
    assert.deepEqual(
      strip("retro")?.slots.map(({ what, state }) => [what, state]),
      [
        ["PRD-2", "late"],
        ["PRD-1", "missed"],
      ],
    );
    for (const { slots } of strips) for (const { at } of slots) assert.ok(at.length > 0);
  });

  it("stand in the order of their paths and days, whatever order the files come in", () => {
    const actions = (lines: string): string => `## Retro\n\n- **Held:** 2026-06-20 @lena, @mara\n${lines}`;
    const shuffled = {
      "prds/z.md": prd("PRD-9", {}),
      "prds/m.md": prd(
        "PRD-5",
        { status: "launched", launch: "2026-06-01" },
        actions(
          "- **K1** (handoff, @mara): some day.\n- **K2** (handoff, @mara, by 2026-09-01): late.\n- **K3** (handoff, @mara, by 2026-07-01): early.\n",
        ),
      ),
      "prds/a.md": prd("PRD-7", {}),
      "prds/b.md": prd("PRD-8", { status: "launched", launch: "2026-05-01" }),
    };
    const { board } = boardOfTeam({ files: shuffled, today });
    assert.deepEqual(
      board.statuses.map(({ status, prds }) => [status, prds.map(({ id }) => id)]),
      [
        ["agreed", ["PRD-7", "PRD-9"]],
        ["launched", ["PRD-8", "PRD-5"]],
      ],
    );
    assert.deepEqual(
      board.retros.retros.map(({ id }) => id),
      ["PRD-8", "PRD-5"],
    );
    assert.deepEqual(
      board.retros.retros[1]?.actions.map(({ id }) => id),
      ["K3", "K2", "K1"],
    );
  });

  it("list a retro that was held before the launch as too early", () => {
    const early = "## Retro\n\n- **Held:** 2026-07-20 @lena, @mara\n";
    const { board } = boardOfTeam({
      files: { "prds/a.md": prd("PRD-1", { status: "launched", launch: "2026-08-01" }, early) },
      today,
    });
    assert.deepEqual(
      board.retros.retros.map(({ id, state, held }) => [id, state, held]),
      [["PRD-1", "early", undefined]],
    );
  });

  it("list the retros that are due and the actions that are open, and count the others", () => {
    const { retros, done } = board.retros;
    assert.equal(done, 1);
    assert.deepEqual(
      retros.map(({ id, state, due, actions, actionsDone }) => [
        id,
        state,
        due,
        actions.map(({ id, overdue }) => [id, overdue]),
        actionsDone,
      ]),
      [
        ["PRD-2", "held", "2026-06-15", [["K1", true]], 1],
        ["PRD-1", "overdue", "2026-08-15", [], 0],
      ],
    );
  });
});

describe("the board", () => {
  const signed = `## Requirements

- **R1** The export must hold only rows of the range.

## Review

- **Signed off** R1, @mara, 2026-07-24 \`s00000000\`
`;
  const files = {
    "prds/a.md": prd("PRD-1", {}, signed),
    "prds/b.md": prd("PRD-2", { status: "lauched" }),
    "prds/candidate.md": "# No header\n",
    "notes.md": "# Notes\n",
  };

  it("counts PRDs by status, with the sign-offs under which the text changed", () => {
    const { board } = boardOfTeam({ files, today });
    assert.deepEqual(board.documents, { prds: 2, cycles: 0, retros: 0 });
    assert.deepEqual(
      board.statuses.map(({ status, prds, stale }) => [status, prds.map(({ id }) => id), stale]),
      [
        ["agreed", ["PRD-1"], 1],
        ["none", ["PRD-2"], 0],
      ],
    );
    assert.equal(
      board.statuses[0]?.prds[0]?.stale[0]?.line,
      files["prds/a.md"].slice(0, files["prds/a.md"].indexOf("**R1**")).split("\n").length,
    );
  });

  it("is plain JSON, every place of which is a line of its document", () => {
    const { board } = boardOfTeam({ files, today });
    const read = JSON.parse(JSON.stringify(board)) as Board;
    assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(board)));
    const found = places(board);
    assert.ok(found.length > 3);
    for (const { path, line, start } of found) {
      const text = files[path as keyof typeof files];
      assert.equal(line, text.slice(0, start).split("\n").length);
    }
  });

  it("has nothing to show for a team without documents, and says so", () => {
    const { board } = boardOfTeam({
      files: {},
      today,
      trend: { missing: "Nothing is committed here yet, so there is no trend." },
    });
    assert.deepEqual(
      board.seams.map(({ open }) => open),
      [0, 0, 0],
    );
    const said = boardMarkdown(board);
    for (const sentence of [
      "There are no cycles yet.",
      "Nobody is paired yet.",
      "No meeting is due yet.",
      "No retro is due.",
      "so there is no trend.",
    ])
      assert.ok(said.includes(sentence), sentence);
  });

  it("as markdown keeps whatever a document says as text, and leads to its lines", () => {
    const bad = "a | b ](x) <script>alert(1)</script> @lena `";
    const body = `## Disagreements\n\n- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-01: ${bad}.\n`;
    const { board } = boardOfTeam({ files: { "prds/a (1) b.md": prd("PRD-1", {}, body) }, today });
    const said = boardMarkdown(board);
    assert.ok(said.includes("(./prds/a%20%281%29%20b.md#L"), said);
    assert.ok(!/[^\\]<script/.test(said));
    for (const line of said.split("\n").filter((line) => line.startsWith("|")))
      assert.ok(line.endsWith(" |"), line);
  });
});
