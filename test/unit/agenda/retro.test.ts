import assert from "node:assert/strict";
import { agendaOf } from "../../../src/core/agenda/agenda.ts";
import type { AgendaRequest, OpenDocument } from "../../../src/core/agenda/model.ts";
import { together } from "../../../src/core/readiness/overview-of.ts";
import { agendaIn, itemsOf, prd, scopeOf, textsOf, workspaceOf } from "./workspace.ts";
import type { Files } from "./workspace.ts";

const today = "2026-09-28";
const retro: AgendaRequest = { kind: "retro", document: "PRD-42" };

const body = `## Requirements

### R1 · Filter

Only rows of the range.

## Assumptions

- **A1** Nobody exports more than two years. Tested @mara 2026-07-20: broke, see C1.
- **A2** The zone is the office's. Tested @mara 2026-07-20: held.

## Disagreements

- **D1** tier 1 (trade-off), @lena and @mara, 2026-07-01: queue or refuse? Raised to tier 2, @omar and @ines, 2026-07-06. Resolved 2026-07-15: queue.
- **D2** tier 1, @lena and @mara, 2026-09-25: who tells support?
`;
const launched = prd("PRD-42", "launched", body, "launch: 2026-09-15\n");
const earlier = `---
retro: RETRO-7
schema: retro/1
name: Outage
pm: "@lena"
eng: "@jo"
---

# Outage

- **Held:** 2026-08-10 @lena, @jo
- **K1** (handoff, @jo, by 2026-08-20): alarm. Done 2026-08-19.
- **K2** (handoff, @lena, by 2026-09-01): page.
`;
const files: Files = { "a.md": launched, "r.md": earlier };

