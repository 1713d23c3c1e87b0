import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { Status } from "../../../src/core/format/status.ts";
import { signOffEdit } from "../../../src/core/writing/review/review-edits.ts";
import { changesSince } from "../../../src/core/review/since.ts";
import { idList } from "../../../src/core/document/id-list.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

const config = defaultConfig;

function prd(status: string, ...titles: string[]): string {
  const requirements = titles.map((title, index) => `### R${index + 1} · ${title}\n`).join("\n");
  return `---\nprd: PRD-042\nschema: prd/1\nstatus: ${status}\npm: "@lena"\neng: "@mara"\n---\n\n# A\n\n## Requirements\n\n${requirements}`;
}

function signed(text: string, ...ids: string[]): string {
  let now = text;
  for (const id of ids) {
    const document = parseDocument(now, config);
    const requirement = document.requirements.find((one) => one.id === id);
    assert.ok(requirement);
    now = applyEdits(now, [signOffEdit(document, requirement, "@mara", "2026-07-24")]);
  }
  return now;
}

function said(text: string, as?: Status, before?: string): string[] {
  const previous = before === undefined ? undefined : { text: before };
  return checkDocument(parseDocument(text, config), { config, today: "2026-08-01", as, previous })
    .filter(({ code }) => /^PRD30[1-5]$/.test(code))
    .map(({ code, severity, message }) => `${code} ${severity}: ${message}`);
}

describe("the rules of review", () => {
  it("ask a draft for nothing, a review softly, an agreed PRD strictly", () => {
    const text = prd("draft", "One", "Two", "Three", "Four");
    assert.deepEqual(said(text), []);
    const message = "No engineer has reviewed R1–R4 yet. Could @mara go through them?";
    assert.deepEqual(said(text, "in-review"), [`PRD301 warning: ${message}`]);
    assert.deepEqual(said(text, "agreed"), [`PRD301 error: ${message}`]);
    assert.deepEqual(said(text, "parked"), [`PRD301 information: ${message}`]);
  });

  it("name what is left while the review goes on, and what came later once it was agreed", () => {
    const half = signed(prd("in-review", "One", "Two", "Three"), "R1");
    assert.deepEqual(said(half, "agreed"), [
      "PRD301 error: No engineer has reviewed R2 and R3 yet. Could @mara go through them?",
    ]);
    const later = signed(prd("agreed", "One", "Two"), "R1");
    assert.deepEqual(said(later), [
      "PRD303 error: No engineer has signed R2, so it seems to be newer than the sign-off of the others. Could @mara review it?",
    ]);
  });

  it("say which constraints ask for a further role", () => {
    const team = parseConfig(
      `version: 1\npeople:\n  "@mara": { name: Mara, role: eng }\n  "@sofia": { name: Sofia, role: security }\nreviews: { required: [eng], when: { security: [security] } }\n`,
      "seamwork.yaml",
    ).config;
    const limit = (id: string): string =>
      `  - **${id}** (security, @mara, 2026-07-20): links expire. Accepted @lena 2026-07-21.\n`;
    const asking = (...ids: string[]): string[] => {
      const text = `${prd("agreed", "One")}\n- **Constraints:**\n${ids.map(limit).join("")}\n### R2 · Two\n\n- **Constraints:**\n${limit("C9")}`;
      const document = parseDocument(text, team);
      const [, second] = document.requirements;
      assert.ok(second);
      const half = applyEdits(text, [signOffEdit(document, second, "@sofia", "2026-07-24")]);
      return checkDocument(parseDocument(half, team), { config: team, today: "2026-08-01" })
        .filter(({ code }) => code === "PRD303")
        .map(({ message }) => message);
    };
    const message =
      "Nobody from security has signed R1, so it seems to be newer than the sign-off of the others. Could @sofia review it, as";
    assert.deepEqual(asking("C1"), [`${message} C1 asks?`]);
    assert.deepEqual(asking("C1", "C2"), [`${message} C1 and C2 ask?`]);
  });

  it("say what changed, and since when", () => {
    const text = signed(prd("agreed", "One", "Two"), "R1", "R2");
    assert.deepEqual(said(text), []);
    assert.deepEqual(said(text.replace("· Two", "· Three")), [
      "PRD302 error: R2 changed since @mara signed it 8 days ago: Statement. Sign it again, or carry it if only the wording is new?",
    ]);
    const colleague = text.replace("· Two", "· Three");
    const document = parseDocument(colleague, config);
    const [, second] = document.requirements;
    assert.ok(second);
    const again = applyEdits(colleague, [signOffEdit(document, second, "@jo", "2026-07-30")]);
    assert.deepEqual(said(again), [], "a colleague of the same role has looked at it since");
  });

  it("know a status that skipped agreed only from the text before", () => {
    const now = prd("building");
    assert.deepEqual(said(now), []);
    assert.deepEqual(said(now, undefined, prd("in-review")), [
      "PRD305 warning: The status went from `in-review` to `building` and skipped `agreed`. Do both of you stand by it, or should it go back?",
    ]);
    for (const before of ["agreed", "building", "parked"])
      assert.deepEqual(said(now, undefined, prd(before)), []);
    const recorded = `${now}\n## Review\n\n- **Moved to agreed** @lena 2026-07-30: the season begins.\n`;
    assert.deepEqual(said(recorded, undefined, prd("in-review")), []);
  });
});

describe("what changed since an earlier state", () => {
  const changes = (before: string, now: string): string[] =>
    changesSince(parseDocument(before, config), parseDocument(now, config), config).map(
      ({ what, message, afterBuildingBegan }) => `${what}${afterBuildingBegan ? "!" : ""}: ${message}`,
    );

  it("is nothing when only the layout did", () => {
    const text = signed(prd("building", "One", "Two"), "R1", "R2");
    assert.deepEqual(changes(text, text.replaceAll("\n", "\r\n").replace("- **Signed", "* **Signed")), []);
  });

  it("is what a reviewer has to look at", () => {
    const before = signed(prd("in-review", "One", "Two", "Three"), "R1", "R2");
    const now = before
      .replace("· Two", "· Other")
      .replace("### R3 · Three", "### R4 · Four")
      .replace("in-review", "building");
    assert.deepEqual(changes(before, now), [
      "status: The status went from in-review to building and skipped agreed.",
      "changed: R2 changed: Statement.",
      "stale-sign-off: @mara's sign-off of R2 is not fresh any more.",
      "added: R4 is new.",
      "removed: R3 is gone.",
    ]);
  });

  it("says so where building had begun", () => {
    const before = signed(prd("building", "One"), "R1");
    assert.deepEqual(changes(before, before.replace("One", "Two")), [
      "changed!: R1 changed: Statement, after building began.",
      "stale-sign-off: @mara's sign-off of R1 is not fresh any more.",
    ]);
  });
});

describe("a list of ids", () => {
  for (const [ids, expected] of [
    [["R1"], "R1"],
    [["R1", "R2"], "R1 and R2"],
    [["R1", "R2", "R3", "R5"], "R1–R3 and R5"],
    [["FR-1", "FR-2", "FR-3", "NFR-4"], "FR-1–FR-3 and NFR-4"],
    [["R1", "R1.1", "R1.2"], "R1, R1.1 and R1.2"],
    [["R1", "R3", "R5", "R7", "R9", "R11"], "R1, R3, R5, R7 and others"],
  ] as const) {
    it(expected, () => assert.equal(idList(ids), expected));
  }
});
