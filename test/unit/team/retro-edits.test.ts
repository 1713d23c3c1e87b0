import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDocument, checkInWorkspace } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { dueDay, newRetro, nextRetroId } from "../../../src/core/create/new-retro.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { doneEdit, newDayEdit } from "../../../src/core/writing/team/action.ts";
import { retroDueEdits, retroEdits } from "../../../src/core/writing/team/retro-lines.ts";
import type { HeldRetro } from "../../../src/core/writing/team/retro-lines.ts";
import type { Retro } from "../../../src/core/facts/model.ts";
import { retroOf } from "../../../src/core/facts/retro.ts";
import { retroState } from "../../../src/core/team/retros.ts";
import { addDays } from "../../../src/core/text/days.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { read, workspace } from "./cycle-text.ts";

function prd(lines: Readonly<Record<string, string>> = {}, body = ""): string {
  const all = { status: "launched", launch: "2026-07-11", pm: '"@lena"', eng: '"@mara"', ...lines };
  const header = Object.entries(all).map(([key, value]) => (value === "" ? "" : `${key}: ${value}\n`));
  return `---\nprd: PRD-042\nschema: prd/1\nname: Exports\n${header.join("")}---\n\n# Exports\n${body}`;
}

function retro(text: string): Retro {
  const found = retroOf(read(text));
  assert.ok(found, text);
  return found;
}

const held: HeldRetro = {
  date: "2026-07-25",
  who: ["lena", "@mara"],
  answers: { right: "312 tickets\ninstead of 517", together: "R4 came late!" },
  actions: [
    { seam: "handoff", who: ["@mara"], by: "2026-08-10", text: "alarm on queue age" },
    { seam: "narrative", who: ["@lena", "@mara"], by: "2026-08-20", text: "tell support" },
  ],
};

function assertHeld(text: string): void {
  const { date, answers, actions, who } = { ...retro(text), date: retro(text).held };
  assert.equal(date, "2026-07-25", text);
  assert.deepEqual(who, ["@lena", "@mara"]);
  assert.equal(answers.right?.text, "312 tickets instead of 517.");
  assert.equal(answers.together?.text, "R4 came late!");
  assert.deepEqual(
    actions.map(({ seam, who: owners, by, text: what }) => [seam, owners.join(" "), by, what]).slice(-2),
    [
      ["handoff", "@mara", "2026-08-10", "alarm on queue age."],
      ["narrative", "@lena @mara", "2026-08-20", "tell support."],
    ],
  );
}

