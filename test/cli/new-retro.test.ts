import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, removeFolders, seamwork } from "./cli.ts";

const prd = `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: launched
pm: "@lena"
eng: ["@mara", "@ivo"]
launch: 2026-07-11
---

# Filter exports by date
`;

describe("seamwork new retro", () => {
  after(removeFolders);

  const folder = (): string =>
    folderWith({
      "seamwork.yaml": "version: 1\n",
      "prds/PRD-042.prd.md": prd,
      "retros/RETRO-3-x.md": "---\nretro: RETRO-3\nschema: retro/1\nname: X\n---\n\n# X\n",
    });

  it("begins one about an incident, with the next free id", () => {
    const at = folder();
    const { code, out, err } = seamwork(at, "new", "retro", "The June outage", "--today", "2026-08-01");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^retros\/RETRO-4-the-june-outage\.md is RETRO-4\. /);
    const text = readFileSync(join(at, "retros/RETRO-4-the-june-outage.md"), "utf8");
    assert.match(text, /^---\nretro: RETRO-4\nschema: retro\/1\nname: The June outage\n---\n/);
    assert.match(text, /\n## Retro\n\n- \*\*Due:\*\* 2026-08-08\n- \*\*Held:\*\*\n/);
    const check = seamwork(at, "check", "--today", "2026-08-01", "retros/RETRO-4-the-june-outage.md");
    assert.equal(check.code, 0, check.out);
  });

  it("begins one about a launch, and the PRD is content", () => {
    const at = folder();
    const before = seamwork(at, "check", "--today", "2026-08-01", "prds");
    assert.match(before.out, /PRD510/);
    const { code, err } = seamwork(
      at,
      ...["new", "retro", "Looking back on exports", "--for", "prd-042", "--today", "2026-08-01"],
    );
    assert.deepEqual([code, err], [0, ""]);
    const text = readFileSync(join(at, "retros/RETRO-4-looking-back-on-exports.md"), "utf8");
    assert.match(text, /\nlaunch: 2026-07-11\npm: "@lena"\neng: \["@mara", "@ivo"\]\n---\n/);
    assert.match(text, /\nThe launch of PRD-042, Filter exports by date\.\n/);
    const after = seamwork(at, "check", "--today", "2026-08-01", "prds");
    assert.doesNotMatch(after.out, /PRD510/);
  });

  it("asks where it cannot know what is meant", () => {
    const at = folder();
    const said = (...args: string[]): [number | null, string] => {
      const { code, out, err } = seamwork(at, "new", ...args);
      assert.equal(out, "");
      return [code, err];
    };
    assert.deepEqual(said("retro", "X", "--for", "PRD-999"), [
      2,
      "seamwork: no PRD here has the id PRD-999. Which one was launched?\n",
    ]);
    assert.match(said("retro", " ")[1], /^seamwork: what is it called\?/);
    assert.match(said("prd", "X", "--for", "PRD-042")[1], /^seamwork: --for is for retros, not for a prd\./);
    assert.match(said("retro", "X", "--capacity", "60w")[1], /^seamwork: --capacity is for cycles/);
    assert.match(said("retro", "X", "seamwork.yaml")[1], /^seamwork\.yaml is a file;/);
    for (const kind of [
      ["prd", "X"],
      ["retro", "X"],
      ["cycle", "2026-Q4"],
    ]) {
      const [code, err] = said(...kind, "seamwork.yaml/below");
      assert.equal(code, 2);
      assert.match(err, /^seamwork\.yaml\/below\/.* is a file, not a folder.*\n$/);
    }
  });
});
