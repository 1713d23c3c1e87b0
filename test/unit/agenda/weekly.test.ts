import assert from "node:assert/strict";
import fc from "fast-check";
import { MOST_ITEMS } from "../../../src/core/agenda/weekly.ts";
import { itemAt, soonestFirst } from "../../../src/core/agenda/item.ts";
import type { Agenda, AgendaItem, AgendaRequest } from "../../../src/core/agenda/model.ts";
import { together } from "../../../src/core/readiness/overview-of.ts";
import { agendaIn, cycle, itemsOf, prd, scopeOf, textsOf, workspaceOf } from "./workspace.ts";
import type { Files } from "./workspace.ts";

const today = "2026-08-14";
const weekly: AgendaRequest = { kind: "weekly", pair: ["@lena", "@mara"] };

const question = (id: number, who = "@mara"): string => `- **Q${id}** (${who}, by 2026-08-20): how many?`;
const limit = (id: number, day = "2026-08-10"): string =>
  `- **C${id}** (perf, @mara, ${day}): p95 under 300 ms.`;
const disagreement = (id: number, day: string, rest = ""): string =>
  `- **D${id}** tier 1, @lena and @mara, ${day}: queue or refuse?${rest}`;
const log = (...lines: string[]): string =>
  cycle(`## Cadence\n\n${lines.map((line) => `- ${line}`).join("\n")}`);

