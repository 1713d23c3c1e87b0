import assert from "node:assert/strict";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/config.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { rotateEdits } from "../../../src/core/writing/team/rotate.ts";
import { isRotationDue, pairKey, pairsOver, placeOf } from "../../../src/core/team/pairs.ts";
import type { Pair } from "../../../src/core/team/pairs.ts";
import { proposeRotation } from "../../../src/core/team/rotation.ts";
import { addDays } from "../../../src/core/text/days.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { cycleIn, cycleText, read, workspace } from "./cycle-text.ts";
import { rounds } from "../../long.ts";

type Row = readonly [item: string, pm: string, eng: string, since?: string, hold?: string];

function cycle(from: string, to: string, rows: readonly Row[], id = from.slice(0, 7)): string {
  const lines = rows.map(
    ([item, pm, eng, since = "", hold = ""]) => `| ${item} | ${pm} | ${eng} | ${since} | ${hold} |`,
  );
  const table = [
    "| Item | PM | Engineer | Since | Hold until |",
    "| --- | --- | --- | --- | --- |",
    ...lines,
  ];
  return cycleText({ cycle: id, from, to }, `\n## Pairs\n\n${table.join("\n")}\n`);
}

function prd(id: string, lines: Readonly<Record<string, string>>): string {
  const said = Object.entries(lines).map(([key, value]) => `${key}: ${value}\n`);
  return `---\nprd: ${id}\nschema: prd/1\n${said.join("")}---\n\n# ${id}\n`;
}

const q2 = (...rows: Row[]): string => cycle("2026-04-01", "2026-06-30", rows);
const q3 = (...rows: Row[]): string => cycle("2026-07-01", "2026-09-30", rows);

function pairs(
  texts: Readonly<Record<string, string>>,
  today: string,
  config: Config = defaultConfig,
): readonly Pair[] {
  return pairsOver(workspace(texts), config, today);
}

/** The days of the pairs that are together, by pair. */
function together(
  texts: Readonly<Record<string, string>>,
  today: string,
  config?: Config,
): Record<string, number> {
  return Object.fromEntries(
    pairs(texts, today, config)
      .filter(({ current }) => current)
      .map((pair) => [pairKey(pair), pair.days]),
  );
}

function team(people: string): Config {
  return parseConfig(`version: 1\npeople:\n${people}`, "seamwork.yaml").config;
}

