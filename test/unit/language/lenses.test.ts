import assert from "node:assert/strict";
import { lensesIn } from "../../../src/core/language/lenses.ts";
import type { Lens } from "../../../src/core/language/lens.ts";
import { prd, workspaceOf } from "./workspace.ts";

function lenses(path: string, files: Readonly<Record<string, string>>, me?: string): string[] {
  const { lenses, reader } = workspaceOf(
    { [path]: files[path] ?? "", ...files },
    me === undefined ? {} : { me },
  );
  const line = ({ at }: Lens): number => reader.model.text.slice(0, at).split("\n").length;
  return lensesIn(lenses).map((lens) => `${line(lens)}: ${lens.title} → ${lens.command}`);
}

const disagreement = (day: string): string =>
  prd("PRD-1", `## Disagreements\n\n- **D1** tier 1 (trade-off), @lena and @mara, ${day}: what to cut.\n`);

const cycle = (days: string, rest = ""): string =>
  `---\ncycle: 2026-Q4\nschema: cycle/1\n${days}capacity: 60w\nproduct: 60\nhealth: 25\nops: 15\n---\n\n# 2026-Q4\n\n${rest}`;

describe("lenses", () => {
  it("above a requirement count its constraints and say whose turn it is", () => {
    const text = prd(
      "PRD-1",
      "## Requirements\n\n### R1 · Filter\n\n- **Constraints:**\n  - **C1** (perf, @mara, 2026-11-17): 300 ms.\n\n### R2 · Share\n",
    );
    assert.deepEqual(lenses("a.md", { "a.md": text }), [
      "14: 1 constraint → goTo",
      "14: 1 waits for product → goTo",
      "14: Nobody has reviewed this yet · Review → startReview",
      "19: Add a constraint → addConstraint",
      "19: Nobody has reviewed this yet · Review → startReview",
    ]);
  });

  for (const [day, since] of [
    ["2026-11-27", "since today"],
    ["2026-11-26", "for 1 day"],
    ["2026-11-18", "for 9 days"],
  ] as const)
    it(`above a disagreement of ${day} say that it stands at its tier ${since}`, () => {
      assert.deepEqual(lenses("a.md", { "a.md": disagreement(day) }), [
        `14: tier 1 (the pair) ${since} → select`,
        "14: Raise to tier 2 (their managers) → raise",
        "14: Resolve → resolve",
      ]);
    });

  it("above a disagreement whose day is still to come count no days", () => {
    assert.match(
      lenses("a.md", { "a.md": disagreement("2026-11-28") })[0] ?? "",
      /^14: tier 1 \(the pair\) → select$/,
    );
  });

  it("above a cycle say how much is planned, who agreed, and what one can do", () => {
    const text = cycle("from: 2026-10-01\nto: 2026-12-31\n");
    assert.deepEqual(
      lenses("c.md", { "c.md": text, "a.md": prd("PRD-1", "", "cycle: 2026-Q4\neffort: 3w\n") }),
      [
        "2: 3 of 60 weeks planned → showPlanned",
        "2: not agreed yet → select",
        "2: Agree to this split → agree",
        "2: Renegotiate → renegotiate",
      ],
    );
  });

  it("above a split that one has agreed do not ask for it again", () => {
    const agreed = "## Agreement\n\n- **Agreed** @mara, 2026-10-01 `p60 h25 o15`\n";
    const files = { "c.md": cycle("from: 2026-10-01\nto: 2026-12-31\n", agreed) };
    const titles = (me: string): string[] => lenses("c.md", files, me).map((one) => one.slice(3));
    assert.ok(titles("@mara").includes("agreed by engineering only → select"));
    assert.ok(!titles("@mara").some((one) => one.startsWith("Agree to")));
    assert.ok(titles("@lena").some((one) => one.startsWith("Agree to")));
  });

  it("say nothing of a retro in a cycle that has such a section", () => {
    const section = "## Retro\n\n- **Due:** 2026-11-26\n";
    const titles = (path: string, text: string): string[] => lenses(path, { [path]: text });
    const ofPrd = titles("a.md", prd("PRD-1", section));
    assert.ok(ofPrd.some((one) => one.includes("due 2026-11-26")));
    const ofCycle = titles("c.md", cycle("from: 2026-10-01\nto: 2026-12-31\n", section));
    assert.ok(!ofCycle.some((one) => /due 2026-11-26|Hold retro/.test(one)));
  });

  it("above a retro say when it is due, and how late it is", () => {
    const retro = (line: string): string[] =>
      lenses("r.md", {
        "r.md": `---\nretro: RETRO-1\nschema: retro/1\nname: Queue\n---\n\n# Queue\n\n## Retro\n\n${line}\n`,
      });
    assert.match(retro("- **Due:** 2026-11-26")[0] ?? "", /due 2026-11-26, 1 day ago → select$/);
    assert.match(retro("- **Due:** 2026-11-27")[0] ?? "", /due 2026-11-27 → select$/);
    assert.match(retro("Text.").at(-1) ?? "", /Hold retro → holdRetro$/);
  });
});
