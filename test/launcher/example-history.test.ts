import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asOf, makeExample } from "../run/example-history.js";
import { storyDay } from "../run/example-story.js";

const example = "docs/example";

describe("the example's year", () => {
  const folder = join(mkdtempSync(join(tmpdir(), "seamwork-year-")), "fernwick");
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" });

  before(() => makeExample(folder));
  after(() => rmSync(join(folder, ".."), { recursive: true }));

  it("ends with the documents as they are", () => {
    assert.equal(git("status", "--porcelain"), "");
    for (const entry of readdirSync(example, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      const there = join(folder, path.slice(example.length + 1));
      assert.equal(readFileSync(there, "utf8"), readFileSync(path, "utf8"), path);
    }
  });

  it("has a commit for each day on which somebody wrote, by whoever wrote", () => {
    const commits = git("log", "--reverse", "--format=%cs %cn")
      .trim()
      .split("\n")
      .map((line) => line.split(" "));
    assert.ok(commits.length > 90, `${commits.length}`);
    const days = commits.map(([day = ""]) => day);
    assert.deepEqual(days, [...new Set(days)].sort());
    assert.ok((days.at(-1) ?? "") <= storyDay);
    const people = new Set(commits.map(([, who]) => who));
    for (const who of ["nadia", "tomas", "priya", "jonas", "wei", "sofia", "ruth", "olek"])
      assert.ok(people.has(who), who);
  });

  it("goes through the statuses in order, and never back", () => {
    const order = ["draft", "in-review", "agreed", "building", "launched", "closed", "parked"];
    for (const name of readdirSync(join(example, "prds"))) {
      const path = `prds/${name}`;
      const text = readFileSync(join(example, path), "utf8");
      let last = 0;
      for (const day of git("log", "--reverse", "--format=%cs", "--", path).trim().split("\n")) {
        const status = /^status: (\S+)/m.exec(asOf(path, text, day) ?? "")?.[1];
        if (status === undefined) continue;
        assert.ok(order.indexOf(status) >= last, `${path} is ${status} on ${day}`);
        last = order.indexOf(status);
      }
    }
  });

  it("knows what was signed: the text of that day has the fingerprint of the line", () => {
    const path = "prds/PRD-101-repeat-prescriptions.prd.md";
    const signed = git("log", "--format=%H", "--until=2026-06-18T23:00:00Z", "-1", "--", path).trim();
    assert.match(git("show", `${signed}:${path}`), /Not collected for 10 days/);
  });

  it("is not agreed anew before it was", () => {
    const text = readFileSync(join(example, "cycles/2026-Q2.md"), "utf8");
    const split = (day: string): string[] =>
      (asOf("cycles/2026-Q2.md", text, day) ?? "").match(/^(?:product|ops): \d+/gm) ?? [];
    assert.deepEqual(split("2026-06-14"), ["product: 60", "ops: 15"]);
    assert.deepEqual(split("2026-06-15"), ["product: 50", "ops: 25"]);
    assert.equal(asOf("cycles/2026-Q2.md", text, "2026-03-25"), undefined);
  });
});
