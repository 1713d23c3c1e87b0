import assert from "node:assert/strict";
import { newlySilenced, silencedByTeamData } from "../../../src/core/check/silenced.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { personalLines } from "../../../src/core/facts/personal-lines.ts";
import { changesSince } from "../../../src/core/review/since.ts";

function read(text: string): PrdDocument {
  return parseDocument(text, defaultConfig);
}

const text = `---
prd: PRD-1
schema: prd/1
name: Scan
status: agreed
pm: "@ada"
eng: "@bo"
---

# Scan

## Requirements

### R1 · Scan each parcel

The clerk must scan each parcel.

- **Constraints:** None seen, @bo 2026-11-01.

## Review

- **Signed off** R1, @bo, 2026-11-02 \`s00000000\`
`;

describe("what an earlier state tells", () => {
  const said = (now: string): string[] =>
    changesSince(read(text), read(now), defaultConfig).map(({ what, message }) => `${what}: ${message}`);

  it("says that the header is gone, and not that the status moved", () => {
    assert.deepEqual(said(text.slice(text.indexOf("# Scan"))), [
      "header: PRD-1, which was agreed, is no PRD any more, since its header is gone.",
    ]);
  });

  it("says that the status cannot be read any more, or is not there", () => {
    const message = "status: The status was agreed and cannot be read any more.";
    assert.deepEqual(said(text.replace("status: agreed", "status: qwertz")), [message]);
    assert.deepEqual(said(text.replace("status: agreed\n", "")), [message]);
    assert.deepEqual(said(text.replace("agreed", "draft")), [
      "status: The status went from agreed to draft.",
    ]);
  });
});

describe("what a change silences", () => {
  const options = { config: defaultConfig, today: "2026-11-10" };
  const ignore = "<!-- prd-ignore PRD302 until 2026-12-01: wording -->\n\n### R1";
  const silent = text.replace("### R1", ignore);
  const silenced = (before: string, now: string): string[] =>
    newlySilenced(read(before), read(now), options).map(({ message }) => message.replace(/: R1.*/, ""));

  it("counts what was silenced before once", () => {
    assert.deepEqual(silenced(text, silent), ["A suppression silences PRD302 here"]);
    assert.deepEqual(silenced(silent, silent), []);
    assert.deepEqual(silenced(text, text), []);
    assert.deepEqual(silenced(silent, text), []);
  });

  it("does not count a suppression that silences nothing, or has expired", () => {
    assert.deepEqual(silenced(text, silent.replace("PRD302", "PRD403")), []);
    assert.deepEqual(silenced(text, silent.replace("2026-12-01", "2026-11-01")), []);
  });

  it("counts team data that makes a problem of a sign-off less grave, and not one that makes it graver", () => {
    const withRule = (severity: string) =>
      parseConfig(`version: 1\nrules: { PRD302: "${severity}" }\n`, "seamwork.yaml").config;
    const by = (before: string, now: string): number =>
      silencedByTeamData(
        parseDocument(text, withRule(now)),
        { ...options, config: withRule(before) },
        { ...options, config: withRule(now) },
      ).length;
    assert.deepEqual([by("error", "off"), by("error", "warning"), by("error", "error")], [1, 1, 0]);
    assert.deepEqual([by("warning", "error"), by("off", "error")], [0, 0]);
  });
});

describe("lines that speak for one person", () => {
  const lines = (of: string) => personalLines(read(of)).map(({ who, what }) => `${who}'s ${what}`);
  const keys = (of: string) => personalLines(read(of)).flatMap((one) => one.keys);

  it("are sign-offs and None seen of a PRD, in order", () => {
    assert.deepEqual(lines(text), ["@bo's `None seen` on R1", "@bo's sign-off of R1"]);
  });

  it("mean the same however they are laid out", () => {
    const other = text
      .replace("- **Signed off** R1, @bo, 2026-11-02 ", "*   __Signed off__ R1,\n    @Bo, 2026-11-02\n    ")
      .replace("- **Constraints:** None seen, @bo", "* **Constraints:**\n  None seen,\n  @bo");
    assert.deepEqual(keys(other), keys(text));
  });

  it("mean another thing with another person, day or fingerprint", () => {
    const known = new Set(keys(text));
    for (const [from, to] of [
      ["s00000000", "s00000001"],
      ["@bo, 2026-11-02", "@jo, 2026-11-02"],
      ["2026-11-02", "2026-11-03"],
      ["2026-11-02 `", "2026-11-02 carried 2026-11-05 `"],
    ] as const)
      assert.equal(keys(text.replace(from, to)).filter((key) => !known.has(key)).length, 1, to);
  });
});