describe("a retro that is held", () => {
  const bodies: Readonly<Record<string, string>> = {
    "where no section is": "",
    "before a section of the team's own":
      "\n## Review\n\n- **Moved to agreed** @lena 2026-06-01: x.\n\n## Links\n\nNone.\n",
    "in an empty section": "\n## Retro\n",
    "in the template's lines":
      "\n## Retro\n\n- **Due:** 2026-07-25\n- **Held:**\n- **Right thing?**\n- **Built well?**\n- **Built it well together?**\n\n<!-- One line each. -->\n",
    "over what was said before":
      "\n## Retro\n\n* **Held:** 2026-07-20 @mara\n* **Right thing?** No.\n  It was not.\n* **K3** (handoff, by 2026-08-01): a page.\n\n## Links\n\nNone.\n",
  };
  for (const [where, body] of Object.entries(bodies))
    for (const [habit, end] of [
      ["LF", "\n"],
      ["CRLF", "\r\n"],
    ] as const)
      it(`is written ${where} (${habit})`, () => {
        const text = prd({}, body).replaceAll("\n", end);
        const after = applyEdits(text, retroEdits(read(text), held));
        assertHeld(after);
        assert.ok(end === "\n" ? !after.includes("\r") : !/(?<!\r)\n/.test(after), after);
        const ids = read(after).definitions.flatMap(({ id, kind }) => (kind === "action" ? [id] : []));
        assert.equal(new Set(ids).size, ids.length);
        // Once more over itself: nothing is there twice but the actions, which are new ones.
        const again = applyEdits(after, retroEdits(read(after), { ...held, actions: [] }));
        assert.equal(again, after);
      });

  it("is written into a document of its own", () => {
    for (const body of [
      "\n## Retro\n\n- **Due:** 2026-07-25\n",
      "\nAn outage.\n",
      "\n## What happened\n\nIt rained.\n\n## Retro\n\n## Next\n\nNo.\n",
    ]) {
      const text = `---\nretro: RETRO-7\nschema: retro/1\nname: Rain\n---\n\n# Rain\n${body}`;
      assertHeld(applyEdits(text, retroEdits(read(text), held)));
    }
  });

  it("says its day alone where nobody is named", () => {
    const text = prd();
    const after = applyEdits(text, retroEdits(read(text), { ...held, who: [], actions: [] }));
    assert.ok(after.includes("\n- **Held:** 2026-07-25\n"), after);
  });

  it("leaves answers alone that it is not given", () => {
    const text = prd({}, bodies["over what was said before"]);
    const after = applyEdits(text, retroEdits(read(text), { ...held, answers: { right: " " } }));
    assert.match(after, /\* \*\*Right thing\?\*\* No\.\n {2}It was not\.\n/);
  });

  it("has a day before that", () => {
    const text = prd();
    const after = applyEdits(text, retroDueEdits(read(text), ["2026-08-01"]));
    assert.ok(
      after.endsWith(
        "\n## Retro\n\n- **Due:** 2026-08-01\n- **Held:**\n- **Right thing?**\n- **Built well?**\n- **Built it well together?**\n",
      ),
    );
    const later = applyEdits(after, retroDueEdits(read(after), ["2026-08-05"]));
    assert.equal(later, after.replace("2026-08-01", "2026-08-05"));
  });
});

describe("an action of a retro", () => {
  const text = prd(
    {},
    "\n## Retro\n\n- **K1** (handoff, @mara, by 2026-07-20): alarm on queue age\n- **K2** (handoff, @mara): a page. Done 2026-07-01.\n",
  );
  const document = read(text);
  const [first, second] = retro(text).actions;

  it("is done, or has a new day", () => {
    assert.ok(first && second);
    const done = doneEdit(document, first, "2026-08-01");
    assert.ok(done);
    const after = applyEdits(text, [done]);
    assert.match(after, /: alarm on queue age\. Done 2026-08-01\.\n/);
    assert.equal(retro(after).actions[0]?.done, "2026-08-01");
    assert.equal(doneEdit(document, second, "2026-08-01"), undefined);
    const later = newDayEdit(first, ["2026-08-20"]);
    assert.ok(later);
    assert.equal(retro(applyEdits(text, [later])).actions[0]?.by, "2026-08-20");
    assert.equal(newDayEdit(second, ["2026-08-20"]), undefined);
  });
});

