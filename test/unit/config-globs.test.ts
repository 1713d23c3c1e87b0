import assert from "node:assert/strict";
import { build } from "esbuild";
import { defaultConfig } from "../../src/core/config/config.ts";
import { globProblem, globsOf } from "../../src/core/config/globs.ts";
import { cpuOf } from "./cpu.ts";

describe("globs", () => {
  it("of the defaults find PRDs, cycles and retros anywhere", () => {
    const { prd, cycle, retro } = defaultConfig.documents;
    for (const path of ["a.prd.md", "x/y/a.prd.md", "prd.md", "x/prd.md", "prds/a.md", "x/prds/y/z/a.md"]) {
      assert.ok(prd.matches(path), path);
    }
    for (const path of ["README.md", "prds.md", "x/aprd.md", "prds/a.txt", "myprds/a.md"]) {
      assert.ok(!prd.matches(path), path);
    }
    assert.ok(cycle.matches("cycles/2026-Q3.md"));
    assert.ok(!cycle.matches("cycles/old/2026-Q3.md"));
    assert.ok(retro.matches("team/retros/RETRO-7.md"));
  });

  it("of the defaults are the expressions that globs become", () => {
    for (const { list, matches } of Object.values(defaultConfig.documents)) {
      const { matches: expected } = globsOf(list);
      const names = ["prd", "prds", "cycles", "retros", ".a", "", "specs", "openspec"];
      const parts = names.flatMap((name) => [`${name}.md`, `${name}.md/`, name]);
      for (const one of parts)
        for (const two of parts)
          for (const three of parts) {
            const path = `${one}/${two}/${three}`;
            for (const end of [path, `${one}${two}`, `${one}${two}${three}`])
              assert.equal(matches(end), expected(end), end);
          }
    }
  });

  it("of the defaults find files of other tools at the team's folder", () => {
    const { otherTools } = defaultConfig.documents;
    for (const path of [
      ...["openspec/specs/a/spec.md", "openspec/specs/a/b/spec.md", "specs/001-a/spec.md", "specs/spec.md"],
      ...[".kiro/specs/a/requirements.md", "docs/prd/a.md", "PRD.md"],
    ])
      assert.ok(otherTools.matches(path), path);
    for (const path of [
      ...["openspec/changes/a/specs/b/spec.md", "specs/001-a/plan.md", ".kiro/specs/a/design.md", "x/PRD.md"],
      ...[
        "specs/.old/spec.md",
        ".kiro/specs/.a/requirements.md",
        "docs/prd/a/b.md",
        "kiro/specs/requirements.md",
      ],
    ])
      assert.ok(!otherTools.matches(path), path);
    const { list, matches } = otherTools;
    const { matches: expected } = globsOf(list);
    for (const one of ["openspec", "specs", ".kiro", "docs", "docs/prd", "PRD.md", "x"])
      for (const two of ["", "/specs", "/prd", "/.a", "/a", "/spec.md", "/requirements.md"])
        for (const three of ["", "/a", "/.a", "/a/b"])
          for (const four of ["", "/", "/spec.md", "/requirements.md", "/a.md", "/.md", "/PRD.md"])
            assert.equal(matches(one + two + three + four), expected(one + two + three + four));
  });

  it("never match files and folders that start with a dot", () => {
    for (const path of [".git/a.prd.md", "x/.cache/prds/a.md", ".prd.md", "prds/.a.md"]) {
      assert.ok(!defaultConfig.documents.prd.matches(path), path);
    }
  });

  it("know *, **, ?, { } and [ ], and tell upper from lower case", () => {
    assert.ok(globsOf(["product/**/*.md"]).matches("product/a.md"));
    assert.ok(!globsOf(["product/*.md"]).matches("product/x/a.md"));
    assert.ok(globsOf(["{a,b}/?.md"]).matches("b/x.md"));
    assert.ok(globsOf(["[ab]/x.md"]).matches("a/x.md"));
    assert.ok(!globsOf(["prds/*.md"]).matches("PRDS/a.md"));
    assert.ok(globsOf(["./prds/*.md"]).matches("prds/a.md"));
  });

  it("take parentheses, bars and signs for what they are, as in a folder's name", () => {
    assert.ok(globsOf(["PRDs (old)/*.md"]).matches("PRDs (old)/a.md"));
    assert.ok(globsOf(["a|b/+(x)*.md"]).matches("a|b/+(x)1.md"));
    assert.ok(!globsOf(["a|b.md"]).matches("b.md"));
  });

  it("find accents however they are encoded", () => {
    assert.ok(globsOf(["caf\u00e9/*.md"]).matches("cafe\u0301/a.md"));
  });

  it("match nothing where there is none, or none that can be used", () => {
    assert.ok(!globsOf([]).matches("a.md"));
    assert.ok(!globsOf(["!b.md", "/a.md", "a\\*.md", "*".repeat(300)]).matches("a.md"));
    assert.ok(globsOf(["!b.md", "a.md"]).matches("a.md"));
  });

  it("match no path that is longer than any real one", () => {
    assert.ok(globsOf(["**/*.md"]).matches(`${"a/".repeat(500)}b.md`));
    assert.ok(!globsOf(["**/*.md"]).matches(`${"a/".repeat(511)}b.md`));
  });

  it("that leave a bracket or a brace open are refused", () => {
    for (const glob of ["[", "**/{a", "prds/[ab/*.md", "{a,b/*.md", "{a,{b}.md"]) {
      assert.match(globProblem(glob) ?? "", /^closes each /, glob);
    }
    for (const glob of ["[ab]/{c,d}/*.md", "{a,[bc]}.md", "a]b.md"])
      assert.equal(globProblem(glob), undefined);
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
      const spent = cpuOf(() => assert.ok(!globsOf([glob]).matches(path)));
      assert.ok(spent < 200, `${glob}: ${spent} ms of CPU`);
    }
  });
});

describe("team data in a browser", () => {
  it("needs nothing of Node", async () => {
    const { metafile, errors } = await build({
      stdin: {
        contents:
          'export * from "./src/core/config/parse-config.ts"; export * from "./src/core/config/globs.ts";',
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