describe("the agenda of a retro", () => {
  it("begins with the three questions", () => {
    const { sections } = agendaIn(retro, files, { today });
    assert.equal(sections[0]?.key, "questions");
    assert.deepEqual(
      sections[0]?.items.map(({ text }) => text),
      ["Right thing?", "Built well?", "Built it well together?"],
    );
  });

  it("has the facts: the launch, how disagreements went, what broke", () => {
    assert.deepEqual(textsOf(agendaIn(retro, files, { today }))["facts"], [
      "launched on 2026-09-15, 13 days ago",
      "This retro is due 2026-09-29, in 1 day",
      "D1 was settled at tier 2 (5 days at tier 1, 9 days at tier 2): queue or refuse?",
      "D2 is open at tier 1 (3 days at tier 1): who tells support?",
      "A1 broke on 2026-07-20: Nobody exports more than two years.",
    ]);
  });

  it("has what changed after it was agreed, and compares with that state", () => {
    const before = {
      "a.md": launched.replace("status: launched", "status: building").replace("the range", "90 days"),
    };
    const texts = textsOf(agendaIn(retro, files, { today, before }));
    assert.deepEqual(texts["drifted"], [
      "R1 changed: Statement, after building began. The status went from building to launched.",
    ]);
    const scope = scopeOf(retro, files, { today });
    assert.deepEqual(typeof scope === "string" ? scope : scope.compare?.with, { status: "agreed" });
  });

  it("has what the last retro of these people left to do, done or not", () => {
    const others = earlier
      .replace("RETRO-7", "RETRO-8")
      .replace("2026-08-10 @lena, @jo", "2026-09-20 @omar")
      .replace('pm: "@lena"\neng: "@jo"\n', "");
    const agenda = agendaIn(retro, { ...files, "s.md": others }, { today });
    const actions = agenda.sections.find(({ key }) => key === "actions")?.items;
    assert.deepEqual(
      actions?.map(({ document, text }) => `${document} ${text}`),
      ["RETRO-7 K1 was done on 2026-08-19: alarm", "RETRO-7 K2 is to be done: page"],
    );
  });

  it("has every open conversation of the document", () => {
    const open = agendaIn(retro, files, { today }).sections.find(({ key }) => key === "waits")?.items ?? [];
    assert.ok(open.some(({ text, days }) => text.startsWith("D2 is open") && days === 3));
    assert.ok(open.reduce((sum, { conversations }) => sum + conversations, 0) > 1);
  });

  it("before the launch says that there was none", () => {
    const text = launched.replace("status: launched", "status: building").replace("2026-09-15", "2026-10-15");
    const facts = textsOf(agendaIn(retro, { "a.md": text }, { today }))["facts"];
    assert.equal(facts?.[0], "is `building`; its launch is planned for 2026-10-15, in 17 days");
    assert.ok(!facts?.some((one) => one.startsWith("This retro")));
  });

  it("counts one that was held before the launch as none, and says so", () => {
    const early = `${launched}\n## Retro\n\n- **Held:** 2026-09-01 @lena, @mara\n- **Right thing?** 312 tickets.\n`;
    const agenda = agendaIn(retro, { "a.md": early }, { today, before: {} });
    const texts = textsOf(agenda);
    assert.equal(texts["questions"]?.[0], "Right thing? 312 tickets.");
    assert.ok(texts["facts"]);
    const { open } = workspaceOf({ "a.md": early }, { today });
    const all = together(open("a.md") as OpenDocument).map(([one]) => one.code);
    assert.ok(all.includes("PRD510"));
    const waits = agenda.sections.find(({ key }) => key === "waits")?.items ?? [];
    const shown = waits.reduce((sum, { conversations }) => sum + conversations, 0);
    assert.equal(shown, all.filter((code) => code !== "PRD516").length);
  });

  it("of what is closed says when it launched, as of what has launched", () => {
    const closed = launched.replace("status: launched", "status: closed");
    const facts = textsOf(agendaIn(retro, { "a.md": closed }, { today }))["facts"];
    assert.equal(facts?.[0], "launched on 2026-09-15, 13 days ago");
  });

  it("of a retro of its own says when it is due, counted from the launch", () => {
    const own = `---\nretro: RETRO-8\nschema: retro/1\nname: Exports\nlaunch: 2026-09-15\n---\n\n# Exports\n\n## Retro\n\n- **Right thing?**\n`;
    const agenda = agendaIn({ kind: "retro", document: "RETRO-8" }, { "r.md": own }, { today });
    assert.deepEqual(textsOf(agenda)["facts"], ["This retro is due 2026-09-29, in 1 day"]);
  });

  it("names an action that does not say yet what is to be done", () => {
    const held = `${launched}\n## Retro\n\n- **Held:** 2026-09-28 @lena, @mara\n- **K1** (handoff, @mara, by 2026-10-10):\n`;
    const agenda = agendaIn(retro, { ...files, "a.md": held }, { today: "2026-09-30" });
    assert.deepEqual(textsOf(agenda)["actions"], ["K1 is to be done"]);
  });

  it("has what the index knows where the document cannot be opened", () => {
    const workspace = workspaceOf(files, { today });
    const texts = textsOf(agendaOf(retro, { ...workspace, open: () => undefined, changes: undefined }));
    assert.equal(texts["facts"]?.[0], "launched on 2026-09-15, 13 days ago");
    assert.equal(texts["waits"], undefined);
  });

  it("once it was held, only what nobody answered, did or settled is left", () => {
    const held = `${launched}\n## Retro\n\n- **Held:** 2026-09-28 @lena, @mara\n- **Right thing?** 312 tickets.\n- **Built well?**\n- **K1** (handoff, @mara, by 2026-10-10): alarm.\n- **K2** (handoff, @mara, by 2026-10-10): log. Done 2026-09-28.\n`;
    const texts = textsOf(
      agendaIn(retro, { ...files, "a.md": held }, { today: "2026-09-30", before: { "a.md": launched } }),
    );
    assert.deepEqual(texts["questions"], ["Built well?", "Built it well together?"]);
    assert.deepEqual(texts["actions"], ["K1 is to be done: alarm"]);
    assert.equal(texts["facts"], undefined);
    assert.equal(texts["drifted"], undefined);
    assert.ok(texts["waits"]?.some((text) => text.startsWith("D2")));
    const said = /has not been held|was due|is unanswered/;
    assert.ok(!texts["waits"]?.some((text) => said.test(text)), "each thing once");
  });

  it("is made for a retro of its own", () => {
    const agenda = agendaIn({ kind: "retro", document: "RETRO-7" }, files, { today: "2026-08-01" });
    assert.equal(agenda.sections[0]?.items.length, 3);
    assert.ok(itemsOf(agenda).every(({ document }) => document === "RETRO-7"));
  });

  it("names what there is when it knows no such document", () => {
    const of = (given: Files): unknown => scopeOf({ kind: "retro", document: "PRD-9" }, given, { today });
    assert.equal(
      of(files),
      "No PRD or retro here has the id PRD-9; the retros here are about PRD-42 and RETRO-7.",
    );
    assert.equal(of({}), "No PRD or retro here has the id PRD-9; nothing here has launched yet.");
  });
});