describe("the weekly of a pair", () => {
  it("puts what blocks before what waits, and the oldest first", () => {
    const body = [
      `## Constraints\n\n${limit(1, "2026-08-13")}\n${limit(2, "2026-08-01")}`,
      `## Questions\n\n- **Q1** (@mara, by 2026-08-04): how many?\n${question(2)}`,
      `## Disagreements\n\n${disagreement(1, "2026-08-01")}\n${disagreement(2, "2026-08-10")}`,
    ].join("\n\n");
    const { sections, leftOut } = agendaIn(weekly, { "a.md": prd("PRD-1", "in-review", body) }, { today });
    const [blocks, waits] = sections;
    // Before `agreed`, what is unanswered, due or not agreed about is in the way.
    assert.deepEqual(blocks?.items.map(({ text, days }) => [text.slice(0, 2), days]).slice(0, 5), [
      ["C2", 13],
      ["D1", 13],
      ["Q1", undefined],
      ["D2", 4],
      ["C1", 1],
    ]);
    assert.deepEqual(
      waits?.items.slice(0, 1).map(({ text, due }) => [text.slice(0, 2), due]),
      [["Q2", "2026-08-20"]],
    );
    assert.equal(leftOut.items, 0);
  });

  it("puts what is due on one day in the order of the documents, and of their lines", () => {
    const item = (path: string, start: number, due?: string): AgendaItem =>
      itemAt({ lineAt: () => 1 }, { path, id: undefined }, { start, end: start + 2 }, "", { due });
    const sorted = soonestFirst([
      item("a.md", 2),
      item("b.md", 4, "2026-08-20"),
      item("a.md", 9, "2026-08-20"),
      item("a.md", 5, "2026-08-20"),
      item("c.md", 0, "2026-08-19"),
    ]);
    assert.deepEqual(
      sorted.map(({ path, start }) => `${path}:${start}`),
      ["c.md:0", "a.md:5", "a.md:9", "b.md:4", "a.md:2"],
    );
  });

  it("says where each thing is and whose turn it is", () => {
    const text = prd("PRD-1", "building", `## Constraints\n\n${limit(1)}`);
    const item = itemsOf(agendaIn(weekly, { "prds/a.md": text }, { today })).find((one) =>
      one.text.startsWith("C1"),
    );
    assert.equal(item?.path, "prds/a.md");
    assert.equal(text.split("\n")[(item?.line ?? 0) - 1], limit(1));
    assert.equal(text.slice(item?.start, item?.end), "C1");
    assert.deepEqual([item?.owner, item?.people, item?.days], ["product", ["@lena"], 4]);
  });

  it("makes one item of what the rules found in one document", () => {
    const body =
      "## Requirements\n\n### R1 · Filter\n\nThe export must hold the range.\n\n### R2 · Zone\n\nThe page must show it.";
    const all = itemsOf(agendaIn(weekly, { "a.md": prd("PRD-1", "in-review", body) }, { today }));
    assert.equal(all.length, 2, "what blocks, and the rest");
    const [first] = all;
    assert.match(first?.text ?? "", /^\d+ things in the way of `agreed`; the first: /);
    assert.ok((first?.conversations ?? 0) > 1);
  });

  it("keeps a place for what is due, however much waits", () => {
    const many = Array.from({ length: 20 }, (_, index) => question(index + 10)).join("\n");
    const agenda = agendaIn(
      weekly,
      { "a.md": prd("PRD-1", "building", `## Questions\n\n${many}`, "launch: 2026-08-18\n") },
      { today },
    );
    assert.equal(itemsOf(agenda).length, MOST_ITEMS);
    assert.deepEqual(textsOf(agenda)["coming"], ["is due to launch and is `building`"]);
    const shown = itemsOf(agenda).filter(({ text }) => text.startsWith("Q")).length;
    const { leftOut } = agenda;
    assert.equal(leftOut.documents[0]?.document, "PRD-1");
    assert.ok(leftOut.conversations >= 20 - shown);
  });

  it("knows launches, retros, actions, cycles and rotations", () => {
    const files: Files = {
      "a.md": prd("PRD-1", "building", "", "paired: 2026-05-01\nlaunch: 2026-08-10\n"),
      "b.md": prd(
        "PRD-2",
        "launched",
        "## Retro\n\n- **K1** (handoff, @mara, by 2026-08-12): alarm on queue age.\n- **K2** (handoff, @jo): not theirs.\n- **K3** (handoff, @lena, by 2026-07-01): done. Done 2026-07-01.\n- **K4** (handoff, @lena, by 2027-01-01): far away.",
        "launch: 2026-08-05\n",
      ),
      "q4.md": cycle("", "2026-Q4", "2026-08-20", "2026-12-31"),
    };
    const agenda = agendaIn(weekly, files, { today });
    const coming = textsOf(agenda)["coming"] ?? [];
    const said = (pattern: RegExp): boolean => coming.some((text) => pattern.test(text));
    assert.ok(said(/was due to launch and is `building`/), coming.join("\n"));
    assert.ok(said(/retro is due$/));
    assert.ok(said(/^K1 is to be done: alarm on queue age$/));
    assert.ok(said(/^It starts soon; its planning is due 2026-08-15/));
    assert.ok(said(/Paired for 105 days/));
    assert.ok(!said(/K[234]/));
  });

  it("tells a date that a rule asks about too once", () => {
    const retro =
      "## Retro\n\n- **Due:** 2026-08-01\n- **K1** (handoff, @mara, by 2026-08-12): alarm on queue age.";
    const files: Files = {
      "a.md": prd("PRD-1", "launched", retro, "launch: 2026-07-05\n"),
      "b.md": prd("PRD-2", "building", "", "paired: 2026-03-01\n"),
    };
    const all = itemsOf(agendaIn(weekly, files, { today }));
    const due = all.filter(({ due }) => due !== undefined);
    assert.deepEqual(
      due.map(({ text, conversations }) => [text.slice(0, 16), conversations]),
      [
        ["Paired for 166 d", 1],
        ["The joint retro ", 1],
        ["K1 is to be done", 1],
      ],
    );
    const { open } = workspaceOf(files, { today });
    for (const code of ["PRD507", "PRD510", "PRD517"]) {
      const asked = ["a.md", "b.md"].flatMap((path) => open(path)?.conversations ?? []);
      assert.ok(
        asked.some((one) => one.code === code),
        `${code} does ask`,
      );
    }
    assert.ok(
      !all.some(({ text }) => /have paired for|and has not been held|days ago\. Is it done/.test(text)),
    );
  });

  it("asks what is structural when it ran over three times in a row", () => {
    const line = (day: string, minutes: number): string => `${day} weekly @mara @lena, ${minutes} min`;
    const files = (last: number): Files => ({
      "a.md": prd("PRD-1", "building", ""),
      "q3.md": log(line("2026-07-24", 25), line("2026-07-31", 30), line("2026-08-07", last)),
    });
    const waits = textsOf(agendaIn(weekly, files(28), { today }))["waits"] ?? [];
    assert.ok(
      waits.some((text) => /ran over 20 minutes three times in a row/.test(text)),
      waits.join(),
    );
    assert.ok(
      !itemsOf(agendaIn(weekly, files(20), { today })).some(({ text }) => text.includes("structural")),
    );
  });

  it("has what the two disagree about in a cycle or in other people's PRDs, and no more of those", () => {
    const files: Files = {
      "a.md": prd("PRD-1", "closed", ""),
      "b.md": prd(
        "PRD-2",
        "building",
        `## Questions\n\n${question(1)}\n\n## Disagreements\n\n${disagreement(1, "2026-08-12")}`,
        'pm: "@lena"\neng: "@jo"\n',
      ),
      "q3.md": cycle(
        `## Disagreements\n\n${disagreement(7, "2026-08-11")}\n- **D8** tier 2, @omar and @ines, 2026-08-11: who?`,
      ),
    };
    const ids = itemsOf(agendaIn(weekly, files, { today })).map(({ text }) => text.slice(0, 2));
    assert.deepEqual(
      ids.filter((id) => /^[DQ]/.test(id)),
      ["D7", "D1"],
    );
  });

  it("names the pairs that there are when it knows no such one", () => {
    const files = {
      "a.md": prd("PRD-1", "draft", ""),
      "old.md": prd("PRD-2", "closed", "", 'pm: "@ann"\neng: "@bo"\n'),
    };
    assert.equal(
      scopeOf({ kind: "weekly", pair: ["@lena", "@nobody"] }, files, { today }),
      "No document here is by @lena and @nobody; the pairs here are @lena with @mara.",
    );
    assert.equal(
      scopeOf(weekly, {}, { today }),
      "No document here is by @lena and @mara; no PRD here names a PM and an engineer yet.",
    );
  });

  it("is the same whichever of the two is named first, in whatever case", () => {
    const files = { "a.md": prd("PRD-1", "building", `## Questions\n\n${question(1)}`) };
    const other: AgendaRequest = { kind: "weekly", pair: ["@MARA", "@lena"] };
    assert.deepEqual(agendaIn(other, files, { today }).sections, agendaIn(weekly, files, { today }).sections);
  });

  describe("after a meeting is logged", () => {
    const before = prd(
      "PRD-1",
      "building",
      `## Requirements\n\n### R1 · Filter\n\nOnly rows of the range.\n\n## Questions\n\n${question(1)}`,
    );
    const now = before
      .replace("Only rows of the range.", "Only rows of the last 90 days.")
      .replace("## Questions\n\n", `## Questions\n\n`)
      .concat(`\n## Disagreements\n\n${disagreement(1, "2026-08-12")}\n`);
    const logs = (...days: string[]): string =>
      log(...days.map((day) => `${day} weekly @lena @mara, 15 min`));
    const open = ({ sections }: Agenda): string[] =>
      sections
        .filter(({ key }) => key === "blocks" || key === "waits")
        .flatMap(({ items }) => items.map(({ text }) => text));

    it("only what is new or still open is left", () => {
      const then = { "a.md": now, "q3.md": logs("2026-08-07") };
      const first = agendaIn(weekly, then, { today, before: { "a.md": before } });
      assert.equal(first.since, "2026-08-07");
      assert.deepEqual(textsOf(first)["drifted"], ["R1 changed: Statement, after building began."]);
      assert.deepEqual(
        itemsOf(first)
          .filter(({ isNew }) => isNew)
          .map(({ text }) => text.slice(0, 2)),
        ["D1", "R1"],
      );

      const after = { "a.md": now, "q3.md": logs("2026-08-07", today) };
      const second = agendaIn(weekly, after, { today, before: { "a.md": now } });
      assert.equal(second.since, today);
      assert.equal(textsOf(second)["drifted"], undefined);
      assert.deepEqual(open(second), open(first), "what is open stays");
      assert.ok(itemsOf(second).every(({ isNew }) => !isNew));

      const later = now.replace(question(1), `${question(1)}\n- **Q2** (@lena, by 2026-08-30): who?`);
      const third = agendaIn(
        weekly,
        { ...after, "a.md": later },
        { today: "2026-08-21", before: { "a.md": now } },
      );
      assert.equal(open(third).length, open(first).length + 1);
    });

    it("a plan for a later day and other people's meetings count for nothing", () => {
      const q3 = log(
        "2026-08-01 weekly @lena @mara",
        "2026-08-10 weekly @lena @jo",
        "2026-08-11 managers @lena @mara",
        "2026-08-21 weekly @lena @mara",
      );
      const agenda = agendaIn(weekly, { "a.md": now, "q3.md": q3 }, { today });
      assert.equal(agenda.since, "2026-08-01");
      assert.match(agenda.notes.join(), /no earlier version to compare them with/);
    });

    it("a split that was agreed anew is told once", () => {
      const text = (day: string): string =>
        cycle(
          `## Renegotiations\n\n- **N1** @lena and @mara, 2026-08-11: product 60 to 55, ops 15 to 20. Because of the outage.\n\n## Cadence\n\n- ${day} weekly @lena @mara`,
        );
      const drifted = (day: string) =>
        textsOf(agendaIn(weekly, { "a.md": now, "q3.md": text(day) }, { today, before: {} }))["drifted"];
      assert.deepEqual(drifted("2026-08-07"), [
        "N1 changed the split: product 60 to 55, ops 15 to 20, because of the outage.",
      ]);
      assert.equal(drifted("2026-08-11"), undefined);
    });
  });

  it("loses nothing when a meeting is logged, and calls nothing new that was there", () => {
    fc.assert(
      fc.property(
        fc.array(anyDocument, { minLength: 1, maxLength: 4 }),
        fc.array(day, { maxLength: 3 }),
        (documents, days) => {
          const files = (...all: string[]): Record<string, string> => ({
            ...Object.fromEntries(documents.map((make, index) => [`p${index}.md`, make(index + 1)])),
            "a.md": prd("PRD-900", "draft", ""),
            "q3.md": log(...all.map((at) => `${at} weekly @lena @mara`)),
          });
          const held = days.filter((at) => at < today);
          const [first, second] = [files(...held), files(...held, today)].map((all) =>
            agendaIn(weekly, all, { today, before: all }),
          );
          assert.ok(first && second);
          const open = ({ sections }: Agenda): string[] =>
            sections.flatMap(({ items }) => items.map(({ path, text }) => `${path} ${text}`));
          assert.deepEqual(open(second), open(first));
          assert.deepEqual(second.leftOut, first.leftOut);
          assert.equal(second.since, today);
          assert.ok(itemsOf(second).every(({ isNew }) => !isNew));
        },
      ),
      { numRuns: 15 },
    );
  });

  it("counts days over the end of a leap February", () => {
    const files = {
      "a.md": prd("PRD-1", "building", `## Disagreements\n\n${disagreement(1, "2028-02-28")}`),
      "q1.md": cycle("## Cadence\n\n- 2028-02-29 weekly @lena @mara", "2028-Q1", "2028-01-01", "2028-03-31"),
    };
    const agenda = agendaIn(weekly, files, { today: "2028-03-01" });
    const found = itemsOf(agenda).find(({ text }) => text.startsWith("D1"));
    assert.deepEqual([agenda.since, found?.days, found?.isNew], ["2028-02-29", 2, false]);
  });

  it("loses nothing that is open, and is never longer than seven items", () => {
    fc.assert(
      fc.property(fc.array(anyDocument, { minLength: 1, maxLength: 5 }), anyLog, (documents, q3) => {
        const files: Record<string, string> = { "a.md": prd("PRD-900", "draft", ""), "q3.md": q3 };
        for (const [index, make] of documents.entries()) files[`p${index}.md`] = make(index + 1);
        const { index, open } = workspaceOf(files, { today });
        const agenda = agendaIn(weekly, files, { today });
        const items = itemsOf(agenda);
        assert.ok(items.length <= MOST_ITEMS);
        let expected = 0;
        const ids: string[] = [];
        for (const summary of index.all()) {
          const own = summary.pm.includes("@lena") && summary.eng.includes("@mara");
          const document = open(summary.path);
          for (const [one] of document === undefined ? [] : together(document)) {
            const between = document?.document.disagreements.find(({ id }) => id === one.id)?.between ?? [];
            const theirs = between.includes("@lena") && between.includes("@mara");
            // The only weeklies in the log are those of the two.
            if (!own && !theirs && one.code !== "PRD513") continue;
            expected++;
            if (one.about !== "problem") ids.push(`${summary.path} ${one.id}`);
          }
        }
        const counted = items.reduce((sum, { conversations }) => sum + conversations, 0);
        assert.equal(counted + agenda.leftOut.conversations, expected);
        const { leftOut } = agenda;
        assert.equal(
          leftOut.documents.reduce((sum, one) => sum + one.items, 0),
          leftOut.items,
        );
        if (leftOut.items === 0) {
          const shown = new Set(items.map(({ path, text }) => `${path} ${text.split(" ", 1)[0]}`));
          for (const id of ids) assert.ok(shown.has(id), id);
        }
      }),
      { numRuns: 40 },
    );
  });
});

