import assert from "node:assert/strict";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { authorshipOfLines, authorshipOfSession } from "../../../src/core/readiness/authors.ts";
import type { WrittenLine } from "../../../src/core/readiness/authors.ts";

const { config } = parseConfig(
  `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm, email: Lena@example.com }
  "@mara": { name: Mara Lind, role: engineer, email: mara@example.com }
`,
  "seamwork.yaml",
);
const lena = { name: "L. Ortiz", email: "lena@EXAMPLE.com" };
const mara = { name: "Mara", email: "mara@example.com" };
const guest = { name: "Nils", email: "nils@example.com" };

const line = (text: string, by?: WrittenLine["by"]): WrittenLine => ({ text, by });

describe("who wrote how much of a PRD", () => {
  it("counts the letters of each line for who wrote it last, by role, the busiest first", () => {
    const lines = [
      line("## Why", lena),
      line("", lena),
      line("  - twelve lette", mara),
      line("four", guest),
      line("- more of it", lena),
    ];
    const { from, people } = authorshipOfLines(lines, config) ?? {};
    assert.equal(from, "git");
    assert.deepEqual(
      people?.map(({ handle, name, role, units }) => [handle, name, role, units]),
      [
        ["@lena", "Lena Ortiz", "pm", 18],
        ["@mara", "Mara Lind", "eng", 14],
        [undefined, "Nils", undefined, 4],
      ],
    );
    assert.equal(
      people?.reduce((sum, { share }) => sum + share, 0),
      1,
    );
    assert.equal(people?.[0]?.share, 0.5);
  });

  it("leaves the header out: who fills it in wrote no requirement", () => {
    const lines = [line("---", lena), line("prd: PRD-001", lena), line("---", lena), line("R1", mara)];
    const { people } = authorshipOfLines(lines, config) ?? {};
    assert.deepEqual(
      people?.map(({ handle, share }) => [handle, share]),
      [["@mara", 1]],
    );
  });

  it("gives lines that are not committed yet to the person at the keyboard, where it is known", () => {
    const lines = [line("new", undefined), line("old", mara)];
    const names = (me?: string): unknown =>
      authorshipOfLines(lines, config, me)?.people.map(({ handle, name, role, units }) => [
        handle,
        name,
        role,
        units,
      ]);
    assert.deepEqual(names("@mara"), [["@mara", "Mara Lind", "eng", 6]]);
    assert.deepEqual(names("@nils"), [
      ["@mara", "Mara Lind", "eng", 3],
      ["@nils", "nils", undefined, 3],
    ]);
    assert.deepEqual(names(), [
      ["@mara", "Mara Lind", "eng", 3],
      [undefined, "not committed yet", undefined, 3],
    ]);
  });

  it("adds up what one person wrote in a session, however the handle is written", () => {
    const session = authorshipOfSession(
      [
        { handle: "@mara", name: "Mara", inserted: 30 },
        { handle: "@guest", name: "Guest", inserted: 20 },
        { handle: "@MARA", name: "Mara", inserted: 50 },
        { handle: "@idle", name: "Idle", inserted: 0 },
      ],
      config,
    );
    assert.deepEqual(session, {
      from: "session",
      people: [
        { handle: "@mara", name: "Mara Lind", role: "eng", units: 80, share: 0.8 },
        { handle: "@guest", name: "Guest", role: undefined, units: 20, share: 0.2 },
      ],
    });
  });

  it("says nothing of a text without words", () => {
    assert.equal(authorshipOfLines([line("---"), line("---"), line("  ")], config), undefined);
    assert.equal(authorshipOfLines([], config), undefined);
    assert.equal(authorshipOfSession([], config), undefined);
  });
});
