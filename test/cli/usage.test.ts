import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { allRules as rules } from "../../src/core/rules/all.ts";
import { folderWith, removeFolders, seamwork } from "./cli.ts";

describe("seamwork", () => {
  after(removeFolders);
  let folder: string;
  before(() => {
    folder = folderWith({});
  });

  const wrong: [string[], RegExp][] = [
    [[], /which command\?/],
    [["chekc"], /unknown command 'chekc' \(Did you mean check\?\)/],
    [["check", "--fromat", "json"], /unknown option '--fromat' \(Did you mean --format\?\)/],
    [["check", "--format", "xml"], /'xml' is invalid\. Allowed choices are text, json, sarif, github, junit/],
    [["check", "--format"], /argument missing/],
    [["check", "--fail-on", "errors"], /Allowed choices are error, warning, information, never/],
    [
      ["check", "--as", "finished"],
      /Choose one of draft, in-review, agreed, building, launched, closed, parked/,
    ],
    [["check", "--today", "2026-02-30"], /Give a day such as 2026-08-01/],
    [["check", "--today", "tomorrow"], /Give a day such as 2026-08-01/],
    [["outline", "--format", "sarif"], /Allowed choices are text, json/],
    [["fix", "--format", "json"], /unknown option '--format'/],
    [["adopt"], /missing required argument 'path'/],
    [["renumber"], /missing required argument 'file'/],
    [["new"], /missing required argument 'kind'/],
    [["new", "epic", "X"], /Allowed choices are prd/],
    [["new", "prd"], /missing required argument 'name'/],
    [["new", "prd", "a", "b", "c"], /too many arguments/],
    [["explain"], /missing required argument 'rule'/],
    [["explain", "PRD1033"], /there is no rule "PRD1033"; did you mean PRD103\?/],
    [["explain", "nonsense"], /there is no rule "nonsense"; `seamwork rules` lists them all/],
    [["rules", "--format", "sarif"], /Allowed choices are text, json/],
  ];
  for (const [args, line] of wrong) {
    it(`answers ${["seamwork", ...args].join(" ")} with one line and exit code 2`, () => {
      const { code, out, err } = seamwork(folder, ...args);
      assert.equal(code, 2);
      assert.equal(out, "");
      assert.match(err, line);
      assert.equal(err.split("\n").length, 2, err);
    });
  }

  it("prints its version, and nothing else", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    assert.deepEqual(seamwork(folder, "--version"), { code: 0, out: `${version}\n`, err: "" });
  });

  it("lists its commands", () => {
    const { code, out } = seamwork(folder, "--help");
    assert.equal(code, 0);
    for (const command of [
      "check",
      "readiness",
      "outline",
      "fix",
      "adopt",
      "new",
      "renumber",
      "rules",
      "explain",
    ]) {
      assert.match(out, new RegExp(`^  ${command}\\b`, "m"));
    }
  });

  for (const command of [
    ["check"],
    ["readiness"],
    ["outline"],
    ["fix"],
    ["adopt"],
    ["new"],
    ["renumber"],
    ["rules"],
    ["explain"],
  ]) {
    it(`describes ${command.join(" ")}, with examples`, () => {
      const { code, out, err } = seamwork(folder, ...command, "--help");
      assert.deepEqual([code, err], [0, ""]);
      assert.match(out, new RegExp(`^Usage: seamwork ${command.join(" ")} `));
      assert.match(out, /\nExamples:\n {2}seamwork /);
    });
  }

  it("lists every rule, for people and for programs", () => {
    const { out } = seamwork(folder, "rules");
    for (const { code, name } of rules) assert.match(out, new RegExp(`^${code} .* ${name} `, "m"));
    const { version, rules: listed } = JSON.parse(seamwork(folder, "rules", "--format", "json").out) as {
      version: number;
      rules: { code: string; url: string }[];
    };
    assert.equal(version, 1);
    assert.deepEqual(
      listed.map(({ code }) => code),
      rules.map(({ code }) => code),
    );
  });

  it("explains a rule by code or name, with examples", () => {
    const byCode = seamwork(folder, "explain", "prd101");
    assert.equal(byCode.code, 0);
    assert.match(byCode.out, /^# PRD101 · /);
    assert.match(byCode.out, /\n## Example/);
    const name = rules.find(({ code }) => code === "PRD101")?.name ?? "";
    assert.deepEqual(seamwork(folder, "explain", name), byCode);
  });
});