const day = fc
  .integer({ min: 1, max: 28 })
  .map((number) => `2026-${number % 2 === 0 ? "07" : "08"}-${String(number).padStart(2, "0")}`);
const annotation = fc.oneof(
  day.map((at) => ["Constraints", "C", `(perf, @mara, ${at}): p95 under 300 ms.`] as const),
  day.map((at) => ["Constraints", "C", `(perf, @mara, ${at}): a queue. Accepted @lena ${at}.`] as const),
  day.map((at) => ["Questions", "Q", `(@mara, by ${at}): how many?`] as const),
  fc.constant(["Questions", "Q", "how many?"] as const),
  fc.constant(["Assumptions", "A", "Nobody exports more than two years."] as const),
  day.map((at) => ["Disagreements", "D", `tier 1, @lena and @mara, ${at}: queue or refuse?`] as const),
  day.map(
    (at) =>
      [
        "Disagreements",
        "D",
        `tier 1, @lena and @mara, ${at}: which? Raised to tier 2, @omar and @ines, ${at}.`,
      ] as const,
  ),
  day.map(
    (at) => ["Disagreements", "D", `tier 1, @lena and @jo, ${at}: which? Resolved ${at}: this.`] as const,
  ),
  day.map((at) => ["Retro", "K", `(handoff, @mara, by ${at}): alarm on queue age.`] as const),
);
const body = fc.array(annotation, { maxLength: 8 }).map((all) =>
  ["Assumptions", "Constraints", "Questions", "Disagreements", "Retro"]
    .map((name) => {
      const lines = all.flatMap(([section, letter, text], index) =>
        section === name ? [`- **${letter}${index + 1}** ${text}`] : [],
      );
      return lines.length === 0 ? "" : `## ${name}\n\n${lines.join("\n")}\n\n`;
    })
    .join(""),
);
const people = fc.constantFrom("", 'pm: "@lena"\neng: ["@jo", "@mara"]\n', 'pm: "@lena"\neng: "@jo"\n');
const status = fc.constantFrom("draft", "in-review", "agreed", "building", "launched", "closed", "parked");
const launch = fc.option(
  day.map((at) => `launch: ${at}\n`),
  { nil: "" },
);
const paired = fc.constantFrom("", "paired: 2026-03-02\n");
const anyDocument = fc.tuple(body, people, status, launch, paired).map(
  ([text, who, state, day, since]) =>
    (number: number): string =>
      prd(`PRD-${number}`, state, text, `${who}${since}${day}`),
);
const anyLog = fc
  .tuple(fc.array(day, { maxLength: 3 }), body)
  .map(([days, text]) =>
    cycle(`${text}## Cadence\n\n${days.map((at) => `- ${at} weekly @lena @mara, 30 min`).join("\n")}`),
  );