describe("pairs over time", () => {
  it("count from the first day without a gap, over cycles and PRDs", () => {
    const texts = {
      "cycles/q2.md": q2(["PRD-042", "@lena", "@mara", "2026-04-06"]),
      "cycles/q3.md": q3(["PRD-050", "@lena", "@mara", "2026-07-06"]),
    };
    assert.deepEqual(together(texts, "2026-08-01"), { "@lena @mara": 117 });
    const apart = { ...texts, "cycles/q3.md": q3(["PRD-050", "@lena", "@mara", "2026-07-20"]) };
    assert.deepEqual(together(apart, "2026-08-01"), { "@lena @mara": 12 }, "19 days apart");
    const header = { pm: '"@lena"', eng: '"@mara"', status: "building", paired: "2026-06-01" };
    const inPrd = { ...apart, "prds/a.md": prd("PRD-042", header) };
    assert.deepEqual(
      together(inPrd, "2026-08-01"),
      { "@lena @mara": 117 },
      "the PRD bridges the days between",
    );
    const launched = { ...header, status: "launched", launch: "2026-06-20" };
    assert.deepEqual(together({ ...apart, "prds/a.md": prd("PRD-042", launched) }, "2026-08-01"), {
      "@lena @mara": 12,
    });
  });

  it("go on while no later cycle has begun, and not after", () => {
    const texts = { "cycles/q2.md": q2(["PRD-042", "@lena", "@mara", "2026-04-06"]) };
    assert.deepEqual(together(texts, "2026-09-01"), { "@lena @mara": 148 });
    const later = { ...texts, "cycles/q3.md": q3(["PRD-042", "@lena", "@ivo", "2026-07-06"]) };
    assert.deepEqual(together(later, "2026-09-01"), { "@lena @ivo": 57 });
    assert.deepEqual(together(later, "2026-06-01"), { "@lena @mara": 56 });
  });

  it("end when another pair takes their item over", () => {
    const texts = {
      "cycles/q3.md": q3(
        ["PRD-042", "@lena", "@mara", "2026-07-06"],
        ["PRD-042", "@lena", "@ivo", "2026-08-01"],
      ),
      "prds/a.md": prd("PRD-042", {
        pm: '"@lena"',
        eng: '"@mara"',
        status: "building",
        paired: "2026-07-06",
      }),
    };
    assert.deepEqual(together(texts, "2026-07-31"), { "@lena @mara": 25 });
    assert.deepEqual(together(texts, "2026-08-01"), { "@lena @ivo": 0 });
  });

  it("are neither people who left, nor one person, nor days that are still to come", () => {
    const rows = q3(
      ["PRD-1", "@lena", "@mara", "2026-07-06"],
      ["PRD-2", "@kim", "@Kim", "2026-07-06"],
      ["PRD-3", "@kim", "", "2026-07-06"],
      ["PRD-4", "@kim", "@ivo", "2026-09-01"],
      ["PRD-5", "@kim", "@ada", "2026-02-30"],
    );
    const config = team(
      '  "@lena": { name: Lena, role: pm }\n  "@mara": { name: Mara, role: eng, left: 2026-07-20 }\n',
    );
    assert.deepEqual(
      together({ "c.md": rows }, "2026-08-01", config),
      { "@kim @ada": 31 },
      "no day is the cycle's first",
    );
    assert.deepEqual(together({ "c.md": rows }, "2026-07-19", config), {
      "@kim @ada": 18,
      "@lena @mara": 13,
    });
    const [, gone] = pairs({ "c.md": rows }, "2026-08-01", config);
    assert.deepEqual([gone?.until, gone?.days, gone?.current], ["2026-07-20", 14, false]);
  });

  it("count leap days, and overlapping cycles once", () => {
    const leap = cycle("2028-01-01", "2028-03-31", [["X", "@lena", "@mara", "2028-02-28"]]);
    assert.deepEqual(together({ "c.md": leap }, "2028-03-01"), { "@lena @mara": 2 });
    const texts = {
      "a.md": cycle("2026-06-01", "2026-08-31", [["X", "@lena", "@mara", "2026-06-01"]], "A"),
      "b.md": cycle("2026-07-01", "2026-09-30", [["Y", "@lena", "@mara", "2026-07-01"]], "B"),
    };
    assert.deepEqual(together(texts, "2026-08-01"), { "@lena @mara": 61 });
  });

  it("are due after the days of the team, unless they are held", () => {
    const due = (hold: string, today: string): boolean =>
      pairs({ "c.md": q3(["X", "@lena", "@mara", "2026-07-01", hold]) }, today).some((pair) =>
        isRotationDue(pair, defaultConfig),
      );
    assert.deepEqual([due("", "2026-09-30"), due("", "2026-10-01")], [false, true]);
    assert.deepEqual([due("2026-10-31", "2026-10-31"), due("2026-10-31", "2026-11-01")], [false, true]);
    assert.equal(due("until later", "2026-11-01"), true, "no day holds nobody");
  });

  it("are asked about in one place", () => {
    const header = { pm: '"@lena"', eng: '"@mara"', status: "building", paired: "2026-04-06" };
    const place = (texts: Readonly<Record<string, string>>, today: string): unknown => {
      const index = workspace(texts);
      const [pair] = pairsOver(index, defaultConfig, today);
      return pair && placeOf(pair, index, today)?.path;
    };
    const one = prd("PRD-1", header);
    assert.equal(place({ "b.md": one, "a.md": prd("PRD-2", header) }, "2026-08-01"), "a.md");
    assert.equal(place({ "a.md": one, "c.md": q3() }, "2026-08-01"), "c.md");
    assert.equal(place({ "a.md": one, "c.md": q3() }, "2026-10-01"), "a.md", "no cycle has the day");
  });
});

