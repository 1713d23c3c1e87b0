import assert from "node:assert/strict";
import fc from "fast-check";
import { checkInWorkspace } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import {
  cadenceStrip,
  lastMeeting,
  managersDue,
  meetingsIn,
  meetingsOf,
  planningDue,
  weekliesByPair,
  weeklyDue,
} from "../../../src/core/team/cadence.ts";
import { meetingEdit } from "../../../src/core/writing/team/meeting.ts";
import type { HeldMeeting } from "../../../src/core/writing/team/meeting.ts";
import { addDays } from "../../../src/core/text/days.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { rounds } from "../../long.ts";
import { cycleIn, cycleText, read, workspace } from "./cycle-text.ts";

const log = (lines: readonly string[], header: Readonly<Record<string, string>> = {}): string =>
  cycleText(header, `\n# A cycle\n\n## Cadence\n\n${lines.map((line) => `- ${line}\n`).join("")}`);

const q2 = log(["2026-06-26 planning @lena @mara, 90 min", "2026-06-12 managers @omar @ines"], {
  cycle: "2026-Q2",
  from: "2026-04-01",
  to: "2026-06-30",
});
const q3 = log([
  "2026-07-06 weekly @lena @mara, 15 min: D1 of PRD-042 opened",
  "2026-07-10 managers @omar @ines, 45 min",
  "2026-07-13 Weekly @Mara @lena, 25 min",
  "2026-07-14 weekly @lena @mara @ivo, 50 min",
  "2026-07-15 weekly @lena, 5 min",
  "2026-09-20 managers @omar @ines",
]);
const texts = { "cycles/q3.md": q3, "cycles/q2.md": q2 };

describe("the cadence of a team", () => {
  const index = workspace(texts);

  it("is the meetings of all logs by day; one with a later day is a plan", () => {
    assert.deepEqual(
      meetingsIn(index).map(({ date, path }) => `${date} ${path.slice(7)}`),
      [
        ...[
          "2026-06-12 q2.md",
          "2026-06-26 q2.md",
          "2026-07-06 q3.md",
          "2026-07-10 q3.md",
          "2026-07-13 q3.md",
        ],
        ...["2026-07-14 q3.md", "2026-07-15 q3.md", "2026-09-20 q3.md"],
      ],
    );
    const last = (until: string): string | undefined => lastMeeting(index, { kind: "managers", until })?.date;
    assert.deepEqual(
      [last("2026-06-01"), last("2026-07-09"), last("2026-08-01")],
      [undefined, "2026-06-12", "2026-07-10"],
    );
    const both = meetingsOf(index, { kind: "weekly", who: ["@mara", "@LENA"], until: "2026-08-01" });
    assert.deepEqual(
      both.map(({ date }) => date),
      ["2026-07-06", "2026-07-13", "2026-07-14"],
    );
    assert.deepEqual(
      [...weekliesByPair(index)].map(([pair, all]) => [pair, all.map(({ minutes }) => minutes)]),
      [["@lena @mara", [15, 25]]],
    );
  });

  it("knows when what comes back is due", () => {
    assert.deepEqual(managersDue(index, defaultConfig, "2026-08-01"), {
      last: "2026-07-10",
      due: "2026-07-24",
    });
    assert.deepEqual(managersDue(index, defaultConfig, "2026-10-01"), undefined, "no cycle has the day");
    const fresh = workspace({ "q3.md": cycleText() });
    assert.deepEqual(managersDue(fresh, defaultConfig, "2026-07-03"), { last: undefined, due: "2026-07-15" });
    const pair = ["@lena", "@mara"] as const;
    assert.deepEqual(weeklyDue(index, pair, undefined, defaultConfig, "2026-07-20"), {
      last: "2026-07-14",
      due: "2026-07-21",
    });
    assert.deepEqual(weeklyDue(fresh, pair, "2028-02-26", defaultConfig, "2028-02-27"), {
      last: undefined,
      due: "2028-03-04",
    });
    assert.equal(weeklyDue(fresh, pair, undefined, defaultConfig, "2026-07-20"), undefined);
    assert.deepEqual(planningDue(index, defaultConfig, "2026-06-01"), { last: undefined, due: "2026-06-26" });
    assert.deepEqual(planningDue(index, defaultConfig, "2026-08-01"), {
      last: "2026-06-26",
      due: "2026-09-26",
    });
    assert.equal(planningDue(workspace({}), defaultConfig, "2026-08-01"), undefined);
  });

  it("is a strip of stretches that were kept, were missed, or are open", () => {
    const strip = cadenceStrip(
      index,
      { kind: "managers" },
      14,
      { from: "2026-06-08", to: "2026-08-10" },
      "2026-08-01",
    );
    assert.deepEqual(
      strip.map(({ from, to, state, meetings }) => [from, to, state, meetings.length]),
      [
        ["2026-06-08", "2026-06-21", "kept", 1],
        ["2026-06-22", "2026-07-05", "missed", 0],
        ["2026-07-06", "2026-07-19", "kept", 1],
        ["2026-07-20", "2026-08-02", "open", 0],
        ["2026-08-03", "2026-08-10", "open", 0],
      ],
    );
    assert.deepEqual(
      cadenceStrip(index, { kind: "managers" }, 0, { from: "2026-06-08", to: "2026-08-10" }, "2026-08-01"),
      [],
    );
    assert.deepEqual(
      cadenceStrip(index, { kind: "managers" }, 7, { from: "2026-06-08", to: "2026-06-01" }, "2026-08-01"),
      [],
    );
  });

  it("has each meeting of a strip's days in one stretch", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(120), { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        (days, every, begin, length) => {
          const lines = days.map((day) => `${addDays("2027-12-20", day)} weekly @a @b`);
          const today = addDays("2027-12-20", 60);
          const span = { from: addDays("2027-12-20", begin), to: addDays("2027-12-20", begin + length) };
          const strip = cadenceStrip(
            workspace({ "c.md": log(lines) }),
            { kind: "weekly" },
            every,
            span,
            today,
          );
          const inStrip = strip.flatMap(({ meetings }) => meetings.map(({ date }) => date));
          const expected = days
            .map((day) => addDays("2027-12-20", day))
            .filter((day) => day >= span.from && day <= span.to && day <= today);
          assert.deepEqual(inStrip, expected.sort());
          assert.equal(strip[0]?.from, span.from);
          assert.equal(strip.at(-1)?.to, span.to);
        },
      ),
    );
  });
});

