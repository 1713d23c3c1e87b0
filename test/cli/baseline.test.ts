import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";

/** Two dangling ids on lines of their own, beside the pair that is missing. */
const text = unpaired("PRD-1", "agreed", "\nSee R8 first.\n\nThen see R9.\n");

function shown(folder: string, ...args: string[]): string[] {
  const { report } = checkJson(folder, ...args);
  return report.files.flatMap(({ problems }) => problems.map(({ code, line }) => `${code}:${line}`));
}

/** How many places the problems are about. */
function places(folder: string, ...args: string[]): number {
  const { report } = checkJson(folder, ...args);
  return report.files
    .flatMap(({ problems }) => problems)
    .reduce((sum, { related }) => sum + (related?.length ?? 1), 0);
}

describe("a baseline", () => {
  after(removeFolders);

  it("hides what it knows, says how many that are, and lets the run pass", () => {
    const folder = folderWith({ "a.prd.md": text });
    const before = places(folder);
    assert.ok(before >= 4);
    const written = seamwork(folder, "check", "--write-baseline", "known.json");
    assert.equal(written.code, 0);
    assert.equal(written.err, `known.json now holds ${before} problems.\n`);
    const { code, out } = seamwork(folder, "check", "--baseline", "known.json");
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^1 PRD: no problems\\. The baseline hides ${before}\\.`));
    const { report } = checkJson(folder, "--baseline", "known.json");
    assert.equal(report.summary["hidden"], before);
    assert.equal(report.summary["errors"], 0);
  });

  it("still knows a problem that other lines moved, and not one whose line was rewritten or doubled", () => {
    const folder = folderWith({ "a.prd.md": text });
    seamwork(folder, "check", "--write-baseline", "known.json");
    writeFileSync(join(folder, "a.prd.md"), text.replace("# Something\n", "# Something\n\nMore words.\n"));
    assert.deepEqual(shown(folder, "--baseline", "known.json"), []);
    writeFileSync(join(folder, "a.prd.md"), text.replace("Then see R9.", "Then see R9 again."));
    assert.deepEqual(shown(folder, "--baseline", "known.json"), ["PRD008:12"]);
    writeFileSync(join(folder, "a.prd.md"), `${text}\nThen see R9.\n`);
    assert.deepEqual(shown(folder, "--baseline", "known.json"), ["PRD008:14"]);
    writeFileSync(join(folder, "a.prd.md"), text.replaceAll("\n", "\r\n"));
    assert.deepEqual(shown(folder, "--baseline", "known.json"), []);
  });

  it("drops what is resolved when it is written again, and keeps files that this run did not look at", () => {
    const folder = folderWith({
      "a.prd.md": text,
      "b.prd.md": unpaired("PRD-2"),
      "c.prd.md": unpaired("PRD-3"),
    });
    const gone = 1 + places(folder, "c.prd.md");
    seamwork(folder, "check", "--write-baseline", "known.json");
    writeFileSync(join(folder, "a.prd.md"), text.replace("See R8 first.", "Read on."));
    rmSync(join(folder, "c.prd.md"));
    const { err } = seamwork(folder, "check", "a.prd.md", "--write-baseline", "known.json");
    assert.match(
      err,
      new RegExp(`^known\\.json now holds \\d+ problems; ${gone} resolved ones? (?:was|were) dropped\\.\n$`),
    );
    writeFileSync(join(folder, "a.prd.md"), text);
    assert.deepEqual(shown(folder, "--baseline", "known.json"), ["PRD008:10"]);
    assert.doesNotMatch(readFileSync(join(folder, "known.json"), "utf8"), /c\.prd\.md/);
  });

  it("follows a file that is renamed, and no other one with a few of its lines", () => {
    const folder = folderWith({ "a.prd.md": text });
    seamwork(folder, "check", "--write-baseline", "known.json");
    renameSync(join(folder, "a.prd.md"), join(folder, "b.prd.md"));
    const known = ["--baseline", "known.json"];
    assert.deepEqual(shown(folder, ...known), []);
    writeFileSync(join(folder, "b.prd.md"), text.replace("See R8 first.", "See R7 first."));
    assert.deepEqual(shown(folder, ...known), ["PRD008:10"]);
    writeFileSync(join(folder, "c.prd.md"), text.replace("PRD-1", "PRD-2"));
    assert.ok(shown(folder, ...known).length >= 4, "only one of the two can be it");
    rmSync(join(folder, "c.prd.md"));
    const { err } = seamwork(folder, "check", "--write-baseline", "known.json");
    assert.match(err, /^known\.json now holds \d problems; 1 resolved one was dropped\.\n$/);
    assert.deepEqual(shown(folder, ...known), []);
  });

  describe("of a message about several places", () => {
    const four = (third: string): string =>
      unpaired(
        "PRD-1",
        "agreed",
        `\n## Requirements\n\n- **R1** Print one.\n- **R2** Print two.\n- **R3** ${third}\n- **R4** Print four.\n`,
      );
    const whys = (folder: string, ...args: string[]): unknown =>
      checkJson(folder, ...args)
        .report.files.flatMap(({ problems }) => problems)
        .filter(({ code }) => code === "PRD101")
        .map(({ line, related }) => related?.map(({ id }) => id).join() ?? line);

    it("knows each of them: what is new is asked about by itself, and at once where it is much", () => {
      const folder = folderWith({ "a.prd.md": four("Print three.") });
      assert.deepEqual(whys(folder), ["R1,R2,R3,R4"]);
      seamwork(folder, "check", "--write-baseline", "known.json");
      assert.deepEqual(whys(folder, "--baseline", "known.json"), []);
      writeFileSync(join(folder, "a.prd.md"), four("Print thrice."));
      assert.deepEqual(whys(folder, "--baseline", "known.json"), [14]);
      writeFileSync(join(folder, "a.prd.md"), four("Print thrice.").replace(/Print (one|two)/g, "Draw $1"));
      assert.deepEqual(whys(folder, "--baseline", "known.json"), ["R1,R2,R3"]);
      const { out } = seamwork(folder, "check", "--baseline", "known.json");
      assert.match(out, /3 of 4 requirements have no Why \(R1–R3\)/);
    });

    it("holds as it was written when each of them had a message of its own", () => {
      const folder = folderWith({ "a.prd.md": four("Print three.") });
      const hash = (line: string): string => createHash("sha256").update(line).digest("hex").slice(0, 16);
      const lines = ["- **R1** Print one.", "- **R2** Print two.", "- **R3** Print three."];
      const problems = { "a.prd.md": { PRD101: lines.map(hash) } };
      writeFileSync(join(folder, "old.json"), JSON.stringify({ version: 1, problems }));
      assert.deepEqual(whys(folder, "--baseline", "old.json"), [15]);
    });
  });

  it("does not depend on the folder that the command runs in", () => {
    const folder = folderWith({ "prds/a.prd.md": text });
    mkdirSync(join(folder, "ci"));
    seamwork(folder, "check", "--write-baseline", "ci/known.json");
    assert.deepEqual(shown(join(folder, "prds"), "--baseline", "../ci/known.json"), []);
    renameSync(join(folder, "prds/a.prd.md"), join(folder, "prds/b.prd.md"));
    assert.deepEqual(shown(folder, "--baseline", "ci/known.json"), [], "nor on the name of the file");
  });

  it("is the same text however often it is written", () => {
    const folder = folderWith({ "b.prd.md": text, "a.prd.md": unpaired("PRD-2") });
    const write = (): string => {
      seamwork(folder, "check", "--write-baseline", "known.json");
      return readFileSync(join(folder, "known.json"), "utf8");
    };
    const first = write();
    assert.equal(write(), first);
    assert.ok(first.indexOf("a.prd.md") < first.indexOf("b.prd.md"));
  });

  for (const wrong of [
    "{",
    "[]",
    '{"version":2,"problems":{}}',
    '{"version":1,"problems":{"a":{"b":3}}}',
    "",
  ]) {
    it(`that is ${JSON.stringify(wrong)} is none: one line, exit code 2, nothing overwritten`, () => {
      const folder = folderWith({ "a.prd.md": text, "known.json": wrong });
      for (const option of ["--baseline", "--write-baseline"]) {
        const { code, out, err } = seamwork(folder, "check", option, "known.json");
        assert.deepEqual([code, out], [2, ""]);
        assert.match(err, /^known\.json: this is not a baseline; .*\n$/);
      }
      assert.equal(readFileSync(join(folder, "known.json"), "utf8"), wrong);
    });
  }

  it("that is not there is said", () => {
    const folder = folderWith({ "a.prd.md": text });
    const { code, err } = seamwork(folder, "check", "--baseline", "gone.json");
    assert.equal(code, 2);
    assert.match(err, /^gone\.json: not read: there is no such file or folder\.\n$/);
  });
});
