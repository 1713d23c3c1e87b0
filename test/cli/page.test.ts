import assert from "node:assert/strict";
import { folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";

describe("seamwork readiness --format html", () => {
  after(removeFolders);

  it("writes one page that loads and runs nothing, with every PRD", () => {
    const folder = folderWith({ "prds/a.md": unpaired("X-1"), "prds/b.md": unpaired("X-2") });
    const { code, out } = seamwork(folder, "readiness", "--format", "html", "--today", "2026-08-01");
    assert.equal(code, 0);
    assert.match(out, /^<!doctype html>\n<html lang="en">/);
    assert.match(out, /default-src 'none'/);
    assert.doesNotMatch(out, /<script|<link|src=|url\(/);
    assert.equal(out.split('<article class="overview">').length, 3);
    assert.match(out, /X-2/);
  });

  it("says so where there is no PRD", () => {
    const { code, out } = seamwork(folderWith({ "a.md": "# Notes\n" }), "readiness", "--format", "html");
    assert.equal(code, 0);
    assert.match(out, /No PRDs here/);
  });

  it("keeps whatever a PRD says as text, and all of it", () => {
    const bad = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)> \u202e\u05d0\u05d1 👩‍👩‍👧‍👦 "' ${"w".repeat(3000)}`;
    const requirements = Array.from({ length: 300 }, (_, n) => `### R${n + 1} · ${bad}\n\nIt is there.\n`);
    const questions = Array.from(
      { length: 1000 },
      (_, n) => `- **Q${n + 1}** (@lena, by 2026-07-01): why ${n}?`,
    );
    const text = `---\nprd: X-3\nschema: prd/1\nname: ${JSON.stringify(bad)}\nstatus: in-review\npm: "@lena"\neng: "@mara"\n---\n\n## Requirements\n\n${requirements.join("\n")}\n## Questions\n\n${questions.join("\n")}\n`;
    const folder = folderWith({ "prds/x.md": text });
    const { code, out } = seamwork(folder, "readiness", "--format", "html", "--today", "2026-08-01");
    assert.equal(code, 0);
    assert.doesNotMatch(out, /<script|<img/i);
    assert.equal(out.split("</style>").length, 2);
    assert.equal(out.split("</title>").length, 2);
    for (const part of ["&lt;script>", "👩‍👩‍👧‍👦", "why 999?", "R300"]) assert.ok(out.includes(part), part);
  });
});