describe("a meeting that is logged", () => {
  const meeting: HeldMeeting = {
    date: "2026-07-11",
    kind: "Weekly",
    who: ["lena", "@mara"],
    minutes: 15,
    note: " D1\nopened ",
  };
  const dates = (text: string): string[] => cycleIn(text).cadence.map(({ date }) => date);

  it("stands behind the last one of its day or an earlier day", () => {
    const after = applyEdits(q3, [meetingEdit(read(q3), meeting)]);
    assert.match(after, /45 min\n- 2026-07-11 weekly @lena @mara, 15 min: D1 opened\n- 2026-07-13 Weekly/);
    const end = applyEdits(q3, [
      meetingEdit(read(q3), { ...meeting, date: "2026-10-01", minutes: undefined, note: "" }),
    ]);
    assert.ok(end.endsWith("- 2026-09-20 managers @omar @ines\n- 2026-10-01 weekly @lena @mara\n"));
    const before = applyEdits(q3, [meetingEdit(read(q3), { ...meeting, date: "2026-01-01" })]);
    assert.match(before, /## Cadence\n\n- 2026-01-01 weekly @lena @mara, 15 min: D1 opened\n- 2026-07-06/);
  });

  it("makes the section of a cycle without one", () => {
    const bare = cycleText();
    assert.ok(
      applyEdits(bare, [meetingEdit(read(bare), meeting)]).endsWith(
        "## Cadence\n\n- 2026-07-11 weekly @lena @mara, 15 min: D1 opened\n",
      ),
    );
  });

  it("keeps a log in order, whatever is logged when, and is read back", () => {
    const one = fc.record({
      date: fc.integer({ min: 0, max: 800 }).map((day) => addDays("2027-06-01", day)),
      kind: fc.constantFrom("weekly", "managers", "Design review", "retro"),
      who: fc.subarray(["@lena", "@mara", "@omar"]),
      minutes: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
      note: fc.constantFrom(undefined, "D1 of PRD-042 opened", "10:30 is too early", "a: b"),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.boolean(), (meetings, windows) => {
        let text = windows ? cycleText().replaceAll("\n", "\r\n") : cycleText();
        for (const meeting of meetings) text = applyEdits(text, [meetingEdit(read(text), meeting)]);
        const found = cycleIn(text).cadence;
        assert.deepEqual(dates(text), meetings.map(({ date }) => date).sort());
        for (const { date, kind, who, minutes, note } of meetings)
          assert.ok(
            found.some(
              (line) =>
                line.date === date &&
                line.kind === kind.toLowerCase().replace(" ", "-") &&
                line.who.join() === who.join() &&
                line.minutes === minutes &&
                line.note === (note ?? ""),
            ),
            text,
          );
        assert.ok(windows ? !/(?<!\r)\n/.test(text) : !text.includes("\r"));
      }),
    );
  });
});

describe("a log of a hundred thousand lines, or a million", () => {
  it("ends at the next heading, of whichever level", () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, at) => `2026-07-01 weekly @lena${at % 40} @mara, 15 min`,
    );
    const text = `${log(lines)}\n# Appendix\n\n- 2026-07-31 managers: of another section\n`;
    assert.equal(cycleIn(text).cadence.length, lines.length);
  });

  it("is read whole, and rules go on by what it says", () => {
    const count = rounds(100_000, 1_000_000);
    const days = Array.from({ length: 31 }, (_, day) => addDays("2026-07-01", day));
    const lines = Array.from({ length: count }, (_, at) => {
      const day = days[Math.floor((at * days.length) / count)] ?? "";
      return `${day} weekly @lena${at % 40} @mara${at % 40}, ${at % 2 === 0 ? 15 : 25} min: D1 of PRD-042`;
    });
    lines.push("2026-07-31 managers @omar @ines, 30 min", "2026-07-31 weekly @lena0 @mara0, 30 min");
    const text = `${log(lines)}\n## Pairs\n\n- 2026-07-31 managers: of another section\n`;
    const document = read(text);
    const cycle = cycleIn(text);
    assert.equal(cycle.cadence.length, count + 2);
    const last = cycle.cadence.at(-1);
    assert.equal(text.slice(last?.start, last?.end), "- 2026-07-31 weekly @lena0 @mara0, 30 min");
    const index = workspace({ "c.md": text });
    const options = { config: defaultConfig, today: "2026-08-01", rules: allRules };
    const found = checkInWorkspace(document, "c.md", index, options).map(({ code }) => code);
    // Even numbers meet for 15 minutes and odd ones for 25, each time; the managers met yesterday.
    assert.equal(found.filter((code) => code === "PRD513").length, 20);
    assert.ok(!found.includes("PRD512"));
    const logged = applyEdits(text, [
      meetingEdit(document, { date: "2026-08-01", kind: "weekly", who: ["@a"] }),
    ]);
    assert.ok(logged.includes("@mara0, 30 min\n- 2026-08-01 weekly @a\n\n## Pairs"));
  });
});
