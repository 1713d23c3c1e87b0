import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith, removeFolders, seamwork } from "./cli.ts";

const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

const people = `version: 1
people:
  "@lena": { name: Lena, role: pm }
  "@mara": { name: Mara, role: eng }
  "@zoe": { name: Zoe, role: eng, left: 2026-09-01 }
`;
const q3 = `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 48w
product: 55
health: 25
ops: 20
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p55 h25 o20\`
- **Agreed** @mara, 2026-06-28 \`p55 h25 o20\`
- **Gave up** @lena: saved filters.

## Pairs

| Item | PM | Engineer | Since | Hold until |
| --- | --- | --- | --- | --- |
| PRD-042 | @lena | @mara | 2026-07-06 | |
| PRD-043 | @lena | @zoe | 2026-07-06 | |
`;

describe("seamwork new cycle", () => {
  after(removeFolders);

  it("goes on from the cycle before, in cycles or in the folder that is named", () => {
    const folder = folderWith({ "seamwork.yaml": people, "plans/2026-Q3.md": q3 });
    const { code, out, err } = seamwork(folder, "new", "cycle", "2026-Q4");
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^cycles\/2026-Q4\.md is 2026-Q4\. `seamwork check cycles\/2026-Q4\.md` says/);
    const text = read(folder, "cycles/2026-Q4.md");
    assert.match(
      text,
      /\nfrom: 2026-10-01\nto: 2026-12-31\ncapacity: 48w\nproduct: 55\nhealth: 25\nops: 20\n/,
    );
    assert.match(text, /\n\| PRD-042 \| @lena \| @mara +\| 2026-07-06 \|/);
    assert.match(text, /\n\| PRD-043 \| @lena \| +\| +\|/);
    assert.equal(seamwork(folder, "new", "cycle", "2027-Q1", "plans").code, 0);
    assert.match(read(folder, "plans/2027-Q1.md"), /\nfrom: 2027-01-01\nto: 2027-03-31\n/);
  });

  it("needs nothing else before it is due", () => {
    const folder = folderWith({ "seamwork.yaml": people, "plans/2026-Q3.md": q3 });
    seamwork(folder, "new", "cycle", "2026-Q4");
    const check = (today: string): string =>
      seamwork(folder, "check", "--today", today, "--fail-on", "never").out;
    assert.equal(check("2026-09-01"), "2 cycles: no problems.\n");
    assert.match(check("2026-09-27"), /Nobody from product has agreed this split yet.*PRD502/);
  });

  it("is fixed where no person is needed", () => {
    const folder = folderWith({ "cycles/2026-Q3.md": q3.replace("schema: cycle/1\n", "") });
    const { code, out } = seamwork(folder, "fix");
    assert.equal(code, 0);
    assert.match(out, /^cycles\/2026-Q3\.md: 1 × PRD009\n/);
    assert.equal(read(folder, "cycles/2026-Q3.md"), q3);
  });

  it("takes days and capacity as they are given", () => {
    const folder = folderWith({ "seamwork.yaml": people });
    const days = ["--from", "2027-03-01", "--to", "2027-05-28", "--capacity", "30w"];
    assert.equal(seamwork(folder, "new", "cycle", "Spring-2027", ...days).code, 0);
    assert.match(
      read(folder, "cycles/Spring-2027.md"),
      /\nfrom: 2027-03-01\nto: 2027-05-28\ncapacity: 30w\nproduct: 60\n/,
    );
  });

  it("says why it cannot", () => {
    const folder = folderWith({ "cycles/2026-Q3.md": q3 });
    const wrong: [string[], RegExp][] = [
      [["cycle", "2026-q3"], /^seamwork: 2026-q3 already exists\./],
      [["cycle", "Q3 2026"], /^seamwork: "Q3 2026" is not an id; write a word such as 2026-Q3/],
      [["cycle", "../x"], /^seamwork: "\.\.\/x" is not an id/],
      [["cycle", "2026-Q4", "--to", "2026-09-01"], /would end on 2026-09-01, before it begins on 2026-10-01/],
      [["cycle", "2026-Q4", "--capacity", "lots"], /"lots" is not a capacity/],
      [["cycle", "2026-Q4", "--from", "soon"], /Give a day such as/],
      [["cycle", "2026-Q4", "cycles/2026-Q3.md"], /is a file; name the folder/],
      [["prd", "Exports", "--capacity", "3w"], /--capacity is for cycles, not for a prd/],
    ];
    for (const [args, line] of wrong) {
      const { code, out, err } = seamwork(folder, "new", ...args);
      assert.deepEqual([code, out], [2, ""], err);
      assert.match(err, line);
      assert.equal(err.split("\n").length, 2, err);
    }
  });
});