describe("a proposal to rotate", () => {
  const rows: Row[] = [
    ["PRD-1", "@ada", "@e1", "2026-04-06"],
    ["PRD-2", "@ben", "@e2", "2026-04-06"],
    ["PRD-3", "@cleo", "@e3", "2026-07-20"],
  ];
  const propose = (texts: Readonly<Record<string, string>>, config: Config, today = "2026-08-01"): string[] =>
    proposeRotation(workspace(texts), config, today).map(({ pm, eng, because }) => `${pm} ${eng} ${because}`);

  it("changes those who are due among each other and says why", () => {
    assert.deepEqual(propose({ "q2.md": q2(...rows.slice(0, 2)), "q3.md": q3(...rows) }, defaultConfig), [
      "@ada @e2 @ada and @e2 have not worked together yet; @ada and @e1 have for 117 days.",
      "@ben @e1 @ben and @e1 have not worked together yet; @ben and @e2 have for 117 days.",
    ]);
  });

  it("prefers whom they have never worked with to whom they last worked with long ago, and leaves out lately", () => {
    const before = cycle("2025-10-01", "2025-12-31", [["PRD-9", "@ada", "@e2", "2025-10-01"]]);
    const people = team(["@e1", "@e2", "@e4"].map((one) => `  "${one}": { name: X, role: eng }\n`).join(""));
    const texts = { "q4.md": before, "q2.md": q2(...rows.slice(0, 1)), "q3.md": q3(...rows.slice(0, 1)) };
    assert.match(propose(texts, people)[0] ?? "", /^@ada @e4 /);
    const without = team('  "@e1": { name: X, role: eng }\n  "@e2": { name: X, role: eng }\n');
    assert.deepEqual(propose(texts, without), [
      "@ada @e2 @ada and @e2 last worked together on 2026-03-31; @ada and @e1 have for 117 days.",
    ]);
    assert.deepEqual(propose(texts, without, "2026-06-20"), [], "81 days ago is lately");
  });

  it("takes the pair that has been together longest where one alone is due, but nobody on hold and nobody who left", () => {
    const one: Row[] = [
      ["PRD-1", "@ada", "@e1", "2026-04-06"],
      ...rows.slice(2),
      ["PRD-4", "@dana", "@e4", "2026-07-06"],
    ];
    assert.deepEqual(
      propose({ "q2.md": q2(...one.slice(0, 1)), "q3.md": q3(...one) }, defaultConfig).map((said) =>
        said.slice(0, 10),
      ),
      ["@ada @e4 @", "@dana @e1 "],
    );
    const held = q3(
      ["PRD-1", "@ada", "@e1", "2026-04-06"],
      ["PRD-4", "@dana", "@e4", "2026-07-06", "2026-12-01"],
    );
    assert.deepEqual(propose({ "q3.md": held }, defaultConfig), []);
    const gone = team('  "@e1": { name: X, role: eng }\n  "@e9": { name: Y, role: eng, left: 2026-01-01 }\n');
    assert.deepEqual(propose({ "q3.md": q3(one[0] ?? (rows[0] as Row)) }, gone), []);
  });

  it("is always a rotation that can be written down, the same each time", () => {
    const people = ["@p1", "@p2", "@p3", "@p4"];
    const engineers = ["@e1", "@e2", "@e3", "@e4", "@e5"];
    const row = fc.tuple(
      fc.integer({ min: 1, max: 6 }).map((number) => `PRD-${number}`),
      fc.constantFrom(...people),
      fc.constantFrom(...engineers),
      fc.integer({ min: 0, max: 200 }).map((day) => addDays("2026-01-15", day)),
      fc.constantFrom("", "", "", "2026-12-31", "2026-03-01"),
    );
    const config = team(
      engineers
        .map((one, at) => `  "${one}": { name: X, role: eng${at === 4 ? ", left: 2026-05-01" : ""} }\n`)
        .join(""),
    );
    const today = "2026-08-10";
    let proposed = 0;
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.array(row, { maxLength: 6 }), (before, now) => {
        const texts = { "q2.md": q2(...before), "q3.md": q3(...now) };
        const index = workspace(texts);
        const found = proposeRotation(index, config, today);
        assert.deepEqual(proposeRotation(workspace(texts), config, today), found);
        const all = pairsOver(index, config, today);
        const due = all.filter((pair) => isRotationDue(pair, config));
        for (const { pm, eng, was, because } of found) {
          proposed++;
          assert.ok(was.current && was.hold === undefined);
          assert.notEqual(eng, was.eng);
          assert.notEqual(eng, "@e5", "left");
          assert.ok(
            !all.some((pair) => pair.current && pairKey(pair) === pairKey({ pm, eng })),
            "together already",
          );
          assert.match(because, /^[^.]+\.$/);
        }
        assert.equal(new Set(found.map(({ was }) => pairKey(was))).size, found.length);
        // Whoever rotates is due afterwards no more.
        const written = rotateEdits(
          read(texts["q3.md"]),
          found.flatMap(({ items, pm, eng }) => items.map((item) => ({ item, pm, eng, since: today }))),
        );
        const after = workspace({ ...texts, "q3.md": applyEdits(texts["q3.md"], written) });
        const still = pairsOver(after, config, addDays(today, 1)).filter((pair) =>
          isRotationDue(pair, config),
        );
        const changed = new Set(found.map(({ was }) => pairKey(was)));
        for (const pair of still) assert.ok(!changed.has(pairKey(pair)), pairKey(pair));
        for (const pair of due)
          assert.ok(changed.has(pairKey(pair)) || still.some((one) => pairKey(one) === pairKey(pair)));
      }),
      { numRuns: rounds(50, 200) },
    );
    assert.ok(proposed > 50, String(proposed));
  });
});

