import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument } from "../../src/core/check/check.ts";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { fixAll } from "../../src/core/fix/fix-all.ts";
import { checkJson, folderWith, removeFolders, seamwork } from "../cli/cli.ts";
import { assertEditedEqualsAnew } from "../unit/markdown/edited.ts";
import { assertOnlyItsPart, fingerprints, otherWays, parsed, wordsIn } from "../unit/review/unchanged.ts";
import { adopted, corpus } from "./corpus.ts";

const config = defaultConfig;
const options = { config, today: "2026-08-01", as: "in-review" } as const;
const files = corpus();

describe("the command line on a copy of the corpus", function () {
  this.timeout(300_000);
  after(removeFolders);
  let folder: string;
  const path = (name: string): string => `prds/${name}`;
  before(() => {
    folder = folderWith(Object.fromEntries(files.map(({ name, bytes }) => [path(name), bytes] as const)));
  });

  it("finds every file, as a candidate where it has no header yet, and changes none", () => {
    const { code, err, report } = checkJson(folder);
    assert.deepEqual([code, err], [0, ""]);
    const kinds = new Map(
      report.files.map(({ path, kind, problems }) => [path, [kind, problems.map(({ code }) => code)]]),
    );
    for (const { name, text } of files) {
      if (parseDocument(text, config).header.field("prd") !== undefined) continue;
      assert.deepEqual(kinds.get(path(name)), ["candidate", ["PRD001"]], name);
    }
    assert.equal(kinds.size, files.length);
    for (const { name, bytes } of files)
      assert.ok(readFileSync(join(folder, path(name))).equals(bytes), name);
  });

  it("adopts them, and adds only header and ids: every line is still there, in order", () => {
    const { code, err } = seamwork(folder, "adopt", ".");
    assert.deepEqual([code, err], [0, ""]);
    for (const { name, bytes } of files) {
      assertOnlyAdded(bytes.toString("utf8"), readFileSync(join(folder, path(name)), "utf8"), name);
    }
  });

  it("then checks them all as PRDs, each with an id of its own", () => {
    const { code, err, report } = checkJson(folder, "--as", "in-review");
    assert.ok(code === 0 || code === 1);
    assert.equal(err, "");
    assert.deepEqual([report.summary["documents"], report.summary["candidates"]], [files.length, 0]);
    for (const { path, problems } of report.files) {
      assert.ok(!problems.some(({ code }) => code === "PRD001" || code === "PRD010"), path);
      assert.ok(
        problems.some(({ code }) => code === "PRD002"),
        `${path}: nobody is paired on it yet`,
      );
    }
  });

  it("fixes them, and has nothing to do the second time", () => {
    assert.equal(seamwork(folder, "fix").code, 0);
    assert.match(seamwork(folder, "fix").out, /^Nothing to fix/);
  });
});

describe("each document of the corpus, adopted", function () {
  this.timeout(300_000);
  for (const file of files) {
    it(`is the same after a second fix: ${file.name}`, () => {
      const { after } = adopted(file);
      for (const as of ["in-review", "agreed"] as const) {
        const once = fixAll(after, { ...options, as });
        const twice = fixAll(once.text, { ...options, as });
        assert.deepEqual(twice.applied, []);
        assert.equal(twice.text, once.text);
        const left = checkDocument(parseDocument(once.text, config), { ...options, as });
        assert.ok(
          !left.some(({ fixable }) => fixable),
          JSON.stringify(left.filter(({ fixable }) => fixable)),
        );
      }
    });
  }

  it("equals itself read anew after 1,000 sequences of edits", function () {
    this.timeout(1_200_000);
    assertEditedEqualsAnew(
      files.map((file) => adopted(file).after),
      1000,
    );
  });
});

describe("fingerprints of the corpus, adopted", function () {
  this.timeout(600_000);
  for (const file of files) {
    it(`are the same in other ways of writing the same: ${file.name}`, async () => {
      const { after } = adopted(file);
      for (const [way, rewrite] of otherWays) {
        assert.deepEqual(fingerprints(await rewrite(after)), fingerprints(after), way);
      }
    });

    it(`change by every word, in its part only: ${file.name}`, () => {
      const document = parsed(adopted(file).after);
      const words = wordsIn(document);
      // A hundred of a long one, from its whole length.
      const step = Math.max(1, Math.floor(words.length / 100));
      for (const [index, word] of words.entries()) if (index % step === 0) assertOnlyItsPart(document, word);
    });
  }
});

describe("false alarms on the corpus", function () {
  this.timeout(300_000);
  let alarms: { code: string; where: string }[];
  before(() => {
    alarms = files.flatMap((file) => {
      const { after } = adopted(file);
      return checkDocument(parseDocument(after, config), options).map(({ code, start, end }) => ({
        code,
        where: `${file.name}: ${after.slice(start, end)}`,
      }));
    });
  });
  const found = (code: string): string[] =>
    alarms.filter((alarm) => alarm.code === code).map(({ where }) => where);

  for (const code of ["PRD401", "PRD402"]) {
    it(`${code} never`, () => {
      assert.deepEqual(found(code), []);
    });
  }
});

/** Lines that adopting adds, besides ids: the marks and fields of a header, and the empty line behind it. */
const added = /^\uFEFF?(?:---|(?:prd|schema|name|status): .*|)\r?$/;

function assertOnlyAdded(before: string, after: string, name: string): void {
  const left = before.replace(/^\uFEFF/, "").split("\n");
  assert.equal(after.startsWith("\uFEFF"), before.startsWith("\uFEFF"), name);
  let next = 0;
  for (const line of after.replace(/^\uFEFF/, "").split("\n")) {
    const expected = left[next];
    if (expected !== undefined && (line === expected || isWithId(line, expected))) next++;
    // A header goes to the top, or behind the first line of the one that is there.
    else assert.ok(next <= 1 && added.test(line), `${name}: ${JSON.stringify(line)}`);
  }
  assert.equal(next, left.length, `${name}: lines are missing`);
}

/** True when the line is the expected one with an id in it. */
function isWithId(line: string, expected: string): boolean {
  let at = 0;
  while (at < expected.length && line[at] === expected[at]) at++;
  // The id may begin as the text behind it does: `**R2** **Review:**`.
  for (let start = at; start >= Math.max(0, at - 5); start--) {
    const id = /^\*\*[RA]\d+\*\* /.exec(line.slice(start))?.[0];
    if (id !== undefined && line.slice(0, start) + line.slice(start + id.length) === expected) return true;
  }
  return false;
}