describe("the state of a retro", () => {
  const state = (
    text: string,
    today = "2026-08-01",
    others: Readonly<Record<string, string>> = {},
  ): string => {
    const found = retroState("a.md", workspace({ ...others, "a.md": text }), 14, today);
    return found.state === "none" ? "none" : `${found.state} ${found.on}`;
  };
  const section = (...lines: string[]): string =>
    prd({}, `\n## Retro\n\n${lines.map((line) => `- ${line}\n`).join("")}`);

  it("follows the launch, the day that it has and the day on which it was held", () => {
    assert.equal(state(prd()), "unplanned 2026-07-25");
    assert.equal(state(prd({ launch: "" })), "none");
    assert.equal(state(prd({ status: "parked" })), "none");
    assert.equal(state(prd({ launch: "2028-02-15" })), "unplanned 2028-02-29");
    assert.equal(state(section("**Due:** 2026-08-01")), "planned 2026-08-01");
    assert.equal(state(section("**Due:** 2026-07-31")), "overdue 2026-07-31");
    assert.equal(state(section("**Held:** 2026-08-03 @lena")), "planned 2026-08-03");
    assert.equal(state(section("**Due:** 2026-07-20", "**Held:** 2026-07-30 @lena")), "held 2026-07-30");
    assert.equal(state(section("**Held:** 2026-07-10 @lena")), "too early 2026-07-10");
    assert.equal(state(section("**Held:** 2026-02-30 @lena")), "unplanned 2026-07-25");
  });

  it("is that of a retro document which is about the PRD, and of no other one", () => {
    const about = (intro: string, answer = ""): Record<string, string> => ({
      "r.md": `---\nretro: RETRO-7\nschema: retro/1\nname: X\n---\n\n# X\n\n${intro}\n\n## Retro\n\n- **Held:** 2026-07-30 @lena, @mara\n- **Right thing?** ${answer}\n`,
    });
    assert.equal(state(prd(), "2026-08-01", about("The launch of prd-042 and PRD-042.")), "held 2026-07-30");
    assert.equal(state(prd(), "2026-08-01", about("An outage.", "PRD-042 helped.")), "unplanned 2026-07-25");
    assert.equal(state(prd(), "2026-07-29", about("The launch of PRD-042.")), "planned 2026-07-30");
  });

  it("is asked about once the days of the team have passed", () => {
    const asked = (text: string, today: string): boolean => {
      const index = workspace({ "a.md": text });
      const options = { config: defaultConfig, today, rules: allRules };
      return checkInWorkspace(read(text), "a.md", index, options).some(({ code }) => code === "PRD510");
    };
    assert.deepEqual([asked(prd(), "2026-07-25"), asked(prd(), "2026-07-26")], [false, true]);
    for (const status of ["draft", "in-review", "parked"])
      assert.ok(!asked(prd({ status }), "2026-08-01"), status);
    for (const status of ["agreed", "building", "closed"])
      assert.ok(asked(prd({ status }), "2026-08-01"), status);
    assert.ok(
      asked(
        prd(
          { launch: "2028-02-14", status: "building" },
          "\n## Retro\n\n- **Held:** 2028-02-01 @lena, @mara\n",
        ),
        "2028-02-10",
      ),
    );
  });
});

describe("a new retro", () => {
  const today = "2026-08-01";

  it("adds no problem to a workspace, whatever it is called", () => {
    const about = fc.option(
      fc.record({
        id: fc.constantFrom("PRD-042", "ABC-7"),
        name: fc.constantFrom("Exports", "a #1 *thing* [x]", "<b>"),
        pm: fc.subarray(["@lena"]),
        eng: fc.subarray(["@mara", "@ivo"]),
        launch: fc.constantFrom(undefined, "2026-07-11", "2026-09-01"),
      }),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), about, (name, prdOf) => {
        const made = newRetro({
          name,
          config: defaultConfig,
          takenIds: ["RETRO-6", "PRD-042"],
          about: prdOf,
          today,
        });
        assert.equal(made.id, "RETRO-7");
        assert.match(made.fileName, /^RETRO-7[^/\\:*?"<>|]*\.md$/);
        const document = read(made.text);
        const options = { config: defaultConfig, today, rules: allRules };
        assert.deepEqual(
          checkDocument(document, options).map(({ message }) => message),
          [],
        );
        const index = workspace({ "r.md": made.text });
        assert.deepEqual(checkInWorkspace(document, "r.md", index, options), []);
        if (prdOf !== undefined) assert.ok(retro(made.text).about.includes(prdOf.id), made.text);
        assertHeld(applyEdits(made.text, retroEdits(document, held)));
      }),
    );
  });

  it("is due by the team's cadence, or soon", () => {
    assert.equal(dueDay("2026-07-28", defaultConfig, today), "2026-08-11");
    assert.equal(dueDay("2026-01-01", defaultConfig, today), addDays(today, 7));
    assert.equal(dueDay(undefined, defaultConfig, today), addDays(today, 7));
    assert.equal(dueDay("soon", defaultConfig, today), addDays(today, 7));
  });

  it("has the next id", () => {
    assert.equal(nextRetroId([]), "RETRO-1");
    assert.equal(nextRetroId(["RETRO-2", "retro-10", "RETRO-x", "PRD-99"]), "RETRO-11");
  });
});
