import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { hoverAt } from "../../../src/core/language/hover.ts";
import { prd, workspaceOf } from "./workspace.ts";

const body = `## Requirements

### R1 · Filter by day

An analyst can pick a day.

- **Why:** the queue waits.
- **Constraints:**
  - **C1** (perf, @mara, 2026-11-17): 300 ms.
`;

async function hover(text: string, others: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const { reader } = workspaceOf({ "a.md": text, ...others });
  return [...((await hoverAt(reader))?.paragraphs ?? [])];
}

describe("hover", () => {
  it("on a constraint says what it limits, who saw it, and whose turn it is since when", async () => {
    assert.deepEqual(await hover(prd("PRD-1", `${body}\nSee C‸1.\n`)), [
      "**C1** · constraint on R1 (perf), seen by @mara",
      "300 ms.",
      "_Waits for product since 2026-11-17 (10 days)._",
    ]);
  });

  it("on a requirement says why, and what it is still without", async () => {
    assert.deepEqual(await hover(prd("PRD-1", `${body}\nSee R‸1.\n`)), [
      "**R1** · requirement",
      "Filter by day",
      "Why: the queue waits.",
      "_Still without edge cases, acceptance._",
    ]);
  });

  it("on an id that nothing defines says so", async () => {
    assert.deepEqual(await hover(prd("PRD-1", `${body}\nSee C‸7.\n`)), [
      "**C7** is mentioned here, and nothing defines it yet.",
    ]);
  });

  it("on a handle says who that is, and who left", async () => {
    assert.deepEqual(await hover(prd("PRD-1", `${body}\nAsk @ma‸ra.\n`)), [
      "**Mara Lind** · engineer",
      "Manager: Ines Roth",
    ]);
    assert.deepEqual(await hover(prd("PRD-1", `${body}\nAsk @in‸es.\n`)), [
      "**Ines Roth** · engineer",
      "Left the team on 2026-09-30.",
    ]);
  });

  it("on a stranger says whether there is a team file to write them into", async () => {
    const text = prd("PRD-1", `${body}\nAsk @ze‸d.\n`);
    const said = "**@zed** is not one of the people in `seamwork.yaml`";
    assert.deepEqual(await hover(text), [`${said}.`]);
    const alone = workspaceOf({ "a.md": text }, { config: defaultConfig }).reader;
    assert.deepEqual((await hoverAt(alone))?.paragraphs, [`${said}, which is not there yet.`]);
  });

  it("on a field of the header says what it means, what it takes, and whom it can name", async () => {
    const text = prd("PRD-1", body).replace("eng:", "e‸ng:");
    const [means, , names] = await hover(text);
    assert.match(means ?? "", /^\*\*eng\*\* · /);
    assert.equal(names, '`"@mara"` Mara Lind · `"@ines"` Ines Roth');
    assert.deepEqual(await hover(prd("PRD-1", body, "owner: x\n").replace("owner", "ow‸ner")), [
      "Seamwork keeps `owner` as it is; it has no meaning here.",
    ]);
  });

  it("on a field says what it means in that kind of document", async () => {
    const retro = (key: string): Promise<string[]> =>
      hover(
        `---\nretro: RETRO-1\nschema: retro/1\npm: "@lena"\neng: "@mara"\n---\n\n# Queue\n`.replace(
          `\n${key}`,
          `\n${key}‸`,
        ),
      );
    assert.equal((await retro("pm"))[0], "**pm** · who looks back for product");
    assert.equal((await retro("eng"))[0], "**eng** · who looks back for engineering");
    const ofPrd = await hover(prd("PRD-1", body, "cycle: 2026-Q4\n").replace("cycle", "cy‸cle"));
    assert.equal(ofPrd[0], "**cycle** · the cycle that it is planned for");
    const ofCycle = await hover("---\ncy‸cle: 2026-Q4\nschema: cycle/1\n---\n\n# 2026-Q4\n");
    assert.equal(ofCycle[0], "**cycle** · the cycle's own id, which PRDs name");
  });

  it("on the id of planned work says how long it takes and in which cycle", async () => {
    const planned = prd("PRD-2", body, "cycle: 2026-Q4\nbucket: ops\neffort: 2w\n");
    assert.deepEqual(await hover(prd("PRD-1", "After PRD‸-2.\n"), { "b.md": planned }), [
      "**PRD\\-2** · Exports",
      "in review · @lena and @mara",
      "ops, 2 weeks in 2026\\-Q4",
    ]);
  });

  it("on another document's id says what that document is, and on what is in it, that", async () => {
    const other = { "b.md": prd("PRD-2", body) };
    assert.deepEqual(await hover(prd("PRD-1", "After PRD‸-2.\n"), other), [
      "**PRD\\-2** · Exports",
      "in review · @lena and @mara",
    ]);
    assert.deepEqual(
      (await hover(prd("PRD-1", "After C‸1 of PRD-2.\n"), other)).at(-1),
      "In PRD\\-2, Exports.",
    );
  });

  it("shows a text's marks as text", async () => {
    const text = prd("PRD-1", `## Questions\n\n- **Q1** (@lena): is <b>1 | 2</b>?\n\nSee Q‸1.\n`);
    assert.equal((await hover(text))[1], "is \\<b\\>1 \\| 2\\</b\\>?");
  });

  it("covers what it speaks of, and is silent elsewhere", async () => {
    const { reader } = workspaceOf({ "a.md": prd("PRD-1", `${body}\nSee C‸1.\n`) });
    const range = (await hoverAt(reader))?.range;
    assert.equal(reader.model.text.slice(range?.start, range?.end), "C1");
    assert.deepEqual(await hover(prd("PRD-1", `${body}\nPlain w‸ords.\n`)), []);
  });
});
