import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { SaxesParser } from "saxes";
import { reportOf } from "../../src/cli/check/report.ts";
import type { Report, ReportedProblem } from "../../src/cli/check/report.ts";
import { github } from "../../src/cli/formats/github.ts";
import { json } from "../../src/cli/formats/json.ts";
import { junit } from "../../src/cli/formats/junit.ts";
import { sarif } from "../../src/cli/formats/sarif.ts";
import { text } from "../../src/cli/formats/text.ts";
import { allRules as rules } from "../../src/core/rules/all.ts";
import { folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";

const nasty = `50% of "R1", a:b <b>&amp; ]]> it's \u0001\u001B[31m 😀`;

function problem(over: Partial<ReportedProblem>): ReportedProblem {
  return {
    code: "PRD101",
    name: "missing-why",
    severity: "warning",
    seam: "handoff",
    message: "R2 has no Why.",
    line: 12,
    column: 3,
    endLine: 12,
    endColumn: 9,
    owner: "product",
    fixable: false,
    lineHash: "0123456789abcdef",
    ...over,
  };
}

function withoutHash({ lineHash: _hash, ...shown }: ReportedProblem): object {
  return shown;
}

function report(): Report {
  const files = [
    {
      path: "prds/a, b:c 100%.md",
      kind: "prd" as const,
      id: "PRD-1",
      status: "agreed" as const,
      problems: [
        problem({ severity: "error", message: nasty }),
        problem({ endLine: 14 }),
        problem({ severity: "information" }),
      ],
    },
    { path: "../clean.md", kind: "prd" as const, id: "PRD-2", status: "draft" as const, problems: [] },
  ];
  const faults = [
    { path: "seamwork.yaml", message: nasty, line: 3, column: 5 },
    { path: "big.md", message: "not read." },
  ];
  return reportOf(files, faults, undefined);
}

interface SarifLog {
  runs: {
    tool: { driver: { rules: { id: string; helpUri: string }[] } };
    columnKind: string;
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region: Record<string, number> };
      }[];
      relatedLocations?: {
        physicalLocation: { region: Record<string, number> };
        message: { text: string };
      }[];
      partialFingerprints: Record<string, string>;
    }[];
    invocations: { executionSuccessful: boolean; toolExecutionNotifications: unknown[] }[];
  }[];
}

