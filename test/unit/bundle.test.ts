import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a script of esbuild's configuration prints, read as JSON. */
function printed(script: string): unknown {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

describe("the extension's bundle", () => {
  it("loads at most 604 KB when the first PRD is seen, and next to nothing before", function () {
    const folder = mkdtempSync(join(tmpdir(), "seamwork-bundle-"));
    try {
      const options = JSON.stringify({ folder, dev: false, names: ["extension"] });
      const { sizes, limit } = printed(
        `import { buildAll, FIRST_PRD_LIMIT as limit } from "./esbuild.js";
        console.log(JSON.stringify({ limit, sizes: await buildAll(${options}) }));`,
      ) as { sizes: Record<string, number>; limit: number };
      const first = sizes["extension, with the first PRD"] ?? Number.NaN;
      const atActivation = sizes["extension, at activation"] ?? Number.NaN;
      if (this.test) this.test.title += ` (${(first / 1024).toFixed(1)} KB)`;
      assert.equal(limit, 618_496);
      assert.ok(first <= limit, `${first} bytes; see "Size and activation" in docs/performance.md.`);
      assert.ok(first > 200_000, `${first} bytes: what works on PRDs is not counted.`);
      const written = /at the first PRD, activation included, is at most (\d+) KB/;
      const [, goal] = written.exec(readFileSync("docs/performance.md", "utf8")) ?? [];
      assert.equal(Number(goal) * 1024, limit, "docs/performance.md says something else.");
      assert.ok(atActivation < 10_000, `${atActivation} bytes at activation.`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
