import assert from "node:assert/strict";
import { build } from "esbuild";
import { defaultConfig } from "../../src/core/config/config.ts";
import { globProblem, matchesAny } from "../../src/core/config/globs.ts";

describe("globs", () => {
  it("of the defaults find PRDs, cycles and retros anywhere", () => {
    const { prd, cycle, retro } = defaultConfig.documents;
    for (const path of ["a.prd.md", "x/y/a.prd.md", "prd.md", "x/prd.md", "prds/a.md", "x/prds/y/z/a.md"]) {
      assert.ok(matchesAny(prd, path), path);
    }
    for (const path of ["README.md", "prds.md", "x/aprd.md", "prds/a.txt", "myprds/a.md"]) {
      assert.ok(!matchesAny(prd, path), path);
    }
    assert.ok(matchesAny(cycle, "cycles/2026-Q3.md"));
    assert.ok(!matchesAny(cycle, "cycles/old/2026-Q3.md"));
    assert.ok(matchesAny(retro, "team/retros/RETRO-7.md"));
  });

  it("never match files and folders that start with a dot", () => {
    for (const path of [".git/a.prd.md", "x/.cache/prds/a.md", ".prd.md", "prds/.a.md"]) {
      assert.ok(!matchesAny(defaultConfig.documents.prd, path), path);
    }
  });

  it("know *, **, ?, { } and [ ], and tell upper from lower case", () => {
    assert.ok(matchesAny(["product/**/*.md"], "product/a.md"));
    assert.ok(!matchesAny(["product/*.md"], "product/x/a.md"));
    assert.ok(matchesAny(["{a,b}/?.md"], "b/x.md"));
    assert.ok(matchesAny(["[ab]/x.md"], "a/x.md"));
    assert.ok(!matchesAny(["prds/*.md"], "PRDS/a.md"));
    assert.ok(matchesAny(["./prds/*.md"], "prds/a.md"));
  });

  it("take parentheses, bars and signs for what they are, as in a folder's name", () => {
    assert.ok(matchesAny(["PRDs (old)/*.md"], "PRDs (old)/a.md"));
    assert.ok(matchesAny(["a|b/+(x)*.md"], "a|b/+(x)1.md"));
    assert.ok(!matchesAny(["a|b.md"], "b.md"));
  });

  it("find accents however they are encoded", () => {
    assert.ok(matchesAny(["caf\u00e9/*.md"], "cafe\u0301/a.md"));
  });

  it("match nothing where there is none, or none that can be used", () => {
    assert.ok(!matchesAny([], "a.md"));
    assert.ok(!matchesAny(["!b.md", "/a.md", "a\\*.md", "*".repeat(300)], "a.md"));
    assert.ok(matchesAny(["!b.md", "a.md"], "a.md"));
  });

  it("match no path that is longer than any real one", () => {
    assert.ok(matchesAny(["**/*.md"], `${"a/".repeat(500)}b.md`));
    assert.ok(!matchesAny(["**/*.md"], `${"a/".repeat(511)}b.md`));
  });

  it("that would take long are refused, and the slowest that are not take less than 200 ms", () => {
    for (const glob of ["*a*a*a*ab", "**/a/**/a/**/a/**/b", "{a,?}{a,?}{a,?}{a,?}b"]) {
      assert.match(globProblem(glob) ?? "", /^has at most three /, glob);
    }
    const long = "a".repeat(255);
    const slow: [string, string][] = [
      ["*a*a*ab", long],
      ["?*?*?*b", long],
      ["**/*a*a*ab/**/*a*a*ab/**/c", `${long}/`.repeat(4)],
      ["**/a/**/a/**/b", `${"a/".repeat(511)}c`],
      ["{a,aa}*{a,aa}*{a,aa}*b", long],
      ["(a+)+b", long],
    ];
    for (const [glob, path] of slow) {
      assert.equal(globProblem(glob), undefined);
      const started = process.cpuUsage();
      assert.ok(!matchesAny([glob], path));
      const { user, system } = process.cpuUsage(started);
      assert.ok(user + system < 200_000, `${glob}: ${(user + system) / 1000} ms of CPU`);
    }
  });
});

describe("team data in a browser", () => {
  it("needs nothing of Node", async () => {
    const { metafile, errors } = await build({
      stdin: {
        contents: 'export * from "./src/core/config/config.ts"; export * from "./src/core/config/globs.ts";',
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: "browser",
      format: "esm",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    assert.deepEqual(errors, []);
    const outside = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external),
    );
    assert.deepEqual(outside, []);
  });
});