/** The schema is for an older draft of JSON Schema; what differs in this one is the name of its own id. */
function validateSarif(log: unknown): string[] {
  const file = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(schema);
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("the format sarif", () => {
  it("validates against the schema of SARIF 2.1.0", () => {
    assert.deepEqual(validateSarif(JSON.parse(sarif(report(), "/home/lena/project"))), []);
    assert.deepEqual(validateSarif(JSON.parse(sarif(reportOf([], [], undefined), "/home/lena/project"))), []);
  });

  it("would not pass for something else", () => {
    assert.notDeepEqual(validateSarif({ version: "2.1.0", runs: [{ results: [{ message: "text" }] }] }), []);
  });

  it("describes every rule, with its page, and results point at it", () => {
    const [run] = (JSON.parse(sarif(report(), "/home/lena/project")) as SarifLog).runs;
    assert.deepEqual(
      run?.tool.driver.rules.map(({ id }) => id),
      rules.map(({ code }) => code),
    );
    assert.ok(run?.tool.driver.rules.every(({ id, helpUri }) => helpUri.endsWith(`/docs/rules/${id}.md`)));
    for (const { ruleId, ruleIndex } of run?.results ?? []) assert.equal(rules[ruleIndex]?.code, ruleId);
  });

  it("gives what a problem speaks of together as related places", () => {
    const place = { line: 3, column: 5, endLine: 3, endColumn: 7, lineHash: "00" };
    const one = { id: "R1", message: "R1 has no Why.", owner: "product" as const, ...place };
    const related = [one, { ...one, id: "R2", line: 4, endLine: 4, message: nasty }];
    const path = "a.md";
    const problems = [problem({ several: { of: 5, related } })];
    const file = { path, kind: "prd" as const, id: "PRD-1", status: "agreed" as const, problems };
    const log = JSON.parse(sarif(reportOf([file], [], undefined), "/home/lena/project")) as SarifLog;
    assert.deepEqual(validateSarif(log), []);
    assert.deepEqual(
      log.runs[0]?.results[0]?.relatedLocations?.map(({ physicalLocation, message }) => [
        physicalLocation.region["startLine"],
        message.text,
      ]),
      [
        [3, "R1 has no Why."],
        [4, nasty],
      ],
    );
    const [shown] = (JSON.parse(json(reportOf([file], [], undefined))) as { files: { problems: object[] }[] })
      .files;
    const expected = [
      { id: "R1", line: 3 },
      { id: "R2", line: 4 },
    ];
    assert.deepEqual(shown?.problems, [{ ...withoutHash(problem({})), related: expected }]);
  });

  it("gives places as UTF-16 columns and URIs, and equal lines fingerprints of their own", () => {
    const [run] = (JSON.parse(sarif(report(), "/home/lena/project")) as SarifLog).runs;
    assert.equal(run?.columnKind, "utf16CodeUnits");
    const places = run.results.map(({ locations }) => locations[0]?.physicalLocation);
    assert.equal(places[0]?.artifactLocation.uri, "prds/a%2C%20b%3Ac%20100%25.md");
    assert.deepEqual(places[1]?.region, { startLine: 12, startColumn: 3, endLine: 14, endColumn: 9 });
    assert.deepEqual(
      run.results.map(({ level }) => level),
      ["error", "warning", "note"],
    );
    const prints = run.results.map(
      ({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"],
    );
    assert.equal(new Set(prints).size, 3);
    assert.deepEqual(
      run.invocations.map(({ executionSuccessful }) => executionSuccessful),
      [false],
    );
    assert.equal(run.invocations[0]?.toolExecutionNotifications.length, 2);
  });
});

/** Elements with their attributes and text, or an error where it is no XML. */
function xml(source: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof elements = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(source).close();
  return elements;
}

describe("places in the format sarif", () => {
  it("stay in the working folder for a name whose first letter is followed by a colon", () => {
    const { files, ...rest } = report();
    const log = sarif({ ...rest, files: files.map((file) => ({ ...file, path: "a:b/c.md" })) }, "/work");
    assert.match(log, /"uri": "a%3Ab\/c\.md",\s+"uriBaseId": "%SRCROOT%"/);
    assert.doesNotMatch(log, /"uri": "file:[^"]*c\.md"/);
  });
});

describe("the format junit", () => {
  it("is XML, whatever messages hold", () => {
    const elements = xml(junit(report(), "error"));
    const failure = elements.find(({ name }) => name === "failure");
    // oxlint-disable-next-line no-control-regex -- the message has them
    assert.equal(failure?.attributes["message"], nasty.replace(/[\u0001\u001B]/g, "\uFFFD"));
    assert.match(failure.text, /^prds\/a, b:c 100%\.md:12:3: 50% of "R1"/);
  });

  it("fails what fails the run, and lets the rest pass", () => {
    const count = (failOn: "error" | "warning" | "information" | undefined): number =>
      xml(junit(report(), failOn)).filter(({ name }) => name === "failure").length;
    assert.deepEqual(
      [count("error"), count("warning"), count("information"), count(undefined)],
      [1, 2, 3, 0],
    );
  });

  it("adds its counts up", () => {
    const elements = xml(junit(report(), "warning"));
    const [all] = elements;
    const suites = elements.filter(({ name }) => name === "testsuite");
    for (const key of ["tests", "failures", "errors"]) {
      const sum = suites.reduce((total, { attributes }) => total + Number(attributes[key]), 0);
      assert.equal(Number(all?.attributes[key]), sum, key);
    }
    assert.equal(elements.filter(({ name }) => name === "testcase").length, Number(all?.attributes["tests"]));
    assert.equal(elements.filter(({ name }) => name === "error").length, 2);
  });
});

describe("the format github", () => {
  it("escapes what would end a property, a message or a command", () => {
    const lines = github(report()).split("\n");
    assert.equal(
      lines[2],
      `::error file=prds/a%2C b%3Ac 100%25.md,line=12,endLine=12,col=3,endColumn=9,title=PRD101 missing-why::50%25${nasty.slice(3)}`,
    );
    assert.match(lines[0] ?? "", /^::error file=seamwork\.yaml,line=3,col=5,title=Seamwork::50%25/);
    assert.equal(lines[1], "::error file=big.md,title=Seamwork::not read.");
    const multiline = github(reportOf([], [{ path: "a\r\nb", message: "x\r\ny" }], undefined));
    assert.equal(multiline, "::error file=a%0D%0Ab,title=Seamwork::x%0D%0Ay\n");
  });

  it("gives columns only where they are on one line", () => {
    assert.match(github(report()), /::warning file=[^:]*,line=12,endLine=14,title=/);
  });

  it("calls information a notice", () => {
    assert.match(github(report()), /^::notice /m);
  });
});

describe("the format text", () => {
  it("colours for a terminal only", () => {
    const plain = text(report(), false);
    // oxlint-disable-next-line no-control-regex -- what must not be there
    assert.doesNotMatch(plain, /[\u0000-\u0009\u000B-\u001F]/);
    // oxlint-disable-next-line no-control-regex -- and what must
    assert.equal(text(report(), true).replace(/\u001B\[\d+m/g, ""), plain);
  });

  it("ends with what was found", () => {
    assert.match(text(report(), false), /\n\n2 PRDs: 1 error, 1 warning, 1 for information\.\n$/);
  });
});

describe("seamwork check --format", () => {
  after(removeFolders);

  it("prints each format on standard output, and nothing else there", () => {
    const folder = folderWith({ "a.prd.md": unpaired("PRD-1"), "b.prd.md": Buffer.from([0]) });
    const run = (format: string): string => {
      const { code, out, err } = seamwork(folder, "check", "--format", format);
      assert.equal(code, 2);
      assert.match(err, /^b\.prd\.md: .*\n$/);
      return out;
    };
    assert.deepEqual(validateSarif(JSON.parse(run("sarif"))), []);
    assert.ok(xml(run("junit")).some(({ name }) => name === "failure"));
    assert.match(run("github"), /^(?:::(?:error|warning|notice) .*\n)+$/);
    assert.match(run("text"), /^a\.prd\.md /);
  });
});