describe("the Pairs table", () => {
  const next = { item: "PRD-1", pm: "lena", eng: "@ivo", since: "2026-08-01" };

  it("gets a row below, in the order of its columns and with the line ends of the document", () => {
    const text = cycleText(
      {},
      "\n## Pairs\n\n| Engineer | Since | What | PM | Item |\n| --- | --- | --- | --- | --- |\n| @mara | 2026-07-06 | x | @lena | PRD-1 |\n\nAnd so on.\n",
    );
    const after = applyEdits(text, rotateEdits(read(text), [next]));
    assert.match(after, /\| PRD-1 \|\n\| @ivo \| 2026-08-01 \| {2}\| @lena \| PRD-1 \|\n\nAnd so on\./);
    const crlf = text.replaceAll("\n", "\r\n");
    assert.equal(applyEdits(crlf, rotateEdits(read(crlf), [next])), after.replaceAll("\n", "\r\n"));
  });

  it("is made where there is none, before what comes later", () => {
    const text = cycleText({}, "\n## Cadence\n\n- 2026-07-01 planning @lena\n");
    const after = applyEdits(text, rotateEdits(read(text), [next, { ...next, item: "a | b" }]));
    assert.deepEqual(
      cycleIn(after).pairs.map(({ item, pm, eng, since, holdUntil }) => [item, pm, eng, since, holdUntil]),
      [
        ["PRD-1", "@lena", "@ivo", "2026-08-01", undefined],
        ["a | b", "@lena", "@ivo", "2026-08-01", undefined],
      ],
    );
    assert.ok(after.indexOf("## Pairs") < after.indexOf("## Cadence"));
    assert.deepEqual(rotateEdits(read(text), []), []);
  });
});
